using System.Globalization;
using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class PartialDateTests
{
    [Fact]
    public void A_date_is_read_back_from_its_marked_text() => AnyValue.Date.Sample(date =>
    {
        Assert.True(PartialDate.TryParse(date.ToMarkedString(), out var back, marks: true));
        Assert.Equal(date, back);
        Assert.Equal(date with { About = false, Inferred = false }, PartialDate.Parse(date.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("0000")]
    [InlineData("02022")]
    [InlineData("2022-Q0")]
    [InlineData("2022-Q5")]
    [InlineData("2022-q1")]
    [InlineData("2022-00")]
    [InlineData("2022-13")]
    [InlineData("2022-1")]
    [InlineData("2022-02-29")]
    [InlineData("2022-02-00")]
    [InlineData("2022-Q1-01")]
    [InlineData(" 2022")]
    [InlineData("2022\n")]
    [InlineData("２０２２")]
    [InlineData("2022?~")]
    [InlineData("2022~~")]
    public void Other_texts_are_no_dates(string text) => Assert.False(PartialDate.TryParse(text, out _, marks: true));

    [Theory]
    [InlineData("2022~")]
    [InlineData("2022?")]
    public void Marks_are_read_only_where_they_are_expected(string text)
    {
        Assert.False(PartialDate.TryParse(text, out _));
        Assert.Throws<FormatException>(() => PartialDate.Parse(text));
    }

    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2022-Q1", "2022-01-01", "2022-03-31")]
    [InlineData("2022-Q3", "2022-07-01", "2022-09-30")]
    [InlineData("2022-Q4", "2022-10-01", "2022-12-31")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("1900-02", "1900-02-01", "1900-02-28")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29")]
    [InlineData("2023-12", "2023-12-01", "2023-12-31")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    [InlineData("9999-Q4", "9999-10-01", "9999-12-31")]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31")]
    public void A_date_covers_its_days(string date, string first, string last)
    {
        var parsed = PartialDate.Parse(date);
        Assert.Equal((Day(first), Day(last)), (parsed.First, parsed.Last));
        Assert.Equal((Day(first), Day(last)), (parsed.Earliest, parsed.Latest));
    }

    [Theory]
    [InlineData("2022~", "2021-01-01", "2023-12-31")]
    [InlineData("2022-Q1~", "2021-10-01", "2022-06-30")]
    [InlineData("2022-Q4~", "2022-07-01", "2023-03-31")]
    [InlineData("2024-01~", "2023-12-01", "2024-02-29")]
    [InlineData("2023-12~", "2023-11-01", "2024-01-31")]
    [InlineData("2024-03-01~", "2024-02-29", "2024-03-02")]
    [InlineData("0001~", "0001-01-01", "0002-12-31")]
    [InlineData("0001-01-01~", "0001-01-01", "0001-01-02")]
    [InlineData("9998~", "9997-01-01", "9999-12-31")]
    [InlineData("9999~", "9998-01-01", "9999-12-31")]
    [InlineData("9999-11~", "9999-10-01", "9999-12-31")]
    [InlineData("9999-Q4~", "9999-07-01", "9999-12-31")]
    [InlineData("9999-12-31~", "9999-12-30", "9999-12-31")]
    public void About_reaches_one_unit_further_at_either_end_as_far_as_the_calendar_goes(string date, string earliest, string latest)
    {
        Assert.True(PartialDate.TryParse(date, out var parsed, marks: true));
        Assert.Equal((Day(earliest), Day(latest)), (parsed.Earliest, parsed.Latest));
    }

    [Fact]
    public void The_days_of_a_date_begin_with_its_text() => AnyValue.Date.Where(d => d.Precision != DatePrecision.Quarter).Sample(date =>
    {
        Assert.StartsWith(date.ToString(), date.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.StartsWith(date.ToString(), date.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.True(date.Last == DateOnly.MaxValue || date.Precision == DatePrecision.Day
            || !date.Last.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).StartsWith(date.ToString(), StringComparison.Ordinal));
    });

    [Fact]
    public void About_only_ever_widens() => AnyValue.Date.Sample(date =>
        Assert.True(date.Earliest <= date.First && date.First <= date.Last && date.Last <= date.Latest && (date.About || (date.Earliest == date.First && date.Latest == date.Last))));

    [Fact]
    public void Inferred_dates_mean_the_same_days() => AnyValue.Date.Sample(date =>
        Assert.Equal(DayWindow.Of(date with { Inferred = true }), DayWindow.Of(date with { Inferred = false })));

    [Fact]
    public void The_default_is_the_first_year() => Assert.Equal("0001", default(PartialDate).ToString());

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
