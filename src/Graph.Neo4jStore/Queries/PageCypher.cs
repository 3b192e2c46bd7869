using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>One page as one part of a statement: its rows by index order, and if asked the total and whether rows stand before and behind.</summary>
/// <remarks>The rows of an order with missing values, descending, come from two ranges of keys; the second is read only when the first did not fill the page. See <see cref="PageRequest.Ranges"/>.</remarks>
internal sealed class PageCypher(PageRequest page, string key, Arguments arguments)
{
    // U+0001 parts keys and is the least character in them: a key with it appended is the next possible key.
    private const string Next = "\u0001", Top = "\U0010FFFF";

    // Texts by shape, dropped together when clients have asked for very many shapes.
    private const int MostTexts = 2000;

    private static readonly ConcurrentDictionary<Shape, string> Texts = new();

    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "rows, total, prev, next";

    private bool HasClasses => page is { Descending: true, By: SortBy.Period or SortBy.Position or SortBy.Amount };

    /// <summary>Clauses that end with the columns bound.</summary>
    /// <param name="scope">Names of outer variables that the source needs, and that stay bound; empty for none.</param>
    /// <param name="columns">What a row holds; its key is put before.</param>
    /// <param name="read">What is read for each row of the page: clauses that give one row, whose columns are among those; null for nothing.</param>
    public string Text(Source source, string predicate, string scope, string columns, string? read = null)
    {
        var first = arguments.Parameters.Count;
        var limit = arguments.Add(page.Limit);
        var ranges = (page.Limit == 0 ? [] : page.Ranges()).Select(r => new Bounds(arguments.Add(r.Above ?? ""), r.Below is null ? null : arguments.Add(r.Below), r.Descending)).ToArray();
        var edges = page.WithEdges ? Places() : null;
        var shape = new Shape(source, predicate, scope, columns, read, key, first, ranges.Length, ranges.Length > 0 && ranges[0].Below is not null, ranges.Length > 1 && ranges[1].Below is not null,
            page.Descending, page.FromEnd, page.WithTotal, page.WithEdges, HasClasses);
        if (Texts.Count > MostTexts)
            Texts.Clear();
        return Texts.GetOrAdd(shape, _ => Build(source, predicate, scope, columns, read, limit, ranges, edges));
    }

    /// <summary>The page of a result row whose columns begin at <paramref name="first"/>.</summary>
    /// <param name="read">Null for a row that went while it was read.</param>
    public Page<T> Read<T>(Row row, int first, Func<Row, T?> read)
        where T : class => Read(page, row, first, read);

    /// <inheritdoc cref="Read{T}(Row, int, Func{Row, T})"/>
    public static Page<T> Read<T>(PageRequest page, Row row, int first, Func<Row, T?> read)
        where T : class
    {
        var rows = row.List(first).Select(r => (Value: read(r), Key: r.TextOrNull(0))).Where(r => r is (not null, not null)).Select(r => new Row<T>(r.Value!, r.Key!)).ToArray();
        if (page.FromEnd)
            Array.Reverse(rows);
        return new Page<T>(rows, row.NumberOrNull(first + 1), row.Flag(first + 2), row.Flag(first + 3));
    }

    private string Build(Source source, string predicate, string scope, string columns, string? read, string limit, IReadOnlyList<Bounds> ranges, EdgeNames? edges)
    {
        var text = new StringBuilder();
        for (var i = 0; i < ranges.Count; i++)
            text.Append(Range(source, predicate, scope, columns, read, limit, ranges[i], i));
        var rows = ranges.Count switch { 0 => "[]", 1 => "rows0", _ => $"(rows0 + rows1)[..{limit}]" };
        text.Append(CultureInfo.InvariantCulture, $"WITH {Kept(scope)}{rows} AS rows\n");
        text.Append(page.WithTotal
            ? $"CALL ({scope}) {{ {source.Where(predicate)} RETURN count(*) AS total }}\n"
            : $"WITH {Kept(scope)}rows, null AS total\n");
        text.Append(edges is null ? $"WITH {Kept(scope)}rows, total, false AS prev, false AS next\n" : Edges(source, predicate, scope, edges));
        return text.ToString();
    }

    private string Range(Source source, string predicate, string scope, string columns, string? read, string limit, Bounds range, int number)
    {
        var (v, k) = (source.Variable, $"{source.Variable}.{key}");
        var bounds = $"{k} > {range.Above}{(range.Below is null ? "" : $" AND {k} < {range.Below}")}";
        var (outer, guard) = number == 0 ? (scope, "") : (Kept(scope) + "rows0", $"WITH {Kept(scope)}rows0 WHERE size(rows0) < {limit} ");
        var rows = $"{source.Where($"{predicate} AND {bounds}")} WITH {v} ORDER BY {k}{(range.Descending ? " DESC" : "")} LIMIT {limit}{(read is null ? "" : $" CALL ({Kept(scope)}{v}) {{ {read} }}")}";
        return $"CALL ({outer}) {{ {guard}{rows} RETURN collect([{k}, {columns}]) AS rows{number} }}\n";
    }

