using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Graph.Host;

namespace Graph.HostTests;

public sealed class GraphiQLTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Theory]
    [InlineData(Browser, "text/html")]
    [InlineData("text/html", "text/html")]
    [InlineData("text/html;q=0.5, application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData(null, "application/json")]
    public async Task Browsers_are_shown_a_page_and_others_are_answered(string? accept, string type)
    {
        using var response = await Get("/graphql?query={articles{id}}", accept);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Fact]
    public async Task The_page_may_load_its_own_files_alone_and_stand_in_no_frame()
    {
        using var response = await Get("/graphql", Browser);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.Contains(GraphiQLPage.IsBundled ? "graphiql/graphiql.js" : "apt-get install nodejs npm", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphiql/graphiql.js", "text/javascript")]
    [InlineData("/graphiql/graphiql.css", "text/css")]
    public async Task Its_files_are_given_compressed_or_not_and_not_twice(string path, string type)
    {
        Assert.SkipUnless(GraphiQLPage.IsBundled || Environment.GetEnvironmentVariable("CI") == "true", "This build has no GraphiQL: apt-get install nodejs npm.");
        using var plain = await Get(path);
        using var zipped = await Get(path, null, ("Accept-Encoding", "gzip"));
        Assert.Equal((type, "gzip"), (plain.Content.Headers.ContentType!.MediaType, Assert.Single(zipped.Content.Headers.ContentEncoding)));
        await using var unzipped = new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
        using var again = await Get(path, null, ("Accept-Encoding", "gzip"), ("If-None-Match", zipped.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public Task Every_example_finds_something_in_the_harbour() => Finds(harbour.Server, 9);

    [Fact]
    public async Task Every_example_finds_something_where_nothing_is_measured()
    {
        await using var garden = await TestServer.Start(Seeds.Garden);
        await Finds(garden, 3);
    }

    [Theory]
    [InlineData("seed", 12)]
    [InlineData("tests/Seeds/botanical-expedition", 10)]
    public async Task Every_example_finds_something_in_an_article(string seed, int atLeast)
    {
        await using var server = await TestServer.Start(Seeds.FromRoot(seed));
        await Finds(server, atLeast);
    }

    [Fact]
    public async Task Its_address_has_no_slash_at_the_end()
    {
        using var response = await Get("/graphql/?query={articles{id}}", Browser);
        Assert.EndsWith("/graphql", response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("query", response.RequestMessage.RequestUri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_tell_nothing_where_clients_may_not_ask_freely()
    {
        await using var shut = await TestServer.Start(Seeds.Garden, o => o.Introspection = false);
        Assert.Equal("[]", await shut.Http.GetStringAsync(new Uri("/graphiql/examples.json", UriKind.Relative)));
    }

    private static async Task Finds(TestServer server, int atLeast)
    {
        var examples = JsonNode.Parse(await server.Http.GetStringAsync(new Uri("/graphiql/examples.json", UriKind.Relative)))!.AsArray();
        Assert.InRange(examples.Count, atLeast, 20);
        foreach (var query in examples.Select(e => e!["query"]!.ToString()))
        {
            var data = await server.Data(query);
            Assert.All(data.AsObject(), field => Assert.True(IsSomething(field.Value), $"{query}\n{data}"));
        }
    }

    private static bool IsSomething(JsonNode? value) => value switch
    {
        JsonArray list => list.Count > 0,
        JsonObject { } found when found["nodes"] is JsonArray nodes => nodes.Count > 0,
        _ => value is not null,
    };

    private async Task<HttpResponseMessage> Get(string path, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await harbour.Server.Http.SendAsync(request);
    }
}
