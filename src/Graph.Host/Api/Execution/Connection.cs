using Graph.Core;

namespace Graph.Host;

/// <summary>A page as the API gives it. It has only what was selected.</summary>
/// <param name="Scope">What it is a page of; null where nothing is counted.</param>
/// <param name="Anchor">What the statements were read for; null for others.</param>
internal sealed record Connection(IReadOnlyList<Edge> Edges, long? Total, bool HasPrevious, bool HasNext, Scope? Scope, string? Anchor)
{
    public static Connection Of<T>(Page<T> page, string mark, Scope? scope = null, string? anchor = null)
        where T : class => new([.. page.Rows.Select(r => new Edge(r.Value, r.Key, mark, anchor))], page.Total, page.HasPrevious, page.HasNext, scope, anchor);

    /// <summary>A page of which nothing was selected that has to be read.</summary>
    public static Connection Unread(Scope scope, string? anchor = null) => new([], null, false, false, scope, anchor);
}

/// <summary>All that a connection pages through, as one field of the document asks for it: what its aggregates count. Compared by reference.</summary>
/// <param name="role">How the statements touch the anchor; null without one.</param>
internal sealed class Scope(EntityFilter entities, StatementFilter statements, AnchorRole? role)
{
    public EntityFilter Entities { get; } = entities;

    public StatementFilter Statements { get; } = statements;

    public AnchorRole? Role { get; } = role;
}

/// <summary>A row of a page and its place in the order.</summary>
/// <param name="Key">Its sort key.</param>
internal sealed record Edge(object Node, string Key, string Mark, string? Anchor)
{
    public string Cursor => Host.Cursor.Write(Mark, Key);

    private StatementRow Row => (StatementRow)Node;

    /// <summary>The other end, seen from the anchor.</summary>
    public string Other => Row.OtherThan(Anchor!);

    /// <summary>What was read of it with the page; null for nothing.</summary>
    public EntityRow? OtherRow => Row.Other;

    /// <summary>The statement as seen from the anchor.</summary>
    public Said Said => new(Row, FromTarget: Row.Target == Anchor);

    /// <summary>Whether the anchor is the target of a type that is not symmetric.</summary>
    public bool IsReversed(Ontology ontology) => Row.Target == Anchor && !ontology.IsSymmetric(Row.Id.Type);
}
