using System.Net;
using Graph.Host.Serving;
using Microsoft.Extensions.Configuration;

namespace Graph.HostTests;

/// <summary>A web page that has its own name answered with 127.0.0.1 reads nothing.</summary>
public sealed class AllowedHostsTests : IDisposable
{
    private const string Loopback = "localhost;*.localhost;127.0.0.1;[::1]";

    private readonly string _folder = Directory.CreateTempSubdirectory("graph-hosts-").FullName;

    [Theory]
    [InlineData(Loopback)]
    [InlineData(Loopback, "urls", "http://localhost:7000")]
    [InlineData(Loopback, "urls", "http://127.0.0.1:0;http://[::1]:0")]
    [InlineData(Loopback, "ASPNETCORE_URLS", "http://LOCALHOST:7000")]
    [InlineData(Loopback + ";graph.localhost", "urls", "http://graph.localhost:7000")]
    [InlineData(Loopback + ";127.0.0.9", "urls", "http://127.0.0.9:7000")]
    [InlineData("*", "urls", "http://0.0.0.0:7000")]
    [InlineData("*", "urls", "http://*:7000")]
    [InlineData("*", "urls", "http://localhost:7000;http://192.168.1.2:7000")]
    [InlineData("*", "urls", "http://unix:/tmp/graph.socket")]
    [InlineData("*", "urls", "nonsense")]
    [InlineData("*", "ASPNETCORE_HTTP_PORTS", "8080")]
    [InlineData("*", "Kestrel:Endpoints:Any:Url", "http://0.0.0.0:7000")]
    [InlineData("graph.example.org", "urls", "http://localhost:7000", "AllowedHosts", "graph.example.org")]
    [InlineData("graph.example.org", "urls", "http://0.0.0.0:7000", "AllowedHosts", "graph.example.org")]
    public void Where_it_listens_decides_unless_it_is_said(string allowed, params string[] settings)
    {
        var values = settings.Chunk(2).ToDictionary(s => s[0], s => (string?)s[1]);
        Assert.Equal(allowed, AllowedHosts.Of(new ConfigurationBuilder().AddInMemoryCollection(values).Build()));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:81", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:5000", true)]
    [InlineData("evil.example.org", false)]
    [InlineData("localhost.evil.example.org", false)]
    [InlineData("evil-localhost", false)]
    [InlineData("127.0.0.1.evil.example.org", false)]
    [InlineData("10.0.0.1", false)]
    public async Task On_loopback_only_its_own_names_are_answered(string host, bool answered)
    {
        await using var served = await Serve([]);
        foreach (var path in new[] { "/graphql?query={articles{id}}", "/graphql?sdl", "/health/ready", "/browser/graph.grass" })
            Assert.Equal(answered ? HttpStatusCode.OK : HttpStatusCode.BadRequest, await served.Get(path, host));
    }

    [Fact]
    public async Task Configured_names_are_answered_instead()
    {
        await using var served = await Serve(new() { ["AllowedHosts"] = "graph.example.org;*.example.com" });
        Assert.Equal(HttpStatusCode.OK, await served.Get("/health/live", "graph.example.org"));
        Assert.Equal(HttpStatusCode.OK, await served.Get("/health/live", "any.example.com:8080"));
        Assert.Equal(HttpStatusCode.BadRequest, await served.Get("/health/live", "localhost"));
    }

    [Fact]
    public async Task On_all_addresses_every_name_is_answered()
    {
        await using var served = await Serve(new() { ["urls"] = "http://0.0.0.0:0" });
        Assert.Equal(HttpStatusCode.OK, await served.Get("/health/live", "graph.example.org"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // As `graph serve` makes it.
    private async Task<Served> Serve(Dictionary<string, string?> more)
    {
        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Graph:Seed"] = Seeds.Harbour, ["Graph:Store"] = "sqlite", ["Graph:File"] = Path.Combine(_folder, "hosts.db"), ["urls"] = "http://127.0.0.1:0",
        };
        foreach (var (key, value) in more)
            overrides[key] = value;
        var (app, report) = await GraphServer.Create(overrides, TimeProvider.System, CancellationToken.None);
        await app.StartAsync();
        return new Served(app, report.Store);
    }

    private sealed class Served(Microsoft.AspNetCore.Builder.WebApplication app, IGraphStore store) : IAsyncDisposable
    {
        private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{new Uri(app.Urls.Single()).Port}") };

        public async Task<HttpStatusCode> Get(string path, string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await _http.SendAsync(request);
            return response.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}
