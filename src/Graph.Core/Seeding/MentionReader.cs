namespace Graph.Core;

/// <summary>Reads what a passage's <c>mentions</c> say of names that do not tell by themselves.</summary>
internal sealed class MentionReader(Ontology ontology, ProblemList problems)
{
    public (IReadOnlyList<ChosenMention> Chosen, IReadOnlyList<(string Entity, SeedLine At)> Mentioned) Read(YamlMap passage, LocalText texts)
    {
        var (found, mentioned) = (new List<ChosenMention>(), new List<(string, SeedLine)>());
        foreach (var node in passage.List("mentions"))
        {
            if (node is YamlMap map)
            {
                var chosen = ReadOne(map, texts);
                found.AddRange(chosen);
                mentioned.AddRange(chosen.Take(1).Select(c => (c.Entity, new SeedLine(map.File, map.Line))));
            }
            else
                problems.Error(node, $"a mention is {node.What}, not a mapping", "Write {text: ..., entity: ...}.");
        }
        return (found, mentioned);
    }

    private List<ChosenMention> ReadOne(YamlMap map, LocalText texts)
    {
        var text = map.Required("text", problems, "Add the words as they stand in the passage.")?.Trim();
        var entity = map.Required("entity", problems, "Add the key of the entity they name.");
        var nth = new Nth(map, ontology, problems);
        map.RejectUnknown("a mention", problems);
        if (string.IsNullOrEmpty(text) || entity is null)
            return [];
        var found = new List<ChosenMention>();
        foreach (var (language, passage) in texts)
        {
            var places = QuoteFinder.Occurrences(passage, text);
            if (nth.In(language) is not { } which)
                found.AddRange(places.Select(p => Chosen(p, language, pinned: false)));
            else if (which <= places.Count)
                found.Add(Chosen(places[which - 1], language, pinned: true));
        }
        if (found.Count == 0)
            problems.Error(map, nth.IsGiven ? $"'{QuoteFinder.Shown(text)}' does not stand in the passage that often"
                : $"'{QuoteFinder.Shown(text)}' does not stand in the passage",
                "Copy the words from the passage; leave nth out to mean all of them.");
        return found;

        ChosenMention Chosen(int start, string language, bool pinned) => new(language, start, start + text.Length, entity, pinned);
    }
}
