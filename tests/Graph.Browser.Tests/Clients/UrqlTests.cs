namespace Graph.BrowserTests;

[Collection(OneDatabase.Name)]
public sealed class UrqlTests
{
    public static TheoryData<string, string> Graphs => ClientGraphs.All;

    [Theory]
    [MemberData(nameof(Graphs))]
    public async Task Urql_pages_caches_and_asks_by_hash(string seed, string store)
    {
        await using var graph = await ClientGraphs.Serve(seed, store);
        await NodeProject.Run("urql.mjs", $"{graph.Url}/graphql");
    }
}
