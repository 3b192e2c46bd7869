using Graph.Core;

namespace Graph.CoreTests;

/// <summary>What a change of ontology asks of a store, answered from memory.</summary>
internal sealed class MemoryStore(ReferenceGraph graph) : IGraphStore
{
    private readonly ReferenceEvaluator _evaluator = new(graph);

    public Ontology? Adopted { get; private set; }

    public string? OntologyText { get; init; } = graph.Ontology.SourceText;

    public string Description => "memory";

    public Ontology Ontology => Adopted ?? graph.Ontology;

    public ValueTask<StoreState> State(CancellationToken cancellation) =>
        new(new StoreState(OntologyText, 1, graph.Entities.Count + graph.Statements.Count + graph.Articles.Count == 0));

    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation) =>
        new([.. keys.Select(k => graph.Entity(k) is { } e ? Row(e, parts) : null)]);

    public ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation)
    {
        var found = _evaluator.EntityPage(filter, page);
        return new(new Page<EntityRow>([.. found.Rows.Select(r => new Row<EntityRow>(Row(r.Value, parts), r.Key))], found.Total));
    }

    public ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation)
    {
        var found = _evaluator.StatementPage(filter, page);
        return new(new Page<StatementRow>([.. found.Rows.Select(r => new Row<StatementRow>(Row(r.Value, parts), r.Key))], found.Total));
    }

    public ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation) => new(graph.Articles);

    public ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation) =>
        new([.. articles.Select(a => graph.Passages.Where(p => p.Id.Article == a).ToArray())]);

    public ValueTask Adopt(Ontology ontology, CancellationToken cancellation)
    {
        Adopted = ontology;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation) => throw new NotSupportedException();

    private static EntityRow Row(Entity e, EntityParts parts) => new(e.Key, e.Kind, null, parts.HasFlag(EntityParts.Body) ? CanonicalJson.Of(e) : null);

    private static StatementRow Row(Statement s, StatementParts parts) =>
        new(s.Id, s.Subject, (s as Relationship)?.Target, s.Status, s.Polarity, parts.HasFlag(StatementParts.Body) ? CanonicalJson.Of(s) : null);
}
