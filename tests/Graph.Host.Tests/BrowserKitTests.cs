using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Graph.Host;
using Graph.SqliteStore;

namespace Graph.HostTests;

/// <summary>Guide, style and favourites for Neo4j Browser, as text. Graph.Browser.Tests tries them in the real one.</summary>
public sealed partial class BrowserKitTests : IClassFixture<HarbourServer>
{
    private readonly HttpClient _http;

    public BrowserKitTests(HarbourServer harbour) => _http = harbour.Server.Http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("guide.md", "harbour.guide.md")]
    [InlineData("guide.en.md", "harbour.guide.en.md")]
    [InlineData("graph.en.grass", "harbour.graph.en.grass")]
    public async Task The_kit_of_a_small_graph_is_as_approved(string file, string approved)
    {
        var text = await _http.GetStringAsync(new Uri($"/browser/{file}", UriKind.Relative), Cancellation);
        Approval.Verify(text.Replace(_http.BaseAddress!.Authority, "localhost:5000", StringComparison.Ordinal), approved);
    }

    [Fact]
    public async Task Another_graph_is_another_walk_without_stops_for_what_it_lacks()
    {
        await using var garden = await TestServer.Start(Seeds.Garden);
        var (own, other) = (Headings(await _http.GetStringAsync(new Uri("/browser/guide.en.md", UriKind.Relative), Cancellation)),
            Headings(await garden.Http.GetStringAsync(new Uri("/browser/guide.md", UriKind.Relative), Cancellation)));
        Assert.NotEqual(own, other);
        Assert.Contains("What the text denies", own);
        Assert.Contains("Observations by year", own);
        Assert.DoesNotContain("Observations by year", other); // it measures nothing
    }

    [Fact]
    public async Task An_empty_graph_has_a_cover_alone()
    {
        var folder = Directory.CreateTempSubdirectory("graph-host-tests-").FullName;
        await using (var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = Path.Combine(folder, "empty.db") }, Seeds.OntologyOf(Seeds.Harbour), TimeProvider.System))
        {
            var kit = await BrowserKit.Read(store, Cancellation);
            Assert.DoesNotContain("---", kit.Guide("en"), StringComparison.Ordinal);
            Assert.StartsWith("# Harbour\n", kit.Guide("en"), StringComparison.Ordinal);
            Assert.Contains("node.Ship {", kit.Grass("en"), StringComparison.Ordinal);
            using var zip = new ZipArchive(new MemoryStream(kit.Favorites()));
            Assert.Empty(zip.Entries);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Favourites_have_a_folder_a_language_and_a_title_in_the_first_line()
    {
        var bytes = await _http.GetByteArrayAsync(new Uri("/browser/favorites.zip", UriKind.Relative), Cancellation);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["harbour (en)", "harbour (zh)"], zip.Entries.Select(e => Path.GetDirectoryName(e.FullName)).Distinct().Order());
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            Assert.Matches(@"\A// [^\n]+\nMATCH ", await reader.ReadToEndAsync(Cancellation));
            Assert.EndsWith(".cypher", entry.FullName, StringComparison.Ordinal);
        }
        Assert.Equal(bytes, await _http.GetByteArrayAsync(new Uri("/browser/favorites.zip", UriKind.Relative), Cancellation));
    }

    [Theory]
    [InlineData("#000000", "#FFFFFF")]
    [InlineData("#FFFFFF", "#1A1A1A")]
    [InlineData("#F0E442", "#1A1A1A")]
    [InlineData("#0072B2", "#FFFFFF")]
    public void Text_is_readable_on_the_colour_of_its_node(string color, string text) => Assert.Equal(text, BrowserGrass.TextOn(color));

    [Theory]
    [InlineData("http://localhost:7474", true)]
    [InlineData("http://127.0.0.1:7474", true)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("null", false)]
    public async Task Browser_may_read_the_kit_from_another_port_of_this_machine_and_no_other_site_may(string origin, bool allowed)
    {
        foreach (var method in new[] { HttpMethod.Options, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(method, "/browser/guide.md");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "cache-control,pragma,sentry-trace");
            using var response = await _http.SendAsync(request, Cancellation);
            Assert.True(response.IsSuccessStatusCode);
            Assert.Equal(allowed ? origin : null, Header(response, "Access-Control-Allow-Origin"));
            Assert.Equal(allowed ? "cache-control,pragma,sentry-trace" : null, Header(response, "Access-Control-Allow-Headers"));
        }
    }

    [Fact]
    public async Task Nothing_else_is_open_to_other_origins()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        request.Headers.Add("Origin", "http://localhost:7474");
        using var response = await _http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_link_to_the_guide_is_given_by_the_api_where_there_is_one()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => o.BrowserGuide = "http://localhost:7474/browser/?cmd=guide&arg=x");
        await server.Gives("{ statistics { browserGuide } }", """{"statistics":{"browserGuide":"http://localhost:7474/browser/?cmd=guide&arg=x"}}""");
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    private static string[] Headings(string guide) => [.. Heading().Matches(guide).Select(m => m.Groups["title"].Value)];

    [GeneratedRegex("^## (?<title>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
