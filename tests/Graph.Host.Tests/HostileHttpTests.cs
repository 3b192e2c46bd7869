using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Graph.HostTests;

/// <summary>Hostile requests whose malice is in HTTP and not in the document.</summary>
public sealed class HostileHttpTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private const string Body = """{"query":"{ articles{ id } }"}""";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly IReadOnlyDictionary<string, (HttpStatusCode Status, Func<HttpRequestMessage> Request)> Requests =
        new Dictionary<string, (HttpStatusCode, Func<HttpRequestMessage>)>
        {
            ["a body in UTF-16"] = (HttpStatusCode.UnsupportedMediaType, () => Post(new StringContent(Body, Encoding.Unicode, "application/json"))),
            ["a body in a charset that nobody knows"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Bytes(Utf8.GetBytes(Body), "application/json; charset=x-klingon"))),
            ["a body of bytes that are no text"] = (HttpStatusCode.BadRequest, () => Post(Bytes([.. "{\"query\":\""u8, 0xC0, 0xAF, 0xFF, .. "\"}"u8]))),
            ["a body in UTF-16 that says UTF-8"] = (HttpStatusCode.BadRequest, () => Post(Bytes(Encoding.Unicode.GetBytes(Body)))),
            ["a zipped body"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Coded(Zipped(Utf8.GetBytes(Body)), "gzip"))),
            ["a zipped body that swells to 50 MB"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Coded(Zipped(new byte[50_000_000]), "gzip"))),
            ["a body of a coding that nobody knows"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Coded(Utf8.GetBytes(Body), "zstd, x"))),
            ["a form"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Bytes("query={articles{id}}"u8.ToArray(), "application/x-www-form-urlencoded"))),
            ["two media types"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Bytes(Utf8.GetBytes(Body), "application/json, text/plain"))),
            ["a media type of 8,000 letters"] = (HttpStatusCode.UnsupportedMediaType, () => Post(Bytes(Utf8.GetBytes(Body), "application/" + new string('j', 8_000)))),
            ["300,000 bytes in pieces, without a length"] = (HttpStatusCode.RequestEntityTooLarge, () => Post(Chunked(new string(' ', 300_000)))),
            ["a URL of 100,000 letters"] = (HttpStatusCode.RequestUriTooLong, () => Get("query=" + new string('a', 100_000))),
            ["3,000 parameters"] = (HttpStatusCode.OK, () => Get(string.Concat(Enumerable.Repeat("a&", 3_000)) + "query={articles{id}}")),
            ["a query twice"] = (HttpStatusCode.BadRequest, () => Get("query={articles{id}}&query={articles{id}}")),
            ["half a pair in a URL"] = (HttpStatusCode.OK, () => Get("query={search(text:%22%ED%A0%80%22){score}}")), // which is no UTF-8 and becomes replacement characters
            ["half a pair in the variables of a URL"] = (HttpStatusCode.BadRequest, () => Get("query=query($t:String!){search(text:$t){score}}&variables={%22t%22:%22\\ud800%22}")),
            ["a zero in a URL"] = (HttpStatusCode.OK, () => Get("query={search(text:%22a%5Cu0000%22){score}}")),
            ["60 headers of 500 letters"] = (HttpStatusCode.RequestHeaderFieldsTooLarge, () => With(Post(Bytes(Utf8.GetBytes(Body))), Enumerable.Range(0, 70).Select(i => ($"X-{i}", new string('x', 500))))),
            ["110 headers"] = (HttpStatusCode.RequestHeaderFieldsTooLarge, () => With(Post(Bytes(Utf8.GetBytes(Body))), Enumerable.Range(0, 110).Select(i => ($"X-{i}", "x")))),
            ["1,000 media types accepted"] = (HttpStatusCode.NotAcceptable, () => With(Post(Bytes(Utf8.GetBytes(Body))), [("Accept", string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"a/b{i};q=0.{i % 10}")))])),
            ["an Accept that is no list"] = (HttpStatusCode.NotAcceptable, () => With(Post(Bytes(Utf8.GetBytes(Body))), [("Accept", ";;;q=///")])),
            ["a cost that is asked for in 5,000 letters"] = (HttpStatusCode.OK, () => With(Post(Bytes(Utf8.GetBytes(Body))), [("GraphQL-Cost", new string('r', 5_000))])),
            ["a trace of nonsense"] = (HttpStatusCode.OK, () => With(Post(Bytes(Utf8.GetBytes(Body))), [("traceparent", "00-zz-zz-" + new string('f', 500)), ("tracestate", new string('=', 2_000))])),
            ["a method of its own"] = (HttpStatusCode.MethodNotAllowed, () => new HttpRequestMessage(new HttpMethod("BREW"), "/graphql")),
            ["DELETE with a body"] = (HttpStatusCode.MethodNotAllowed, () => new HttpRequestMessage(HttpMethod.Delete, "/graphql") { Content = Bytes(Utf8.GetBytes(Body)) }),
            ["a path behind the endpoint"] = (HttpStatusCode.NotFound, () => new HttpRequestMessage(HttpMethod.Get, "/graphql/%2e%2e/%2e%2e/etc/passwd")),
        };

    private TestServer Server => harbour.Server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused_by_its_status_or_answered_and_the_next_query_works(string name)
    {
        var (status, make) = Requests[name];
        using var request = make();
        using var response = await Server.Http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text[..Math.Min(text.Length, 500)]}");
        Assert.All(["   at ", "Exception", "System.", "/root", "/work"], inside => Assert.DoesNotContain(inside, text, StringComparison.Ordinal));
        Assert.Empty(Server.Log.Lines);
        await Server.Gives("""{ person(key:"anna"){ key } }""", """{"person":{"key":"anna"}}""");
    }

    [Theory]
    [InlineData("POST /graphql HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n{\"query\":\"{ articles{ id } }\"}", " 200 ")]
    [InlineData("GET /graphql?query={articles{id}} HTTP/1.0\r\n\r\n", " 200 ")]
    [InlineData("GET /graphql?query={articles{id}} HTTP/1.1\r\n\r\n", " 400 ")] // without a host
    [InlineData("GET /graphql?query={articles{id}} HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", " 400 ")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 30\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", " 400 ")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n", " 400 ")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n", " 400 ")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2000000000\r\n\r\n", " 413 ")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n", " 400 ")]
    [InlineData("GET /graphql HTTP/9.9\r\nHost: a\r\n\r\n", " 505 ")]
    [InlineData("nonsense\r\n\r\n", " 400 ")]
    public async Task Raw_bytes_are_answered_with_their_status_and_the_next_query_works(string sent, string status)
    {
        using var client = new TcpClient("127.0.0.1", Server.Http.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent), Cancellation);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync(Cancellation);
        Assert.Contains(status, line + " ", StringComparison.Ordinal);
        Assert.Empty(Server.Log.Lines);
        await Server.Gives("""{ person(key:"anna"){ key } }""", """{"person":{"key":"anna"}}""");
    }

    private static HttpRequestMessage Post(HttpContent content) => new(HttpMethod.Post, "/graphql") { Content = content };

    private static HttpRequestMessage Get(string query) => new(HttpMethod.Get, new Uri("/graphql?" + query, UriKind.Relative));

    private static HttpRequestMessage With(HttpRequestMessage request, IEnumerable<(string Name, string Value)> headers)
    {
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static ByteArrayContent Bytes(byte[] bytes, string type = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static ByteArrayContent Coded(byte[] bytes, string coding)
    {
        var content = Bytes(bytes);
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return content;
    }

    private static StreamContent Chunked(string text)
    {
        var content = new StreamContent(new Unmeasured(Utf8.GetBytes(text)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var zip = new GZipStream(result, CompressionLevel.Fastest))
            zip.Write(bytes);
        return result.ToArray();
    }

    // Its length is not known before, so it is sent in pieces.
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
