using Graph.StoreTests;

namespace Graph.BrowserTests;

/// <summary>What the clients are run against: two articles of different fields, on both stores.</summary>
internal static class ClientGraphs
{
    private const string Sqlite = "sqlite", Neo4j = "neo4j";

    public static TheoryData<string, string> All => new()
    {
        { "seed", Sqlite },
        { "tests/Seeds/botanical-expedition", Sqlite },
        { "seed", Neo4j },
        { "tests/Seeds/botanical-expedition", Neo4j },
    };

    /// <summary>Serves a seed on a store. Skips where node or Neo4j is not to be had; with CI=true that is a failure, where it should
    /// be.</summary>
    public static async Task<ServedGraph> Serve(string seed, string store)
    {
        await NodeProject.Require();
        if (store == Sqlite)
            return await ServedGraph.Embedded(seed, TestContext.Current.CancellationToken);
        var reason = Neo4jServer.WhyUnavailable;
        Assert.False(reason is not null && Neo4jServer.Folder is not null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipWhen(reason is not null, reason ?? "");
        return await ServedGraph.Start(seed, TestContext.Current.CancellationToken);
    }
}
