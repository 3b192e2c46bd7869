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
/// <remarks>Two store calls a layer, two for those asked for and the relationships, and one more where there are several of the former.</remarks>
public static class NeighborhoodSearch
{
    public const int MostHops = 4, MostEntities = 500, MostRelationships = 2000;

    private const int ReadBudget = 200_000;

    /// <summary>Throws <see cref="LimitExceededException"/> when those asked for have more than 200,000 neighbours; further out that ends the search, truncated.</summary>
    public static async ValueTask<Subgraph> Find(IGraphStore store, NeighborhoodQuery query, CancellationToken cancellation)
    {
        var asked = query.Of.Distinct().ToArray();
        var layer = asked.Length == 1 ? asked : await ByDegree(store, asked, cancellation);
        var truncated = layer.Count > query.Limit;
        var kept = layer.Take(query.Limit).ToList();
        var seen = kept.ToHashSet(StringComparer.Ordinal);
        for (var hop = 0; hop < query.Hops && layer.Count > 0 && !truncated; hop++)
        {
            if (await Next(store, query, layer, seen, mayFail: hop > 0, cancellation) is not { } next)
            {
                truncated = true;
                break;
            }
            truncated = next.Count > query.Limit - kept.Count;
            layer = [.. next.Take(query.Limit - kept.Count)];
            kept.AddRange(layer);
        }
        var (relationships, cut) = await Among(store, kept, query, cancellation);
        return new Subgraph(kept, relationships, truncated || cut);
    }

    private static async ValueTask<IReadOnlyList<string>?> Next(IGraphStore store, NeighborhoodQuery query, IReadOnlyList<string> layer, HashSet<string> seen, bool mayFail, CancellationToken cancellation)
    {
        try
        {
            var lists = await store.Neighbours(new NeighbourQuery(layer, Direction.Any, query.Types, query.Kinds, query.AsOf, ReadBudget), cancellation);
            return await ByDegree(store, [.. lists.SelectMany(l => l).Where(seen.Add)], cancellation);
        }
        catch (LimitExceededException) when (mayFail)
        {
            return null;
        }
    }

    private static async ValueTask<IReadOnlyList<string>> ByDegree(IGraphStore store, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var rows = await store.Entities(keys, EntityParts.Degree, cancellation);
        return [.. rows.OfType<EntityRow>().OrderByDescending(r => r.Degree).ThenBy(r => r.Key, Utf8Order.Instance).Select(r => r.Key)];
    }

    // Found without their bodies, since there may be far more than are given; at their source (symmetric ones at both ends), so that the ends of each are looked at once.
    private static async ValueTask<(IReadOnlyList<StatementRow> Rows, bool Cut)> Among(IGraphStore store, List<string> kept, NeighborhoodQuery query, CancellationToken cancellation)
    {
        var ends = kept.ToHashSet(StringComparer.Ordinal);
        var filter = new StatementFilter.And([.. Connections.Traversable(query.Types, query.AsOf), new StatementFilter.Ends(ends, ends)]);
        var pages = await store.StatementsOf(kept, AnchorRole.Out, filter, PageRequest.First(MostRelationships + 1), StatementParts.Scalars, cancellation);
        var ids = pages.SelectMany(p => p.Values).Select(r => r.Id).Distinct().Order().Take(MostRelationships + 1).ToArray();
        var rows = await store.Statements(ids.Length > MostRelationships ? ids[..MostRelationships] : ids, StatementParts.Body, cancellation);
        return ([.. rows.OfType<StatementRow>()], ids.Length > MostRelationships);
    }
}
