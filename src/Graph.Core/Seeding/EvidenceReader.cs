using System.Globalization;

namespace Graph.Core;

/// <summary>Reads a statement's evidence: quotes become spans of the passages they are taken from.</summary>
/// <param name="passages">Of the article, by number.</param>
internal sealed class EvidenceReader(Ontology ontology, ProblemList problems, IReadOnlyDictionary<int, Passage> passages)
{
    /// <summary>The spans of all quotes, and whom the words in <c>refers</c> mean.</summary>
    public (IReadOnlyList<Evidence> Evidence, IReadOnlyList<Referent> Refers) Read(YamlMap statement)
    {
        var (evidence, refers) = (new List<Evidence>(), new List<Referent>());
        var items = statement.List("evidence");
        if (items.Count == 0)
            problems.Error(statement, "the statement has no 'evidence'", "Add evidence: [{passage: 1, zh: the exact words, ...}].");
        foreach (var item in items)
        {
            if (item is YamlMap map)
                ReadItem(map, evidence, refers);
            else
                problems.Error(item, $"a piece of evidence is {item.What}, not a mapping", "Write {passage: 1, zh: the exact words, ...}.");
        }
        return (evidence, refers);
    }

    private void ReadItem(YamlMap map, List<Evidence> evidence, List<Referent> refers)
    {
        var passage = Passage(map);
        var nth = new Nth(map, ontology, problems);
        foreach (var language in ontology.Languages)
        {
            var quote = map.String(language, problems)?.Trim();
            if (passage is not null && Span(map, passage, language, quote, nth) is { } found)
                evidence.Add(found);
        }
        foreach (var (word, line, node) in map.Map("refers", problems)?.Entries ?? [])
        {
            if (node is not YamlScalar { IsNull: false } entity)
                problems.Error(node.File, line, $"'refers' says that '{QuoteFinder.Shown(word)}' is {node.What}", "Write {word: key of an entity}.");
            else if (passage is not null)
                refers.Add(new Referent(passage.Id, word, entity.Value, new SeedLine(node.File, line)));
        }
        map.RejectUnknown("a piece of evidence", problems);
    }

    private Passage? Passage(YamlMap map)
    {
        var text = map.Required("passage", problems, "Add the number of the passage that is quoted.");
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && passages.TryGetValue(number, out var passage))
            return passage;
        problems.Error(map.File, map.LineOf("passage"), $"there is no passage '{QuoteFinder.Shown(text)}' in the article",
            "Write the number of one of its passages, or add it.");
        return null;
    }

    private Evidence? Span(YamlMap map, Passage passage, string language, string? quote, Nth nth)
    {
        var text = passage.Texts.In(language);
        var line = map.LineOf(language);
        if (string.IsNullOrEmpty(quote))
        {
            if (text is not null)
                problems.Error(map, $"the evidence has no quote in '{language}', in which passage {passage.Id.Number} has a text",
                    $"Add {language}: the exact words.");
            return null;
        }
        if (text is null)
        {
            problems.Error(map.File, line, $"passage {passage.Id.Number} has no text in '{language}'", "Remove the quote, or add the text.");
            return null;
        }
        var places = QuoteFinder.Occurrences(text, quote);
        if (places.Count == 0)
            problems.Error(map.File, line, $"'{QuoteFinder.Shown(quote)}' does not stand in passage {passage.Id.Number} ({language})",
                problems.IsFull ? "Copy the words from the passage." : QuoteFinder.Remedy(text, quote));
        else if (nth.In(language) is { } which && which > places.Count)
            problems.Error(map.File, map.LineOf("nth"),
                $"'{QuoteFinder.Shown(quote)}' stands {(places.Count == 1 ? "once" : $"{places.Count} times")}"
                    + $" in passage {passage.Id.Number} ({language}), not {which}",
                places.Count == 1 ? "Leave 'nth' out." : $"Write a number from 1 to {places.Count}.");
        else if (nth.In(language) is null && places.Count > 1)
            problems.Error(map.File, line,
                $"'{QuoteFinder.Shown(quote)}' stands {places.Count} times in passage {passage.Id.Number} ({language})",
                $"Add nth: {{{language}: 1}} to say which one, or quote more words.");
        else
            return At(passage, language, places[(nth.In(language) ?? 1) - 1], quote);
        return null;
    }

    private static Evidence At(Passage passage, string language, int start, string quote) =>
        new(passage.Id, language, start, start + quote.Length, quote);
}
