using System.Net.Http.Json;
using Graph.Host;
using Graph.Host.Cli;
using Graph.Host.Serving;
using Graph.SqliteStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Graph.HostTests;

/// <summary>A service that is told to stop before it has quite started.</summary>
public sealed class StoppingTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-stopping-").FullName;
    private readonly Seed _seed = SeedReader.ReadFolder(Seeds.Harbour).OrThrow();
    private readonly IGraphStore _sample;
    private readonly LogLines _log = new();

    public StoppingTests() =>
        _sample = SqliteGraphStore.Open(new SqliteStoreOptions { File = Path.Combine(_folder, "stopping.db") }, _seed.Ontology, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_it_has_begun_to_answer_while_it_says_welcome_is_answered_before_it_stops()
    {
        await Importer.Import(_sample, _seed.Articles, "test", Cancellation);
        using var stop = new CancellationTokenSource();
        var (welcoming, entered, answer) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var store = RecordedCalls.Of(_sample, async (operation, _) =>
        {
            if (operation == nameof(IGraphStore.Entities))
            {
                entered.SetResult();
                await answer.Task;
            }
            if (operation == nameof(IGraphStore.CountEntities)) // what the welcome asks first
            {
                welcoming.SetResult();
                await entered.Task;
                await stop.CancelAsync();
            }
        });
        await using var app = App(store.Store);
        var stopping = new TaskCompletionSource();
        app.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        var serving = Task.Run(async () => await ServeCommand.Serve(app, await Report(store.Store), stop.Token), Cancellation);
        await welcoming.Task;
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var asking = http.PostAsJsonAsync("/graphql", new { query = "{ person(key: \"anna\") { name } }" }, Cancellation);
        await stopping.Task; // told to stop, while the request waits for the store
        answer.SetResult();
        using var response = await asking;
        Assert.Contains("安娜", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(GraphCli.Done, await serving);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task It_does_not_start_when_it_is_told_to_stop_before()
    {
        await using var app = App(_sample);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await ServeCommand.Serve(app, await Report(_sample), new CancellationToken(canceled: true)));
        Assert.False(app.Lifetime.ApplicationStarted.IsCancellationRequested);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Signals_are_heard_by_the_command_line_alone()
    {
        var overrides = new Dictionary<string, string?>
        {
            ["Graph:Seed"] = Seeds.Harbour, ["Graph:Store"] = "sqlite", ["Graph:File"] = Path.Combine(_folder, "served.db"), ["urls"] = "http://127.0.0.1:0",
        };
        var (app, report) = await GraphServer.Create(overrides, TimeProvider.System, Cancellation);
        await using (report.Store)
        await using (app)
            Assert.IsType<SignalsElsewhere>(app.Services.GetRequiredService<IHostLifetime>());
    }

    // The command line listens to signals once it has the task of the command in its hands.
    [Fact]
    public async Task Signals_are_heard_before_a_command_does_anything()
    {
        using var inHands = new ManualResetEventSlim();
        var command = GraphCli.Guarded(() => Task.FromResult(inHands.Wait(TimeSpan.FromSeconds(30), Cancellation) ? GraphCli.Done : GraphCli.Failed));
        inHands.Set();
        Assert.Equal(GraphCli.Done, await command);
    }

    public async ValueTask DisposeAsync()
    {
        await _sample.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<StartReport> Report(IGraphStore store) =>
        new(store, await Importer.Plan(_sample, _seed.Articles, Cancellation), Seeded: false, null);

    // As ServedApi, not yet started.
    private WebApplication App(IGraphStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton(store);
        builder.Services.AddGraphApi();
        var app = builder.Build();
        app.MapGraphApi();
        return app;
    }
}
