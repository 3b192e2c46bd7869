using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Rows of one table under a condition; a page may be read from several such branches that share no row.</summary>
internal readonly record struct Source(string From, string Where);

/// <summary>The stored sort key, and for an order that may lack it (NULL) the id that takes its place, behind all keys.</summary>
internal readonly record struct PageOrder(string Key, string? Id);

/// <summary>Reads pages of one order and filter, for one anchor after the other. Columns begin with 1; column 0 is the sort key.</summary>
/// <param name="sources">Writes conditions; parameters ?1 and ?2 are the anchor's.</param>
internal sealed class Pager<T>(Connection connection, PageRequest page, PageOrder order, string columns, Func<SqlText, IReadOnlyList<Source>> sources, Func<Command, T> read)
{
    private const int Limit = 3; // parameter

    private Part[]? _pages;
    private SqlText? _total;

    /// <summary>Whether a page takes more than one statement, hence a transaction.</summary>
    public static bool NeedsTransaction(PageRequest page) =>
        page.WithTotal || page.WithEdges || (page.Descending && page.By is SortBy.Period or SortBy.Position or SortBy.Amount);

    public Page<T> Read(string? anchor = null, long? part = null)
    {
        var rows = new List<Row<T>>(Math.Min(page.Limit, 64));
        var more = page.Limit > 0 && Fill(rows, anchor, part);
        if (page.FromEnd)
            rows.Reverse();
        long? total = page.WithTotal ? Total(anchor, part) : null;
        if (!page.WithEdges)
            return new Page<T>(rows, total);
        var (previous, next) = rows.Count > 0 ? Edges(rows, more, anchor, part) : EmptyEdges(anchor, part);
        return new Page<T>(rows, total, previous, next);
    }

    // Reads the page, and whether there is one row more.
    private bool Fill(List<Row<T>> rows, string? anchor, long? part)
    {
        _pages ??= [.. page.Ranges().SelectMany(r => Select(r, columns))];
        foreach (var (sql, prefix) in _pages)
        {
            Bind(sql, anchor, part, page.Limit - rows.Count + (page.WithEdges ? 1L : 0));
            using var result = connection.Query(sql);
            while (result.Step())
            {
                if (rows.Count == page.Limit)
                    return true;
                rows.Add(new Row<T>(read(result), prefix + result.Text(0)));
            }
            if (rows.Count == page.Limit && !page.WithEdges)
                break;
        }
        return false;
    }

    private (bool Previous, bool Next) Edges(List<Row<T>> rows, bool more, string? anchor, long? part)
    {
        bool Before() => Any(Everything with { Before = rows[0].Key }, anchor, part);
        bool Behind() => Any(Everything with { After = rows[^1].Key }, anchor, part);
        return page.FromEnd
            ? (more || (page.After is not null && Before()), page.Before is not null && Behind())
            : (page.After is not null && Before(), more || (page.Before is not null && Behind()));
    }

    // An empty page stands behind 'after', or, read from the end, before 'before' where that is not before 'after'.
    private (bool Previous, bool Next) EmptyEdges(string? anchor, long? part)
    {
        if (page.FromEnd && page.Ranges().Count > 0)
        {
            return page.Before is { } before
                ? (Any(Everything with { Before = before }, anchor, part), Is(before, anchor, part) || Any(Everything with { After = before }, anchor, part))
                : (Any(Everything, anchor, part), false);
        }
        return page.After is { } after
            ? (Is(after, anchor, part) || Any(Everything with { Before = after }, anchor, part), Any(Everything with { After = after }, anchor, part))
            : (false, Any(Everything, anchor, part));
    }

    private PageRequest Everything => new(page.By, page.Descending, 1);

    private bool Any(PageRequest some, string? anchor, long? part) => some.Ranges().SelectMany(r => Select(r, "")).Any(p => Exists(p.Sql, anchor, part));

    private bool Is(string place, string? anchor, long? part)
    {
        var sql = new SqlText(Limit);
        var isMissing = order.Id is not null && place.StartsWith(SortKeys.Missing, StringComparison.Ordinal);
        var bounds = isMissing ? $" AND {order.Key} IS NULL AND {order.Id} = {sql.Value(place[SortKeys.Missing.Length..])}" : $" AND {order.Key} = {sql.Value(place)}";
        return Exists(Compose(sql, order.Key, "", bounds, ""), anchor, part);
    }

    private bool Exists(SqlText sql, string? anchor, long? part)
    {
        Bind(sql, anchor, part, 1);
        using var result = connection.Query(sql);
        return result.Step();
    }

    private long Total(string? anchor, long? part)
    {
        if (_total is null)
        {
            _total = new SqlText(Limit);
            _total.Add("SELECT ").Add(string.Join(" + ", sources(_total).Select(s => $"(SELECT count(*) FROM {s.From} WHERE {s.Where})")));
        }
        Bind(_total, anchor, part, null);
        using var result = connection.Query(_total);
        result.Step();
        return result.Integer(0);
    }

    // In the direction of the range: of an order that may lack its key first those that have it, then the others by id, or the other way round.
    private IEnumerable<Part> Select(KeyRange range, string what)
    {
        if (order.Id is null)
            return [new Part(Select(order.Key, range, what, ""), "")];
        var present = range with { Below = IsMissing(range.Below ?? SortKeys.Missing) ? null : range.Below };
        var missing = range with { Above = IdOf(range.Above), Below = IdOf(range.Below) };
        var parts = new List<Part>(2);
        if (!IsMissing(range.Above))
            parts.Add(new Part(Select(order.Key, present, what, $" AND {order.Key} IS NOT NULL"), ""));
        if (range.Below is null || (IsMissing(range.Below) && range.Below != SortKeys.Missing))
            parts.Add(new Part(Select(order.Id, missing, what, $" AND {order.Key} IS NULL"), SortKeys.Missing));
        return range.Descending ? parts.AsEnumerable().Reverse() : parts;
    }

    private static bool IsMissing(string? key) => key is not null && Utf8Order.Instance.Compare(key, SortKeys.Missing) >= 0;

    // A bound of keys as a bound of the ids of those without: the mark goes. One below the mark bounds nothing.
    private static string? IdOf(string? key) =>
        key is not null && key.StartsWith(SortKeys.Missing, StringComparison.Ordinal) && key.Length > SortKeys.Missing.Length ? key[SortKeys.Missing.Length..] : null;

    private SqlText Select(string key, KeyRange range, string what, string and)
    {
        var sql = new SqlText(Limit);
        var bounds = (range.Above is { } above ? $" AND {key} > {sql.Value(above)}" : "") + (range.Below is { } below ? $" AND {key} < {sql.Value(below)}" : "");
        return Compose(sql, key, what, bounds + and, range.Descending ? " ORDER BY 1 DESC" : " ORDER BY 1");
    }

    private SqlText Compose(SqlText sql, string key, string what, string bounds, string orderBy) =>
        sql.Add(string.Join(" UNION ALL ", sources(sql).Select(s => $"SELECT {key}{what} FROM {s.From} WHERE {s.Where}{bounds}"))).Add(orderBy).Add(" LIMIT ?3");

    private static void Bind(SqlText sql, string? anchor, long? part, long? limit)
    {
        sql.Set(1, anchor);
        sql.Set(2, part);
        sql.Set(Limit, limit);
    }

    // The mark that the key in column 0 is to begin with.
    private readonly record struct Part(SqlText Sql, string Prefix);
}
