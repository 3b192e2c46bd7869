using System.Globalization;
using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class QuantityTests
{
    private static readonly Gen<Quantity> Any = AnyValue.Quantity("count");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1600.00", "1600")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("100000000000000000000000000", "100000000000000000000000000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Digits_have_no_trailing_zeros_and_no_exponent(string number, string expected) =>
        Assert.Equal(expected, Quantity.Digits(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Fact]
    public void Digits_lose_nothing() => AnyValue.Amount.Sample(amount =>
    {
        var digits = Quantity.Digits(amount);
        Assert.Equal(amount, decimal.Parse(digits, CultureInfo.InvariantCulture));
        Assert.False(digits.Contains('.', StringComparison.Ordinal) && digits.EndsWith('0'), digits);
        Assert.Equal(digits, Quantity.Digits(Quantity.Of(amount, "count").Amount));
    }, iter: 20_000);

    [Theory]
    [InlineData(Bound.Range, null)]
    [InlineData(Bound.Range, 5)]
    [InlineData(Bound.Range, 4)]
    [InlineData(Bound.Exact, 6)]
    [InlineData(Bound.About, 6)]
    public void A_range_needs_a_higher_end_and_nothing_else_has_one(Bound bound, int? max)
    {
        Assert.NotNull(Quantity.Fault(5, max, bound));
        Assert.Throws<ArgumentException>(() => Quantity.Of(5, "count", bound, max));
    }

    [Fact]
    public void Exclusion_is_mutual_and_never_of_itself() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        Assert.Equal(a.Excludes(b), b.Excludes(a));
        Assert.False(a.Excludes(a));
        Assert.False(a.Excludes(a with { }));
    }, iter: 5000);

    [Theory]
    [InlineData(5, Bound.Exact, 5, Bound.Exact, false)]
    [InlineData(5, Bound.Exact, 6, Bound.Exact, true)]
    [InlineData(5, Bound.Over, 5, Bound.Exact, true)]
    [InlineData(5, Bound.Over, 5, Bound.AtMost, true)]
    [InlineData(5, Bound.AtLeast, 5, Bound.AtMost, false)]
    [InlineData(5, Bound.Under, 5, Bound.Over, true)]
    [InlineData(5, Bound.Over, 6, Bound.Under, false)]
    [InlineData(5, Bound.Over, 1000, Bound.Over, false)]
    [InlineData(-10, Bound.About, -15, Bound.Exact, false)]
    [InlineData(-10, Bound.About, -16, Bound.Exact, true)]
    [InlineData(0, Bound.About, 1, Bound.Exact, true)]
    public void Bounds_exclude_what_no_value_fits(int a, Bound boundA, int b, Bound boundB, bool expected) =>
        Assert.Equal(expected, Quantity.Of(a, "count", boundA).Excludes(Quantity.Of(b, "count", boundB)));

    [Fact]
    public void They_exclude_each_other_exactly_when_no_witness_fits_both()
    {
        var small = Gen.Select(Gen.Int[-6, 6], Gen.Enum<Bound>(), Gen.Int[1, 4], (n, bound, width) => Quantity.Of(n, "count", bound, bound == Bound.Range ? n + width : null));
        Gen.Select(small, small).Sample((a, b) => // ends of halves lie on quarters, so eighths reach between any two
            Assert.Equal(!Enumerable.Range(-12 * 8, 24 * 8).Any(n => Fits(n / 8m, a) && Fits(n / 8m, b)), a.Excludes(b)), iter: 5000);
    }

    [Theory]
    [InlineData(Bound.About)]
    [InlineData(Bound.Exact)]
    public void The_largest_numbers_are_no_trouble(Bound bound)
    {
        var most = Quantity.Of(decimal.MaxValue, "count", bound);
        Assert.True(most.Excludes(Quantity.Of(decimal.MinValue, "count", bound)));
        Assert.False(most.Excludes(Quantity.Of(decimal.MaxValue, "count")));
    }

    private static bool Fits(decimal value, Quantity q) => q.Bound switch
    {
        Bound.Exact => value == q.Amount,
        Bound.About => Math.Abs(value - q.Amount) <= Math.Abs(q.Amount) / 2,
        Bound.Over => value > q.Amount,
        Bound.Under => value < q.Amount,
        Bound.AtLeast => value >= q.Amount,
        Bound.AtMost => value <= q.Amount,
        _ => value >= q.Amount && value <= q.AmountMax,
    };
}
