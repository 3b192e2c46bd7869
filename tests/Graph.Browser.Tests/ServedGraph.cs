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

/// <summary>The service over a seed: in a real Neo4j, emptied before, or in a new embedded store.</summary>
internal sealed class ServedGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient? _neo4j;
    private readonly string? _folder;

    private ServedGraph(WebApplication app, IGraphStore store, HttpClient? neo4j, string? folder)
    {
        (_app, Store, _neo4j, _folder) = (app, store, neo4j, folder);
        Url = app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    public IGraphStore Store { get; }

    /// <summary>Address of the service.</summary>
    public string Url { get; }

    /// <summary>The link that opens the guide in Neo4j Browser.</summary>
    public string Link => BrowserEndpoints.DeepLink(_app.Configuration, Store, Url)!;

    public static string Folder(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    /// <summary>On Neo4j.</summary>
    public static async Task<ServedGraph> Start(string seed, CancellationToken cancellation)
    {
        var server = Neo4jServer.Shared;
        var neo4j = new HttpClient { BaseAddress = new Uri(server.Uri) };
        neo4j.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.Username}:{server.Password}")));
        await Run(neo4j, "MATCH (n) DETACH DELETE n", "WRITE", cancellation);
        return await Serve(seed, neo4j, null, cancellation, ("Graph:Store", "neo4j"), ("Graph:Neo4j:Uri", server.Uri),
            ("Graph:Neo4j:Username", server.Username), ("Graph:Neo4j:Password", server.Password));
    }

    /// <summary>On the embedded store.</summary>
    public static Task<ServedGraph> Embedded(string seed, CancellationToken cancellation, params (string Key, string Value)[] configuration)
    {
        var folder = Directory.CreateTempSubdirectory("graph-browser-tests-").FullName;
        return Serve(seed, null, folder, cancellation, [("Graph:Store", "sqlite"), ("Graph:File", Path.Combine(folder, "graph.db")), .. configuration]);
    }

    /// <summary>The rows of a statement that may only read.</summary>
    public Task<JsonArray> Cypher(string cypher, CancellationToken cancellation) => Run(_neo4j!, cypher, "READ", cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        _neo4j?.Dispose();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ServedGraph> Serve(string seed, HttpClient? neo4j, string? folder, CancellationToken cancellation, params (string Key, string Value)[] configuration)
    {
        var overrides = new Dictionary<string, string?> { ["Graph:Seed"] = Folder(seed), ["urls"] = "http://127.0.0.1:0" };
        foreach (var (key, value) in configuration)
            overrides[key] = value;
        var (app, report) = await GraphServer.Create(overrides, TimeProvider.System, cancellation);
        await app.StartAsync(cancellation);
        return new ServedGraph(app, report.Store, neo4j, folder);
    }

    private static async Task<JsonArray> Run(HttpClient neo4j, string statement, string accessMode, CancellationToken cancellation)
    {
        using var response = await neo4j.PostAsJsonAsync(new Uri("/db/neo4j/query/v2", UriKind.Relative), new { statement, accessMode }, cancellation);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        Assert.True(answer["errors"] is null, $"{statement}\n{answer["errors"]}");
        return answer["data"]!["values"]!.AsArray();
    }
}
