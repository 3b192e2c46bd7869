namespace Graph.BrowserTests;

/// <summary>GraphQL over HTTP as its own audits see it (npm graphql-http).</summary>
[Collection(OneDatabase.Name)]
public sealed class HttpAuditTests
{
    [Fact]
    public async Task Every_MUST_and_SHOULD_of_GraphQL_over_HTTP_is_kept()
    {
        await NodeProject.Require();
        await using var graph = await ServedGraph.Embedded("seed", TestContext.Current.CancellationToken);
        var output = await NodeProject.Run("audits.mjs", $"{graph.Url}/graphql");
        Assert.Contains("36 kept", output, StringComparison.Ordinal);
    }
}
