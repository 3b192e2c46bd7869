namespace Graph.Core;

/// <summary>An entity connected to all that were asked for, with the relationships that connect it.</summary>
public sealed record CommonEntity(string Entity, IReadOnlyList<StatementRow> Relationships);

/// <summary>The AFFIRMED relationships between given entities.</summary>
public static class Connections
{
    /// <summary>Entities that <see cref="Common"/> gives at the most.</summary>
    public const int MostCommon = 100;

    private const int MostParallel = 1000;
    private const int ReadBudget = 200_000;

    /// <summary>Entities next to every one of <paramref name="of"/>, by key, without those themselves.</summary>
    public static async ValueTask<IReadOnlyList<CommonEntity>> Common(IGraphStore store, IReadOnlyList<string> of, CancellationToken cancellation)
    {
        var anchors = of.Distinct().ToArray();
        if (anchors.Length == 0)
            return [];
        var lists = await store.Neighbours(new NeighbourQuery(anchors, Direction.Any, null, null, null, ReadBudget), cancellation);
        var shared = lists.Aggregate((IEnumerable<string>)lists[0], (common, list) => common.Intersect(list)).Except(anchors).Order(Utf8Order.Instance).Take(MostCommon).ToArray();
        if (shared.Length == 0)
            return [];
        var pairs = shared.SelectMany(_ => anchors, (s, a) => (a, s)).ToArray();
        var between = await Between(store, pairs, Direction.Any, null, null, MostParallel, cancellation);
        return [.. shared.Select(s => new CommonEntity(s, [.. anchors.SelectMany(a => between[(a, s)]).DistinctBy(r => r.Id)]))];
    }

    /// <summary>For each pair the relationships that lead from the first to the second in this direction, by id. One store call.</summary>
    internal static async ValueTask<IReadOnlyDictionary<(string From, string To), IReadOnlyList<StatementRow>>> Between(IGraphStore store,
        IReadOnlyList<(string From, string To)> pairs, Direction direction, IReadOnlySet<string>? types, DayWindow? asOf, int limit, CancellationToken cancellation)
    {
        var anchors = pairs.Select(p => p.From).Distinct().ToArray();
        var others = pairs.Select(p => p.To).ToHashSet(StringComparer.Ordinal);
        var filter = new StatementFilter.And([.. Traversable(types, asOf), new StatementFilter.Or([new StatementFilter.Ends(others, null), new StatementFilter.Ends(null, others)])]);
        var role = direction switch { Direction.Out => AnchorRole.Out, Direction.In => AnchorRole.In, _ => AnchorRole.AnyEnd };
        var pages = await store.StatementsOf(anchors, role, filter, PageRequest.First(limit), StatementParts.Body, cancellation);
        var byPair = anchors.Zip(pages).SelectMany(group => group.Second.Values, (group, row) => (From: group.First, To: row.Subject == group.First ? row.Target! : row.Subject, Row: row))
            .ToLookup(r => (r.From, r.To), r => r.Row);
        return pairs.Distinct().ToDictionary(p => p, p => (IReadOnlyList<StatementRow>)[.. byPair[p]]);
    }

    /// <summary>The conditions under which a relationship counts as a connection.</summary>
    internal static IEnumerable<StatementFilter> Traversable(IReadOnlySet<string>? types, DayWindow? asOf)
    {
        yield return new StatementFilter.OfForm(StatementForm.Relationship);
        yield return StatementFilter.Affirmed;
        if (types is not null)
            yield return new StatementFilter.OfType(types);
        if (asOf is { } window)
            yield return new StatementFilter.Within(window);
    }
}
