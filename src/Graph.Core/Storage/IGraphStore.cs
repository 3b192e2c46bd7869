namespace Graph.Core;

/// <summary>The graph, wherever it is kept. Few operations, all in batches; Core does everything that is the same on every store.</summary>
/// <remarks>
/// Reads: one operation sees one state of the store. Results answer the arguments in their order, so an operation on n keys gives n results.
/// Every store gives the same answer to the same operation, order and sort keys included: the tests of Graph.Store.Tests are the specification.
/// All operations throw <see cref="StoreUnavailableException"/> when the store cannot be read or written, and <see cref="OperationCanceledException"/> when told to stop.
/// Safe for concurrent use. An embedded store completes synchronously.
/// </remarks>
public interface IGraphStore : ILevelReader, IAsyncDisposable
{
    /// <summary>What the store is, for people: <c>sqlite .graph/x.db</c>, <c>neo4j http://host:7474 (neo4j)</c>. No secrets.</summary>
    string Description { get; }

    /// <summary>The ontology in force; see <see cref="Adopt"/>.</summary>
    Ontology Ontology { get; }

    /// <summary>How many changes of things one <see cref="ChangeSet"/> may hold; null for any number. More is a <see cref="LimitExceededException"/>, and nothing is written.</summary>
    int? MostInOneChange { get; }

    /// <summary>The ontology that the store was last adopted with, its last change, whether it is empty, and which load is unfinished.</summary>
    ValueTask<StoreState> State(CancellationToken cancellation);

    /// <summary>Names found by an index: exact, by prefix, or by terms. Ordered by folded text, entity, then text, language, role (UPPER_SNAKE); see <see cref="NameQuery"/> for what may be cut.</summary>
    ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation);

    /// <summary>One page of all entities that pass the filter. Orders: KEY, NAME, DEGREE.</summary>
    ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation);

    /// <summary>One page of all statements that pass the filter. Orders: ID, PERIOD, POSITION, AMOUNT (the last when the filter fixes one metric).</summary>
    ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation);

    /// <summary>Entities by key with what the query reads together with them, and so on outwards: <see cref="EntityRow.PageOf"/>, <see cref="StatementRow.Other"/>. Null where there is no entity.</summary>
    /// <remarks>On a store across the network this is one operation, whatever the depth; on an embedded one each level is one, all of one state.</remarks>
    ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityQuery query, CancellationToken cancellation) => Together.Entities(this, keys, query, cancellation);

    /// <summary>For each anchor a page of statements, with what the query reads together with them; see the remarks there.</summary>
    ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, StatementsQuery query, CancellationToken cancellation) => Together.Statements(this, anchors, query, cancellation);

    /// <summary>Statements by id; null where there is none.</summary>
    ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation);

    /// <summary>For each key the distinct keys of entities next to it by AFFIRMED relationships, in byte order.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation);

    /// <summary>The paths that <see cref="PathSearch"/> has to find, when a store can tell them by itself in one operation: as it orders
    /// them, at most <see cref="PathQuery.Limit"/>. Null when it has to be looked for them.</summary>
    /// <param name="parts">Of the entities on the way.</param>
    ValueTask<IReadOnlyList<IReadOnlyList<EntityRow>>?> ShortestPaths(PathQuery query, EntityParts parts, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<IReadOnlyList<EntityRow>>?>(null);

    /// <summary>All articles, by key.</summary>
    ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation);

    /// <summary>Passages by id; null where there is none.</summary>
    ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation);

    /// <summary>For each article all its passages, by number.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation);

    /// <summary>For each anchor (an entity's key, or a passage's id) a page of mentions, by article, passage, language, start, entity.</summary>
    ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation);

    /// <summary>Counts of entities by a property; values without entities are left out; by value in byte order.</summary>
    ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation);

    /// <summary>Counts of statements by a property; values without statements are left out; by value in byte order.</summary>
    ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation);

    /// <summary>For each anchor, counts as <see cref="CountStatements"/> gives them, of the statements that touch it in the given way and pass the filter.
    /// Costs one round trip, whatever the number of anchors.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> CountStatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by, CancellationToken cancellation);

    /// <summary>The only write: all of it or nothing, numbered, recorded. Throws <see cref="ConflictException"/> when the store has changed since <see cref="ChangeSet.BasedOn"/>.
    /// While a load is unfinished, changes that are not of it are a <see cref="ConflictException"/> too (<see cref="ChangeSet.Load"/>); the mark is kept and taken away in the same transaction.
    /// One writer at a time: another waits up to 5 s, then fails with <see cref="StoreUnavailableException"/>. Readers go on seeing the state before.
    /// Changes are enumerated once and may be a long stream: memory stays flat. Degrees are kept in the same transaction.</summary>
    /// <returns>The number of this change.</returns>
    ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation);

    /// <summary>Recorded changes with a number above <paramref name="after"/>, in order.</summary>
    ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation);

    /// <summary>Takes a compatible ontology into force and keeps its text; labels, indexes and constraints follow. Compatibility is checked before, by <see cref="OntologyChange"/>.</summary>
    ValueTask Adopt(Ontology ontology, CancellationToken cancellation);

    /// <summary>Faults of the physical store: damaged pages, columns or indexes that disagree with the canonical text they were made of. Empty when whole.</summary>
    ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation);
}

/// <param name="OntologyText">As of the last <see cref="IGraphStore.Adopt"/>; null for a new store.</param>
/// <param name="LastChange">0 before the first change.</param>
/// <param name="IsEmpty">Holds no entity, statement or article.</param>
/// <param name="UnfinishedLoad">What is loaded only in part; null when nothing is.</param>
public sealed record StoreState(string? OntologyText, long LastChange, bool IsEmpty, LoadMark? UnfinishedLoad = null);
