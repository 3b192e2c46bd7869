using System.Diagnostics;
using Graph.Core;

namespace Graph.Host;

/// <summary>Hands every operation on to a store and tells <see cref="Telemetry"/> of it: a span and a duration, with how many keys were asked for, never which.</summary>
internal sealed class ObservedStore(IGraphStore store) : IGraphStore
{
    private readonly string _system = store.Description.Split(' ')[0];

    public string Description => store.Description;

    public Ontology Ontology => store.Ontology;

    public int? MostInOneChange => store.MostInOneChange;

    public ValueTask<StoreState> State(CancellationToken cancellation) => Observe("State", null, () => store.State(cancellation));

    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation) =>
        Observe("Entities", keys.Count, () => store.Entities(keys, parts, cancellation));

    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityQuery query, CancellationToken cancellation) =>
        Observe("Entities", keys.Count, () => store.Entities(keys, query, cancellation));

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, StatementsQuery query, CancellationToken cancellation) =>
        Observe("StatementsOf", anchors.Count, () => store.StatementsOf(anchors, query, cancellation));

    public ValueTask<IReadOnlyList<IReadOnlyList<EntityRow>>?> ShortestPaths(PathQuery query, EntityParts parts, CancellationToken cancellation) =>
        Observe("ShortestPaths", null, () => store.ShortestPaths(query, parts, cancellation));

    public ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation) =>
        Observe("Names", (query as NameQuery.Exact)?.Folded.Count, () => store.Names(query, cancellation));

    public ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation) =>
        Observe("EntityPage", null, () => store.EntityPage(filter, page, parts, cancellation));

    public ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) =>
        Observe("StatementPage", null, () => store.StatementPage(filter, page, parts, cancellation));

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) =>
        Observe("StatementsOf", anchors.Count, () => store.StatementsOf(anchors, role, filter, page, parts, cancellation));

    public ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation) =>
        Observe("Statements", ids.Count, () => store.Statements(ids, parts, cancellation));

    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation) =>
        Observe("Neighbours", query.Keys.Count, () => store.Neighbours(query, cancellation));

    public ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation) => Observe("Articles", null, () => store.Articles(cancellation));

    public ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation) =>
        Observe("Passages", ids.Count, () => store.Passages(ids, cancellation));

    public ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation) =>
        Observe("PassagesOf", articles.Count, () => store.PassagesOf(articles, cancellation));

    public ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation) =>
        Observe("Mentions", anchors.Count, () => store.Mentions(anchors, by, page, cancellation));

    public ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation) =>
        Observe("CountEntities", null, () => store.CountEntities(filter, by, cancellation));

    public ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation) =>
        Observe("CountStatements", null, () => store.CountStatements(filter, by, cancellation));

    public ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> CountStatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by, CancellationToken cancellation) =>
        Observe("CountStatementsOf", anchors.Count, () => store.CountStatementsOf(anchors, role, filter, by, cancellation));

    public ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation) => Observe("Apply", null, () => store.Apply(changes, cancellation));

    public ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation) =>
        Observe("Changes", null, () => store.Changes(after, limit, cancellation));

    public async ValueTask Adopt(Ontology ontology, CancellationToken cancellation) => await Observe("Adopt", null, async () =>
    {
        await store.Adopt(ontology, cancellation);
        return true;
    });

    public ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation) => Observe("Check", null, () => store.Check(cancellation));

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async ValueTask<T> Observe<T>(string operation, int? keys, Func<ValueTask<T>> call)
    {
        using var span = Telemetry.Source.StartActivity($"store {operation}", ActivityKind.Client);
        span?.SetTag("db.system.name", _system).SetTag("db.operation.name", operation).SetTag("db.operation.batch.size", keys);
        var start = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            return await call();
        }
        catch (Exception e)
        {
            error = Telemetry.ErrorType(e);
            span?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Telemetry.StoreDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, Telemetry.Tags(error, ("db.system.name", _system), ("db.operation.name", operation)));
        }
    }
}
