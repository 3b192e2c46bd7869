using System.Text.RegularExpressions;
using Graph.Core;

namespace Graph.CoreTests;

/// <summary>Looks for tokens of one paragraph in what the graph says on its strength.</summary>
internal sealed class TokenSearch(ParagraphWords words, DateWords dates, IReadOnlyList<Unit> units, string language)
{
    // The words of a quantity prove no amount: only its own amount does.
    private readonly IReadOnlyList<AuditToken> _tokens =
        [.. words.All.Except(words.Quantities.Select(q => q.Text?.In(language)).OfType<string>().Select(Tokenizer.Normal)).SelectMany(Tokenizer.Tokens)];

    /// <summary>What is missing, in words; null when the graph holds the token.</summary>
    public string? Missing(AuditToken token) => token switch
    {
        NumberToken number => MissingNumber(number),
        OrdinalToken ordinal => Holds(ordinal) ? null : "no such place in order",
        DateToken date => MissingDate(date),
        LatinToken latin => words.All.Any(Spelling(latin.Text).IsMatch) ? null : "in no name and no words",
        QuotedToken quoted => Holds(quoted) ? null : "in no name and no words",
        MarkerToken marker => MissingMarker(marker),
        _ => throw new ArgumentOutOfRangeException(nameof(token)),
    };

    private string? MissingNumber(NumberToken number)
    {
        Quantity[] equal = [.. words.Quantities.Where(q => IsAmount(number, q))];
        if (equal.Length > 0)
            return number.Bound is null || equal.Any(q => q.Bound == number.Bound) ? null : $"the amount is there, its bound {number.Bound} is not";
        return _tokens.OfType<NumberToken>().Any(t => IsSame(t, number)) ? null : "no such amount";
    }

    // What a date word tells of the calendar has to be there as a date; what tells nothing, in words.
    private string? MissingDate(DateToken date)
    {
        if (dates.Holds(date.Text, words.Dates))
            return null;
        if (dates.Tells(date.Text))
            return "no such date";
        return words.All.Any(w => w.Contains(date.Text, StringComparison.Ordinal)) ? null : "in no period and no words";
    }

    // A rank or "the first so many" may be a quantity that is at most so many.
    private bool Holds(OrdinalToken ordinal) =>
        (ordinal.Leading ? words.Quantities.Any(q => q.Amount == ordinal.Place && q.Bound == Bound.AtMost) : words.Ordinals.Contains(ordinal.Place))
        || _tokens.OfType<OrdinalToken>().Any(t => t.Place == ordinal.Place && t.Unit == ordinal.Unit && t.Leading == ordinal.Leading);

    // In one word, or the words of one statement cover it together: what is aimed at, by when, and that it is an aim.
    private bool Holds(QuotedToken quoted)
    {
        var phrase = Letters(quoted.Text);
        return words.Words.Any(statement => Covers([.. statement.Select(Letters)], phrase));
    }

    private static bool Covers(IReadOnlyList<string> pieces, string phrase)
    {
        if (pieces.Any(p => p.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
            return true;
        var covered = new bool[phrase.Length];
        foreach (var piece in pieces.Where(p => p.Length > 1))
        {
            for (var at = phrase.IndexOf(piece, StringComparison.OrdinalIgnoreCase); at >= 0; at = phrase.IndexOf(piece, at + 1, StringComparison.OrdinalIgnoreCase))
                Array.Fill(covered, true, at, piece.Length);
        }
        return covered.All(c => c);
    }

    private string? MissingMarker(MarkerToken marker)
    {
        var saying = words.Words.Where(s => s.Any(w => w.Contains(marker.Word, StringComparison.Ordinal))).ToArray();
        if (saying.Length == 0)
            return "in no hedge and no words";
        return marker.Who.Length == 0 || saying.Any(s => s.Any(w => w.Contains(marker.Who, StringComparison.Ordinal))) ? null : "said by nobody of that name";
    }

    private bool IsAmount(NumberToken number, Quantity quantity) => units.Where(u => u.Base == quantity.Unit).Any(u =>
        number.Amount == quantity.Amount / Scale(u, number) && number.Max == quantity.AmountMax / Scale(u, number) && IsUnit(number.Unit, u));

    // A number already holds 亿 and 万 of a unit such as 亿元.
    private static decimal Scale(Unit unit, NumberToken number) => number.Unit.Length > 0 && unit.Name.Any(n => n.Value == number.Unit) ? unit.Factor : 1;

    private bool IsUnit(string written, Unit unit)
    {
        string?[] names = [unit.Name.In(language), unit.Symbol?.In(language)];
        return names.Contains(written, StringComparer.Ordinal) || (Tokenizer.Counters.Contains(written) && names.Any(n => n is not null && Tokenizer.Counters.Contains(n)));
    }

    private static bool IsSame(NumberToken one, NumberToken other) =>
        one.Amount == other.Amount && one.Max == other.Max && one.Unit == other.Unit && (other.Bound is null || one.Bound == other.Bound);

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '+' or '×'));

    // Whole words only; spaces and hyphens between them may differ.
    private static Regex Spelling(string latin)
    {
        var parts = latin.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
        return new Regex($"(?<![A-Za-z0-9]){string.Join("[ -]?", parts)}(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
