using Graph.Core;

namespace Graph.SharedTests;

/// <summary>A store in memory that answers by <see cref="ReferenceEvaluator"/>, for tests of what Core builds upon a store. Counts what it is asked.</summary>
/// <param name="termsOf">The search terms of a name, for <see cref="NameQuery.Terms"/>; needed only there.</param>
internal sealed class ReferenceStore(ReferenceGraph graph, Func<string, IEnumerable<string>>? termsOf = null) : IGraphStore
{
    private readonly ReferenceEvaluator _reference = new(graph);
    private int _calls;

    /// <summary>Operations so far.</summary>
    public int Calls => _calls;

    public string Description => "memory";

    public Ontology Ontology => Adopted ?? graph.Ontology;

    public int? MostInOneChange => null;

    /// <summary>The ontology taken into force last; null before.</summary>
    public Ontology? Adopted { get; private set; }

    /// <summary>What the store says it was loaded with.</summary>
    public string? OntologyText { get; init; } = graph.Ontology.SourceText;

    public ValueTask<StoreState> State(CancellationToken cancellation) =>
        Answer(() => new StoreState(OntologyText, 1, graph.Entities.Count + graph.Statements.Count + graph.Articles.Count == 0), cancellation);

    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation) =>
        Answer<IReadOnlyList<EntityRow?>>(() => [.. keys.Select(k => graph.Entity(k) is { } e ? RowOf(e, parts) : null)], cancellation);

    public ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation) =>
        Answer<IReadOnlyList<NameHit>>(() => [.. _reference.Names(query, termsOf ?? (_ => throw new NotSupportedException("Give 'termsOf'."))).Take((query as NameQuery.Terms)?.Limit ?? int.MaxValue)], cancellation);

    public ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation) =>
        Answer(() => Map(_reference.EntityPage(filter, page), e => RowOf(e, parts)), cancellation);

    public ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) =>
        Answer(() => Map(_reference.StatementPage(filter, page), s => RowOf(s, parts)), cancellation);

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) =>
        Answer<IReadOnlyList<Page<StatementRow>>>(() => [.. _reference.StatementsOf(anchors, role, filter, page).Select(p => Map(p, s => RowOf(s, parts)))], cancellation);

    public ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation) =>
        Answer<IReadOnlyList<StatementRow?>>(() => [.. ids.Select(id => graph.Statement(id) is { } s ? RowOf(s, parts) : null)], cancellation);

    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation) => Answer(() => _reference.Neighbours(query), cancellation);

    public ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation) =>
        Answer<IReadOnlyList<Article>>(() => [.. graph.Articles.OrderBy(a => a.Key, Utf8Order.Instance)], cancellation);

    public ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation) =>
        Answer<IReadOnlyList<Passage?>>(() => [.. ids.Select(id => graph.Passages.FirstOrDefault(p => p.Id == id))], cancellation);

    public ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation) =>
        Answer<IReadOnlyList<IReadOnlyList<Passage>>>(() => [.. articles.Select(a => graph.Passages.Where(p => p.Id.Article == a).OrderBy(p => p.Id).ToArray())], cancellation);

    public ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation) =>
        Answer(() => _reference.Mentions(anchors, by, page), cancellation);

    public ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation) => Answer(() => _reference.CountEntities(filter, by), cancellation);

    public ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation) =>
        Answer(() => _reference.CountStatements(filter, by), cancellation);

    public ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> CountStatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by, CancellationToken cancellation) =>
        Answer(() => _reference.CountStatementsOf(anchors, role, filter, by), cancellation);

    public ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation) => throw new NotSupportedException("This graph is a snapshot.");

    public ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation) => Answer<IReadOnlyList<ChangeRecord>>(() => [], cancellation);

    public ValueTask Adopt(Ontology ontology, CancellationToken cancellation)
    {
        Adopted = ontology;
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation) => Answer<IReadOnlyList<string>>(() => [], cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static StatementRow RowOf(Statement s, StatementParts parts) =>
        new(s.Id, s.Subject, (s as Relationship)?.Target, s.Status, s.Polarity, parts.HasFlag(StatementParts.Body) ? CanonicalJson.Of(s) : null);

    private static Page<TTo> Map<TFrom, TTo>(Page<TFrom> page, Func<TFrom, TTo> to) =>
        new([.. page.Rows.Select(r => new Row<TTo>(to(r.Value), r.Key))], page.Total, page.HasPrevious, page.HasNext);

    private EntityRow RowOf(Entity e, EntityParts parts) => new(e.Key, e.Kind,
        parts.HasFlag(EntityParts.Degree) ? graph.Degree(e.Key) : null, parts.HasFlag(EntityParts.Body) ? CanonicalJson.Of(e) : null,
        parts.HasFlag(EntityParts.Names) ? PreferredNames.Of(e) : null);

    private ValueTask<T> Answer<T>(Func<T> answer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _calls);
        return ValueTask.FromResult(answer());
    }
}
