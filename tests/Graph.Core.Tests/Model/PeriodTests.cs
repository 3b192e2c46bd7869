using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class PeriodTests
{
    private static readonly LocalText Words = LocalText.Of("zh", "去年");

    [Theory]
    [InlineData(PeriodRole.At, null, null, false, true)]
    [InlineData(PeriodRole.At, null, null, true, false)]
    [InlineData(PeriodRole.By, "2022", null, false, true)]
    [InlineData(PeriodRole.By, "2022", "2023", false, true)]
    [InlineData(PeriodRole.By, null, "2023", false, false)]
    [InlineData(PeriodRole.Since, "2022", null, false, false)]
    [InlineData(PeriodRole.Since, "2022", "2023", false, true)]
    [InlineData(PeriodRole.Since, null, "2023", false, true)]
    [InlineData(PeriodRole.During, "2023", "2022", false, true)]
    [InlineData(PeriodRole.During, "2022", "2022-Q3", false, false)]
    [InlineData(PeriodRole.During, "2022-Q3", "2022", false, false)]
    [InlineData(PeriodRole.During, "2022-Q3", "2022-Q2", false, true)]
    [InlineData(PeriodRole.During, null, "2022", false, false)]
    public void A_period_that_makes_no_sense_has_a_fault_and_cannot_be_made(PeriodRole role, string? from, string? to, bool words, bool faulty)
    {
        var (first, last, text) = (Date(from), Date(to), words ? Words : null);
        Assert.Equal(faulty, Period.Fault(role, first, last, text) is not null);
        if (faulty)
            Assert.Throws<ArgumentException>(() => Period.Of(role, first, last, text));
        else
            Assert.Equal((role, first, last), (Period.Of(role, first, last, text).Role, first, last));
    }

    [Theory]
    [InlineData(PeriodRole.At, "2022", "2022", "2021-12-31", false)]
    [InlineData(PeriodRole.At, "2022", "2022", "2022-01-01", true)]
    [InlineData(PeriodRole.At, "2022", "2022", "2023", false)]
    [InlineData(PeriodRole.During, "2020-Q2", "2021", "2020", true)] // partly inside
    [InlineData(PeriodRole.During, "2020-Q2", "2021", "2020-Q1", false)]
    [InlineData(PeriodRole.During, "2020", null, "9999", true)]
    [InlineData(PeriodRole.During, null, "2020", "0001", true)]
    [InlineData(PeriodRole.During, null, "2020", "2021", false)]
    [InlineData(PeriodRole.During, "2020~", "2020~", "2021", true)]
    [InlineData(PeriodRole.During, "2020~", "2020~", "2019-01-01", true)]
    [InlineData(PeriodRole.During, "2020~", "2020~", "2018", false)]
    [InlineData(PeriodRole.Since, "2020", null, "2019", false)]
    [InlineData(PeriodRole.Since, "2020", null, "2050", true)]
    [InlineData(PeriodRole.By, null, "2020", "2050", true)]
    [InlineData(PeriodRole.By, null, "2020", "0001", true)]
    public void As_of_a_date_it_is_in_unless_surely_out(PeriodRole role, string? from, string? to, string asOf, bool expected) =>
        Assert.Equal(expected, Period.Of(role, Date(from), Date(to)).Window.Overlaps(DayWindow.Of(PartialDate.Parse(asOf))));

    [Fact]
    public void Overlap_is_mutual_and_so_is_surely() => Gen.Select(AnyValue.Period, AnyValue.Period).Sample((a, b) =>
    {
        Assert.Equal(a.Window.Overlaps(b.Window), b.Window.Overlaps(a.Window));
        Assert.Equal(Period.SurelySame(a, b), Period.SurelySame(b, a));
        Assert.Equal(Period.SurelyOverlap(a, b), Period.SurelyOverlap(b, a));
    }, iter: 5000);

    [Fact]
    public void What_surely_overlaps_overlaps() => Gen.Select(AnyValue.Validity, AnyValue.Validity).Sample((a, b) =>
        Assert.True(!Period.SurelyOverlap(a, b) || a.Window.Overlaps(b.Window)), iter: 5000);

    [Fact]
    public void A_period_is_in_on_each_of_its_own_days() => AnyValue.Period.Sample(p =>
    {
        Assert.True(p.From is not { } from || p.Window.Overlaps(DayWindow.Of(from)));
        Assert.True(p.To is not { } to || p.Window.Overlaps(DayWindow.Of(to)));
    });

    [Fact]
    public void Words_alone_exclude_no_day() => Assert.Equal(DayWindow.Always, Period.Of(PeriodRole.During, null, null, Words).Window);

    [Theory]
    [InlineData("2022", "2022", true)]
    [InlineData("2022", "2023", false)]
    [InlineData("2022~", "2022~", false)]
    [InlineData("2022?", "2022", true)]
    [InlineData("2022", "2022-Q1", false)]
    public void Only_known_ends_are_surely_the_same(string one, string other, bool expected) =>
        Assert.Equal(expected, Period.SurelySame(Period.Of(PeriodRole.At, Date(one), Date(one)), Period.Of(PeriodRole.At, Date(other), Date(other))));

    [Fact]
    public void A_year_is_surely_the_same_as_its_quarters_together() =>
        Assert.True(Period.SurelySame(Period.Of(PeriodRole.During, Date("2022"), Date("2022")), Period.Of(PeriodRole.During, Date("2022-Q1"), Date("2022-Q4"))));

    private static PartialDate? Date(string? text) => text is not null && PartialDate.TryParse(text, out var date, marks: true) ? date : null;
}
