using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Every hostile request to a service on each store: answered in our own words, with nothing of the inside, alike on both; and the
/// next query works.</summary>
[Collection(Neo4jCollection.Name)]
public sealed partial class AbuseOnEveryStoreTests(AbuseOnEveryStoreTests.Services services) : IClassFixture<AbuseOnEveryStoreTests.Services>
{
    private const string Normal = """{"query":"{ person(key:\"anna\"){ key name owns{ nodes{ key } } } search(text:\"Salt\"){ entity{ key } } }"}""";

    private static readonly string[] Codes =
        [.. Enum.GetValues<ErrorCode>().Select(c => Spelling.EnumValue(c.ToString())), "PARSE_FAILED", "VALIDATION_FAILED", "BAD_REQUEST", "TIMEOUT"];

    public static TheoryData<string> Names => [.. Abuse.Everything().Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_answered_alike_and_tells_nothing_of_the_inside(string name)
    {
        Assert.SkipWhen(services.WhyUnavailable is not null && Environment.GetEnvironmentVariable("CI") != "true", services.WhyUnavailable ?? "");
        var (_, body, codes) = Abuse.Everything().Single(a => a.Name == name);
        var (embedded, status) = await Send(services.Sqlite, body);
        var found = Found(embedded);
        Assert.All(found, c => Assert.Contains(c, Codes));
        Assert.True(codes.Length == 0 ? found.Length == 0 : found.Length > 0 && found.All(codes.Split(' ').Contains), Start(embedded));
        AssertTellsNothing(embedded, body);
        var (shared, sharedStatus) = await Send(services.Neo4j, body);
        Assert.Equal((status, Start(embedded)), (sharedStatus, Start(shared)));
        Assert.Equal(embedded, shared);
        Assert.Empty(services.Sqlite.Log.Lines.Concat(services.Neo4j.Log.Lines));
        Assert.Equal(services.Normal, (await Send(services.Sqlite, Normal)).Text);
        Assert.Equal(services.Normal, (await Send(services.Neo4j, Normal)).Text);
    }

    private static string[] Found(string answer) =>
        [.. JsonNode.Parse(answer)!["errors"]?.AsArray().Select(e => e!["extensions"]!["code"]!.ToString()).Distinct() ?? []];

    // What the request itself says may be repeated.
    private static void AssertTellsNothing(string answer, string body)
    {
        foreach (Match match in Inside().Matches(answer))
            Assert.True(body.Contains(match.Value, StringComparison.Ordinal), $"'{match.Value}' in {Start(answer)}");
    }

    [GeneratedRegex(@"\w*Exception|\w+\.cs\b|   at |System\.|Microsoft\.|GraphQL\.|GraphQLParser|Graph\.\w+|/root|/work|/tmp|/usr|SELECT |MATCH \("
        + @"|UNWIND|(?i:neo4j|sqlite|lucene|null reference)|Neo\.|Dictionary|List`|`\d")]
    private static partial Regex Inside();

    private static string Start(string text) => text[..Math.Min(text.Length, 500)];

    private static async Task<(string Text, HttpStatusCode Status)> Send(ServedApi api, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Http.PostAsync("/graphql", content, TestContext.Current.CancellationToken);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.StatusCode);
    }

    /// <summary>The seed of the harbour, served from each store. Patient: what is refused for its time alone is another test's matter.</summary>
    public sealed class Services : IAsyncLifetime
    {
        private readonly SqliteFixture _one = new();
        private readonly Neo4jFixture _other = new();
        private readonly List<IGraphStore> _stores = [];

        public string? WhyUnavailable => _other.WhyUnavailable;

        internal ServedApi Sqlite { get; private set; } = null!;

        internal ServedApi Neo4j { get; private set; } = null!;

        /// <summary>What the next query is to find.</summary>
        internal string Normal { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            if (WhyUnavailable is not null)
                return;
            Sqlite = await Serve(_one);
            Neo4j = await Serve(_other);
            Normal = (await Send(Sqlite, AbuseOnEveryStoreTests.Normal)).Text;
            Assert.Contains("egret", Normal, StringComparison.Ordinal);
        }

        public async ValueTask DisposeAsync()
        {
            if (Sqlite is not null)
                await Sqlite.DisposeAsync();
            if (Neo4j is not null)
                await Neo4j.DisposeAsync();
            foreach (var store in _stores)
                await store.DisposeAsync();
            await _one.DisposeAsync();
            await _other.DisposeAsync();
        }

        private async Task<ServedApi> Serve(StoreFixture fixture)
        {
            var seed = SeedReader.ReadFolder(Harbour()).OrThrow();
            var store = await fixture.Create(seed.Ontology, TimeProvider.System);
            _stores.Add(store);
            await Importer.Import(store, seed.Articles, "test", CancellationToken.None);
            return await ServedApi.Start(store, o => o.Timeout = TimeSpan.FromMinutes(5));
        }

        private static string Harbour([CallerFilePath] string here = "") =>
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Graph.Host.Tests", "Seeds", "harbour"));
    }
}
