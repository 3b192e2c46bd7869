using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Graph.Host;
using Graph.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graph.HostTests;

public sealed class OperatingTests : IDisposable
{
    private const string Query = "query who($k: String) { person(key: $k) { name } entities(where: {name: {startsWith: \"inline-value\"}}) { nodes { key } } }";

    private readonly string _folder = Directory.CreateTempSubdirectory("graph-operating-").FullName;

    [Theory]
    [InlineData(typeof(IGraphStore))]
    [InlineData(typeof(ILevelReader))]
    public void A_watched_store_passes_every_operation_on(Type contract) =>
        Assert.All(typeof(ObservedStore).GetInterfaceMap(contract).TargetMethods, m => Assert.Equal(typeof(ObservedStore), m.DeclaringType));

    [Fact]
    public async Task Traces_and_metrics_reach_a_collector_without_any_value_of_a_query()
    {
        await using var collector = await Collector.Start();
        var (app, report) = await Serve(new()
        {
            ["Graph:Telemetry:Enabled"] = "true",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        });
        await using (report.Store)
        await using (app)
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            await Ask(http);
            await collector.WaitFor("/v1/traces", "POST /graphql"); // ends last
            await collector.WaitFor("/v1/metrics", "http.server.request.duration");
        }
        var (traces, metrics) = (collector.Received["/v1/traces"], collector.Received["/v1/metrics"]);
        Assert.All(["graphql.operation.type", "who", "store Entities", "store EntityPage", "sqlite", "POST /graphql"], text => Assert.Contains(text, traces, StringComparison.Ordinal));
        Assert.All(["graphql.server.operation.duration", "db.client.operation.duration", "http.server.request.duration"], text => Assert.Contains(text, metrics, StringComparison.Ordinal));
        Assert.DoesNotContain("value", traces + metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "http://localhost:4317", true)]
    [InlineData("true", null, true)]
    [InlineData("false", "http://localhost:4317", false)]
    public void Telemetry_is_off_unless_asked_for(string? enabled, string? endpoint, bool on)
    {
        var configuration = Configuration(new() { ["Graph:Telemetry:Enabled"] = enabled, ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint });
        Assert.Equal(on, TelemetryExport.IsOn(configuration));
    }

    [Fact]
    public void Telemetry_is_neither_on_nor_off_by_another_word() =>
        Assert.Throws<OptionsException>(() => TelemetryExport.IsOn(Configuration(new() { ["Graph:Telemetry:Enabled"] = "perhaps" })));

    [Fact]
    public async Task Logs_tell_of_operations_and_hold_no_value_of_a_query()
    {
        await using var api = await Small(new SampleStoreOf(_folder));
        await Ask(api.Http);
        Assert.Contains(api.Log.Lines, l => l.Contains("Answered query who in", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Log.Lines, l => l.Contains("value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_under_way_is_answered_before_the_service_stops()
    {
        using var entered = new SemaphoreSlim(0);
        var sample = new SampleStoreOf(_folder);
        var slow = RecordedCalls.Of(sample.Store, async (operation, _) =>
        {
            if (operation == "Entities")
            {
                entered.Release();
                await Task.Delay(500);
            }
        });
        await using var api = await Small(sample, slow.Store);
        var asking = api.Http.PostAsJsonAsync("/graphql", new { query = "{ person(key: \"anna\") { name } }" });
        await entered.WaitAsync();
        await api.App.StopAsync();
        using var answer = await asking;
        Assert.Contains("安娜", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => api.Http.GetAsync(new Uri("/graphql?sdl", UriKind.Relative)));
    }

    [Fact]
    public async Task Health_tells_that_the_process_lives_and_which_store_answers()
    {
        var (live, ready, broken) = (new Uri("/health/live", UriKind.Relative), new Uri("/health/ready", UriKind.Relative), false);
        var sample = new SampleStoreOf(_folder);
        var store = RecordedCalls.Of(sample.Store, (_, _) => broken ? throw new StoreUnavailableException("It is gone.", "Bring it back.", isTransient: true) : Task.CompletedTask);
        await using var api = await Small(sample, store.Store);
        var http = api.Http;
        Assert.Contains("live", await http.GetStringAsync(live), StringComparison.Ordinal);
        Assert.Contains("\"store\":\"sqlite ", await http.GetStringAsync(ready), StringComparison.Ordinal);
        broken = true;
        using var gone = await http.GetAsync(ready);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, gone.StatusCode);
        Assert.DoesNotContain("Bring it back.", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal); // what a store says of itself is for its keeper
        Assert.Contains("live", await http.GetStringAsync(live), StringComparison.Ordinal);
    }

    [Fact]
    public void The_effective_configuration_names_its_sources_and_masks_secrets()
    {
        Environment.SetEnvironmentVariable("GRAPH__HTTP__PERSISTEDQUERIES", "1000"); // the default, so that no other test minds
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Graph:Api:MaxDepth"] = "7", ["NEO4J_PASSWORD"] = "hush", ["Graph:Neo4j:Uri"] = "http://me:hush@host:7474" }).Build();
        var lines = EffectiveConfiguration.Lines(configuration);
        Assert.All(
            [
                "Graph:Seed = seed (default)", "Graph:Api:MaxDepth = 7 (command line)", "Graph:Neo4j:Password = ******** (command line)",
                "Graph:Neo4j:Uri = http://********@host:7474 (command line)", "Graph:Http:PersistedQueries = 1000 (environment GRAPH__HTTP__PERSISTEDQUERIES)", "Graph:Telemetry:Enabled = false (default)",
                "Graph:Sqlite:CacheMegabytes = 16 (default)", "Graph:Http:MaxConcurrentOperations = 200 (default)", "urls = http://localhost:5000 (default)",
            ],
            line => Assert.Contains(line, lines));
        Assert.DoesNotContain("hush", string.Join('\n', lines), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IConfigurationRoot Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private static async Task Ask(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/graphql", new { query = Query, variables = new { k = "variable-value" } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"data":{"person":null,"entities":{"nodes":[]}}}""", await answer.Content.ReadAsStringAsync());
    }

    // The whole service, as `graph serve` makes it.
    private async Task<(WebApplication App, StartReport Report)> Serve(Dictionary<string, string?> overrides)
    {
        overrides["Graph:Seed"] = Seeds.Harbour;
        overrides["Graph:Store"] = "sqlite";
        overrides["Graph:File"] = Path.Combine(_folder, "served.db");
        overrides["urls"] = "http://127.0.0.1:0";
        var (app, report) = await GraphServer.Create(overrides, TimeProvider.System, CancellationToken.None);
        await app.StartAsync();
        return (app, report);
    }

    // The API alone, with all that it logs.
    private static async Task<ServedApi> Small(SampleStoreOf sample, IGraphStore? store = null)
    {
        await sample.Fill();
        return await ServedApi.Start(store ?? sample.Store, log: new LogLines(LogLevel.Trace, "Graph"), map: app => app.MapHealth());
    }

    private sealed class SampleStoreOf(string folder)
    {
        private readonly Seed _seed = SeedReader.ReadFolder(Seeds.Harbour).OrThrow();

        public IGraphStore Store { get; } = SqliteStore.SqliteGraphStore.Open(
            new SqliteStore.SqliteStoreOptions { File = Path.Combine(folder, "small.db") }, Seeds.OntologyOf(Seeds.Harbour), TimeProvider.System);

        public async Task Fill() => await Importer.Import(Store, _seed.Articles, "test", CancellationToken.None);
    }

    /// <summary>Takes what an OTLP exporter sends, by path, as bytes read as Latin-1.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Collector(WebApplication app) => _app = app;

        public ConcurrentDictionary<string, string> Received { get; } = [];

        public string Address => _app.Urls.Single();

        public async Task WaitFor(string path, string text)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!Received.GetValueOrDefault(path, "").Contains(text, StringComparison.Ordinal))
                await Task.Delay(50, patience.Token);
        }

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var collector = new Collector(app);
            app.MapPost("/{**path}", async (HttpContext context) =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                collector.Received.AddOrUpdate(context.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            });
            await app.StartAsync();
            return collector;
        }

        public async ValueTask DisposeAsync() => await _app.DisposeAsync();
    }
}
