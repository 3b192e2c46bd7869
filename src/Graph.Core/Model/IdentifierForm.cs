using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>What an entity is called elsewhere: a scheme, such as <c>wikidata</c>, and a value, such as <c>Q712974</c>.</summary>
internal static partial class IdentifierForm
{
    /// <summary>UTF-16 units of a value; at least one.</summary>
    public const int MaxLength = 500;

    public const string SchemeRemedy = "Write a word such as wikidata.", ValueRemedy = "Write one value, such as Q712974.";

    /// <summary>A letter, then letters, digits, <c>_</c> and <c>-</c>, all ASCII, at most 50: exports write it bare.</summary>
    public static bool IsScheme(string text) => Scheme().IsMatch(text);

    public static bool IsValue(string text) => text.Length is > 0 and <= MaxLength;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,49}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
