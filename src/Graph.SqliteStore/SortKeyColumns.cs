using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>The statements' columns of orders that may lack a value (NULL), and how columns that depend on the default language are made again when it changes.</summary>
internal static class SortKeyColumns
{
    private const int Batch = 1000;

    public static string? Period(Statement statement) => Present(SortKeys.Period(statement));

    public static string? Position(Statement statement, Ontology ontology) => Present(SortKeys.Position(statement, ontology));

    public static string? Amount(Statement statement) => Present(SortKeys.Amount(statement));

    /// <summary>Makes by_name and by_position anew for this ontology's default language, in the caller's transaction and in batches.</summary>
    public static void Renew(Connection connection, Ontology ontology)
    {
        Renew(connection, "entity", "entity", "by_name", body => SortKeys.Name(CanonicalJson.ReadEntity(body), ontology));
        Renew(connection, "statement", "statement_body", "by_position", body => Position(CanonicalJson.ReadStatement(body), ontology));
    }

    private static void Renew(Connection connection, string table, string bodies, string column, Func<string, string?> key)
    {
        var update = connection.Prepare($"UPDATE {table} SET {column} = ?2 WHERE n = ?1");
        for (long last = 0; NextBatch(connection, bodies, last) is { Count: > 0 } rows; last = rows[^1].Row)
        {
            foreach (var (row, body) in rows)
            {
                update.Bind([row, key(body)]);
                update.Run();
            }
        }
    }

    private static List<(long Row, string Body)> NextBatch(Connection connection, string table, long after)
    {
        using var select = connection.Prepare($"SELECT n, body FROM {table} WHERE n > ?1 ORDER BY n LIMIT ?2");
        select.Bind([after, (long)Batch]);
        var rows = new List<(long, string)>(Batch);
        while (select.Step())
            rows.Add((select.Integer(0), select.Text(1)));
        return rows;
    }

    private static string? Present(string key) => key.StartsWith(SortKeys.Missing, StringComparison.Ordinal) ? null : key;
}
