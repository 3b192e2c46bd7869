using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Entities and statements as columns, with all that is read together with them: pages of statements inside of entities, the entities at other ends inside of statements.</summary>
internal sealed class TogetherCypher(Ontology ontology, Arguments arguments)
{
    private static readonly Dictionary<string, Status> Statuses = Enum.GetValues<Status>().ToDictionary(s => Spelling.EnumValue(s.ToString()));

    /// <summary>Columns of the entity bound to <paramref name="e"/>, and the clauses that have to stand before they can be given.</summary>
    public (string Clauses, string Columns) Entity(EntityQuery query, string e)
    {
        var columns = EntityColumns(e, query.Parts);
        if (query.Statements.Count == 0)
            return ("", columns);
        var pages = query.Statements.Select(statements => (Name: arguments.Variable("page"), Text: Page(statements, $"{e}.key", e))).ToArray();
        return (string.Concat(pages.Select(p => $"CALL ({e}) {{ {p.Text}RETURN [{PageCypher.Columns}] AS {p.Name} }}\n")), $"{columns}, [{string.Join(", ", pages.Select(p => p.Name))}]");
    }

    /// <summary>Clauses that end with <see cref="PageCypher.Columns"/> bound, of the statements that touch an anchor.</summary>
    /// <param name="anchor">An expression for a key or a passage's id.</param>
    /// <param name="scope">The variables that it needs, which stay bound.</param>
    public string Page(StatementsQuery query, string anchor, string scope)
    {
        var cypher = new StatementCypher(ontology, arguments);
        var text = new PageCypher(query.Page, OrderOf(query.Page), arguments);
        var source = cypher.Touching(query.Role, query.Filter, anchor, scope, "s");
        var predicate = cypher.Predicate(query.Filter, "s");
        return text.Text(source, predicate, scope, query.Other is null ? StatementColumns(query.Parts) : StatementColumns(query.Parts) + ", other",
            query.Other is { } other ? Other(other, anchor) : null);
    }

    /// <summary>Of columns that begin at <paramref name="first"/>; null for a node that went while it was read.</summary>
    public static EntityRow? ReadEntity(Row row, int first, EntityQuery query)
    {
        if (row.Value(first + 1) is null)
            return null;
        var entity = new EntityRow(row.Text(first), row.Text(first + 1), row.NumberOrNull(first + 2), row.TextOrNull(first + 3), row.TextOrNull(first + 4));
        return query.Statements.Count == 0 ? entity
            : entity.With(query, [.. query.Statements.Zip(row.List(first + 5), (statements, page) => ReadPage(page, 0, statements))]);
    }

    public static Page<StatementRow> ReadPage(Row row, int first, StatementsQuery query) => PageCypher.Read(query.Page, row, first, r => ReadStatement(r, query.Other));

    /// <summary>The entity's key, kind, degree, text and names; those that nobody asked for are null.</summary>
    public static string EntityColumns(string e, EntityParts parts)
    {
        var (body, names) = (parts.HasFlag(EntityParts.Body), parts.HasFlag(EntityParts.Names));
        // Nodes that an earlier version made have no names of their own until they are made anew.
        return $"{e}.key, {e}._kind, {(parts.HasFlag(EntityParts.Degree) ? $"{e}._degree" : "null")}, "
            + (body ? $"{e}._json, null" : names ? $"CASE WHEN {e}._names IS NULL THEN {e}._json END, {e}._names" : "null, null");
    }

    /// <summary>What is read of the statement bound to <c>s</c>.</summary>
    public static string StatementColumns(StatementParts parts) =>
        $"s._id, s._source, s._target, s.status, s._negated, {(parts.HasFlag(StatementParts.Body) ? "s._json" : "null")}";

    /// <summary>A sort key or a number, then the columns; null for a node that went while it was read.</summary>
    public static StatementRow? ReadStatement(Row row, EntityQuery? other = null) => row.Value(5) is null ? null : new StatementRow(
        StatementId.Parse(row.Text(1)), row.Text(2), row.TextOrNull(3), Statuses[row.Text(4)], row.Flag(5) ? Polarity.Negated : Polarity.Affirmed, row.TextOrNull(6),
        other is null ? null : row.List(7).Select(o => ReadEntity(o, 0, other)).FirstOrDefault());

    public static string OrderOf(PageRequest page) => page.By switch
    {
        SortBy.Id => "_id",
        SortBy.Period => "_byPeriod",
        SortBy.Position => "_byPosition",
        SortBy.Amount => "_byAmount",
        _ => throw new ArgumentOutOfRangeException(nameof(page), page.By, "Not an order of statements."),
    };

    // A list of one, or of none where the entity went.
    private string Other(EntityQuery query, string anchor)
    {
        var e = arguments.Variable("e");
        var (clauses, columns) = Entity(query, e);
        return $"MATCH ({e}:_Entity {{key: CASE WHEN s._source = {anchor} THEN s._target ELSE s._source END}}) {clauses}RETURN collect([{columns}]) AS other";
    }
}
