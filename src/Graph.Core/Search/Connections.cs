namespace Graph.Core;

/// <summary>Which common neighbours are asked for. Entities must exist: callers check.</summary>
/// <param name="Limit">1 to <see cref="Connections.MostCommon"/>.</param>
/// <param name="After">Only those whose key comes after this one; null for all.</param>
/// <param name="Types">Relationship types; null for all.</param>
public sealed record CommonQuery(IReadOnlyList<string> Of, int Limit, string? After = null, IReadOnlySet<string>? Types = null, DayWindow? AsOf = null);

/// <summary>An entity connected to all that were asked for, with the relationships that connect it.</summary>
public sealed record CommonEntity(string Entity, IReadOnlyList<StatementRow> Relationships);

/// <param name="Truncated">There are more, behind those given.</param>
public sealed record CommonResult(IReadOnlyList<CommonEntity> Entities, bool Truncated);

/// <summary>The AFFIRMED relationships between given entities.</summary>
public static class Connections
{
    /// <summary>Entities that <see cref="Common"/> gives at the most.</summary>
    public const int MostCommon = 100;

    /// <summary>Relationships that are given of one entity with one other at the most: the first by id.</summary>
    public const int MostParallel = 1000;

    private const int ReadBudget = 200_000;

    /// <summary>Entities next to every one of those asked for, by key, without those themselves; the relationships in the order of those asked for, then by id.</summary>
    /// <remarks>Throws <see cref="LimitExceededException"/> when they have more than 200,000 neighbours.</remarks>
    public static async ValueTask<CommonResult> Common(IGraphStore store, CommonQuery query, CancellationToken cancellation)
    {
        var anchors = query.Of.Distinct().ToArray();
        if (anchors.Length == 0)
            return new CommonResult([], false);
        var lists = await store.Neighbours(new NeighbourQuery(anchors, Direction.Any, query.Types, null, query.AsOf, ReadBudget), cancellation);
        var shared = lists.Aggregate((IEnumerable<string>)lists[0], (common, list) => common.Intersect(list)).Except(anchors)
            .Where(k => query.After is null || Utf8Order.Instance.Compare(k, query.After) > 0).Order(Utf8Order.Instance).Take(query.Limit + 1).ToArray();
        var kept = shared.AsSpan(0, Math.Min(shared.Length, query.Limit)).ToArray();
        var pairs = kept.SelectMany(_ => anchors, (s, a) => (a, s)).ToArray();
        var between = await Between(store, pairs, Direction.Any, query.Types, query.AsOf, cancellation);
        return new CommonResult([.. kept.Select(s => new CommonEntity(s, [.. anchors.SelectMany(a => between[(a, s)])]))], shared.Length > kept.Length);
    }

    /// <summary>For each pair the relationships that lead from the first to the second in this direction, by id, at most <see cref="MostParallel"/>.</summary>
    /// <remarks>Two store calls; one more for each pair whose ends both have more than <see cref="MostParallel"/> relationships with the entities of the pairs.</remarks>
    internal static async ValueTask<IReadOnlyDictionary<(string From, string To), IReadOnlyList<StatementRow>>> Between(IGraphStore store,
        IReadOnlyList<(string From, string To)> pairs, Direction direction, IReadOnlySet<string>? types, DayWindow? asOf, CancellationToken cancellation)
    {
        var result = new Dictionary<(string, string), IReadOnlyList<StatementRow>>();
        if (pairs.Count == 0)
            return result;
        var ends = pairs.SelectMany(p => new[] { p.From, p.To }).ToHashSet(StringComparer.Ordinal);
        var anchorOf = await LesserEnds(store, pairs, ends, cancellation);
        var anchors = anchorOf.Values.Distinct().ToArray();
        var pages = await Read(store, anchors, new StatementFilter.Ends(ends, ends), types, asOf, cancellation);
        var cut = anchors.Where((_, i) => pages[i].Length == MostParallel).ToHashSet();
        var byEnds = pages.SelectMany(rows => rows).DistinctBy(r => r.Id).ToLookup(r => (r.Subject, r.Target!));
        foreach (var ((from, to), anchor) in anchorOf)
        {
            var rows = cut.Contains(anchor) ? await OfPair(from, to) : byEnds[(from, to)].Concat(byEnds[(to, from)]);
            result[(from, to)] = [.. rows.Where(r => Leads(r, from)).OrderBy(r => r.Id).Take(MostParallel)];
        }
        return result;

        async ValueTask<IEnumerable<StatementRow>> OfPair(string from, string to)
        {
            var (one, other) = (new HashSet<string> { from }, new HashSet<string> { to });
            var filter = direction switch
            {
                Direction.Out => new StatementFilter.Ends(one, other),
                Direction.In => new StatementFilter.Ends(other, one),
                _ => (StatementFilter)new StatementFilter.Or([new StatementFilter.Ends(one, other), new StatementFilter.Ends(other, one)]),
            };
            return (await Read(store, [anchorOf[(from, to)]], filter, types, asOf, cancellation))[0];
        }

        bool Leads(StatementRow row, string from) => direction == Direction.Any || row.Subject == from == (direction == Direction.Out) || store.Ontology.IsSymmetric(row.Id.Type);
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

    // For each pair the end of lesser degree: what is between them is found there without looking through all that a hub has.
    private static async ValueTask<Dictionary<(string From, string To), string>> LesserEnds(IGraphStore store, IReadOnlyList<(string From, string To)> pairs, HashSet<string> ends, CancellationToken cancellation)
    {
        var rows = await store.Entities([.. ends], EntityParts.Degree, cancellation);
        var degrees = rows.OfType<EntityRow>().ToDictionary(r => r.Key, r => r.Degree);
        return pairs.Distinct().ToDictionary(p => p, p => degrees.GetValueOrDefault(p.From) <= degrees.GetValueOrDefault(p.To) ? p.From : p.To);
    }

    private static async ValueTask<StatementRow[][]> Read(IGraphStore store, IReadOnlyList<string> anchors, StatementFilter ends, IReadOnlySet<string>? types, DayWindow? asOf, CancellationToken cancellation)
    {
        var filter = new StatementFilter.And([.. Traversable(types, asOf), ends]);
        var pages = await store.StatementsOf(anchors, AnchorRole.AnyEnd, filter, PageRequest.First(MostParallel), StatementParts.Body, cancellation);
        return [.. pages.Select(p => p.Values.ToArray())];
    }
}
