namespace Graph.Core;

/// <summary>Whether the evidence of STATED relationships names both ends in one sentence, by name or by a word of which the seed says whom it means.</summary>
internal sealed class EndsNamed
{
    private readonly ILookup<string, string> _names;
    private readonly MentionLinker _linker;
    private readonly ProblemList _problems;

    public EndsNamed(IEnumerable<(string Entity, EntityName Name)> names, MentionLinker linker, ProblemList problems)
    {
        (_linker, _problems) = (linker, problems);
        _names = names.Select(n => (n.Entity, n.Name.Text)).Distinct().ToLookup(n => n.Entity, n => n.Text);
    }

    public void Check(SeedArticle article)
    {
        var texts = new Dictionary<(PassageId, string), Text>();
        foreach (var (passage, language, text) in article.Passages.SelectMany(p => p.Passage.Texts.Select(t => (p.Passage, t.Key, t.Value))))
            texts.Add((passage.Id, language), new Text(text, SentenceSplit.Of(text),
                _linker.Link(text, passage.Chosen.Where(c => c.Language == language)).Spans));
        foreach (var statement in article.Statements)
        {
            if (statement.Statement is Relationship { Status: Status.Stated } relationship)
                Check(statement, relationship, texts);
            foreach (var referent in statement.Refers.Where(r => !Stands(r, statement, texts)))
                _problems.Warn(referent.At.File, referent.At.Line,
                    $"'refers' explains '{QuoteFinder.Shown(referent.Word)}', which stands in no sentence that the evidence quotes",
                    "Copy the word from the sentence.");
        }
    }

    private sealed record Text(string Whole, IReadOnlyList<(int Start, int End)> Sentences, IReadOnlyList<NamedSpan> Spans)
    {
        public IEnumerable<(int Start, int End)> Quoted(Evidence evidence) => Sentences.Where(s => s.Start < evidence.End && evidence.Start < s.End);
    }

    private void Check(SeedStatement at, Relationship relationship, Dictionary<(PassageId, string), Text> texts)
    {
        foreach (var language in relationship.Evidence.GroupBy(e => e.Language))
        {
            var missing = language.SelectMany(e => texts[(e.Passage, e.Language)] is var text
                ? text.Quoted(e).Select(s => Missing(text, s, e, at, relationship)) : []).ToArray();
            if (missing.All(m => m.Count > 0))
                Tell(at, relationship, language.First(), missing.MinBy(m => m.Count)!);
        }
    }

    private void Tell(SeedStatement at, Relationship relationship, Evidence evidence, List<string> missing) =>
        _problems.Error(at.At.File, at.At.Line,
            $"{relationship.Source} {relationship.Type} {relationship.Target} is STATED, but no quoted sentence of passage "
            + $"{evidence.Passage.Number} ({evidence.Language}) names both: {string.Join(" and ", missing)} is missing",
            $"Quote the sentence that names both, say what its words stand for (refers: {{word: {missing[0]}}}), or give another status.");

    private List<string> Missing(Text text, (int Start, int End) sentence, Evidence evidence, SeedStatement at, Relationship relationship) =>
        [.. new[] { relationship.Source, relationship.Target }.Where(key =>
            !text.Spans.Any(s => s.Entity == key && Within(s.Start, s.End, sentence))
            && !_names[key].Any(name => Places(text, sentence, name).Any(p =>
                !text.Spans.Any(s => s.Start <= p && p + name.Length <= s.End && s.End - s.Start > name.Length)))
            && !at.Refers.Any(r => r.Entity == key && r.Passage == evidence.Passage && Places(text, sentence, r.Word).Any()))];

    private static bool Stands(Referent referent, SeedStatement at, Dictionary<(PassageId, string), Text> texts) =>
        at.Statement.Evidence.Where(e => e.Passage == referent.Passage)
            .Any(e => texts[(e.Passage, e.Language)] is var text && text.Quoted(e).Any(s => Places(text, s, referent.Word).Any()));

    private static IEnumerable<int> Places(Text text, (int Start, int End) sentence, string words)
    {
        if (words.Length == 0)
            yield break;
        int Next(int from) => text.Whole.IndexOf(words, from, sentence.End - from, StringComparison.Ordinal);
        for (var at = Next(sentence.Start); at >= 0; at = Next(at + 1))
        {
            if (WordBoundary.Fits(text.Whole, at, at + words.Length))
                yield return at;
        }
    }

    private static bool Within(int start, int end, (int Start, int End) sentence) => sentence.Start <= start && end <= sentence.End;
}
