namespace Graph.Core;

/// <summary>Reads what belongs together level by level: one operation for the entities of a level, and one for each of its pages of statements.</summary>
public static class Together
{
    /// <summary>Entities by key with what the query reads together with them.</summary>
    public static async ValueTask<IReadOnlyList<EntityRow?>> Entities(ILevelReader store, IReadOnlyList<string> keys, EntityQuery query, CancellationToken cancellation)
    {
        var rows = await store.Entities(keys, query.Parts, cancellation);
        if (query.Statements.Count == 0)
            return rows;
        var found = rows.OfType<EntityRow>().Select(r => r.Key).Distinct().ToArray();
        if (found.Length == 0)
            return rows;
        var pages = new IReadOnlyList<Page<StatementRow>>[query.Statements.Count];
        for (var i = 0; i < pages.Length; i++)
            pages[i] = await Statements(store, found, query.Statements[i], cancellation);
        var places = found.Index().ToDictionary(f => f.Item, f => f.Index);
        return [.. rows.Select(row => row?.With(query, [.. pages.Select(p => p[places[row.Key]])]))];
    }

    /// <summary>For each anchor a page of statements, with what the query reads together with them.</summary>
    public static async ValueTask<IReadOnlyList<Page<StatementRow>>> Statements(ILevelReader store, IReadOnlyList<string> anchors, StatementsQuery query, CancellationToken cancellation)
    {
        var pages = await store.StatementsOf(anchors, query.Role, query.Filter, query.Page, query.Parts, cancellation);
        if (query.Other is not { } other)
            return pages;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var row in pages[i].Rows)
            {
                var key = row.Value.OtherThan(anchors[i]);
                if (places.TryAdd(key, keys.Count))
                    keys.Add(key);
            }
        }
        if (keys.Count == 0)
            return pages;
        var ends = await Entities(store, keys, other, cancellation);
        var result = new Page<StatementRow>[pages.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = pages[i] with { Rows = WithEnds(pages[i].Rows, anchors[i], places, ends) };
        return result;
    }

    private static Row<StatementRow>[] WithEnds(
        IReadOnlyList<Row<StatementRow>> rows, string anchor, Dictionary<string, int> places, IReadOnlyList<EntityRow?> ends)
    {
        var result = new Row<StatementRow>[rows.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = rows[i] with { Value = rows[i].Value.With(ends[places[rows[i].Value.OtherThan(anchor)]]) };
        return result;
    }
}
