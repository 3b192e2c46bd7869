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
