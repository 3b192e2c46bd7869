using System.Globalization;

namespace Graph.Core;

/// <summary>How an amount bounds what it says.</summary>
public enum Bound
{
    Exact,
    About,

    /// <summary>More than the amount.</summary>
    Over,

    /// <summary>Less than the amount.</summary>
    Under,
    AtLeast,
    AtMost,

    /// <summary>From the amount to <see cref="Quantity.AmountMax"/>, both included.</summary>
    Range,
}

/// <summary>An exact decimal in a base unit, with its bound and the words as written.</summary>
public sealed record Quantity
{
    private Quantity(decimal amount, decimal? amountMax, string unit, Bound bound, LocalText? text) =>
        (Amount, AmountMax, Unit, Bound, Text) = (Normal(amount), amountMax is { } max ? Normal(max) : null, unit, bound, text);

    /// <summary>In the base unit; may be negative. Without trailing zeros.</summary>
    public decimal Amount { get; }

    /// <summary>Above <see cref="Amount"/> for a RANGE, else null.</summary>
    public decimal? AmountMax { get; }

    /// <summary>Code of a base unit.</summary>
    public string Unit { get; }

    public Bound Bound { get; }

    /// <summary>The words as written; they belong to no identity.</summary>
    public LocalText? Text { get; }

    /// <summary>Makes a quantity. Throws <see cref="ArgumentException"/> when <see cref="Fault"/> names one.</summary>
    public static Quantity Of(decimal amount, string unit, Bound bound = Bound.Exact, decimal? amountMax = null, LocalText? text = null) =>
        Fault(amount, amountMax, bound) is { } fault ? throw new ArgumentException(fault, nameof(amountMax)) : new Quantity(amount, amountMax, unit, bound, text);

    /// <summary>What is wrong with these parts, or null.</summary>
    public static string? Fault(decimal amount, decimal? amountMax, Bound bound) => (bound, amountMax) switch
    {
        (Bound.Range, null) => "a RANGE needs 'amountMax'",
        (Bound.Range, { } max) when max <= amount => "'amountMax' must be above 'amount'",
        (not Bound.Range, not null) => "'amountMax' goes with bound RANGE only",
        _ => null,
    };

    /// <summary>Whether no value fits both. ABOUT reaches half its amount to either side, so it excludes only what is far off. Units must be equal.</summary>
    public bool Excludes(Quantity other)
    {
        var (a, b) = (Reach(), other.Reach());
        return Below(a, b) || Below(b, a);
    }

    /// <summary>Digits without trailing zeros or exponent, as in canonical texts.</summary>
    public static string Digits(decimal amount) => Normal(amount).ToString(CultureInfo.InvariantCulture);

    private static bool Below(Span left, Span right) =>
        left.High is { } high && right.Low is { } low && (high < low || (high == low && !(left.HighIncluded && right.LowIncluded)));

    private Span Reach() => Bound switch
    {
        Bound.Exact => new(Amount, true, Amount, true),
        Bound.About => new(Beyond(-1), true, Beyond(1), true),
        Bound.Over => new(Amount, false, null, false),
        Bound.Under => new(null, false, Amount, false),
        Bound.AtLeast => new(Amount, true, null, false),
        Bound.AtMost => new(null, false, Amount, true),
        _ => new(Amount, true, AmountMax, true),
    };

    // Half the amount further down (-1) or up (1); null where no decimal is as far out.
    private decimal? Beyond(int side)
    {
        var half = Math.Abs(Amount / 2);
        return side * Math.Sign(Amount) > 0 && half > decimal.MaxValue - Math.Abs(Amount) ? null : Amount + (side * half);
    }

    // Dividing by one with 28 decimals drops trailing zeros exactly; negative zero becomes zero.
    private static decimal Normal(decimal amount) => amount == 0 ? 0 : amount / 1.0000000000000000000000000000m;

    private readonly record struct Span(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded);
}
