using System.Globalization;

namespace Graph.Core;

/// <summary>Values, dates and periods as text for people: the words as written in the language, else the engine's. Dates are always the engine's: "last month" tells a later reader nothing.</summary>
public static class ValueText
{
    /// <summary>Digits behind the point with which an amount is still given in a larger unit or by a scale word; with more it is written out.</summary>
    private const int MaxDecimals = 2;

    /// <summary>The unit whose quantities are ranks: "top 5" instead of "at most 5".</summary>
    private const string RankUnit = "rank";

    /// <summary>The value, such as <c>160亿元</c>, <c>over 16 billion CNY</c>, <c>October 2023</c>. Never empty.</summary>
    /// <param name="nameOf">An entity's name by key, for qualifiers; the key itself when null.</param>
    public static string Of(StatementValue value, string language, Ontology ontology, Func<string, string>? nameOf = null) => value switch
    {
        QuantityValue { Quantity: var quantity } => quantity.Text?.In(language) is { } words ? WithUnit(words, quantity, language, ontology) : Formatted(quantity, language, ontology),
        DateValue date => Of(date.Date, language),
        TextValue text => text.Text.Best(language, ontology.Languages),
        EntityValue entity => nameOf is null ? entity.Key : nameOf(entity.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>The value behind its period as data, for captions: <c>2022: 160亿元</c>, <c>2020–2022: ...</c>, <c>–2025: ...</c>.</summary>
    public static string Of(StatementValue value, Period? period, string language, Ontology ontology)
    {
        var text = Of(value, language, ontology);
        return period switch
        {
            null => text,
            { From: { } from, To: { } to } => from == to ? $"{from}: {text}" : $"{from}–{to}: {text}",
            { IsDated: true } => $"{period.From}–{period.To}: {text}",
            _ => $"{period.Text!.Best(language, ontology.Languages)}: {text}",
        };
    }

    /// <summary>The date: <c>2022年第三季度</c>, <c>Q3 2022</c>, <c>约2022年</c>.</summary>
    public static string Of(PartialDate date, string language)
    {
        var words = EngineWords.For(language);
        var first = date.First;
        var text = date.Precision switch
        {
            DatePrecision.Year => Format(words.Year, date.Year),
            DatePrecision.Quarter => Format(words.Quarter, date.Year, words.Quarters[(first.Month - 1) / 3]),
            DatePrecision.Month => Format(words.Month, date.Year, words.Months[first.Month - 1]),
            _ => Format(words.Day, date.Year, words.Months[first.Month - 1], first.Day),
        };
        return date.About ? Format(words.About, text) : text;
    }

    /// <summary>The period: <c>2022年</c>, <c>2020–2022</c>, <c>by 2025</c>, <c>2010年以来</c>; without dates its words.</summary>
    public static string Of(Period period, string language, Ontology ontology) =>
        period.Text?.In(language) ?? (period.IsDated ? OfDates(period, language) : period.Text!.Best(language, ontology.Languages));

    /// <summary>The dates of a dated period in the engine's words.</summary>
    internal static string OfDates(Period period, string language)
    {
        var words = EngineWords.For(language);
        return (period.From, period.To) switch
        {
            ({ } from, { } to) => from == to ? Of(from, language) : Format(words.FromTo, Of(from, language), Of(to, language)),
            ({ } from, null) => Format(period.Role == PeriodRole.Since ? words.Since : words.From, Of(from, language)),
            (null, { } to) => Format(period.Role == PeriodRole.By ? words.By : words.To, Of(to, language)),
            _ => throw new ArgumentException("The period has no dates.", nameof(period)),
        };
    }

    internal static string Year(PartialDate date) => date.Year.ToString(CultureInfo.InvariantCulture);

    internal static string Format(string format, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, format, values);

    private static string Formatted(Quantity quantity, string language, Ontology ontology)
    {
        var words = EngineWords.For(language);
        if (quantity.Unit == RankUnit && quantity.Bound is Bound.Exact or Bound.AtMost)
            return Format(quantity.Bound == Bound.Exact ? words.Rank : words.TopRank, Amount(quantity, words, language, ontology));
        var bound = quantity.Bound switch
        {
            Bound.About => words.About,
            Bound.Over => words.Over,
            Bound.Under => words.Under,
            Bound.AtLeast => words.AtLeast,
            Bound.AtMost => words.AtMost,
            _ => "{0}",
        };
        return Format(bound, Amount(quantity, words, language, ontology));
    }

    // Words that end in the number itself leave its unit to the text around them: "at least 250". Which of the family is meant, the amount
    // tells; a currency's sign says it already.
    private static string WithUnit(string words, Quantity quantity, string language, Ontology ontology)
    {
        var start = words.Length;
        while (start > 0 && (char.IsAsciiDigit(words[start - 1]) || words[start - 1] is '.' or ','))
            start--;
        if (start == words.Length || !char.IsAsciiDigit(words[^1]) || (start > 0 && char.IsAscii(words[start - 1]) && words[start - 1] != ' ')
            || words.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol))
            return words;
        var number = words[start..];
        string[] numbers = [number.Replace(",", "", StringComparison.Ordinal), string.Concat(number.Where(char.IsAsciiDigit))];
        var unit = ontology.Units.FirstOrDefault(u => u.Base == quantity.Unit && numbers.Any(n => ExactDecimal.TryParse(n, out var said)
            && ExactDecimal.TryMultiply(said, u.Factor, out var amount) && (amount == quantity.Amount || amount == quantity.AmountMax)));
        if (unit is null || Symbol(unit, language, ontology) is not { Length: > 0 } symbol
            || words.Contains(symbol, StringComparison.OrdinalIgnoreCase))
            return words;
        return char.IsDigit(symbol[0]) ? Formatted(quantity, language, ontology) : Joined(words, symbol, EngineWords.For(language));
    }

    private static string Amount(Quantity quantity, EngineWords words, string language, Ontology ontology)
    {
        var unit = FittingUnit(quantity, language, ontology);
        var (factor, symbol) = (unit?.Factor ?? 1, unit is null ? quantity.Unit : Symbol(unit, language, ontology));
        var (scale, word) = FittingScale(quantity, factor, words);
        var number = Number(quantity.Amount / factor / scale, words);
        if (quantity.AmountMax is { } max)
            number = $"{number}–{Number(max / factor / scale, words)}";
        return Joined($"{number}{(word.Length > 0 ? words.Space : "")}{word}", symbol, words);
    }

    private static string Joined(string number, string symbol, EngineWords words) =>
        $"{number}{(symbol.Length == 0 || !char.IsLetter(symbol[0]) ? "" : words.Space)}{symbol}";

    // The unit of the family in which the amount is at least one, short, and takes the fewest figures (9,000 feet, not 2,743.2 m), the largest of several.
    // A symbol that begins with a digit cannot follow a number.
    private static Unit? FittingUnit(Quantity quantity, string language, Ontology ontology) => ontology.Units
        .Where(u => u.Base == quantity.Unit && (u.IsBase || (IsShort(quantity, u.Factor) && Symbol(u, language, ontology) is [var first, ..] && !char.IsDigit(first))))
        .OrderBy(u => Math.Max(Figures(quantity.Amount / u.Factor), Figures((quantity.AmountMax ?? 0) / u.Factor)))
        .ThenByDescending(u => u.Factor).FirstOrDefault();

    private static int Figures(decimal number) => string.Concat(Quantity.Digits(number).Where(char.IsAsciiDigit)).Trim('0').Length;

    // A language that the ontology does not have borrows the default one's symbol.
    private static string Symbol(Unit unit, string language, Ontology ontology) =>
        unit.SymbolIn(ontology.Languages.Contains(language) ? language : ontology.DefaultLanguage);

    private static (decimal Factor, string Word) FittingScale(Quantity quantity, decimal factor, EngineWords words) =>
        words.Scales.LastOrDefault(s => factor <= decimal.MaxValue / s.Factor && IsShort(quantity, factor * s.Factor), (Factor: 1m, Word: ""));

    private static bool IsShort(Quantity quantity, decimal factor) => IsShort(quantity.Amount, factor) && (quantity.AmountMax is not { } max || IsShort(max, factor));

    private static bool IsShort(decimal amount, decimal factor) =>
        Math.Abs(amount) >= factor && (factor >= 1 || Math.Abs(amount) <= decimal.MaxValue * factor) && amount / factor is var quotient && decimal.Round(quotient, MaxDecimals) == quotient && quotient * factor == amount;

    private static string Number(decimal number, EngineWords words)
    {
        var digits = Quantity.Digits(number);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? digits.Length : point;
        for (var at = end - 3; words.DigitGroups.Length > 0 && at > (number < 0 ? 1 : 0); at -= 3)
            digits = digits.Insert(at, words.DigitGroups);
        return digits;
    }
}
