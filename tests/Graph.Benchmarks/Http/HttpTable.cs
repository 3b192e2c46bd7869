using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Core;
using Graph.SqliteStore;

namespace Graph.Benchmarks;

/// <summary>GraphQL on the embedded store beside a plain Kestrel endpoint that writes the same bytes, and beside npm graphql-yoga and mercurius that serve the same answers from memory.</summary>
/// <remarks>Every contestant is a process of its own and is asked over loopback by this one, for the same entities. Rounds take turns; given are medians.</remarks>
internal static class HttpTable
{
    private const int Choices = 1000;

    private const string Query = """
        query($key: String) { entity(key: $key) { key name relationships(direction: OUT, first: 10) { edges { node { type status } other { key name } } } } }
        """;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> Print(Arguments arguments)
    {
        var (size, time) = (arguments.Size, arguments.Time);
        var folder = Directory.CreateTempSubdirectory("graph-benchmark-").FullName;
        try
        {
            var file = Path.Combine(arguments.Keep ?? folder, size.Name + ".db");
            var keys = await Connected(file, size);
            await using var ours = await ChildServer.OfThisProgram(HttpChildren.Ours, Environment(HttpChildren.File, file));
            var answers = Path.Combine(folder, "answers.json");
            await File.WriteAllTextAsync(answers, await Answers(ours.Http, keys));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Machine.Name}\n\nAn entity with 10 relationships and their targets, one of {keys.Count:N0}, on {size.Name} ({size.Entities:N0} entities, about {size.Relationships:N0} relationships); {Rounds.Clients} clients.\n"));
            await Measure(ours, answers, keys, time, withPeers: !arguments.Has("--no-peers"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(ChildServer ours, string answers, IReadOnlyList<string> keys, TimeSpan time, bool withPeers)
    {
        await using var plain = await ChildServer.OfThisProgram(HttpChildren.Plain, Environment(HttpChildren.Answers, answers));
        await using var yoga = withPeers ? await Peer("yoga", answers) : null;
        await using var mercurius = withPeers ? await Peer("mercurius", answers) : null;
        (string Name, ChildServer? Server)[] servers =
            [("plain Kestrel, the same bytes", plain), ("graph, embedded store", ours), ("graphql-yoga, from memory", yoga), ("mercurius with jit, from memory", mercurius)];
        var shape = new Shape("", Query, Query, "", [.. keys.Select(k => new Dictionary<string, object?> { ["key"] = k })], "\"STATED\"");
        var contestants = servers.Where(s => s.Server is not null).Select(s => new Contestant(s.Name, s.Server!.Http, "", (_, variables) => new { query = Query, variables })).ToArray();
        var medians = (await Rounds.Medians([shape], contestants, time))[0];
        Console.WriteLine("| | requests a second | of plain Kestrel |\n| --- | ---: | ---: |");
        foreach (var (contestant, median) in contestants.Zip(medians))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {contestant.Name} | {median:0} | {median / medians[0]:0.00} |"));
    }

    // Loads the graph unless it is there, and chooses entities that have ten relationships to give.
    private static async Task<IReadOnlyList<string>> Connected(string file, GraphSize size)
    {
        await using var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, BenchmarkOntology.Instance, TimeProvider.System);
        await store.Adopt(BenchmarkOntology.Instance, CancellationToken.None);
        await BulkLoad.Run(store, size);
        var some = new Random(3).GetItems([.. Enumerable.Range(0, size.Entities)], 100 * Choices).Distinct().Select(GeneratedGraph.Key).ToArray();
        var pages = await store.StatementsOf(some, AnchorRole.Out, StatementFilter.Affirmed, PageRequest.First(10), StatementParts.Scalars, CancellationToken.None);
        return [.. some.Where((_, i) => pages[i].Rows.Count == 10).Take(Choices)];
    }

    // For each key the entity as the service gives it, which is what the others are to give.
    private static async Task<string> Answers(HttpClient http, IReadOnlyList<string> keys)
    {
        var entities = new JsonObject();
        foreach (var key in keys)
        {
            using var body = new StringContent(JsonSerializer.Serialize(new { query = Query, variables = new { key } }), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("", UriKind.Relative), body);
            entities[key] = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!["entity"]!.DeepClone();
        }
        return entities.ToJsonString(Relaxed);
    }

    private static Task<ChildServer> Peer(string name, string answers) =>
        ChildServer.OfNode("memory", new Dictionary<string, string> { ["PEER"] = name, [HttpChildren.Answers] = answers });

    private static Dictionary<string, string> Environment(string name, string value) => new() { [name] = value };
}
