using Graph.Core;

namespace Graph.CoreTests;

/// <summary>Words that a text of ours has in common with the original, one after the other.</summary>
/// <param name="Paragraph">Of the original.</param>
/// <param name="Han">Number of Han characters.</param>
internal sealed record CommonRun(int Paragraph, int Han, string Text);

/// <summary>
/// Finds runs of at least <see cref="Least"/> Han characters that a text has in common with an original, punctuation and spaces
/// ignored. Letters and digits within a run go on with it and do not count.
/// </summary>
/// <remarks>
/// A run is free where it consists of names, figures, dates, words in quotation marks of the original and exceptions alone;
/// the words between two of them count with those beside them, so a name does not hide a copied sentence.
/// </remarks>
internal sealed class CommonRuns
{
    public const int Least = 12;

    private readonly Paragraph[] _paragraphs;

    /// <param name="names">Of the article's entities, in its language.</param>
    /// <param name="exceptions">Short phrases that may stand in a run.</param>
    public CommonRuns(Original original, IEnumerable<string> names, IReadOnlyList<AuditException> exceptions)
    {
        string[] all = [.. names.Select(n => Letters(n).Text).Where(n => n.Length > 1).Distinct()];
        _paragraphs = [.. original.Paragraphs.Select((text, i) =>
            Paragraph.Of(text, [.. all, .. exceptions.Where(e => e.Paragraph == i + 1).Select(e => Letters(e.Token).Text)]))];
    }

    /// <summary>The runs of some texts, each at its longest and once, by paragraph.</summary>
    public IReadOnlyList<CommonRun> In(params IEnumerable<string> texts) =>
        [.. texts.Select(t => Letters(t).Text).SelectMany(ours => _paragraphs.SelectMany((p, i) => In(ours, p, i + 1))).Distinct().OrderBy(r => r.Paragraph)];

    private static IEnumerable<CommonRun> In(string ours, Paragraph paragraph, int number)
    {
        var theirs = paragraph.Text;
        var (above, row) = (new int[theirs.Length + 2], new int[theirs.Length + 2]);
        // row[j + 1]: how many characters before ours[i] and theirs[j], these included, are equal
        for (var i = 0; i < ours.Length; i++, (above, row) = (row, above))
        {
            for (var j = 0; j < theirs.Length; j++)
            {
                var length = row[j + 1] = ours[i] == theirs[j] ? above[j] + 1 : 0;
                var goesOn = i + 1 < ours.Length && j + 1 < theirs.Length && ours[i + 1] == theirs[j + 1];
                if (length >= Least && !goesOn && paragraph.Counted(j + 1 - length, j + 1) is >= Least and var han)
                    yield return new CommonRun(number, han, theirs[(j + 1 - length)..(j + 1)]);
            }
        }
    }

    // What counts in comparing, and where each character stood.
    private static (string Text, int[] Places) Letters(string text)
    {
        var normal = Tokenizer.Normal(text);
        int[] places = [.. Enumerable.Range(0, normal.Length).Where(i => char.IsLetterOrDigit(normal[i]))];
        return (string.Concat(places.Select(p => normal[p])), places);
    }

    private static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private sealed record Paragraph(string Text, bool[] Free)
    {
        public static Paragraph Of(string original, IReadOnlyList<string> phrases)
        {
            var (text, places) = Letters(original);
            var free = new bool[text.Length];
            foreach (var token in Tokenizer.Tokens(original).Where(t => t is QuotedToken or NumberToken or DateToken))
            {
                for (var i = 0; i < places.Length; i++)
                    free[i] |= places[i] >= token.Start && places[i] < token.End;
            }
            foreach (var phrase in phrases.Where(p => p.Length > 0))
            {
                for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
                    Array.Fill(free, true, at, phrase.Length);
            }
            return new Paragraph(text, free);
        }

        /// <summary>Han characters of the run; none when it is free throughout.</summary>
        public int Counted(int start, int end) => Free.AsSpan(start..end).Contains(false) ? Text.AsSpan(start..end).ToArray().Count(IsHan) : 0;
    }
}
