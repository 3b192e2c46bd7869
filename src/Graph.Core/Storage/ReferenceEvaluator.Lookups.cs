namespace Graph.Core;

public sealed partial class ReferenceEvaluator
{
    /// <summary>See <see cref="IGraphStore.Neighbours"/>. Symmetric types lead both ways whatever the direction; no entity is its own neighbour; an unknown key has none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Neighbours(NeighbourQuery query)
    {
        var result = query.Keys.Select(key => NeighboursOf(key, query)).ToArray();
        var count = result.Sum(keys => keys.Count);
        return count <= query.Limit ? result : throw new LimitExceededException("neighbours", query.Limit, count, "Name types or kinds, or ask about fewer entities.");
    }

    /// <summary>See <see cref="IGraphStore.Names"/>: hits by folded text, entity, then text, language, role as UPPER_SNAKE. All hits, for <see cref="NameQuery.Terms"/> too: a store may give any <c>Limit</c> of them.</summary>
    /// <param name="termsOf">The search terms of a name: <see cref="SearchTerms.Of"/>.</param>
    public IReadOnlyList<NameHit> Names(NameQuery query, Func<string, IEnumerable<string>> termsOf)
    {
        var hits = graph.Entities.Where(e => query.Kinds?.Contains(e.Kind) != false)
            .SelectMany(e => e.Names.Select(n => new NameHit(e.Key, Folding.Fold(n.Text), n)))
            .OrderBy(h => h.Folded, Utf8Order.Instance).ThenBy(h => h.Entity, Utf8Order.Instance).ThenBy(h => h.Name.Text, Utf8Order.Instance)
            .ThenBy(h => h.Name.Language, Utf8Order.Instance).ThenBy(h => Spelling.EnumValue(h.Name.Role.ToString()), Utf8Order.Instance);
        return query switch
        {
            NameQuery.Exact exact => [.. hits.Where(h => exact.Folded.Contains(h.Folded))],
            NameQuery.Prefix prefix => [.. hits.Where(h => h.Folded.StartsWith(prefix.Folded, StringComparison.Ordinal) && IsBehind(h, prefix.After)).Take(prefix.Limit)],
            NameQuery.Terms terms => [.. hits.Where(h => terms.All.All(termsOf(h.Name.Text).Contains))],
            _ => throw Unknown(query),
        };
    }

    /// <summary>See <see cref="IGraphStore.CountEntities"/>. When nothing passes, there is no tally at all.</summary>
    public IReadOnlyList<Tally> CountEntities(EntityFilter filter, EntityCount by) => Tallies(graph.Entities.Where(e => Matches(e, filter)).Select(e => by switch
    {
        EntityCount.All => "",
        EntityCount.Kind => e.Kind,
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    }));

    /// <summary>See <see cref="IGraphStore.CountStatements"/>. When nothing passes, there is no tally at all.</summary>
    public IReadOnlyList<Tally> CountStatements(StatementFilter filter, StatementCount by) =>
        Tallies(graph.Statements.Where(s => Matches(s, filter)).SelectMany(s => Values(s, by)));

    /// <summary>See <see cref="IGraphStore.CountStatementsOf"/>.</summary>
    public IReadOnlyList<IReadOnlyList<Tally>> CountStatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by) =>
        [.. anchors.Select(anchor => Tallies(graph.Statements.Where(s => Touches(s, anchor, role) && Matches(s, filter)).SelectMany(s => Values(s, by))))];

    private static IEnumerable<string> Values(Statement statement, StatementCount by) => by switch
    {
        StatementCount.All => [""],
        StatementCount.Form => [Spelling.EnumValue(statement.Form.ToString())],
        StatementCount.Type => [statement.Type],
        StatementCount.Status => [Spelling.EnumValue(statement.Status.ToString())],
        StatementCount.Polarity => [Spelling.EnumValue(statement.Polarity.ToString())],
        StatementCount.Speaker => statement.Speaker?.Entity is { } speaker ? [speaker] : [],
        StatementCount.Article => statement.Evidence.Select(e => e.Passage.Article).Distinct(),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    private static IReadOnlyList<Tally> Tallies(IEnumerable<string> values) =>
        [.. values.GroupBy(v => v).Select(g => new Tally(g.Key, g.LongCount())).OrderBy(t => t.Value, Utf8Order.Instance)];

    private static bool IsBehind(NameHit hit, (string Folded, string Entity)? after)
    {
        if (after is not { } place)
            return true;
        var byText = Utf8Order.Instance.Compare(hit.Folded, place.Folded);
        return byText > 0 || (byText == 0 && Utf8Order.Instance.Compare(hit.Entity, place.Entity) > 0);
    }

    private IReadOnlyList<string> NeighboursOf(string key, NeighbourQuery query)
    {
        var role = query.Direction switch { Direction.Out => AnchorRole.Out, Direction.In => AnchorRole.In, _ => AnchorRole.AnyEnd };
        return [.. graph.Statements.OfType<Relationship>()
            .Where(r => r.Polarity == Polarity.Affirmed && Touches(r, key, role) && query.Types?.Contains(r.Type) != false && query.AsOf?.Overlaps(r.Window) != false)
            .Select(r => Other(r, key)).Distinct()
            .Where(other => query.Kinds is null || (graph.Entity(other) is { } entity && query.Kinds.Contains(entity.Kind)))
            .Order(Utf8Order.Instance)];
    }
}
