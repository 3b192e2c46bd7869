namespace Graph.Core;

/// <summary>Where names may begin and end: Latin and other spaced scripts at word boundaries, Han and kana anywhere.</summary>
public static class WordBoundary
{
    /// <summary>Whether a name may stand at <c>text[start..end)</c>.</summary>
    public static bool Fits(string text, int start, int end) => !Joined(text, start) && !Joined(text, end) && !InsideNumber(text, start)
        && !InsideNumber(text, end);

    /// <summary>A letter or digit of a script that writes spaces between words.</summary>
    public static bool IsWord(char c) =>
        (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) && !IsUnspaced(c);

    private static bool Joined(string text, int at) => at > 0 && at < text.Length && IsWord(text[at - 1]) && IsWord(text[at]);

    // 1|.3 and 1.|3, 1,|000: the name must not end in a number that goes on.
    private static bool InsideNumber(string text, int at) =>
        (at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1]))
        || (at > 1 && at < text.Length && char.IsAsciiDigit(text[at - 2]) && text[at - 1] is '.' or ',' && char.IsAsciiDigit(text[at]));

    // Kana, CJK with its extensions and compatibility forms, Thai to Myanmar, Khmer. Supplementary Han are surrogates, which are no letters to char.
    private static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3005' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F');
}
