using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Graph.Host;
using Graph.Host.Serving;
using Graph.StoreTests;
using Microsoft.AspNetCore.Builder;

namespace Graph.BrowserTests;

/// <summary>A seed in a real Neo4j, emptied before, and the service over it.</summary>
internal sealed class ServedGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _neo4j;

    private ServedGraph(WebApplication app, IGraphStore store, HttpClient neo4j)
    {
        (_app, Store, _neo4j) = (app, store, neo4j);
        Url = app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Link = BrowserEndpoints.DeepLink(app.Configuration, store, Url)!;
    }

    public IGraphStore Store { get; }

    /// <summary>Address of the service.</summary>
    public string Url { get; }

    /// <summary>The link that opens the guide.</summary>
    public string Link { get; }

    public static string Folder(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    public static async Task<ServedGraph> Start(string seed, CancellationToken cancellation)
    {
        var server = Neo4jServer.Shared;
        var neo4j = new HttpClient { BaseAddress = new Uri(server.Uri) };
        neo4j.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.Username}:{server.Password}")));
        await Run(neo4j, "MATCH (n) DETACH DELETE n", "WRITE", cancellation);
        var (app, report) = await GraphServer.Create(new Dictionary<string, string?>
        {
            ["Graph:Seed"] = Folder(seed),
            ["Graph:Store"] = "neo4j",
            ["Graph:Neo4j:Uri"] = server.Uri,
            ["Graph:Neo4j:Username"] = server.Username,
            ["Graph:Neo4j:Password"] = server.Password,
            ["urls"] = "http://127.0.0.1:0",
        }, TimeProvider.System, cancellation);
        await app.StartAsync(cancellation);
        return new ServedGraph(app, report.Store, neo4j);
    }

    /// <summary>The rows of a statement that may only read.</summary>
    public Task<JsonArray> Cypher(string cypher, CancellationToken cancellation) => Run(_neo4j, cypher, "READ", cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _neo4j.Dispose();
    }

    private static async Task<JsonArray> Run(HttpClient neo4j, string statement, string accessMode, CancellationToken cancellation)
    {
        using var response = await neo4j.PostAsJsonAsync(new Uri("/db/neo4j/query/v2", UriKind.Relative), new { statement, accessMode }, cancellation);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        Assert.True(answer["errors"] is null, $"{statement}\n{answer["errors"]}");
        return answer["data"]!["values"]!.AsArray();
    }
}
