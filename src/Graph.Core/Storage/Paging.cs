namespace Graph.Core;

/// <summary>By what a page is ordered. Every order has one sort key a row (<see cref="SortKeys"/>), ending in the id.</summary>
public enum SortBy
{
    /// <summary>The entity's key or the statement's id.</summary>
    Id,

    /// <summary>Entities: the folded name shown in the default language.</summary>
    Name,

    /// <summary>Entities.</summary>
    Degree,

    /// <summary>Statements: from, else to.</summary>
    Period,

    /// <summary>Statements: the first evidence by article, passage, start in the default language. Mentions have no other order.</summary>
    Position,

    /// <summary>Observations of one metric.</summary>
    Amount,
}

/// <summary>One page of an order. Rows without a value come last, ascending and descending; ties follow the direction.</summary>
/// <param name="Limit">How many rows at the most; 0 for none (a total alone).</param>
/// <param name="After">Sort key of the row before the first possible one; null from the start.</param>
/// <param name="Before">Sort key of the row behind the last possible one; null to the end.</param>
/// <param name="FromEnd">The last rows of the range instead of the first; still given in order.</param>
/// <param name="WithTotal">Also count all rows that pass the filter, whatever the cursors.</param>
/// <param name="WithEdges">Also tell whether there are rows before and behind the page.</param>
/// <remarks>What exactly a page is, <see cref="ReferenceEvaluator.Page"/> says in code, for empty ones too.</remarks>
public sealed record PageRequest(SortBy By, bool Descending, int Limit, string? After = null, string? Before = null, bool FromEnd = false, bool WithTotal = false, bool WithEdges = false)
{
    /// <summary>The limit of who reads all there is.</summary>
    public const int NoLimit = int.MaxValue / 2;

    /// <summary>Everything up to a limit, by id.</summary>
    public static PageRequest First(int limit, SortBy by = SortBy.Id) => new(by, false, limit);

    /// <summary>The ranges of sort keys to read one after the other until the limit is reached. When <see cref="FromEnd"/>, they lead from the end towards the start.</summary>
    /// <remarks>Keys of the orders that may lack a value begin with <see cref="SortKeys.Present"/> or <see cref="SortKeys.Missing"/>; descending, the missing come last all the same: hence two ranges.</remarks>
    public IReadOnlyList<KeyRange> Ranges()
    {
        KeyRange[] ranges = !Descending || By is SortBy.Id or SortBy.Name or SortBy.Degree
            ? [Cut(new KeyRange(null, null, Descending), null)]
            : [Cut(new KeyRange(null, SortKeys.Missing, true), false), Cut(new KeyRange(SortKeys.Missing, null, true), true)];
        return [.. (FromEnd ? ranges.Reverse().Select(r => r with { Descending = !r.Descending }) : ranges).Where(r => !r.IsEmpty)];
    }

    // 'After' and 'Before' in the order of display become bounds of the keys; when they are of the other class, they leave this one whole or take all of it away.
    private KeyRange Cut(KeyRange range, bool? missing)
    {
        if (After is not null)
        {
            var place = Place(After, missing);
            range = place > 0 ? KeyRange.Empty : place < 0 ? range : Descending ? range.To(After) : range.From(After);
        }
        if (Before is not null)
        {
            var place = Place(Before, missing);
            range = place < 0 ? KeyRange.Empty : place > 0 ? range : Descending ? range.From(Before) : range.To(Before);
        }
        return range;
    }

    // Whether a cursor stands before the class of the present or the missing (-1), in it (0) or behind it (1). Without classes it is in.
    private static int Place(string key, bool? missing) =>
        missing is { } wanted ? (Utf8Order.Instance.Compare(key, SortKeys.Missing) >= 0).CompareTo(wanted) : 0;
}

/// <summary>Sort keys strictly between two bounds, by UTF-8 bytes, read in one direction.</summary>
/// <param name="Above">Null: no lower bound.</param>
/// <param name="Below">Null: no upper bound.</param>
public readonly record struct KeyRange(string? Above, string? Below, bool Descending)
{
    public static KeyRange Empty => new("\u0001", "\u0001", false);

    public bool IsEmpty => Above is not null && Below is not null && Utf8Order.Instance.Compare(Above, Below) >= 0;

    public KeyRange From(string key) => this with { Above = Above is null || Utf8Order.Instance.Compare(key, Above) > 0 ? key : Above };

    public KeyRange To(string key) => this with { Below = Below is null || Utf8Order.Instance.Compare(key, Below) < 0 ? key : Below };
}

/// <param name="Key">The sort key in the page's order.</param>
public readonly record struct Row<T>(T Value, string Key);

/// <summary>One page, in the order asked for.</summary>
/// <param name="Total">All rows that pass the filter; null unless asked for.</param>
/// <param name="HasPrevious">Whether rows stand before the page; false unless asked for.</param>
/// <param name="HasNext">Whether rows stand behind it; false unless asked for.</param>
public sealed record Page<T>(IReadOnlyList<Row<T>> Rows, long? Total = null, bool HasPrevious = false, bool HasNext = false)
{
    public IEnumerable<T> Values => Rows.Select(r => r.Value);
}
