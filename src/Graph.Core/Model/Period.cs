namespace Graph.Core;

/// <summary>What a period means for the value observed.</summary>
public enum PeriodRole
{
    /// <summary>A level on a date.</summary>
    At,

    /// <summary>A flow within the period.</summary>
    During,

    /// <summary>A deadline; only <see cref="Period.To"/>.</summary>
    By,

    /// <summary>From then on; only <see cref="Period.From"/>.</summary>
    Since,
}

/// <summary>When something holds: partial dates, either end open, with the words as written. A period with words alone has neither end.</summary>
public sealed record Period
{
    private Period(PeriodRole role, PartialDate? from, PartialDate? to, LocalText? text) => (Role, From, To, Text) = (role, from, to, text);

    public PeriodRole Role { get; }

    public PartialDate? From { get; }

    public PartialDate? To { get; }

    /// <summary>The words as written; they belong to no identity.</summary>
    public LocalText? Text { get; }

    public bool IsDated => From is not null || To is not null;

    public bool About => From is { About: true } || To is { About: true };

    public bool Inferred => From is { Inferred: true } || To is { Inferred: true };

    /// <summary>Days as <c>yyyymmdd</c> outside which it surely does not hold. BY never excludes; SINCE is open to the right.</summary>
    public DayWindow Window => Role switch
    {
        PeriodRole.By => DayWindow.Always,
        PeriodRole.Since => DayWindow.Between(From, null),
        _ => DayWindow.Between(From, To),
    };

    /// <summary>Whether both surely mean the same days: neither is dated, or both have the same first and last day, known ends and no "about". One dated alone is not the same.</summary>
    public static bool SurelySame(Period? one, Period? other) => (Dated(one), Dated(other)) switch
    {
        (null, null) => true,
        ({ From: { About: false } from, To: { About: false } to }, { From: { About: false } from2, To: { About: false } to2 }) => from.First == from2.First && to.Last == to2.Last,
        _ => false,
    };

    /// <summary>Whether there surely is a time within both: neither is dated, or the parts that are certain overlap. One dated alone is not sure.</summary>
    /// <remarks>From 2010 to 2015 surely lasts from the end of 2010 to the beginning of 2015. An open end is one that nobody told: from 2010 on surely lasts a day beyond 2010 only, so that a successor is no conflict.</remarks>
    public static bool SurelyOverlap(Period? one, Period? other) => (Dated(one), Dated(other)) switch
    {
        (null, null) => true,
        ({ } a, { } b) => a.Certain() is var (from, to) && b.Certain() is var (from2, to2) && Later(from, from2) < Earlier(to, to2),
        _ => false,
    };

    /// <summary>Makes a period. Throws <see cref="ArgumentException"/> when <see cref="Fault"/> names one.</summary>
    public static Period Of(PeriodRole role, PartialDate? from, PartialDate? to, LocalText? text = null) =>
        Fault(role, from, to, text) is { } fault ? throw new ArgumentException(fault, nameof(from)) : new Period(role, from, to, text);

    /// <summary>What is wrong with these parts, or null.</summary>
    public static string? Fault(PeriodRole role, PartialDate? from, PartialDate? to, LocalText? text) => (role, from, to) switch
    {
        (_, null, null) when text is null => "a period needs a date or words",
        (PeriodRole.By, not null, _) => "a deadline (by) has no 'from'",
        (PeriodRole.Since, _, not null) => "a period 'since' has no 'to'",
        (_, { } f, { } t) when f.First > t.Last => $"it ends ({t}) before it begins ({f})",
        _ => null,
    };

    private static Period? Dated(Period? period) => period is { IsDated: true } ? period : null;

    // The days between which it surely lasts; the end does not lie behind the start when nothing is certain.
    private (DateOnly From, DateOnly To) Certain()
    {
        var from = From?.Latest ?? (To!.Value.Earliest > DateOnly.MinValue ? To.Value.Earliest.AddDays(-1) : DateOnly.MinValue);
        var to = To?.Earliest ?? (from < DateOnly.MaxValue ? from.AddDays(1) : from);
        return (from, to);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}

/// <summary>Whole days as <c>yyyymmdd</c>, both ends included; open ends are <see cref="Least"/> and <see cref="Greatest"/>.</summary>
public readonly record struct DayWindow(int From, int To)
{
    public const int Least = 0, Greatest = 99_999_999;

    public static DayWindow Always => new(Least, Greatest);

    /// <summary>From the earliest day of <paramref name="from"/> to the latest of <paramref name="to"/>.</summary>
    public static DayWindow Between(PartialDate? from, PartialDate? to) => new(
        from is { } f ? PartialDate.DayNumber(f.Earliest) : Least,
        to is { } t ? PartialDate.DayNumber(t.Latest) : Greatest);

    /// <summary>The whole interval of a date.</summary>
    public static DayWindow Of(PartialDate date) => Between(date, date);

    public bool Overlaps(DayWindow other) => From <= other.To && other.From <= To;
}
