namespace Graph.Core;

/// <summary>Finds what looks like a name and is none yet: Latin words among Han, capitals within Latin sentences, titles and phrases in quotation marks.</summary>
internal sealed class UnlinkedNames(IEnumerable<(string Entity, EntityName Name)> names, ProblemList problems)
{
    private const int MostTold = 12;
    private const int LongestQuote = 20;

    /// <summary>Languages that write every noun with a capital: German, its near kin and Luxembourgish.</summary>
    private static readonly HashSet<string> CapitalNouns = ["de", "lb", "nds", "gsw", "bar"];

    private static readonly Dictionary<char, char> Quotes = new() { ['《'] = '》', ['“'] = '”', ['「'] = '」', ['『'] = '』', ['〈'] = '〉' };

    private static readonly HashSet<string> Calendar = [.. ("January February March April May June July August September October November December "
        + "Monday Tuesday Wednesday Thursday Friday Saturday Sunday I").Split(' ')];

    // Every name, also the ones that do not link by themselves: they are known.
    private readonly MentionLinker _all = new(names.Select(n => (n.Entity, n.Name with { Linkable = true })));

    public void Check(SeedPassage passage)
    {
        foreach (var (language, text) in passage.Passage.Texts)
        {
            var linked = _all.Link(text, passage.Passage.Chosen.Where(c => c.Language == language));
            var known = new bool[text.Length];
            foreach (var (start, length) in linked.Spans.Select(s => (s.Start, s.End - s.Start))
                .Concat(linked.Shared.Select(s => (s.Start, s.Text.Length))))
                known.AsSpan(start, length).Fill(true);
            var found = Candidates(text, language).Where(c => !known.AsSpan(c.Start, c.End - c.Start).Contains(true))
                .Select(c => text[c.Start..c.End]).Distinct().ToArray();
            var told = string.Join(", ", found.Take(MostTold)) + (found.Length > MostTold ? ", ..." : "");
            if (found.Length > 0)
                problems.Warn(passage.At.File, passage.At.Line,
                    $"passage {passage.Passage.Id.Number} ({language}) holds what may be names and is not linked: {told}",
                    "Declare the entities or the names that are missing; leave what is no name.");
        }
    }

    private static IEnumerable<(int Start, int End)> Candidates(string text, string language) => Quoted(text).Concat(
        text.Any(IsHan) ? LatinWords(text) : CapitalNouns.Contains(language.Split('-')[0]) ? [] : Capitals(text));

    private static IEnumerable<(int Start, int End)> Quoted(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Quotes.TryGetValue(text[i], out var closing))
                continue;
            var end = text.IndexOf(closing, i + 1);
            if (end > i + 1 && end - i - 1 <= LongestQuote && (closing != '”' || text.Any(IsHan)))
                yield return (i + 1, end);
        }
    }

    private static IEnumerable<(int Start, int End)> LatinWords(string text) =>
        Words(text).Where(w => w.End - w.Start > 1 && text.AsSpan(w.Start, w.End - w.Start).ContainsAnyInRange('A', 'z'));

    // Neighbours that are capitalised are one name; the first word of a sentence is a capital by rule.
    private static IEnumerable<(int Start, int End)> Capitals(string text)
    {
        var sentences = SentenceSplit.Of(text).Select(s => s.Start).ToHashSet();
        (int Start, int End)? name = null;
        foreach (var word in Words(text).Where(w => w.End - w.Start > 1 && !sentences.Contains(w.Start)))
        {
            if (!text.AsSpan(word.Start, word.End - word.Start).ContainsAnyInRange('A', 'Z') || Calendar.Contains(text[word.Start..word.End]))
                continue;
            if (name is { } open && text[open.End..word.Start] == " ")
            {
                name = (open.Start, word.End);
                continue;
            }
            if (name is { } done)
                yield return done;
            name = word;
        }
        if (name is { } last)
            yield return last;
    }

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (WordBoundary.IsWord(text[i]) || (i > start && text[i] is '-' or '.' or '+' or '&'
                && i + 1 < text.Length && WordBoundary.IsWord(text[i + 1]))))
                i++;
            if (i > start)
                yield return (start, i);
        }
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
