using System.Globalization;
using System.Text.Json;
using Graph.Core;
using Graph.Host;
using Graph.Neo4jStore;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Benchmarks;

/// <summary>GraphQL on Neo4j: this service, npm <c>@neo4j/graphql</c> on graphql-yoga, and the bare ideal Cypher over the Query API, one after the other on the same server.</summary>
/// <remarks>Every contestant is a process of its own and is asked over HTTP by this one. Given are the medians of <see cref="Rounds"/>. The index of names that the others need is made before.</remarks>
internal static class Neo4jTable
{
    /// <summary>The command of the process that serves.</summary>
    public const string Child = "neo4j-serve";

    public static async Task<int> Print(Arguments arguments)
    {
        var size = arguments.Size;
        await using var server = await ServerAddress.Find();
        double? seconds;
        await using (var store = await Neo4jGraphStore.Open(server.Options, BenchmarkOntology.Instance, TimeProvider.System, CancellationToken.None))
        {
            await store.Adopt(BenchmarkOntology.Instance, CancellationToken.None);
            seconds = await BulkLoad.Run(store, size);
        }
        var loaded = seconds is { } s ? string.Create(CultureInfo.InvariantCulture, $", loaded in {s:0} s") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Machine.Name}\n\nNeo4j {server.Version}, {size.Name} ({size.Entities:N0} entities, about {size.Relationships:N0} relationships{loaded}), {Rounds.Clients} clients, requests a second.\n"));
        if (arguments.Has("--load-only"))
            return 0;
        using var cypher = server.Client();
        await Cypher(cypher, "CREATE RANGE INDEX benchmark_names IF NOT EXISTS FOR (e:_Entity) ON (e.name)");
        await Cypher(cypher, "CALL db.awaitIndexes(600)");
        var connected = await Cypher(cypher, "MATCH (e:_Entity) WHERE COUNT { (e)<-[:RELATES_05]-() } >= 10 RETURN e.key ORDER BY e.key LIMIT 1000");
        await Measure(Shape.All(size.Graph(), [.. connected.Select(r => r[0].GetString()!)]), server, cypher, arguments.Time);
        return 0;
    }

    /// <summary>Serves the graph of a server; prints the address as its only line.</summary>
    public static async Task<int> Serve()
    {
        await using var server = await ServerAddress.Find();
        await using var store = await Neo4jGraphStore.Open(server.Options, BenchmarkOntology.Instance, TimeProvider.System, CancellationToken.None);
        return await ThisProgram.Serve(services => services.AddSingleton<IGraphStore>(store).AddGraphApi(), app => app.MapGraphApi());
    }

    private static async Task Measure(IReadOnlyList<Shape> shapes, ServerAddress server, HttpClient cypher, TimeSpan time)
    {
        await using var ours = await ChildServer.OfThisProgram(Child, server.Environment);
        await using var peer = await ChildServer.OfNode("neo4j", server.Environment);
        Contestant[] contestants =
        [
            new("graph", ours.Http, "", (shape, variables) => new { query = shape.Ours, variables }),
            new("@neo4j/graphql", peer.Http, "", (shape, variables) => new { query = shape.Peer, variables }),
            new("bare Cypher", cypher, "/db/neo4j/query/v2", (shape, parameters) => new { statement = shape.Cypher, parameters, accessMode = "READ" }),
        ];
        Console.WriteLine($"| | {string.Join(" | ", contestants.Select(c => c.Name))} | to the peer | to bare Cypher |\n| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (shape, rates) in shapes.Zip(await Rounds.Medians(shapes, contestants, time)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {shape.What} | {rates[0]:0} | {rates[1]:0} | {rates[2]:0} | {rates[0] / rates[1]:0.0} | {rates[0] / rates[2]:0.00} |"));
        }
    }

    private static async Task<JsonElement[]> Cypher(HttpClient http, string statement)
    {
        using var response = await http.PostAsync("/db/neo4j/query/v2", System.Net.Http.Json.JsonContent.Create(new { statement }));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return answer.TryGetProperty("data", out var data) ? [.. data.GetProperty("values").EnumerateArray()] : throw new InvalidOperationException(answer.ToString());
    }
}
