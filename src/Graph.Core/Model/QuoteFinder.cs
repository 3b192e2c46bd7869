using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>Finds quotes in passages, and says how a quote that is not there differs from what is.</summary>
internal static class QuoteFinder
{
    /// <summary>Where the words stand, from left to right; occurrences do not overlap.</summary>
    public static List<int> Occurrences(string text, string words)
    {
        var found = new List<int>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
            found.Add(at);
        return found;
    }

    /// <summary>What to do about a quote that does not stand in the text.</summary>
    public static string Remedy(string text, string quote)
    {
        if (Loosely(text, quote) is { } there)
            return $"It differs only in white space, width, case or punctuation: copy '{Shown(there)}'.";
        var known = LongestStart(text, quote);
        if (known < Math.Min(4, quote.Length))
            return "Copy the words from this passage, or name the passage where they stand.";
        var at = text.IndexOf(quote[..known], StringComparison.Ordinal);
        return $"The passage goes '{Shown(text[at..Math.Min(text.Length, at + quote.Length)])}': it differs behind '{Shown(quote[..known])}'.";
    }

    // The span whose letters and digits are those of the quote, or null.
    private static string? Loosely(string text, string quote)
    {
        var (plainText, places) = Plain(text);
        var (plainQuote, _) = Plain(quote);
        var at = plainQuote.Length == 0 ? -1 : plainText.IndexOf(plainQuote, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var end = places[at + plainQuote.Length - 1] + 1;
        return text[places[at]..end];
    }

    private static (string Plain, List<int> Places) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i];
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                continue;
            plain.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            places.Add(i);
        }
        return (plain.ToString(), places);
    }

    // How many first characters of the quote stand in the text together: more stand there only if fewer do.
    private static int LongestStart(string text, string quote)
    {
        int low = 0, high = quote.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (text.Contains(quote[..middle], StringComparison.Ordinal))
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>At most 60 characters of it.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
}
