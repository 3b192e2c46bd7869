namespace Graph.BrowserTests;

[Collection(OneDatabase.Name)]
public sealed class RelayTests
{
    public static TheoryData<string, string> Graphs => ClientGraphs.All;

    [Theory]
    [MemberData(nameof(Graphs))]
    public async Task Relay_compiles_and_its_containers_page_both_ways_and_refetch_by_id(string seed, string store)
    {
        await using var graph = await ClientGraphs.Serve(seed, store);
        await NodeProject.Run("compile-relay.mjs", $"{graph.Url}/graphql");
        await NodeProject.Run("relay.cjs", $"{graph.Url}/graphql");
    }
}
