using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Graph.Host;
using Graph.StoreTests;
using Microsoft.Playwright;

namespace Graph.BrowserTests;

/// <summary>The kit in a real Neo4j and its real Browser. There is one database.</summary>
[Collection(OneDatabase.Name)]
public sealed partial class BrowserTests
{
    private const string Seed = "seed";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Seed)]
    [InlineData("tests/Seeds/botanical-expedition")]
    public async Task Every_query_of_the_guides_and_favourites_gives_something(string seed)
    {
        Assert.SkipWhen(Chromium.WhyNot() is not null, Chromium.WhyNot() ?? "");
        await using var graph = await ServedGraph.Start(seed, Cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(graph.Url) };
        var queries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in graph.Store.Ontology.Languages)
        {
            var guide = await http.GetStringAsync(new Uri($"/browser/{BrowserKit.GuideFile(language, graph.Store.Ontology)}", UriKind.Relative), Cancellation);
            queries.UnionWith(Block().Matches(guide).Select(m => m.Groups["query"].Value).Where(q => !q.StartsWith(':')));
        }
        var inGuides = queries.Count;
        using var zip = new ZipArchive(await http.GetStreamAsync(new Uri("/browser/favorites.zip", UriKind.Relative), Cancellation));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            queries.Add((await reader.ReadToEndAsync(Cancellation)).Split('\n', 2)[1].TrimEnd());
        }
        Assert.Equal(inGuides, queries.Count);
        Assert.True(inGuides > 15, $"only {inGuides} queries");
        foreach (var query in queries)
            Assert.True((await graph.Cypher(query, Cancellation)).Count > 0, $"nothing comes of: {query}");
    }

    [Fact]
    public async Task The_link_opens_the_guide_and_the_style_colours_each_kind_as_it_says()
    {
        Assert.SkipWhen(Chromium.WhyNot() is not null, Chromium.WhyNot() ?? "");
        await using var graph = await ServedGraph.Start(Seed, Cancellation);
        var ontology = graph.Store.Ontology;
        await using var chromium = await Chromium.Open(graph.Link);
        await chromium.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = ontology.Title.Best(null, ontology.Languages) }).First.WaitForAsync();

        await chromium.Run($":style {graph.Url}/browser/graph.grass");
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        var kinds = await graph.Cypher("MATCH (e:_Entity) RETURN DISTINCT e._kind", Cancellation);
        await chromium.Run("MATCH (e:_Entity) WITH e._kind AS kind, collect(e)[0] AS e RETURN e");
        var fills = await chromium.Fills(kinds.Count);
        Assert.Equal(kinds.Select(k => ontology.FindKind(k![0]!.GetValue<string>())!.Color.ToUpperInvariant()).Order(StringComparer.Ordinal), fills.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_style_each_kind_of_a_picture_has_a_colour_of_its_own()
    {
        Assert.SkipWhen(Chromium.WhyNot() is not null, Chromium.WhyNot() ?? "");
        await using var graph = await ServedGraph.Start(Seed, Cancellation);
        var kinds = Few(graph.Store.Ontology, await graph.Cypher("MATCH (e:_Entity) RETURN DISTINCT e._kind", Cancellation));
        await using var chromium = await Chromium.Open($"{Neo4jServer.Shared.Uri}/browser/");
        await chromium.Run($"MATCH (e:_Entity) WHERE e._kind IN [{string.Join(", ", kinds.Select(k => $"'{k}'"))}] WITH e._kind AS kind, collect(e)[0] AS e RETURN e");
        Assert.Distinct(await chromium.Fills(kinds.Count));
    }

    [Fact]
    public async Task Around_an_entity_stand_its_connections_and_observations_and_no_machinery()
    {
        Assert.SkipWhen(Chromium.WhyNot() is not null, Chromium.WhyNot() ?? "");
        await using var graph = await ServedGraph.Start(Seed, Cancellation);
        var labels = await graph.Cypher("MATCH (:_Entity)--(n) UNWIND labels(n) AS label RETURN DISTINCT label", Cancellation);
        var known = graph.Store.Ontology.Kinds.Select(k => k.Name).Concat(["_Entity", "Observation", "_Statement"]);
        Assert.Empty(labels.Select(l => l![0]!.GetValue<string>()).Except(known));
        Assert.Equal(0, (await graph.Cypher("MATCH (:_Entity)--(n) WHERE n.name IS NULL OR n.nameEn IS NULL RETURN count(n)", Cancellation))[0]![0]!.GetValue<int>());
        Assert.Equal(0, (await graph.Cypher("MATCH (:_Entity)--(n:_Statement) WHERE NOT n:Observation RETURN count(n)", Cancellation))[0]![0]!.GetValue<int>());
    }

    // Browser has twelve colours of its own, and gives one to every label, ancestors too.
    private static List<string> Few(Ontology ontology, JsonArray present)
    {
        var (kinds, labels) = (new List<string>(), new HashSet<string> { "_Entity" });
        foreach (var kind in present.Select(k => k![0]!.GetValue<string>()).OrderBy(k => ontology.Lineage(k).Count()))
        {
            var with = labels.Union(ontology.Lineage(kind).Select(k => k.Name)).ToHashSet();
            if (with.Count > 12)
                continue;
            labels = with;
            kinds.Add(kind);
        }
        return kinds;
    }

    [GeneratedRegex("```cypher\n(?<query>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
