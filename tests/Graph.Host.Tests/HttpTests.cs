using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Graph.Host;

namespace Graph.HostTests;

public sealed class HttpTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private const string Query = """{"query":"{ person(key:\"anna\"){ name } }"}""";

    private HttpClient Http => harbour.Server.Http;

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; q=0.9", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/json")]
    [InlineData("application/json; q=0.5, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    public async Task The_answer_has_the_media_type_that_is_liked_best(string? accept, string type)
    {
        using var response = await Post(Query, accept: accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        Assert.Equal("""{"data":{"person":{"name":"安娜"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_media_type_that_cannot_be_given_is_406()
    {
        using var response = await Post(Query, accept: "text/html");
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_a_web_page_can_send_without_asking_is_415(string type)
    {
        using var response = await Post(Query, type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("BAD_REQUEST", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("""{"query":3}""")]
    [InlineData("""{"query":"{ articles{ id } }","variables":[]}""")]
    [InlineData("""{"query":"{ articles{ id } }","extensions":"x"}""")]
    [InlineData("""{"query":"{ articles{ id } }","operationName":{}}""")]
    public async Task What_is_no_request_is_400(string body)
    {
        using var response = await Post(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("BAD_REQUEST", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{ person(")]
    [InlineData("query a{ articles{ id } } query b{ articles{ id } }")]
    public async Task The_status_of_a_request_that_is_not_executed_depends_on_the_media_type(string query)
    {
        var body = $$"""{"query":"{{query}}"}""";
        using var json = await Post(body, accept: "application/json");
        using var newer = await Post(body, accept: "application/graphql-response+json");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (json.StatusCode, newer.StatusCode));
    }

    [Fact]
    public async Task Get_asks_by_url()
    {
        var query = Uri.EscapeDataString("query a($k:String){ person(key:$k){ name } } query b{ articles{ id } }");
        Assert.Equal("""{"data":{"person":{"name":"鲍勃"}}}""", await Http.GetStringAsync(new Uri($"/graphql?query={query}&operationName=a&variables={Uri.EscapeDataString("""{"k":"bob"}""")}", UriKind.Relative)));
        using var wrong = await Http.GetAsync(new Uri($"/graphql?query={query}&variables=x", UriKind.Relative));
        using var none = await Http.GetAsync(new Uri("/graphql", UriKind.Relative));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrong.StatusCode, none.StatusCode));
    }

    [Fact]
    public async Task A_mutation_is_not_answered_to_GET()
    {
        using var response = await Http.GetAsync(new Uri($"/graphql?query={Uri.EscapeDataString("query a{ articles{ id } } mutation b{ __typename }")}&operationName=b", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        using var other = await Http.GetAsync(new Uri($"/graphql?query={Uri.EscapeDataString("query a{ articles{ id } } mutation b{ __typename }")}&operationName=a", UriKind.Relative));
        Assert.NotEqual(HttpStatusCode.MethodNotAllowed, other.StatusCode);
    }

    [Theory]
    [InlineData("{ articles{ id } }", HttpStatusCode.ServiceUnavailable)]
    [InlineData("{ entities{ totalCount } __typename }", HttpStatusCode.OK)] // an answer in part is an answer
    public async Task A_store_that_is_away_is_503(string query, HttpStatusCode expected)
    {
        await using var server = await TestServer.Start(Seeds.Harbour, before: (_, _) => throw new StoreUnavailableException("The store does not answer.", "Start it.", isTransient: true));
        Assert.Equal((HttpStatusCode.OK, expected), await Statuses(server, query));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_504()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => o.Timeout = TimeSpan.FromMilliseconds(200),
            before: (_, arguments) => Task.Delay(Timeout.Infinite, (CancellationToken)arguments[^1]!));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.GatewayTimeout), await Statuses(server, "{ entities{ totalCount } }"));
    }

    [Fact]
    public async Task What_nobody_foresaw_is_500_when_nothing_is_left_to_answer()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, before: (_, _) => throw new InvalidOperationException("x"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.InternalServerError), await Statuses(server, "{ articles{ id } }"));
    }

    [Fact]
    public async Task A_client_that_has_as_many_operations_running_as_it_may_is_429()
    {
        var (entered, leave) = (new SemaphoreSlim(0), new TaskCompletionSource());
        await using var server = await TestServer.Start(Seeds.Harbour, http: o => o.MaxConcurrentOperations = 2,
            before: (_, _) => Task.Run(async () => { entered.Release(); await leave.Task; }));
        var running = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Post(Query, server: server))).ToArray();
        await entered.WaitAsync();
        await entered.WaitAsync();
        using (var refused = await Post(Query, server: server))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("""{"code":"LIMIT_EXCEEDED","hint":"Wait for the answers before asking more.","limit":2,"actual":3}""", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        leave.SetResult();
        foreach (var answer in await Task.WhenAll(running))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var next = await Post(Query, server: server);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var response = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_schema_is_given_as_text() =>
        Assert.Equal(GraphApi.SchemaOf(Seeds.OntologyOf(Seeds.Harbour)), await Http.GetStringAsync(new Uri("/graphql?sdl", UriKind.Relative)));

    private async Task<(HttpStatusCode Json, HttpStatusCode GraphQL)> Statuses(TestServer server, string query)
    {
        var body = $$"""{"query":"{{query}}"}""";
        using var json = await Post(body, accept: "application/json", server: server);
        using var newer = await Post(body, accept: "application/graphql-response+json", server: server);
        return (json.StatusCode, newer.StatusCode);
    }

    private async Task<HttpResponseMessage> Post(string body, string type = "application/json", string? accept = null, TestServer? server = null)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await (server?.Http ?? Http).SendAsync(request);
    }
}
