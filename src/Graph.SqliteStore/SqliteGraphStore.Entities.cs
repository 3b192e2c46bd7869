using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    private const string NameColumns = "name.entity, name.folded, name.text, name.language, name.role, name.linkable";
    private const string NameOrder = "folded, entity, text, language, role";

    private static readonly Dictionary<string, NameRole> Roles = Enum.GetValues<NameRole>().ToDictionary(Columns.Name);

    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation)
    {
        using var lease = Read(transaction: false, cancellation);
        return ValueTask.FromResult(Entities(lease.Connection, keys, parts));
    }

    private static IReadOnlyList<EntityRow?> Entities(Connection connection, IReadOnlyList<string> keys, EntityParts parts)
    {
        var index = parts.HasFlag(EntityParts.Body) ? "" : "INDEXED BY entity_shown "; // else SQLite takes the unique one, and the table
        using var command = connection.Prepare($"SELECT j.key, {EntityColumns(parts, "e")} FROM json_each(?1) j CROSS JOIN entity e {index}ON e.key = j.value");
        command.Bind(1, Json.List(keys));
        var rows = new EntityRow?[keys.Count];
        while (command.Step())
            rows[command.Integer(0)] = ReadEntity(command, parts);
        return rows;
    }

    public ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation)
    {
        var key = page.By switch
        {
            SortBy.Id => "e.key",
            SortBy.Name => "e.by_name",
            SortBy.Degree => "e.by_degree",
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.By, "Not an order of entities."),
        };
        using var lease = Read(Pager<EntityRow>.NeedsTransaction(page), cancellation);
        var pager = new Pager<EntityRow>(lease.Connection, page, new PageOrder(key, null), ", " + EntityColumns(parts, "e"),
            sql => [new Source("entity e", new EntitySql(sql, Ontology).Condition(filter, "e"))], c => ReadEntity(c, parts));
        return ValueTask.FromResult(pager.Read());
    }

    public ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation)
    {
        if (NamesSql(query) is not { } sql)
            return ValueTask.FromResult<IReadOnlyList<NameHit>>([]);
        using var lease = Read(transaction: false, cancellation);
        using var command = lease.Connection.Query(sql);
        var hits = new List<NameHit>();
        while (command.Step())
            hits.Add(ReadHit(command));
        return ValueTask.FromResult<IReadOnlyList<NameHit>>(hits);
    }

    // Column 0 is the sort key, or the place among the keys asked for.
    private static string EntityColumns(EntityParts parts, string e) =>
        $"{e}.key, {e}.kind, {(parts.HasFlag(EntityParts.Degree) ? $"{e}.degree" : "NULL")}, {(parts.HasFlag(EntityParts.Body) ? $"{e}.body" : "NULL")}, "
        + (parts.HasFlag(EntityParts.Names) ? $"{e}.names" : "NULL");

    private static EntityRow ReadEntity(Command row, EntityParts parts) => new(row.Text(1), row.Text(2),
        parts.HasFlag(EntityParts.Degree) ? row.Integer(3) : null, parts.HasFlag(EntityParts.Body) ? row.Text(4) : null, parts.HasFlag(EntityParts.Names) ? row.Text(5) : null);

    private static NameHit ReadHit(Command row) =>
        new(row.Text(0), row.Text(1), new EntityName(row.Text(2), row.Text(3), Roles[row.Text(4)], row.Integer(5) != 0));

    private static SqlText? NamesSql(NameQuery query)
    {
        var sql = new SqlText();
        var ofKinds = query.Kinds is null ? "" : $" AND EXISTS (SELECT 1 FROM entity e WHERE e.key = name.entity AND e.kind {sql.OneOf(query.Kinds)})";
        switch (query)
        {
            case NameQuery.Exact exact:
                return sql.Add("SELECT ", NameColumns, " FROM name WHERE folded ", sql.OneOf(exact.Folded), ofKinds, " ORDER BY ", NameOrder);
            case NameQuery.Prefix prefix:
                var from = prefix.After is { } after
                    ? $"(folded, entity) > ({sql.Value(after.Folded)}, {sql.Value(after.Entity)}) AND folded >= {sql.Value(prefix.Folded)}"
                    : $"folded >= {sql.Value(prefix.Folded)}";
                var to = Utf8Prefix.End(prefix.Folded) is { } end ? $" AND folded < {sql.Value(end)}" : "";
                return sql.Add("SELECT ", NameColumns, " FROM name WHERE ", from, to, ofKinds, " ORDER BY ", NameOrder, " LIMIT ", sql.Value(prefix.Limit));
            case NameQuery.Terms terms when Match(terms.All) is { Length: > 0 } match:
                return sql.Add("SELECT * FROM (SELECT ", NameColumns, " FROM name_terms JOIN name ON name.n = name_terms.rowid WHERE name_terms MATCH ", sql.Value(match),
                    ofKinds, " LIMIT ", sql.Value(terms.Limit), ") ORDER BY ", NameOrder);
            default:
                return null;
        }
    }

    // Each term a quoted string: nothing in it is query language. One that the tokenizer would part (it holds white space) becomes several, one of which nothing is left matches nothing.
    private static string Match(IReadOnlyList<string> terms)
    {
        var parts = terms.Select(t => t.Split(TermSeparators, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return parts.Any(p => p.Length == 0) ? "" : string.Join(' ', parts.SelectMany(p => p).Distinct().Select(p => $"\"{p.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    // What FTS5's ascii tokenizer takes for no part of a token, given our tokenchars.
    private static readonly char[] TermSeparators = [.. Enumerable.Range(0, 33).Select(c => (char)c), '\u007f'];
}
