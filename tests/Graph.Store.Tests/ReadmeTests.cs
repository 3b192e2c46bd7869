using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.StoreTests;

/// <summary>What README promises of its queries: they answer on the seed that is served by default, the same on every store.</summary>
[Collection(Neo4jCollection.Name)]
public sealed partial class ReadmeTests
{
    private static readonly string Root = RootFolder();

    [Fact]
    public async Task Every_query_finds_something_on_the_embedded_store()
    {
        await using var fixture = new SqliteFixture();
        Assert.All(await Answers(fixture), a =>
        {
            Assert.Null(JsonNode.Parse(a)!["errors"]);
            Assert.DoesNotContain("[]", a, StringComparison.Ordinal);
            Assert.All(JsonNode.Parse(a)!["data"]!.AsObject(), field => Assert.NotNull(field.Value));
        });
    }

    [Fact]
    public async Task Every_query_gives_the_same_bytes_on_both_stores_and_the_Cypher_finds_something()
    {
        await using var neo4j = new Neo4jFixture();
        Assert.SkipWhen(neo4j.WhyUnavailable is not null && Environment.GetEnvironmentVariable("CI") != "true", neo4j.WhyUnavailable ?? "");
        await using var sqlite = new SqliteFixture();
        Assert.Equal(await Answers(sqlite), await Answers(neo4j));
        foreach (var cypher in await Blocks("cypher"))
            Assert.NotEqual(0, (await Neo4jFixture.Cypher(cypher)).Count);
    }

    [Fact]
    public async Task The_bulk_file_that_it_shows_is_imported_and_exported_again()
    {
        var shown = (await Blocks("json")).Single(b => b.StartsWith("{\"graph\":", StringComparison.Ordinal));
        await using var fixture = new SqliteFixture();
        await using var store = await fixture.Create(SeedReader.ReadFolder(Path.Combine(Root, "seed")).OrThrow().Ontology, TimeProvider.System);
        using var file = new BulkFile();
        Assert.Equal((2, 1), await file.Import(store, shown) is var report ? (report.Entities, report.Statements) : default);
        Assert.Equal(shown, Regex.Replace(await BulkFile.Export(store), "\"id\":\"r_[^\"]*\",", ""));
    }

    private static async Task<IReadOnlyList<string>> Answers(StoreFixture fixture)
    {
        var seed = SeedReader.ReadFolder(Path.Combine(Root, "seed")).OrThrow();
        await using var store = await fixture.Create(seed.Ontology, TimeProvider.System);
        await Importer.Import(store, seed.Articles, "test", CancellationToken.None);
        await using var api = await ServedApi.Start(store);
        var queries = await Blocks("graphql");
        Assert.True(queries.Length >= 5, "README shows five queries that a newcomer can paste.");
        var answers = new List<string>();
        foreach (var query in queries)
        {
            using var response = await api.Http.PostAsJsonAsync("/graphql", new { query });
            answers.Add(await response.Content.ReadAsStringAsync());
        }
        return answers;
    }

    private static async Task<string[]> Blocks(string language) => [.. Block().Matches(await File.ReadAllTextAsync(Path.Combine(Root, "README.md")))
        .Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["query"].Value)];

    private static string RootFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Graph.sln")))
            at = at.Parent;
        return at.FullName;
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<query>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
