using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>
/// Folds text so that spellings which people take for the same become equal: "mac os", "Mac-OS" and "ＭａｃＯＳ", or
/// 馬可 and 马可. Depends on no culture. Folded text is for comparing, never for showing.
/// </summary>
public static class Folding
{
    private const int OnStack = 256;

    /// <summary>Folds <paramref name="text"/>. Folding twice gives what folding once gives; the cost is linear.</summary>
    /// <remarks>
    /// In this order:
    /// <list type="number">
    /// <item>Lone surrogates become U+FFFD, and so does U+FFFE, which is no character.</item>
    /// <item>Compatibility decomposition (NFKD): full-width letters, ligatures, circled digits become plain ones.</item>
    /// <item>Removed: white space; dashes and hyphens of every kind; apostrophes, also the typographic ones and those that
    /// Unicode calls letters (ʻokina); middle dots and bullets (· ・ ‧ •); underscores; characters without a look of their
    /// own (controls, zero-width and direction marks, soft hyphens, variation selectors).</item>
    /// <item>Accents on Latin letters are removed (é is e); on other scripts they tell letters apart (й, が) and stay.</item>
    /// <item>Full case folding; and Latin letters that do not decompose take their plain spelling (ß ss, ø o, æ ae, ł l).</item>
    /// <item>Traditional Han characters become simplified ones, character by character.</item>
    /// <item>Composition (NFKC).</item>
    /// </list>
    /// All else stays, '.', '+', '#', '&amp;' and '/' among it: C++ is not C, 1.3B not 13B. Where nothing would be left
    /// ("-"), only NFKC and case folding are applied, so that only empty or blank text folds to empty.
    /// </remarks>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Ascii.IsValid(text) ? FoldAscii(text) : FoldUnicode(text);
        return folded.Length > 0 || string.IsNullOrWhiteSpace(text) ? folded : WithNothingRemoved(text);
    }

    /// <summary>Whether folding removes <paramref name="rune"/> wherever it stands.</summary>
    internal static bool Removes(Rune rune) => rune.Value switch
    {
        '\'' or '`' or '_' or '-' => true,
        < 0x80 => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune),
        0x2018 or 0x2019 or 0x201B or 0x2032 or 0x2035 or (>= 0x2B9 and <= 0x2BF) => true, // apostrophes, primes
        0xB7 or 0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x2E31 or 0x30FB or 0xA78F => true, // middle dots
        0x2D7 or 0x2043 or 0x2212 => true, // hyphens and the minus, which Unicode does not count as dashes
        0x34F or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => true, // joiners, selectors
        _ => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Control or UnicodeCategory.Format,
    };

    /// <summary><paramref name="text"/> in NFKC, what cannot be normalised replaced by U+FFFD.</summary>
    internal static string Compatible(string text) => WellFormed(text).Normalize(NormalizationForm.FormKC);

    private static string FoldAscii(string text)
    {
        char[]? large = text.Length > OnStack ? new char[text.Length] : null;
        Span<char> kept = large ?? stackalloc char[OnStack];
        var length = 0;
        var changed = false;
        foreach (var c in text)
        {
            if (Removes(new Rune(c)))
            {
                changed = true;
                continue;
            }
            var lower = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            changed |= lower != c;
            kept[length++] = lower;
        }
        return changed ? new string(kept[..length]) : text;
    }

    private static string FoldUnicode(string text)
    {
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var onLatin = false;
        foreach (var rune in decomposed.EnumerateRunes())
        {
            // What is removed separates no accent from its letter: else a second folding would join and remove it.
            if (Removes(rune))
            {
                continue;
            }
            if (onLatin && IsAccent(rune))
            {
                continue;
            }
            var simple = FoldCase(rune);
            onLatin = LatinLetters.Contains(simple);
            AppendFolded(folded, simple);
        }
        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static void AppendFolded(StringBuilder folded, Rune simple)
    {
        if (LatinLetters.Spelling(simple) is { } spelling)
        {
            folded.Append(spelling);
            return;
        }
        Span<char> units = stackalloc char[2];
        folded.Append(units[..new Rune(Simplified.Of(simple.Value)).EncodeToUtf16(units)]);
    }

    // By way of the capital, so that letters with one capital and two small forms (σ ς, s ſ, θ ϑ) fold alike. After
    // NFKD this is Unicode's full case folding but for ß, which is spelt out, and for Cherokee, which Unicode folds upwards.
    private static Rune FoldCase(Rune rune) => Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    private static bool IsAccent(Rune rune) =>
        rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string WithNothingRemoved(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Compatible(text).EnumerateRunes())
        {
            AppendFolded(folded, FoldCase(rune));
        }
        return folded.ToString();
    }

    // Normalize throws on lone surrogates and, with ICU, on U+FFFE.
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal))
        {
            return text;
        }
        var replaced = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        // The enumeration gives U+FFFD for each lone surrogate.
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.Value == 0xFFFE ? Rune.ReplacementChar : rune;
            replaced.Append(units[..allowed.EncodeToUtf16(units)]);
        }
        return replaced.ToString();
    }
}
