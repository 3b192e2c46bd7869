using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>What is measured, as a resolver would ask it of <see cref="IGraphStore"/>.</summary>
internal static class Queries
{
    private const int Times = 5000;

    // What a query asks for that shows names, types and status; and one that shows evidence and summaries.
    private static readonly (StatementParts, EntityParts) Shown = (StatementParts.Scalars, EntityParts.Names), Whole = (StatementParts.Body, EntityParts.Body);

    public static async Task<IReadOnlyList<Measurement>> Measure(IGraphStore store, GeneratedGraph graph)
    {
        var all = Enumerable.Range(0, graph.Entities).ToArray();
        return
        [
            await Measurement.Of("entity by name with 10 relationships and their targets", Times, await Connected(store, graph, AnchorRole.Out), n => ByName(store, n, AnchorRole.Out, Shown)),
            await Measurement.Of("the same with their whole bodies", Times, await Connected(store, graph, AnchorRole.Out), n => ByName(store, n, AnchorRole.Out, Whole)),
            await Measurement.Of("the same with their whole bodies, relationships at either end", Times, await Connected(store, graph, AnchorRole.AnyEnd), n => ByName(store, n, AnchorRole.AnyEnd, Whole)),
            await Measurement.Of("2 hops, distinct", Times, all, n => TwoHops(store, n)),
            await Measurement.Of("name prefix, 10", Times, all, n => Prefix(store, n)),
            await Measurement.Of("text search", Times, all, n => Search(store, n)),
            await Measurement.Of("3 shortest paths of at most 4 hops", Times / 10, all, n => Paths(store, graph, n)),
        ];
    }

    // Entities, of a part of all, that have ten relationships to give.
    private static async Task<int[]> Connected(IGraphStore store, GeneratedGraph graph, AnchorRole role)
    {
        var some = new Random(2).GetItems([.. Enumerable.Range(0, graph.Entities)], 20_000).Distinct().ToArray();
        var pages = await store.StatementsOf([.. some.Select(GeneratedGraph.Key)], role, StatementFilter.Affirmed, PageRequest.First(10), StatementParts.Scalars, CancellationToken.None);
        return [.. some.Where((_, i) => pages[i].Rows.Count == 10)];
    }

    private static async Task<int> ByName(IGraphStore store, int n, AnchorRole role, (StatementParts Statements, EntityParts Entities) parts)
    {
        var hits = await store.Names(new NameQuery.Exact([Folding.Fold(GeneratedGraph.ChineseName(n))]), CancellationToken.None);
        var pages = await store.StatementsOf([hits[0].Entity], role, StatementFilter.Affirmed, PageRequest.First(10), parts.Statements, CancellationToken.None);
        var targets = pages[0].Values.Select(r => r.Subject == hits[0].Entity ? r.Target! : r.Subject).ToArray();
        return (await store.Entities(targets, parts.Entities, CancellationToken.None)).Count;
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

    // From one entity to another that the first one's number chooses. Where too much lies between, giving up is the answer, and is measured like one.
    private static async Task<int> Paths(IGraphStore store, GeneratedGraph graph, int n)
    {
        var to = (int)((n * 7919L + 1) % graph.Entities);
        var query = new PathQuery(GeneratedGraph.Key(n), GeneratedGraph.Key(to), 4, 3, Direction.Any, null, null);
        try
        {
            return (await PathSearch.Find(store, query, CancellationToken.None)).Paths.Count;
        }
        catch (LimitExceededException)
        {
            return 0;
        }
    }
}