    // The page stands between two places of the whole order; an empty one at the place that its cursors name.
    private string Edges(Source source, string predicate, string scope, EdgeNames names)
    {
        var (first, last) = page.FromEnd ? (-1, 0) : (0, -1);
        var place = string.Create(CultureInfo.InvariantCulture,
            $"WITH {Kept(scope)}rows, total, coalesce(rows[{first}][0]{(page.Descending ? $" + {names.Next}" : "")}, {names.EmptyPrev}) AS a, coalesce(rows[{last}][0]{(page.Descending ? "" : $" + {names.Next}")}, {names.EmptyNext}) AS b\n");
        var k = $"{source.Variable}.{key}";
        string Exists(string bounds) => $"EXISTS {{ {source.Where($"{predicate} AND {bounds}")} RETURN {source.Variable} }}";
        if (!page.Descending)
            return place + $"WITH {Kept(scope)}rows, total, {Exists($"{k} < a")} AS prev, {Exists($"{k} >= b")} AS next\n";
        if (!HasClasses)
            return place + $"WITH {Kept(scope)}rows, total, {Exists($"{k} >= a")} AS prev, {Exists($"{k} < b")} AS next\n";
        var missing = names.Missing;
        var prev = $"coalesce({Exists($"{k} >= a AND {k} < {missing}")} OR (a >= {missing} AND ({Exists($"{k} >= a")} OR {Exists($"{k} < {missing}")})), false)";
        var behind = $"coalesce({Exists($"{k} < b AND {k} >= {missing}")} OR (b < {missing} AND ({Exists($"{k} < b")} OR {Exists($"{k} >= {missing}")})), false)";
        return place + $"WITH {Kept(scope)}rows, total, {prev} AS prev, {behind} AS next\n";
    }

    private EdgeNames Places()
    {
        var (prev, next) = EmptyPlace();
        return new EdgeNames(arguments.Add(Next), arguments.Add(prev), arguments.Add(next), arguments.Add(SortKeys.Missing));
    }

    // Where an empty page stands, as the reference evaluator says: behind 'after', or from the end before 'before', unless the two have changed places. Null: nothing on that side.
    private (string? Prev, string? Next) EmptyPlace()
    {
        var crossed = page is { After: { } a, Before: { } b } && Place(b) <= Place(a);
        if (page.FromEnd && !crossed)
        {
            return page.Before is { } before
                ? page.Descending ? (before + Next, before + Next) : (before, before)
                : (page.Descending ? HasClasses ? SortKeys.Missing : "" : Top, null);
        }
        if (page.After is { } after)
            return page.Descending ? (after, after) : (after + Next, after + Next);
        return (null, !page.Descending ? "" : HasClasses ? SortKeys.Present + Top : Top);
    }

    private PlaceInOrder Place(string cursor) => new(cursor, page.Descending, HasClasses);

    private static string Kept(string scope) => scope.Length == 0 ? "" : scope + ", ";

    // All that the text depends on. The predicate, built anew each time, is the shape of its filter.
    private sealed record Shape(Source Source, string Predicate, string Scope, string Columns, string? Read, string Key, int FirstParameter, int Ranges, bool Below0, bool Below1,
        bool Descending, bool FromEnd, bool WithTotal, bool WithEdges, bool HasClasses);

    private sealed record Bounds(string Above, string? Below, bool Descending);

    private sealed record EdgeNames(string Next, string EmptyPrev, string EmptyNext, string Missing);

    private readonly record struct PlaceInOrder(string Key, bool Descending, bool HasClasses)
    {
        public static bool operator <=(PlaceInOrder left, PlaceInOrder right) => left.CompareTo(right) <= 0;

        public static bool operator >=(PlaceInOrder left, PlaceInOrder right) => left.CompareTo(right) >= 0;

        private int CompareTo(PlaceInOrder other)
        {
            var (mine, others) = (IsMissing, other.IsMissing);
            return mine != others ? mine.CompareTo(others) : (Descending ? -1 : 1) * Utf8Order.Instance.Compare(Key, other.Key);
        }

        private bool IsMissing => HasClasses && Key.StartsWith(SortKeys.Missing, StringComparison.Ordinal);
    }
}
