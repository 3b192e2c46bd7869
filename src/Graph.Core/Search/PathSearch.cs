namespace Graph.Core;

/// <summary>What paths are asked for. Entities must exist: callers check.</summary>
/// <param name="MaxHops">1 to <see cref="PathSearch.MostHops"/>.</param>
/// <param name="Limit">1 to <see cref="PathSearch.MostPaths"/>.</param>
/// <param name="Direction">OUT: every hop leads from source to target; IN: the other way; ANY: either.</param>
/// <param name="Types">Relationship types; null for all.</param>
public sealed record PathQuery(string From, string To, int MaxHops, int Limit, Direction Direction, IReadOnlySet<string>? Types, DayWindow? AsOf);

/// <summary>One hop, with every relationship that makes it.</summary>
/// <param name="Relationships">By id; at least one, at most <see cref="Connections.MostParallel"/>. None where nobody asked for them.</param>
public sealed record Hop(string From, string To, IReadOnlyList<StatementRow> Relationships)
{
    /// <summary>What the search read of the ends anyway; null for nothing.</summary>
    public EntityRow? FromRow { get; init; }

    /// <inheritdoc cref="FromRow"/>
    public EntityRow? ToRow { get; init; }
}

/// <summary>A path without a repeated entity.</summary>
public sealed record GraphPath(IReadOnlyList<string> Keys, IReadOnlyList<Hop> Hops)
{
    public int Length => Hops.Count;
}

/// <param name="Truncated">There may be more paths, behind those given: too much of the graph lies on the way.</param>
public sealed record PathResult(IReadOnlyList<GraphPath> Paths, bool Truncated);

/// <summary>Simple paths by AFFIRMED relationships, shortest first, ties by the keys along the path; two paths differ in their entities.</summary>
/// <remarks>
/// A store may know shortest paths by itself (<see cref="IGraphStore.ShortestPaths"/>). Else it
/// reads around both ends, layer by layer (<see cref="PathRegion"/>), and after each layer walks the paths that are one hop longer than before (<see cref="PathWalk"/>): n layers hold all paths of n hops.
/// At most <c>maxHops + 3</c> store calls, whatever the graph, unless an end is too well connected to be read, or entities have more than <see cref="Connections.MostParallel"/> relationships.
/// </remarks>
public static class PathSearch
{
    public const int MostHops = 6, MostPaths = 20;

    /// <summary>Neighbours read for one search, over all layers.</summary>
    public const int ReadBudget = 200_000;

    /// <summary>Throws <see cref="LimitExceededException"/> when the budget ends before any path is found.</summary>
    public static ValueTask<PathResult> Find(IGraphStore store, PathQuery query, CancellationToken cancellation) =>
        Find(store, query, EntityParts.Scalars, withRelationships: true, cancellation);

    /// <inheritdoc cref="Find(IGraphStore, PathQuery, CancellationToken)"/>
    /// <param name="parts">What is wanted of the ends of hops, where the search reads them anyway.</param>
    /// <param name="withRelationships">Whether the relationships of the hops are wanted.</param>
    public static async ValueTask<PathResult> Find(IGraphStore store, PathQuery query, EntityParts parts, bool withRelationships, CancellationToken cancellation)
    {
        if (query.From == query.To)
            return new PathResult([], false);
        var rows = new Dictionary<string, EntityRow>(StringComparer.Ordinal);
        var (keys, truncated) = await FindKeys(store, query, parts, rows, cancellation);
        var hops = await HopsOf(store, query, keys, withRelationships, cancellation);
        Hop Of(string from, string to) => hops(from, to) with { FromRow = rows.GetValueOrDefault(from), ToRow = rows.GetValueOrDefault(to) };
        var paths = keys.Select(p => new GraphPath(p, [.. p.Zip(p.Skip(1), Of)]));
        // A hop is empty only where a writer removed its relationships since the layers were read.
        return new PathResult([.. paths.Where(p => !withRelationships || p.Hops.All(h => h.Relationships.Count > 0))], truncated);
    }

    private static async ValueTask<(List<string[]> Paths, bool Truncated)> FindKeys(
        IGraphStore store, PathQuery query, EntityParts parts, Dictionary<string, EntityRow> rows, CancellationToken cancellation)
    {
        if (await store.ShortestPaths(query, parts, cancellation) is { } known)
        {
            foreach (var row in known.SelectMany(p => p))
                rows[row.Key] = row;
            return ([.. known.Select(p => p.Select(r => r.Key).ToArray())], false);
        }
        var region = new PathRegion(store, query);
        await region.Weigh(cancellation);
        var found = new List<string[]>();
        for (var length = 1; length <= query.MaxHops && found.Count < query.Limit; length++)
        {
            if (!await region.Deepen(cancellation))
            {
                return found.Count > 0 ? (found, true)
                    : throw new LimitExceededException("Neighbours read for paths", ReadBudget, ReadBudget + 1, "Name the types, or lower maxHops.");
            }
            if (!new PathWalk(region.From, region.To, length, query.Limit, found).Run(cancellation))
                return (found, true);
        }
        return (found, false);
    }

    private static async ValueTask<Func<string, string, Hop>> HopsOf(
        IGraphStore store, PathQuery query, List<string[]> paths, bool withRelationships, CancellationToken cancellation)
    {
        if (paths.Count == 0 || !withRelationships)
            return static (from, to) => new Hop(from, to, []);
        var pairs = paths.SelectMany(p => p.Zip(p.Skip(1))).Distinct().ToArray();
        var between = await Connections.Between(store, pairs, query.Direction, query.Types, query.AsOf, cancellation);
        return (from, to) => new Hop(from, to, between[(from, to)]);
    }
}
