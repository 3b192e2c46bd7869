namespace Graph.Core;

/// <summary>Something that an ontology allowed and its successor does not: harmless as long as nothing uses it.</summary>
/// <param name="What">What changed, for the author: <c>the kind 'Fund' is gone</c>.</param>
/// <param name="Uses">What would be left without meaning.</param>
public sealed record Narrowing(string What, UseQuery Uses);

/// <summary>How a store is asked what uses something: a closed union. What no filter can tell is looked for by reading, which narrowings of a filled store are rare enough for.</summary>
public abstract record UseQuery
{
    private UseQuery()
    {
    }

    /// <param name="Where">Looks at each whole entity; null for all that pass the filter.</param>
    public sealed record Entities(EntityFilter Filter, Func<Entity, bool>? Where = null) : UseQuery;

    /// <param name="Where">Looks at each statement; null for all that pass the filter.</param>
    /// <param name="Parts">What <paramref name="Where"/> reads of the row.</param>
    public sealed record Statements(StatementFilter Filter, Func<StatementRow, KindOf, bool>? Where = null, StatementParts Parts = StatementParts.Scalars) : UseQuery;

    public sealed record Articles(Func<Article, bool> Where) : UseQuery;

    public sealed record Passages(Func<Passage, bool> Where) : UseQuery;
}

/// <summary>The kind of an entity that a statement names.</summary>
public delegate string? KindOf(string entity);

/// <summary>A narrowing that is not harmless.</summary>
/// <param name="Count">How many entities, statements, articles or passages use what is gone.</param>
/// <param name="Ids">The first of them, at most <see cref="MaxIds"/>.</param>
public sealed record OntologyUse(string What, long Count, IReadOnlyList<string> Ids)
{
    public const int MaxIds = 10;

    public override string ToString() => $"{What}, but {Count} {(Count == 1 ? "uses" : "use")} it: {string.Join(", ", Ids)}{(Count > Ids.Count ? ", ..." : "")}";
}
