using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation)
    {
        var value = by switch { EntityCount.All => "''", EntityCount.Kind => "e.kind", _ => throw new ArgumentOutOfRangeException(nameof(by)) };
        var sql = new SqlText();
        var condition = new EntitySql(sql, Ontology).Condition(filter, "e");
        sql.Add("SELECT ", value, ", count(*) FROM entity e WHERE ", condition, " GROUP BY 1 ORDER BY 1");
        using var lease = Read(transaction: false, cancellation);
        return ValueTask.FromResult<IReadOnlyList<Tally>>(Tallies(lease.Connection, sql));
    }

    public ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation)
    {
        var sql = new SqlText();
        Count(sql, [new Source("statement s", new StatementSql(sql, Ontology).Condition(filter, "s"))], by);
        using var lease = Read(transaction: false, cancellation);
        return ValueTask.FromResult<IReadOnlyList<Tally>>(Tallies(lease.Connection, sql));
    }

    public ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> CountStatementsOf(
        IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by, CancellationToken cancellation)
    {
        var sql = new SqlText(2);
        Count(sql, Anchored(new StatementSql(sql, Ontology) { TypesById = true }, role, filter, "statement s"), by);
        using var lease = Read(transaction: anchors.Count > 1, cancellation);
        var counts = new IReadOnlyList<Tally>[anchors.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            PassageId passage = default;
            if (role == AnchorRole.Passage && !PassageId.TryParse(anchors[i], out passage))
            {
                counts[i] = [];
                continue;
            }
            sql.Set(1, role == AnchorRole.Passage ? passage.Article : anchors[i]);
            sql.Set(2, role == AnchorRole.Passage ? (long)passage.Number : null);
            counts[i] = Tallies(lease.Connection, sql);
        }
        return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<Tally>>>(counts);
    }

    // The sources share no statement. A statement counts once for each article, and not at all without a speaker that is an entity.
    private static void Count(SqlText sql, IReadOnlyList<Source> sources, StatementCount by)
    {
        var value = by switch
        {
            StatementCount.All => "''",
            StatementCount.Form => "CASE WHEN s.id > 'r' THEN 'RELATIONSHIP' ELSE 'OBSERVATION' END",
            StatementCount.Type => "s.type",
            StatementCount.Status => "s.status",
            StatementCount.Polarity => "CASE s.negated WHEN 0 THEN 'AFFIRMED' ELSE 'NEGATED' END",
            StatementCount.Speaker => "s.speaker",
            StatementCount.Article => "s.n",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };
        var values = string.Join(" UNION ALL ", sources.Select(s => $"SELECT {value} AS value FROM {s.From} WHERE {s.Where}"));
        if (by == StatementCount.Article)
            sql.Add("SELECT article, count(DISTINCT statement) FROM evidence WHERE statement IN (", values, ") GROUP BY 1 ORDER BY 1");
        else
            sql.Add("SELECT value, count(*) FROM (", values, ") WHERE value IS NOT NULL GROUP BY 1 ORDER BY 1");
    }

    private static List<Tally> Tallies(Connection connection, SqlText sql)
    {
        using var command = connection.Query(sql);
        var tallies = new List<Tally>();
        while (command.Step())
            tallies.Add(new Tally(command.Text(0), command.Integer(1)));
        return tallies;
    }
}
