using System.Globalization;
using System.Text.RegularExpressions;
using Graph.Core;

namespace Graph.CoreTests;

/// <summary>Says whether a date can be what a word for a date means.</summary>
/// <param name="Written">When the article was written; null when unknown: relative words then mean no date.</param>
/// <param name="Year">The last year named before the word; null when none is. 当年 and 同年 refer to it.</param>
internal sealed partial record DateWords(PartialDate? Written, int? Year)
{
    /// <summary>Whether <paramref name="dates"/> hold what <paramref name="word"/> says.</summary>
    public bool Holds(string word, IReadOnlyList<PartialDate> dates)
    {
        if (LeadingQuarters().Match(word) is { Success: true } quarters)
        {
            var last = (int)ChineseNumeral.Parse(quarters.Groups["n"].Value);
            return Enumerable.Range(1, last).All(n => dates.Any(d => d.Precision == DatePrecision.Quarter && d.First.Month == (n * 3) - 2));
        }
        return dates.Any(d => Means(word, d));
    }

    /// <summary>Whether the word names a part of the calendar, so that a date can be compared with it.</summary>
    public bool Tells(string word) => word switch
    {
        "当年" or "这一年" or "同年" => Year is not null,
        "上个月" or "上月" => Written is { Precision: >= DatePrecision.Month },
        _ => LeadingQuarters().IsMatch(word) || Month().IsMatch(word) || AbsoluteYear().IsMatch(word)
            || (Written is not null && LastYear().IsMatch(word)),
    };

    /// <summary>Whether the word can mean this date. Words without a date of their own (每年, 不久前) mean none.</summary>
    public bool Means(string word, PartialDate date)
    {
        if (word is "当年" or "这一年" or "同年")
            return Year == date.Year;
        if (Month().Match(word) is { Success: true } month)
            return HasMonth(date, int.Parse(month.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)) && InYear(word, date);
        if (AbsoluteYear().Match(word) is { Success: true } year)
            return date.Year == int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        if (word is "上个月" or "上月")
            return Written is { Precision: >= DatePrecision.Month } written && date.Precision >= DatePrecision.Month && Months(date) == Months(written) - 1;
        return (word.EndsWith('底') || word.EndsWith('末') ? HasMonth(date, 12) : LastYear().IsMatch(word)) && InYear(word, date);
    }

    private bool InYear(string word, PartialDate date) =>
        word.StartsWith("去年", StringComparison.Ordinal) ? date.Year == Written?.Year - 1
        : word.StartsWith("前年", StringComparison.Ordinal) ? date.Year == Written?.Year - 2
        : word.StartsWith("今年", StringComparison.Ordinal) ? date.Year == Written?.Year
        : !word.StartsWith("明年", StringComparison.Ordinal) || date.Year == Written?.Year + 1;

    private static bool HasMonth(PartialDate date, int month) => date.Precision >= DatePrecision.Month && date.First.Month == month;

    private static int Months(PartialDate date) => (date.Year * 12) + date.First.Month;

    [GeneratedRegex("^前(?<n>.+?)个?季度$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingQuarters();

    [GeneratedRegex("(?<m>[0-9]{1,2})月", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex("^[0-9]{4}(?=年)", RegexOptions.CultureInvariant)]
    private static partial Regex AbsoluteYear();

    [GeneratedRegex("^(去年|前年|今年|明年)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LastYear();
}
