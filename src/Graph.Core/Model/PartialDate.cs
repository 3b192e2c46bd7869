using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    Year,
    Quarter,
    Month,
    Day,
}

/// <summary>A date of the proleptic Gregorian calendar, years 1 to 9999, of which no more is kept than is known: <c>2022</c>, <c>2022-Q3</c>, <c>2023-10</c>, <c>2023-10-24</c>.</summary>
public readonly partial record struct PartialDate
{
    // Invariant: 1 <= Year <= 9999 and Part is 0 (year), 1-4 (quarter), 1-12 (month) or 101-1231 (month * 100 + day) by precision. default is the year 1.
    private readonly short _yearsAfterOne;
    private readonly short _part;

    private PartialDate(int year, DatePrecision precision, int part, bool about, bool inferred) =>
        (_yearsAfterOne, Precision, _part, About, Inferred) = ((short)(year - 1), precision, (short)part, about, inferred);

    public int Year => _yearsAfterOne + 1;

    public DatePrecision Precision { get; }

    /// <summary>The text says "about": each end lies up to one unit of <see cref="Precision"/> further out.</summary>
    public bool About { get; init; }

    /// <summary>A part comes from context, not from the words.</summary>
    public bool Inferred { get; init; }

    /// <summary>The first day it can mean, as written; <see cref="About"/> does not count.</summary>
    public DateOnly First => Precision switch
    {
        DatePrecision.Year => new DateOnly(Year, 1, 1),
        DatePrecision.Quarter => new DateOnly(Year, (_part * 3) - 2, 1),
        DatePrecision.Month => new DateOnly(Year, _part, 1),
        _ => new DateOnly(Year, _part / 100, _part % 100),
    };

    /// <summary>The last day it can mean, as written.</summary>
    public DateOnly Last => Precision == DatePrecision.Day ? First : Step(First, 1)?.AddDays(-1) ?? DateOnly.MaxValue;

    /// <summary>The first day it can mean, <see cref="About"/> counted; not before year 1.</summary>
    public DateOnly Earliest => About ? Step(First, -1) ?? DateOnly.MinValue : First;

    /// <summary>The last day it can mean, <see cref="About"/> counted; not after year 9999.</summary>
    public DateOnly Latest => About ? EndAfter(Last) : Last;

    public static PartialDate OfYear(int year) => Parse(year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Parses text without marks. Throws <see cref="FormatException"/>; for text from outside use <see cref="TryParse"/>.</summary>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a partial date.");

    /// <summary>Parses <c>2022</c>, <c>2022-Q3</c>, <c>2023-10</c> or <c>2023-10-24</c>; with <paramref name="marks"/> also a trailing <c>~</c> (about) and <c>?</c> (inferred).</summary>
    public static bool TryParse(string text, out PartialDate date, bool marks = false)
    {
        date = default;
        var match = Pattern().Match(text);
        if (!match.Success || (!marks && match.Groups["marks"].Length > 0))
            return false;
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        int year = Number("y"), quarter = Number("q"), month = Number("m"), day = Number("d");
        if (year == 0 || (match.Groups["m"].Success && month is < 1 or > 12) || (match.Groups["d"].Success && (day < 1 || day > DateTime.DaysInMonth(year, month))))
            return false;
        var (precision, part) = day > 0 ? (DatePrecision.Day, (month * 100) + day)
            : month > 0 ? (DatePrecision.Month, month)
            : quarter > 0 ? (DatePrecision.Quarter, quarter) : (DatePrecision.Year, 0);
        var written = match.Groups["marks"].Value;
        date = new PartialDate(year, precision, part, written.Contains('~', StringComparison.Ordinal), written.Contains('?', StringComparison.Ordinal));
        return true;
    }

    /// <summary>The day as <c>yyyymmdd</c>.</summary>
    public static int DayNumber(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;

    /// <summary>The date without marks, as the API gives it.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{_part}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{_part:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{_part / 100:00}-{_part % 100:00}"),
    };

    /// <summary>The date with <c>~</c> and <c>?</c>, as seeds and canonical JSON write it.</summary>
    public string ToMarkedString() => $"{ToString()}{(About ? "~" : "")}{(Inferred ? "?" : "")}";

    // The same day one unit of the precision on or back; null beyond the calendar.
    private DateOnly? Step(DateOnly day, int direction)
    {
        var months = Precision switch { DatePrecision.Year => 12, DatePrecision.Quarter => 3, DatePrecision.Month => 1, _ => 0 } * direction;
        var days = Precision == DatePrecision.Day ? direction : 0;
        var year = day.Year + (((day.Month - 1 + months) - (((day.Month - 1 + months) % 12 + 12) % 12)) / 12);
        if (year is < 1 or > 9999 || (days < 0 && day == DateOnly.MinValue) || (days > 0 && day == DateOnly.MaxValue))
            return null;
        return day.AddMonths(months).AddDays(days);
    }

    private DateOnly EndAfter(DateOnly last)
    {
        if (last == DateOnly.MaxValue)
            return last;
        var next = Step(last.AddDays(1), 1);
        return next?.AddDays(-1) ?? DateOnly.MaxValue;
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-Q(?<q>[1-4])|-(?<m>[0-9]{2})(-(?<d>[0-9]{2}))?)?(?<marks>~?\??)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
