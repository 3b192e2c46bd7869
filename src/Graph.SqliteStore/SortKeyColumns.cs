using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>The columns that depend on the default language, and how they are made again when it changes.</summary>
internal static class SortKeyColumns
{
    private const int Batch = 1000;

    /// <summary>by_amount: of observations only, so that the index holds no relationship.</summary>
    public static string? Amount(Statement statement) => statement is Observation ? SortKeys.Amount(statement) : null;

    /// <summary>Makes by_name and by_position anew for this ontology's default language, in the caller's transaction and in batches.</summary>
    public static void Renew(Connection connection, Ontology ontology)
    {
        Renew(connection, "entity", "by_name", body => SortKeys.Name(CanonicalJson.ReadEntity(body), ontology));
        Renew(connection, "statement", "by_position", body => SortKeys.Position(CanonicalJson.ReadStatement(body), ontology));
    }

    private static void Renew(Connection connection, string table, string column, Func<string, string> key)
    {
        var update = connection.Prepare($"UPDATE {table} SET {column} = ?2 WHERE n = ?1");
        for (long last = 0; NextBatch(connection, table, last) is { Count: > 0 } rows; last = rows[^1].Row)
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
}
