namespace Graph.Core;

/// <summary>Warns where one phrase asks for several things: the kinds of the entities then decide what is meant.</summary>
internal static class PhraseOverlap
{
    private sealed record Use(string Owner, string Language, string Words, int Line);

    public static void Warn(OntologyDraft draft)
    {
        foreach (var key in new[] { "phrases", "roles" })
            Warn(draft, key, [.. TypeUses(draft, key), .. MetricUses(draft, key)]);
    }

    private static void Warn(OntologyDraft draft, string key, IReadOnlyList<Use> uses)
    {
        foreach (var same in uses.GroupBy(u => (u.Language, Folding.Fold(u.Words))))
        {
            var first = same.First();
            foreach (var other in same.Skip(1).Where(u => u.Owner != first.Owner))
            {
                draft.Problems.Warn(draft.Root.File, other.Line, $"'{key}' of {other.Owner} has '{other.Words}', which {first.Owner} has too (line {first.Line})",
                    "Keep it where the kinds at the ends tell them apart; else word one of them differently.");
            }
        }
    }

    private static IEnumerable<Use> TypeUses(OntologyDraft draft, string key)
    {
        foreach (var type in draft.Types.Values)
        {
            foreach (var use in Uses(type.Name, draft.Types.Line(type.Name, key), Lists(type.Out, key)))
                yield return use;
            if (type.Symmetric || draft.Types.Map(type.Name).Take("inverse") is not YamlMap inverse)
                continue;
            foreach (var use in Uses($"the inverse of {type.Name}", inverse.LineOf(key), Lists(type.In, key)))
                yield return use;
        }
    }

    private static IEnumerable<Use> MetricUses(OntologyDraft draft, string key) => key != "phrases" ? []
        : draft.Metrics.Values.SelectMany(m => Uses(m.Name, draft.Metrics.Line(m.Name, key), m.Phrases));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Lists(Wording wording, string key) => key == "phrases" ? wording.Phrases : wording.Roles;

    private static IEnumerable<Use> Uses(string owner, int line, IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        lists.SelectMany(l => l.Value.Select(words => new Use(owner, l.Key, words, line)));
}
