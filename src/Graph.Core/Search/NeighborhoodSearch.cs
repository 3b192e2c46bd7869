namespace Graph.Core;

/// <summary>What surroundings are asked for. Entities must exist: callers check.</summary>
/// <param name="Hops">1 to <see cref="NeighborhoodSearch.MostHops"/>.</param>
/// <param name="Limit">Entities at the most, those asked for included; 1 to <see cref="NeighborhoodSearch.MostEntities"/>.</param>
/// <param name="Kinds">Concrete kinds of the neighbours, through which alone the search goes on; null for all.</param>
public sealed record NeighborhoodQuery(IReadOnlyList<string> Of, int Hops, int Limit, IReadOnlySet<string>? Types, IReadOnlySet<string>? Kinds, DayWindow? AsOf);

/// <param name="Entities">Nearest first, then of highest degree, then by key.</param>
/// <param name="Relationships">All AFFIRMED ones between these entities, by id.</param>
/// <param name="Truncated">Entities or relationships were left out.</param>
public sealed record Subgraph(IReadOnlyList<string> Entities, IReadOnlyList<StatementRow> Relationships, bool Truncated);

/// <summary>The surroundings of entities, layer by layer.</summary>
public static class NeighborhoodSearch
{
    public const int MostHops = 4, MostEntities = 500, MostRelationships = 2000;

    private const int ReadBudget = 200_000;

    public static async ValueTask<Subgraph> Find(IGraphStore store, NeighborhoodQuery query, CancellationToken cancellation)
    {
        var kept = query.Of.Distinct().Take(query.Limit).ToList();
        var (layer, truncated) = ((IReadOnlyList<string>)kept.ToArray(), query.Of.Distinct().Count() > query.Limit);
        var seen = kept.ToHashSet(StringComparer.Ordinal);
        for (var hop = 0; hop < query.Hops && layer.Count > 0 && !truncated; hop++)
        {
            var lists = await store.Neighbours(new NeighbourQuery(layer, Direction.Any, query.Types, query.Kinds, query.AsOf, ReadBudget), cancellation);
            var next = await ByDegree(store, [.. lists.SelectMany(l => l).Where(seen.Add)], cancellation);
            truncated = next.Count > query.Limit - kept.Count;
            layer = [.. next.Take(query.Limit - kept.Count)];
            kept.AddRange(layer);
        }
        var (relationships, cut) = await Among(store, kept, query, cancellation);
        return new Subgraph(kept, relationships, truncated || cut);
    }

    private static async ValueTask<IReadOnlyList<string>> ByDegree(IGraphStore store, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var rows = await store.Entities(keys, EntityParts.Degree, cancellation);
        return [.. rows.OfType<EntityRow>().OrderByDescending(r => r.Degree).ThenBy(r => r.Key, Utf8Order.Instance).Select(r => r.Key)];
    }

    // Each relationship is read from its source (a symmetric one from both ends), so once the ends are known to be kept it need only be kept once.
    private static async ValueTask<(IReadOnlyList<StatementRow> Rows, bool Cut)> Among(IGraphStore store, List<string> kept, NeighborhoodQuery query, CancellationToken cancellation)
    {
        var ends = kept.ToHashSet(StringComparer.Ordinal);
        var filter = new StatementFilter.And([.. Connections.Traversable(query.Types, query.AsOf), new StatementFilter.Ends(ends, ends)]);
        var pages = await store.StatementsOf(kept, AnchorRole.Out, filter, PageRequest.First(MostRelationships + 1), StatementParts.Body, cancellation);
        var rows = pages.SelectMany(p => p.Values).DistinctBy(r => r.Id).OrderBy(r => r.Id).ToArray();
        return (rows.Length > MostRelationships ? rows[..MostRelationships] : rows, rows.Length > MostRelationships);
    }
}
