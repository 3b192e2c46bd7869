namespace Graph.Core;

/// <summary>Which placeholders a sentence must have, and which it may have inside brackets besides the keys of qualifiers.</summary>
internal sealed class SentenceRules(IReadOnlyList<string> needed, IReadOnlyList<string> optional)
{
    public static SentenceRules OfRelationship { get; } = new(["source", "target"], ["from", "to"]);

    public static SentenceRules OfMetric { get; } = new(["entity", "value"], ["period"]);

    /// <summary>Placeholders that are no qualifier's key.</summary>
    public static IEnumerable<string> Taken => new[] { OfRelationship, OfMetric }.SelectMany(r => r.Needed.Concat(r.Optional));

    private IReadOnlyList<string> Needed { get; } = needed;

    private IReadOnlyList<string> Optional { get; } = optional;

    /// <summary>Reports what is wrong with the sentences under a key, each at its own line. Missing ones are reported elsewhere.</summary>
    public void Check(OntologyDraft draft, YamlMap map, string key)
    {
        if (map.Take(key) is not YamlMap texts)
            return;
        foreach (var (language, line, value) in texts.Entries)
        {
            if (value is YamlScalar { Value: { Length: > 0 } template } && draft.Languages.Contains(language))
                CheckOne(draft, (map.File, line, $"'{key}' in '{language}'"), template);
        }
    }

    private void CheckOne(OntologyDraft draft, (string File, int Line, string What) at, string template)
    {
        void Error(string message, string remedy) => draft.Problems.Error(at.File, at.Line, $"{at.What} {message}", remedy);

        if (SentenceTemplate.Faults(template) is { } fault)
        {
            Error($"is not a template: {fault}", "Write {name} for a placeholder and [...] around what may be left out.");
            return;
        }
        var always = SentenceTemplate.Required(template).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Needed.Where(n => !always.Contains(n)))
            Error($"has no {{{name}}} outside brackets", $"Put {{{name}}} where it belongs.");
        var known = Needed.Concat(Optional).Concat(draft.Qualifiers.Names).ToArray();
        foreach (var name in SentenceTemplate.Placeholders(template).Distinct().Where(n => !known.Contains(n)))
            Error($"has the unknown placeholder {{{name}}}", OntologyDraft.Suggest(name, known, $"Known: {string.Join(", ", known)}; others must be declared under 'qualifiers'."));
        foreach (var name in always.Where(n => known.Contains(n) && !Needed.Contains(n)))
            Error($"has {{{name}}} outside brackets, but it is not always known", $"Put it in brackets with the words that go with it: [... {{{name}}} ...].");
    }
}
