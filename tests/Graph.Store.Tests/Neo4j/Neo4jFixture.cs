using Graph.Core;
using Graph.Neo4jStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Stores in the one database of the run's server, which is emptied for each: their test classes therefore run one after the other.</summary>
public sealed class Neo4jFixture : StoreFixture
{
    public override string? WhyUnavailable => Neo4jServer.WhyUnavailable;

    // Every random filter is a new text for the server to plan, which takes a hundred times as long as to run it.
    public override int RandomGraphs => int.TryParse(Environment.GetEnvironmentVariable("GRAPH_TEST_RANDOM"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 3;

    public override async ValueTask<IGraphStore> Create(Ontology ontology, TimeProvider time)
    {
        await Empty();
        return await Neo4jGraphStore.Open(Neo4jServer.Shared.Options, ontology, time, CancellationToken.None);
    }

    public override async ValueTask<IGraphStore> OpenAgain(IGraphStore store, Ontology ontology, TimeProvider time) =>
        await Neo4jGraphStore.Open(Neo4jServer.Shared.Options, ontology, time, CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        if (WhyUnavailable is null)
            await Empty();
    }

    public static async Task Empty() => await Cypher("MATCH (n) DETACH DELETE n");

    /// <summary>Runs a statement beside the store.</summary>
    internal static async Task<Rows> Cypher(string cypher, Parameters? parameters = null)
    {
        await using var connection = Addresses.To(Neo4jServer.Shared.Options, TimeProvider.System);
        return await connection.Write(cypher, parameters ?? Parameters.None, CancellationToken.None);
    }
}

/// <summary>Test classes of the one Neo4j database.</summary>
[CollectionDefinition(Name)]
public sealed class Neo4jCollection
{
    public const string Name = "Neo4j";
}
