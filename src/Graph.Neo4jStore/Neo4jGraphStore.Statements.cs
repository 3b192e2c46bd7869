using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    public async ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation)
    {
        var result = new StatementRow?[ids.Count];
        if (ids.Count == 0)
            return result;
        var rows = await ReadWhole("UNWIND range(0, size($ids) - 1) AS i MATCH (s:_Statement {_id: $ids[i]})", $"i, {TogetherCypher.StatementColumns(parts)}",
            new Parameters { ["ids"] = ids.Select(i => i.ToString()).ToArray() }, cancellation);
        foreach (var row in rows)
            result[row.Number(0)] = TogetherCypher.ReadStatement(row);
        return result;
    }

    public async ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation)
    {
        var arguments = new Arguments();
        var cypher = new StatementCypher(_ontology, arguments);
        var text = new PageCypher(page, TogetherCypher.OrderOf(page), arguments);
        var source = cypher.Candidates(filter, "s");
        var rows = await ReadWhole(text.Text(source, cypher.Predicate(filter, "s"), "", TogetherCypher.StatementColumns(parts)), PageCypher.Columns, arguments.Parameters, cancellation);
        return text.Read(rows[0], 0, row => TogetherCypher.ReadStatement(row));
    }

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) =>
        StatementsOf(anchors, new StatementsQuery(role, filter, page, parts), cancellation);

    public async ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, StatementsQuery query, CancellationToken cancellation)
    {
        var result = new Page<StatementRow>[anchors.Count];
        if (anchors.Count == 0)
            return result;
        var arguments = new Arguments();
        var text = new TogetherCypher(_ontology, arguments).Page(query, "anchor", "i, anchor");
        var list = arguments.Add(anchors);
        var rows = await ReadWhole($"UNWIND range(0, size({list}) - 1) AS i\nWITH i, {list}[i] AS anchor\n{text}", $"i, {PageCypher.Columns}", arguments.Parameters, cancellation);
        foreach (var row in rows)
            result[row.Number(0)] = TogetherCypher.ReadPage(row, 1, query);
        return result;
    }

    public async ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation)
    {
        var arguments = new Arguments();
        var cypher = new StatementCypher(_ontology, arguments);
        var source = cypher.Candidates(filter, "s").Where(cypher.Predicate(filter, "s"));
        return Tallies(await ReadWhole($"{source} {ValuesOf(by)} WITH value, count(*) AS n ORDER BY value", "value, n", arguments.Parameters, cancellation));
    }

    public async ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> CountStatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by, CancellationToken cancellation)
    {
        if (anchors.Count == 0)
            return [];
        var arguments = new Arguments();
        var cypher = new StatementCypher(_ontology, arguments);
        var source = cypher.Touching(role, filter, "anchor", "anchor", "s");
        var predicate = cypher.Predicate(filter, "s");
        var list = arguments.Add(anchors);
        var rows = await ReadWhole(
            $"UNWIND range(0, size({list}) - 1) AS i\nWITH i, {list}[i] AS anchor\n{source.Clause}\nWITH i, s WHERE {predicate}\n{ValuesOf(by, "i, ")}\nWITH i, value, count(*) AS n",
            "i, value, n", arguments.Parameters, cancellation);
        var byAnchor = rows.Where(r => r.Value(1) is not null).OrderBy(r => r.Text(1), Utf8Order.Instance).ToLookup(r => r.Number(0), r => new Tally(r.Text(1), r.Number(2)));
        return [.. anchors.Select((_, i) => byAnchor[i].ToArray())];
    }

    // A statement counts once for each article, and not at all without a speaker that is an entity.
    private static string ValuesOf(StatementCount by, string kept = "") => by switch
    {
        StatementCount.All => $"WITH {kept}'' AS value",
        StatementCount.Form => $"WITH {kept}CASE WHEN s._target IS NULL THEN 'OBSERVATION' ELSE 'RELATIONSHIP' END AS value",
        StatementCount.Type => $"WITH {kept}s._type AS value",
        StatementCount.Status => $"WITH {kept}s.status AS value",
        StatementCount.Polarity => $"WITH {kept}CASE WHEN s._negated THEN 'NEGATED' ELSE 'AFFIRMED' END AS value",
        StatementCount.Speaker => $"WITH {kept}s._speaker AS value WHERE value IS NOT NULL",
        StatementCount.Article => "UNWIND [w IN s._refs WHERE w STARTS WITH 'a:' | substring(w, 2)] AS value",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };
}
