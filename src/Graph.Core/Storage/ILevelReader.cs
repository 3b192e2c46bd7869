namespace Graph.Core;

/// <summary>The two reads that everything outwards of an entity is made of.</summary>
public interface ILevelReader
{
    /// <summary>Entities by key; null where there is none.</summary>
    ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation);

    /// <summary>For each anchor, a page of the statements that touch it in the given way and pass the filter. Same orders as <see cref="IGraphStore.StatementPage"/>.
    /// The page request's cursors apply to every group. Costs one round trip, whatever the number of anchors.</summary>
    ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation);
}
