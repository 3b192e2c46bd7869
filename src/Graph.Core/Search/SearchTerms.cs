namespace Graph.Core;

/// <summary>
/// The terms under which text is found by full-text search, the same for every store. Terms are folded
/// (<see cref="Folding"/>) and consist of letters, marks and digits of any script and of <see cref="Symbols"/>: no white
/// space, quotes or control characters, so that a store may join them by blanks. Its own tokenizer is to split
/// there and nowhere else: one that splits at '+' or '.' takes C++ for C.
/// </summary>
/// <remarks>
/// A word runs to the next white space, punctuation or border to a script that puts no spaces between words: OpenVMS,
/// C-Kermit, C++ and TeX-3.14b are words, and so is the OS of 红旗OS. In Han, kana and Hangul, where words have no
/// visible ends, single characters and pairs of neighbours stand for words.
/// <para>
/// Whichever part of a name between spaces, or stretch of its Han characters, is asked for, <see cref="OfQuery"/> of the
/// part is contained in <see cref="Of"/> of the name. The exception is a name of more than <see cref="MaxTerms"/> terms
/// (some 100 Han characters), of which single characters are the first to be left out, or longer than <see cref="MaxLength"/>.
/// </para>
/// </remarks>
public static class SearchTerms
{
    /// <summary>Of longer text only the first 1,000 UTF-16 units are read, which bounds the cost of hostile input.</summary>
    public const int MaxLength = 1_000;

    /// <summary>A text has at most 200 terms.</summary>
    public const int MaxTerms = 200;

    /// <summary>Longer terms are cut to their first 64 UTF-16 units, in a text and in a query alike.</summary>
    public const int MaxTermLength = 64;

    /// <summary>The characters beside letters, marks and digits that occur in terms, never as the first: C#, AT&amp;T, C++, 1.3B.</summary>
    public const string Symbols = "#&+.";

    /// <summary>
    /// The distinct terms of <paramref name="text"/>, in an order that depends on the text alone: whole words and Han
    /// pairs; the parts of words between hyphens and dots, at borders of letters and digits and at inner capitals (MacOS
    /// gives macos, mac, os); single Han characters; neighbours joined ("Mac OS" gives macos as well). Text
    /// without a letter or digit has none.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wholes = new List<string>();
        var parts = new List<string>();
        var singles = new List<string>();
        var joined = new List<string>();
        TermWord? before = null;
        foreach (var run in TermScanner.Scan(Cut(text, MaxLength), spanBlanks: true))
        {
            if (run is TermWord word)
            {
                wholes.Add(word.Whole);
                AddParts(word, parts, joined);
                if (before is not null && word.AfterBlank)
                {
                    joined.Add(before.Whole + word.Whole);
                }
                before = word;
            }
            else if (run is TermCharacters characters)
            {
                wholes.AddRange(Pairs(characters.Folded));
                singles.AddRange(characters.Folded);
                before = null;
            }
        }
        return Finish([.. wholes, .. parts, .. singles, .. joined]);
    }

    /// <summary>
    /// The distinct terms of the query <paramref name="text"/>, all of which a name must have to match: each word as a
    /// whole, Han by pairs, and the single character where one stands alone. Blanks and hyphens in a query part what they
    /// join in a name: "长江 黄河" asks for two pairs, and 长江黄河 has both. Empty where the query has neither letter nor
    /// digit; such a query is to match nothing.
    /// </summary>
    public static IReadOnlyList<string> OfQuery(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>();
        foreach (var run in TermScanner.Scan(Cut(text, MaxLength), spanBlanks: false))
        {
            if (run is TermWord word)
            {
                terms.Add(word.Whole);
            }
            else if (run is TermCharacters characters)
            {
                terms.AddRange(characters.Folded.Count == 1 ? characters.Folded : Pairs(characters.Folded));
            }
        }
        return Finish(terms);
    }

    private static void AddParts(TermWord word, List<string> parts, List<string> joined)
    {
        parts.AddRange(word.Parts);
        joined.AddRange(Pairs(word.Parts));
        foreach (var part in word.Pieces)
        {
            parts.AddRange(part);
            joined.AddRange(Pairs(part));
        }
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<string> neighbours)
    {
        for (var i = 1; i < neighbours.Count; i++)
        {
            yield return neighbours[i - 1] + neighbours[i];
        }
    }

    private static List<string> Finish(List<string> terms)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var distinct = new List<string>(Math.Min(terms.Count, MaxTerms));
        foreach (var term in terms)
        {
            var cut = Cut(term, MaxTermLength);
            if (distinct.Count < MaxTerms && seen.Add(cut))
            {
                distinct.Add(cut);
            }
        }
        return distinct;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
