using Graph.Core;

namespace Graph.Host;

/// <summary>A page as the API gives it. It has only what was selected.</summary>
/// <param name="Anchor">The entity that the statements were read for; null for others.</param>
internal sealed record Connection(IReadOnlyList<Edge> Edges, long? Total, bool HasPrevious, bool HasNext)
{
    public static Connection Of<T>(Page<T> page, string mark, string? anchor = null)
        where T : class => new([.. page.Rows.Select(r => new Edge(r.Value, r.Key, mark, anchor))], page.Total, page.HasPrevious, page.HasNext);
}

/// <summary>A row of a page and its place in the order.</summary>
/// <param name="Key">Its sort key.</param>
internal sealed record Edge(object Node, string Key, string Mark, string? Anchor)
{
    public string Cursor => Host.Cursor.Write(Mark, Key);

    private StatementRow Row => (StatementRow)Node;

    /// <summary>The other end, seen from the anchor.</summary>
    public string Other => Row.Subject == Anchor ? Row.Target! : Row.Subject;

    /// <summary>The statement as seen from the anchor.</summary>
    public Said Said => new(Row, FromTarget: Row.Target == Anchor);

    /// <summary>Whether the anchor is the target of a type that is not symmetric.</summary>
    public bool IsReversed(Ontology ontology) => Row.Target == Anchor && !ontology.IsSymmetric(Row.Id.Type);
}
