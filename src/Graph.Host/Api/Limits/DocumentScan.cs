using System.Text;
using Graph.Core;

namespace Graph.Host;

/// <summary>Looks once over a document's characters before anything parses it: bytes, tokens, nesting. Linear, without recursion or memory.</summary>
internal static class DocumentScan
{
    /// <summary>Throws <see cref="LimitExceededException"/>. Says nothing about whether the text is GraphQL.</summary>
    public static void Check(string text, ApiOptions options)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > options.MaxDocumentBytes)
            throw new LimitExceededException("Bytes of the document", options.MaxDocumentBytes, bytes, "Split the query, or send long values as variables.");
        int tokens = 0, nesting = 0, deepest = 0;
        for (var at = 0; at < text.Length; tokens++)
        {
            at = SkipIgnored(text, at);
            if (at == text.Length)
                break;
            var c = text[at];
            nesting += c switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
            deepest = Math.Max(deepest, nesting);
            at = AfterToken(text, at);
        }
        if (tokens > options.MaxTokens)
            throw new LimitExceededException("Tokens of the document", options.MaxTokens, tokens, "Split the query.");
        if (deepest > options.MaxNesting)
            throw new LimitExceededException("Nesting of the document", options.MaxNesting, deepest, "Nest fewer braces.");
    }

    /// <summary>Behind what is ignored: blanks, commas, comments.</summary>
    public static int SkipIgnored(string text, int at)
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '\r' or '\n' or ',' or '\uFEFF' or '#'))
        {
            if (text[at] == '#')
            {
                while (at < text.Length && text[at] is not ('\n' or '\r'))
                    at++;
            }
            else
            {
                at++;
            }
        }
        return at;
    }

    /// <summary>Behind the token that begins here.</summary>
    public static int AfterToken(string text, int at) => text[at] == '"' ? AfterString(text, at) : IsWord(text[at]) ? AfterWord(text, at) : at + 1;

    private static int AfterString(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("\"\"\"", StringComparison.Ordinal))
            return AfterBlock(text, at + 3);
        for (at++; at < text.Length && text[at] is not ('"' or '\n' or '\r'); at++)
        {
            if (text[at] == '\\')
                at++;
        }
        return Math.Min(at + 1, text.Length);
    }

    private static int AfterBlock(string text, int at)
    {
        while (at < text.Length)
        {
            var end = text.IndexOf("\"\"\"", at, StringComparison.Ordinal);
            if (end < 0)
                return text.Length;
            if (text[end - 1] != '\\')
                return end + 3;
            at = end + 3;
        }
        return text.Length;
    }

    private static int AfterWord(string text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
            at++;
        return at;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '.';
}
