using System.Net;
using Graph.Host;
using Microsoft.Extensions.Options;

namespace Graph.HostTests;

public sealed class CrossOriginTests
{
    private const string Page = "https://app.example.org";

    [Theory]
    [InlineData("", Page, null)]
    [InlineData(Page, Page, Page)]
    [InlineData("https://other.example.org, https://app.example.org", Page, Page)]
    [InlineData(Page, "https://app.example.org.evil.example", null)]
    [InlineData("*", Page, "*")]
    public async Task Only_pages_of_configured_origins_may_read_answers_and_send_questions(string configured, string origin, string? allowed)
    {
        await using var server = await TestServer.Start(Seeds.Harbour, http: o => o.CorsOrigins = configured);
        using var question = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={articles{id}}");
        question.Headers.Add("Origin", origin);
        using var answer = await server.Http.SendAsync(question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(allowed, Header(answer, "Access-Control-Allow-Origin"));

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await server.Http.SendAsync(preflight);
        Assert.Equal(allowed, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(allowed is null ? null : "content-type", Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal(configured.Length == 0 ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("app.example.org")]
    [InlineData("https://app.example.org/")]
    [InlineData("https://app.example.org/page")]
    [InlineData("ftp://app.example.org")]
    public async Task What_is_no_origin_is_told_at_start(string configured)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => TestServer.Start(Seeds.Harbour, http: o => o.CorsOrigins = configured));
        Assert.Contains("Graph:Http:CorsOrigins", fault.Message, StringComparison.Ordinal);
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
