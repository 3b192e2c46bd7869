using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation)
    {
        using var lease = Read(transaction: false, cancellation);
        using var command = lease.Connection.Prepare($"SELECT j.key{StatementColumns(parts)} FROM json_each(?1) j CROSS JOIN {StatementTables(parts)} WHERE s.id = j.value");
        command.Bind(1, Json.List(ids.Select(i => i.ToString())));
        var rows = new StatementRow?[ids.Count];
        while (command.Step())
            rows[command.Integer(0)] = ReadStatement(command, parts);
        return ValueTask.FromResult<IReadOnlyList<StatementRow?>>(rows);
    }

    public ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation)
    {
        using var lease = Read(Pager<StatementRow>.NeedsTransaction(page), cancellation);
        var pager = StatementPager(lease.Connection, page, parts, byEnd: false, filters =>
            [new Source(StatementTables(parts), filters.Condition(filter, "s") + filters.IdRange(filter, "s"))]);
        return ValueTask.FromResult(pager.Read());
    }

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation)
    {
        using var lease = Read(anchors.Count > 1 || Pager<StatementRow>.NeedsTransaction(page), cancellation);
        return ValueTask.FromResult<IReadOnlyList<Page<StatementRow>>>(StatementsOf(lease.Connection, anchors, role, filter, page, parts, cancellation));
    }

    private Page<StatementRow>[] StatementsOf(
        Connection connection, IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation)
    {
        var pager = StatementPager(connection, page, parts, byEnd: true, filters => Anchored(filters, role, filter, StatementTables(parts)));
        var pages = new Page<StatementRow>[anchors.Count];
        for (var i = 0; i < pages.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            pages[i] = role != AnchorRole.Passage ? pager.Read(anchors[i])
                : PassageId.TryParse(anchors[i], out var passage) ? pager.Read(passage.Article, passage.Number) : pager.Read();
        }
        return pages;
    }

    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation)
    {
        using var lease = Read(transaction: false, cancellation);
        using var command = lease.Connection.Query(NeighboursSql(query));
        var found = new HashSet<string>?[query.Keys.Count];
        var left = query.Limit;
        while (command.Step())
        {
            if ((found[command.Integer(0)] ??= []).Add(command.Text(1)) && --left < 0)
                throw new LimitExceededException("neighbours", query.Limit, query.Limit + 1L, "Name types or kinds, or ask about fewer entities.");
        }
        return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<string>>>([.. found.Select(Ordered)]);
    }

    private static string[] Ordered(HashSet<string>? keys)
    {
        if (keys is null)
            return [];
        string[] ordered = [.. keys];
        Array.Sort(ordered, Utf8Order.Instance);
        return ordered;
    }

    private Pager<StatementRow> StatementPager(Connection connection, PageRequest page, StatementParts parts, bool byEnd, Func<StatementSql, IReadOnlyList<Source>> sources)
    {
        var key = page.By switch
        {
            SortBy.Id => null,
            SortBy.Period => "s.by_period",
            SortBy.Position => "s.by_position",
            SortBy.Amount => "s.by_amount",
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.By, "Not an order of statements."),
        };
        return new Pager<StatementRow>(connection, page, new PageOrder(key ?? "s.id", key is null ? null : "s.id"), StatementColumns(parts),
            sql => sources(new StatementSql(sql, Ontology) { TypesById = byEnd }), c => ReadStatement(c, parts));
    }

    private static IReadOnlyList<Source> Anchored(StatementSql filters, AnchorRole role, StatementFilter filter, string tables, string anchor = "?1")
    {
        Source End(string column, string? range = null) =>
            new(tables, $"s.{column} = {anchor}{(range is null ? filters.IdRange(filter, "s", StatementForm.Relationship) : " AND " + range)} AND {filters.Condition(filter, "s")}");
        Source Touching(string rows) => new(tables, $"s.n IN ({rows}) AND {filters.Condition(filter, "s")}");
        return role switch
        {
            AnchorRole.Out => [End("subject"), .. filters.SymmetricRanges(filter, "s").Select(r => End("target", r))],
            AnchorRole.In => [End("target"), .. filters.SymmetricRanges(filter, "s").Select(r => End("subject", r))],
            AnchorRole.AnyEnd => [End("subject"), End("target")],
            AnchorRole.Observed => [new Source(tables, $"s.subject = {anchor}{filters.IdRange(filter, "s", StatementForm.Observation)} AND {filters.Condition(filter, "s")}")],
            AnchorRole.About => [Touching(StatementSql.About($"= {anchor}"))],
            AnchorRole.Passage => [Touching($"SELECT statement FROM evidence WHERE article = {anchor} AND number = ?2")],
            AnchorRole.Article => [Touching($"SELECT statement FROM evidence WHERE article = {anchor}")],
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
    }

    private SqlText NeighboursSql(NeighbourQuery query)
    {
        var sql = new SqlText(1);
        sql.Set(1, Json.List(query.Keys));
        var filters = new StatementSql(sql, Ontology) { TypesById = true };
        StatementFilter filter = new StatementFilter.And(
        [
            .. query.Types is null ? Array.Empty<StatementFilter>() : [new StatementFilter.OfType(query.Types)],
            .. query.AsOf is { } window ? [new StatementFilter.Within(window)] : Array.Empty<StatementFilter>(),
        ]);
        var kinds = query.Kinds is null ? null : sql.OneOf(query.Kinds);
        var role = query.Direction switch { Direction.Out => AnchorRole.Out, Direction.In => AnchorRole.In, _ => AnchorRole.AnyEnd };
        var (straight, back) = role == AnchorRole.In ? ("subject", "target") : ("target", "subject");
        string End(Source source, int branch) => $"SELECT j.key, s.{(branch == 0 ? straight : back)} FROM {source.From} WHERE {source.Where} AND s.negated = 0"
            + (kinds is null ? "" : $" AND EXISTS (SELECT 1 FROM entity e WHERE e.key = s.{(branch == 0 ? straight : back)} AND e.kind {kinds})");
        return sql.Add(string.Join(" UNION ALL ", Anchored(filters, role, filter, "json_each(?1) j CROSS JOIN statement s", "j.value").Select(End)));
    }

    private static string StatementColumns(StatementParts parts) =>
        $", s.id, s.subject, s.target, s.status, s.negated{(parts.HasFlag(StatementParts.Body) ? ", b.body" : "")}";

    private static string StatementTables(StatementParts parts) => parts.HasFlag(StatementParts.Body) ? "statement s CROSS JOIN statement_body b ON b.n = s.n" : "statement s";

    private static StatementRow ReadStatement(Command row, StatementParts parts) => new(StatementId.Parse(row.Text(1)), row.Text(2), row.TextOrNull(3),
        Columns.Status(row.Text(4)), row.Integer(5) == 0 ? Polarity.Affirmed : Polarity.Negated, parts.HasFlag(StatementParts.Body) ? row.Text(6) : null);
}
