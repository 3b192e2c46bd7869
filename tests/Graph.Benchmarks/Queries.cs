using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>What is measured, as a resolver would ask it of <see cref="IGraphStore"/>.</summary>
internal static class Queries
{
    private const int Times = 5000;

    public static async Task<IReadOnlyList<Measurement>> Measure(IGraphStore store, GeneratedGraph graph) =>
    [
        await Measurement.Of("entity by name with 10 relationships and their targets", Times, Connected(store, graph), n => ByName(store, n)),
        await Measurement.Of("2 hops, distinct", Times, Enumerable.Range(0, graph.Entities).ToArray(), n => TwoHops(store, n)),
        await Measurement.Of("name prefix, 10", Times, Enumerable.Range(0, graph.Entities).ToArray(), n => Prefix(store, n)),
        await Measurement.Of("text search", Times, Enumerable.Range(0, graph.Entities).ToArray(), n => Search(store, n)),
    ];

    // Entities that have ten relationships to give.
    private static int[] Connected(IGraphStore store, GeneratedGraph graph)
    {
        var keys = Enumerable.Range(0, graph.Entities).Select(GeneratedGraph.Key).ToArray();
        var rows = store.Entities(keys, EntityParts.Degree, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return [.. Enumerable.Range(0, graph.Entities).Where(n => rows[n]!.Degree >= 10)];
    }

    private static async Task<int> ByName(IGraphStore store, int n)
    {
        var hits = await store.Names(new NameQuery.Exact([Folding.Fold(GeneratedGraph.ChineseName(n))]), CancellationToken.None);
        var pages = await store.StatementsOf([hits[0].Entity], AnchorRole.AnyEnd, StatementFilter.Affirmed, PageRequest.First(10), StatementParts.Body, CancellationToken.None);
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
