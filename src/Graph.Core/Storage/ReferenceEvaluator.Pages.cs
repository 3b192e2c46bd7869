namespace Graph.Core;

public sealed partial class ReferenceEvaluator
{
    /// <summary>See <see cref="IGraphStore.EntityPage"/>.</summary>
    public Page<Entity> EntityPage(EntityFilter filter, PageRequest page) =>
        Page(graph.Entities.Where(e => Matches(e, filter)).Select(e => new Row<Entity>(e, SortKey(e, page.By))), page);

    /// <summary>See <see cref="IGraphStore.StatementPage"/>.</summary>
    public Page<Statement> StatementPage(StatementFilter filter, PageRequest page) =>
        Page(graph.Statements.Where(s => Matches(s, filter)).Select(s => new Row<Statement>(s, SortKey(s, page.By))), page);

    /// <summary>See <see cref="IGraphStore.StatementsOf"/>. Total and edges are of the anchor's own group; an unknown anchor has an empty one.</summary>
    public IReadOnlyList<Page<Statement>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page) =>
        [.. anchors.Select(anchor => Page(graph.Statements.Where(s => Touches(s, anchor, role) && Matches(s, filter))
            .Select(s => new Row<Statement>(s, SortKey(s, page.By))), page))];

    /// <summary>See <see cref="IGraphStore.Mentions"/>.</summary>
    public IReadOnlyList<Page<Mention>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page) =>
        [.. anchors.Select(anchor => Page(graph.Mentions.Where(m => (by == MentionAnchor.Entity ? m.Entity : m.Passage.ToString()) == anchor)
            .Select(m => new Row<Mention>(m, SortKeys.Mention(m))), page))];

    /// <summary>An entity's key in an order. Throws <see cref="ArgumentOutOfRangeException"/> for orders of statements.</summary>
    public string SortKey(Entity entity, SortBy by) => by switch
    {
        SortBy.Id => entity.Key,
        SortBy.Name => SortKeys.Name(entity, Ontology),
        SortBy.Degree => SortKeys.Degree(graph.Degree(entity.Key), entity.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Not an order of entities."),
    };

    /// <summary>A statement's key in an order. Throws <see cref="ArgumentOutOfRangeException"/> for orders of entities.</summary>
    public string SortKey(Statement statement, SortBy by) => by switch
    {
        SortBy.Id => statement.Id.ToString(),
        SortBy.Period => SortKeys.Period(statement),
        SortBy.Position => SortKeys.Position(statement, Ontology),
        SortBy.Amount => SortKeys.Amount(statement),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Not an order of statements."),
    };

    /// <summary>One page of all <paramref name="rows"/>.</summary>
    /// <remarks>
    /// All rows stand in one order: those with a value by their key, forwards or backwards, then those without, in the same direction. <see cref="PageRequest.After"/> and
    /// <see cref="PageRequest.Before"/> are places in that order, whether or not a row stands there still. The range lies strictly between them (empty, behind 'after', when they
    /// have changed places); the page is its first <see cref="PageRequest.Limit"/> rows, or its last. The edges tell whether any row of the whole order, in the range or not,
    /// stands before the page and behind it: an empty page at its place too.
    /// </remarks>
    public static Page<T> Page<T>(IEnumerable<Row<T>> rows, PageRequest page)
    {
        int Compare(string x, string y)
        {
            var (missingX, missingY) = (IsMissing(x, page.By), IsMissing(y, page.By));
            return missingX != missingY ? missingX.CompareTo(missingY) : (page.Descending ? -1 : 1) * Utf8Order.Instance.Compare(x, y);
        }
        var all = rows.OrderBy(r => r.Key, Comparer<string>.Create(Compare)).ToArray();
        var first = page.After is { } after ? all.Count(r => Compare(r.Key, after) <= 0) : 0;
        var end = Math.Max(first, page.Before is { } before ? all.Count(r => Compare(r.Key, before) < 0) : all.Length);
        if (page.FromEnd)
            first = Math.Max(first, end - page.Limit);
        else
            end = first + Math.Min(end - first, page.Limit);
        return new Page<T>(all[first..end], page.WithTotal ? all.Length : null, page.WithEdges && first > 0, page.WithEdges && end < all.Length);
    }

    private static bool IsMissing(string key, SortBy by) =>
        by is SortBy.Period or SortBy.Position or SortBy.Amount && key.StartsWith(SortKeys.Missing, StringComparison.Ordinal);
}
