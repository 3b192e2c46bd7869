using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.StoreTests;

/// <summary>The same random queries to a host on each store give the same bytes: order, cursors, ids and errors included. <c>GRAPH_FUZZ_SECONDS</c> says how long; 15 when not given.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class ApiFuzzTests
{
    private const int Documents = 6, Walks = 2; // a graph

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Seconds => int.TryParse(Environment.GetEnvironmentVariable("GRAPH_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 15;

    [Fact]
    public async Task Both_stores_answer_any_query_alike()
    {
        await using var neo4j = new Neo4jFixture();
        Assert.SkipWhen(neo4j.WhyUnavailable is not null && Environment.GetEnvironmentVariable("CI") != "true", neo4j.WhyUnavailable ?? "");
        await using var sqlite = new SqliteFixture();
        await using var one = await Served.Start(sqlite);
        await using var other = await Served.Start(neo4j);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answered = 0;
        var cases = Gen.Select(AnyGraph.Whole, AnyQuery.Document.Array[Documents], Gen.Select(AnyQuery.Page, Gen.Int[1, 4], (page, size) => (page.Head, page.Selection, Size: size)).Array[Walks]);
        await cases.SampleAsync(
            async c =>
            {
                if (answered > 0 && clock.Elapsed > TimeSpan.FromSeconds(Seconds))
                    return; // no new ones; a failure that is being made smaller ends as well
                var (graph, documents, walks) = c;
                await one.Hold(graph);
                await other.Hold(graph);
                foreach (var document in documents)
                    answered += (await Same(one, other, document, null))["data"] is null ? 0 : 1;
                foreach (var walk in walks)
                    await Walk(one, other, walk);
            },
            time: Seconds, threads: 1, print: c => string.Join('\n', [.. c.Item2, .. c.Item3.Select(w => w.ToString()), .. c.Item1.Statements.Select(CanonicalJson.Of)]));
        TestContext.Current.SendDiagnosticMessage("{0} documents were answered alike", answered);
        Assert.True(answered > 0);
    }

    // All pages forwards, then back again. A filter that is refused has none.
    private static async Task Walk(Served one, Served other, (string Head, string Selection, int Size) walk)
    {
        var forwards = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Page(one, other, $"query($c:String){{ {walk.Head}, first:{walk.Size}, after:$c){walk.Selection} }}", cursor);
            if (page is null)
                return;
            forwards.AddRange(Cursors(page));
            Assert.Equal(cursor is not null, page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
            cursor = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.ToString() : null;
        }
        while (cursor is not null);
        var backwards = new List<string>();
        do
        {
            var page = (await Page(one, other, $"query($c:String){{ {walk.Head}, last:{walk.Size}, before:$c){walk.Selection} }}", cursor))!;
            backwards.InsertRange(0, Cursors(page));
            cursor = page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>() ? page["pageInfo"]!["startCursor"]!.ToString() : null;
        }
        while (cursor is not null);
        Assert.Equal(forwards, backwards);
    }

    private static async Task<JsonNode?> Page(Served one, Served other, string query, string? cursor) => (await Same(one, other, query, cursor))["data"]?["p"];

    private static IEnumerable<string> Cursors(JsonNode page) => page["edges"]!.AsArray().Select(e => e!["cursor"]!.ToString());

    private static async Task<JsonNode> Same(Served one, Served other, string query, string? cursor)
    {
        var answers = await Task.WhenAll(one.Ask(query, cursor), other.Ask(query, cursor));
        if (answers[0] != answers[1])
            throw new Xunit.Sdk.XunitException($"{query}\n{answers[0]}\n{answers[1]}\n{string.Join('\n', one.Log.Lines.Concat(other.Log.Lines))}");
        foreach (var code in new[] { "INTERNAL", "STORE_UNAVAILABLE", "TIMEOUT", "PARSE_FAILED", "VALIDATION_FAILED" })
            Assert.False(answers[0].Contains($"\"{code}\"", StringComparison.Ordinal), $"{query}\n{answers[0]}");
        return JsonNode.Parse(answers[0])!;
    }

    private sealed class Served(IGraphStore store, ServedApi api) : IAsyncDisposable
    {
        private ReferenceGraph _graph = new(SharedTests.TestOntology.Instance);

        public LogLines Log => api.Log;

        public static async Task<Served> Start(StoreFixture fixture)
        {
            var store = await fixture.Create(SharedTests.TestOntology.Instance, TimeProvider.System);
            return new Served(store, await ServedApi.Start(store, o => (o.MaxCost, o.Timeout, o.MaxErrors) = (10_000_000, TimeSpan.FromMinutes(2), 1_000)));
        }

        public async Task Hold(ReferenceGraph graph)
        {
            await store.Apply(new ChangeSet("test", null, GraphDifference.Between(_graph, graph)), Cancellation);
            _graph = graph;
        }

        public async Task<string> Ask(string query, string? cursor)
        {
            using var response = await api.Http.PostAsJsonAsync("/graphql", new { query, variables = new { c = cursor } }, Cancellation);
            return await response.Content.ReadAsStringAsync(Cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            await api.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}
