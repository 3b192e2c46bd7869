namespace Graph.BrowserTests;

[Collection(OneDatabase.Name)]
public sealed class ApolloTests
{
    public static TheoryData<string, string> Graphs => ClientGraphs.All;

    [Theory]
    [MemberData(nameof(Graphs))]
    public async Task Apollo_Client_pages_caches_and_asks_by_hash(string seed, string store)
    {
        await using var graph = await ClientGraphs.Serve(seed, store);
        await NodeProject.Run("apollo.mjs", $"{graph.Url}/graphql");
    }
}
