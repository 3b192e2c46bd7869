using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Host;

namespace Graph.HostTests;

public sealed class PersistedQueryTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private const string Query = """{ person(key:"anna"){ name } }""", Answer = """{"data":{"person":{"name":"安娜"}}}""";

    private static string Hash => PersistedQueries.HashOf(Query);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_is_known_by_its_hash_once_it_was_sent_with_it(bool byGet)
    {
        await using var server = await TestServer.Start(Seeds.Harbour);
        var (status, missing) = await Ask(server, null, Hash, byGet);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("PersistedQueryNotFound", missing["errors"]![0]!["message"]!.ToString());
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", missing["errors"]![0]!["extensions"]!["code"]!.ToString());
        Assert.Null(missing["data"]);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(server, null, Hash, byGet, "application/graphql-response+json")).Status);
        foreach (var query in new[] { Query, null, null })
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Answer), (await Ask(server, query, Hash, byGet)).Body));
    }

    [Fact]
    public async Task A_hash_that_is_not_the_query_s_is_refused_and_not_kept()
    {
        var wrong = PersistedQueries.HashOf("{ articles{ id } }");
        var (status, body) = await Ask(harbour.Server, Query, wrong);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BAD_REQUEST", body["errors"]![0]!["extensions"]!["code"]!.ToString());
        Assert.Equal("PersistedQueryNotFound", (await Ask(harbour.Server, null, wrong)).Body["errors"]![0]!["message"]!.ToString());
    }

    [Theory]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"sha256Hash":"x"}""")]
    [InlineData("""{"version":1.5,"sha256Hash":"x"}""")]
    [InlineData("""{"version":1,"sha256Hash":5}""")]
    public async Task A_persisted_query_of_an_unknown_form_is_400(string persisted)
    {
        using var response = await harbour.Server.Http.PostAsync("/graphql", new StringContent($$$"""{"extensions":{"persistedQuery":{{{persisted}}}}}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public void No_more_is_remembered_than_may_be_and_what_was_used_last_stays()
    {
        var queries = new PersistedQueries(2);
        string[] texts = ["{ a }", "{ b }", "{ c }"];
        var hashes = texts.Select(PersistedQueries.HashOf).ToArray();
        queries.Add(hashes[0], texts[0]);
        queries.Add(hashes[1], texts[1]);
        Assert.Equal(texts[0], queries.Find(hashes[0]));
        queries.Add(hashes[2], texts[2]);
        Assert.Equal([texts[0], null, texts[2]], hashes.Select(queries.Find));

        var large = new PersistedQueries(1_000);
        var long_ = Enumerable.Range(0, 60).Select(i => new string((char)('a' + (i % 26)), 100_000) + i).ToArray();
        foreach (var text in long_)
            large.Add(PersistedQueries.HashOf(text), text);
        Assert.Null(large.Find(PersistedQueries.HashOf(long_[0])));
        Assert.NotNull(large.Find(PersistedQueries.HashOf(long_[^1])));
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> Ask(TestServer server, string? query, string hash, bool byGet = false, string accept = "application/json")
    {
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } };
        using var request = byGet
            ? new HttpRequestMessage(HttpMethod.Get, $"/graphql?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(extensions))}{(query is null ? "" : $"&query={Uri.EscapeDataString(query)}")}")
            : new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query, extensions }), Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", accept);
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
