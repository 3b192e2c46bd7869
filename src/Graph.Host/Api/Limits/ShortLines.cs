using Graph.Core;

namespace Graph.Host;

/// <summary>A document with its long lines broken, every character at its place.</summary>
/// <remarks>
/// What is ignored between tokens becomes a line break, comments become blank. For the parser, whose time to tell of a fault grows with
/// the square of the line that it is on: 80,000 characters take it seconds.
/// </remarks>
internal static class ShortLines
{
    /// <summary>Characters of a line that no blank interrupts.</summary>
    public const int Longest = 10_000;

    private const int Wanted = 1_000;

    /// <summary>The text itself where its lines are short.</summary>
    /// <remarks>Throws <see cref="LimitExceededException"/> for a line that cannot be broken.</remarks>
    public static string Of(string text)
    {
        if (LongestLine(text) <= Wanted)
            return text;
        var result = text.ToCharArray();
        var line = 0;
        for (var at = 0; at < text.Length;)
        {
            var token = DocumentScan.SkipIgnored(text, at);
            line = Break(result, at, token, line);
            at = token == text.Length ? token : DocumentScan.AfterToken(text, token);
            if (text.AsSpan(token, at - token).LastIndexOfAny('\n', '\r') is >= 0 and var end) // in a block string
                line = token + end + 1;
        }
        var broken = new string(result);
        var longest = LongestLine(broken);
        return longest <= Longest ? broken
            : throw new LimitExceededException("Characters of the document without a blank", Longest, longest, "Send long values as variables.");
    }

    /// <summary>The line and column (from 1) in the document of a place in its broken form.</summary>
    public static (int Line, int Column) Original(string text, string broken, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line && start < broken.Length; i++)
            start = NextLine(broken, start);
        var place = Math.Min(start + column - 1, text.Length);
        var (found, from) = (1, 0);
        for (var next = NextLine(text, from); next <= place && next < text.Length; next = NextLine(text, from))
            (found, from) = (found + 1, next);
        return (found, place - from + 1);
    }

    // Blanks the comments between two tokens, and breaks lines there that are long enough. Gives where the line begins afterwards.
    private static int Break(char[] text, int from, int to, int line)
    {
        var comment = false;
        for (var i = from; i < to; i++)
        {
            if (text[i] is '\n' or '\r')
                (comment, line) = (false, i + 1);
            else if (comment || text[i] == '#')
                (comment, text[i]) = (true, ' ');
            if (i - line >= Wanted)
                (text[i], line) = ('\n', i + 1);
        }
        return line;
    }

    private static int LongestLine(string text)
    {
        var longest = 0;
        for (var start = 0; start < text.Length; start = NextLine(text, start))
            longest = Math.Max(longest, NextLine(text, start) - start);
        return longest;
    }

    private static int NextLine(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\n', '\r');
        if (end < 0)
            return text.Length;
        var next = start + end + 1;
        return text[next - 1] == '\r' && next < text.Length && text[next] == '\n' ? next + 1 : next;
    }
}
