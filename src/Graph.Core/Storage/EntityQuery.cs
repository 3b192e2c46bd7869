namespace Graph.Core;

/// <summary>What is read of entities, and what together with them.</summary>
/// <param name="Parts">Of each entity.</param>
/// <param name="Statements">Pages of the statements that touch each.</param>
public sealed record EntityQuery(EntityParts Parts, params IReadOnlyList<StatementsQuery> Statements);

/// <summary>A page of the statements that touch an anchor, as <see cref="ILevelReader.StatementsOf(IReadOnlyList{string}, AnchorRole, StatementFilter, PageRequest, StatementParts, CancellationToken)"/> reads it,
/// and what together with it. Compared by reference: <see cref="EntityRow.PageOf"/> gives the page of this very one.</summary>
public sealed class StatementsQuery(AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, EntityQuery? other = null)
{
    public AnchorRole Role { get; } = role;

    public StatementFilter Filter { get; } = filter;

    public PageRequest Page { get; } = page;

    public StatementParts Parts { get; } = parts;

    /// <summary>What of the entity at the other end of each relationship; null for nothing. Only with the roles in which the anchor is an end.</summary>
    public EntityQuery? Other { get; } =
        other is null || role is AnchorRole.Out or AnchorRole.In or AnchorRole.AnyEnd ? other : throw new ArgumentException("Only an end has another end.", nameof(other));
}
