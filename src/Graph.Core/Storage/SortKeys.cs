using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>The order-preserving keys: text whose UTF-8 byte order is the order asked for. Stores keep or compute them; none invents one.</summary>
/// <remarks>Parts are parted by U+0001, which no part holds, so that a part sorts before any longer one that it begins.</remarks>
public static class SortKeys
{
    /// <summary>First character of a key with a value, and of one without, for the orders PERIOD, POSITION and AMOUNT.</summary>
    public const string Present = "1", Missing = "2";

    /// <summary>UTF-16 units of a name that count for its order.</summary>
    public const int NameLength = 200;

    private const char Separator = '\u0001';

    /// <summary>NAME: the folded name that <c>name</c> shows in the default language.</summary>
    public static string Name(Entity entity, Ontology ontology) => Cut(Folding.Fold(entity.Name(null, ontology))) + Separator + entity.Key;

    /// <summary>DEGREE.</summary>
    public static string Degree(long degree, string key) => string.Create(CultureInfo.InvariantCulture, $"{degree:D12}{Separator}{key}");

    /// <summary>PERIOD, and VALID_FROM: the first day of from, else of to.</summary>
    public static string Period(Statement statement)
    {
        var date = statement.When?.From ?? statement.When?.To;
        return date is { } d ? string.Create(CultureInfo.InvariantCulture, $"{Present}{PartialDate.DayNumber(d.First):D8}{Separator}{statement.Id}") : Missing + statement.Id;
    }

    /// <summary>POSITION: the first evidence in the default language.</summary>
    public static string Position(Statement statement, Ontology ontology)
    {
        var first = statement.Evidence.Where(e => e.Language == ontology.DefaultLanguage).OrderBy(e => e.Passage).ThenBy(e => e.Start).FirstOrDefault();
        return first is null ? Missing + statement.Id
            : string.Create(CultureInfo.InvariantCulture, $"{Present}{first.Passage.Article}{Separator}{first.Passage.Number:D8}{first.Start:D8}{Separator}{statement.Id}");
    }

    /// <summary>AMOUNT: the quantity's amount in the base unit.</summary>
    public static string Amount(Statement statement) => statement is Observation { Value: QuantityValue { Quantity: var quantity } }
        ? Amount(quantity.Amount) + Separator + statement.Id
        : Missing + statement.Id;

    /// <summary>The part of an AMOUNT key that holds the amount: keys of this very amount, and no others, begin with it and U+0001.</summary>
    public static string Amount(decimal amount) => Present + Decimal(amount);

    /// <summary>A mention's only order: article, passage, language, start, entity.</summary>
    public static string Mention(Mention mention) => string.Create(CultureInfo.InvariantCulture,
        $"{Present}{mention.Passage.Article}{Separator}{mention.Passage.Number:D8}{mention.Language}{Separator}{mention.Start:D8}{Separator}{mention.Entity}");

    // Sign class, then exponent and digits: 5 zero, 6 positive, 4 negative with every digit complemented (and a closing '~', so that fewer digits, hence nearer to zero, sort later).
    private static string Decimal(decimal amount)
    {
        if (amount == 0)
            return "5";
        var digits = Quantity.Digits(Math.Abs(amount));
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? digits : digits[..point]).TrimStart('0');
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        var exponent = whole.Length > 0 ? whole.Length : -fraction.TakeWhile(c => c == '0').Count(); // value = 0.d1d2... * 10^exponent
        var mantissa = (whole + fraction).TrimStart('0').TrimEnd('0');
        var magnitude = string.Create(CultureInfo.InvariantCulture, $"{exponent + 50:D2}{mantissa}");
        return amount > 0 ? "6" + magnitude : $"4{Complement(magnitude)}~";
    }

    private static string Complement(string digits) => string.Create(digits.Length, digits, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = (char)('0' + ('9' - source[i]));
    });

    private static string Cut(string folded)
    {
        var length = Math.Min(folded.Length, NameLength);
        if (length < folded.Length && char.IsHighSurrogate(folded[length - 1]))
            length--;
        var result = new StringBuilder(length);
        foreach (var c in folded.AsSpan(0, length))
            result.Append(c <= Separator ? ' ' : c);
        return result.ToString();
    }
}
