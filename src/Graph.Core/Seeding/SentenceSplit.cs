namespace Graph.Core;

/// <summary>Cuts a paragraph into sentences: at 。！？； and line breaks, and at . ! ? before white space, but not behind abbreviations and initials.</summary>
public static class SentenceSplit
{
    private const string Closers = "”’\"'）)」』》〉】]";

    // In lower case, without the last dot.
    private static readonly HashSet<string> Abbreviations =
        ["mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "inc", "co", "corp", "ltd", "bros", "no", "vs", "etc", "e.g", "i.e", "cf",
            "approx", "est", "fig", "vol", "gen", "sen", "rep", "gov"];

    /// <summary>The sentences as spans of the text, from left to right; together they are the whole text.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            while (i + 1 < text.Length && (Closers.Contains(text[i + 1], StringComparison.Ordinal) || Ends(text, i + 1)))
                i++;
            while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
                i++;
            sentences.Add((start, i + 1));
            start = i + 1;
        }
        if (start < text.Length)
            sentences.Add((start, text.Length));
        return sentences;
    }

    private static bool Ends(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '；' or '\n' => true,
        '!' or '?' => BeforeSpace(text, at),
        '.' => BeforeSpace(text, at) && !IsAbbreviation(text, at),
        _ => false,
    };

    private static bool BeforeSpace(string text, int at)
    {
        at++;
        while (at < text.Length && Closers.Contains(text[at], StringComparison.Ordinal))
            at++;
        return at >= text.Length || char.IsWhiteSpace(text[at]);
    }

    // An initial ("J."), letters with dots ("U.S."), or one of the list; at the very end of the text it ends a sentence all the same.
    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || (text[start - 1] == '.' && start - 1 > 0)))
            start--;
        var word = text[start..dot];
        return (word.Length == 1 && char.IsAsciiLetterUpper(word[0])) || (word.Length == 3 && word[1] == '.')
            || Abbreviations.Contains(word.ToLowerInvariant());
    }
}
