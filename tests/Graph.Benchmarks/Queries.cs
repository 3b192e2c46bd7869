using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>What is measured, as a resolver would ask it of <see cref="IGraphStore"/>.</summary>
internal static class Queries
{
    private const int Times = 5000;

    public static async Task<IReadOnlyList<Measurement>> Measure(IGraphStore store, GeneratedGraph graph) =>
    [
        await Measurement.Of("entity by name with 10 relationships and their targets", Times, graph.Entities, n => ByName(store, n)),
        await Measurement.Of("2 hops, distinct", Times, graph.Entities, n => TwoHops(store, n)),
        await Measurement.Of("name prefix, 10", Times, graph.Entities, n => Prefix(store, n)),
        await Measurement.Of("text search", Times, graph.Entities, n => Search(store, n)),
    ];

    private static async Task<int> ByName(IGraphStore store, int n)
    {
        var hits = await store.Names(new NameQuery.Exact([Folding.Fold(GeneratedGraph.ChineseName(n))]), CancellationToken.None);
        var pages = await store.StatementsOf([hits[0].Entity], AnchorRole.Out, StatementFilter.Affirmed, PageRequest.First(10), StatementParts.Body, CancellationToken.None);
        var targets = pages[0].Values.Select(r => r.Subject == hits[0].Entity ? r.Target! : r.Subject).ToArray();
        var entities = await store.Entities(targets, EntityParts.Body, CancellationToken.None);
        return entities.Count;
    }

    private static async Task<int> TwoHops(IGraphStore store, int n)
    {
        var first = await Neighbours(store, [GeneratedGraph.Key(n)]);
        var second = await Neighbours(store, first[0]);
        return second.SelectMany(keys => keys).Concat(first[0]).Distinct().Count();
    }

    private static ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(IGraphStore store, IReadOnlyList<string> keys) =>
        store.Neighbours(new NeighbourQuery(keys, Direction.Out, null, null, null, 100_000), CancellationToken.None);

    private static async Task<int> Prefix(IGraphStore store, int n)
    {
        var name = Folding.Fold(GeneratedGraph.ChineseName(n));
        return (await store.Names(new NameQuery.Prefix(name[..Math.Min(name.Length, 4)], 10), CancellationToken.None)).Count;
    }

    private static async Task<int> Search(IGraphStore store, int n)
    {
        var terms = SearchTerms.OfQuery(GeneratedGraph.ChineseName(n)[..3]);
        return (await store.Names(new NameQuery.Terms(terms), CancellationToken.None)).Count;
    }
}
