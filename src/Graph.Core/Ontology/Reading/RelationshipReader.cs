using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>The section <c>relationships</c>.</summary>
internal static partial class RelationshipReader
{
    /// <summary>Types and metrics are spelt alike; <c>NOT_</c> is what a denial's relationship begins with in Neo4j.</summary>
    public const string NameRule = "[A-Z][A-Z0-9_]*, not beginning with NOT_";

    public static bool IsName(string name) => NameSpelling().IsMatch(name) && !name.StartsWith("NOT_", StringComparison.Ordinal);

    public static void Read(OntologyDraft draft)
    {
        foreach (var (name, line, map) in draft.Entries("relationships", IsName, NameRule))
        {
            var symmetric = map.Flag("symmetric", draft.Problems);
            var pairs = Pairs(draft, name, map);
            var leading = ReadWording(draft, map, Spelling.Field(name));
            var type = new RelationshipType
            {
                Name = name,
                Pairs = pairs,
                Symmetric = symmetric,
                Functional = map.Flag("functional", draft.Problems),
                Out = leading,
                In = symmetric ? leading : Inverse(draft, name, map) ?? leading,
            };
            if (symmetric)
            {
                draft.Reject(map, "inverse", $"does not go with 'symmetric: true' of {name}", "Remove 'inverse': a symmetric type reads the same from both ends.");
                CheckClosed(draft, type, map);
            }
            map.RejectUnknown($"the relationship type {name}", draft.Problems);
            draft.Types.Add(name, type, map, line);
        }
    }

    private static Wording ReadWording(OntologyDraft draft, YamlMap map, string field)
    {
        var wording = new Wording
        {
            Field = KindReader.Field(draft, map, "field", field),
            Label = draft.Text(map, "label"),
            Phrases = draft.TextLists(map, "phrases"),
            Roles = draft.TextLists(map, "roles"),
            Sentence = draft.Text(map, "sentence"),
            Denial = draft.OptionalText(map, "denial"),
        };
        SentenceRules.OfRelationship.Check(draft, map, "sentence");
        SentenceRules.OfRelationship.Check(draft, map, "denial");
        return wording;
    }

    private static Wording? Inverse(OntologyDraft draft, string name, YamlMap map)
    {
        if (map.Map("inverse", draft.Problems) is not { } inverse)
        {
            if (map.Take("inverse") is null)
                draft.Problems.Error(map, $"'inverse' of {name} is missing", "Add 'inverse:' with field, label and sentence as seen from the target, or 'symmetric: true' when it holds both ways.");
            return null;
        }
        inverse.Required("field", draft.Problems, $"Add 'field:', how the target sees {name} in GraphQL.");
        var wording = ReadWording(draft, inverse, "inverse");
        inverse.RejectUnknown($"the inverse of {name}", draft.Problems);
        return wording;
    }

    private static List<KindPair> Pairs(OntologyDraft draft, string name, YamlMap map)
    {
        var result = new List<KindPair>();
        foreach (var item in map.Strings("pairs", draft.Problems))
        {
            var ends = item.Value.Split("->", StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || ends.Any(e => e.Length == 0))
                draft.Problems.Error(item, $"'pairs' has {item.What}, which is no pair", "Write Kind -> Kind.");
            else if (draft.IsKind(item, ends[0], "pairs") & draft.IsKind(item, ends[1], "pairs")) // both, so that both are reported
                result.Add(new KindPair(ends[0], ends[1]));
        }
        if (map.List("pairs").Count == 0)
            draft.Problems.Error(map, $"'pairs' of {name} is missing", "Add 'pairs: [Kind -> Kind]', which kinds may be source and target.");
        return [.. result.Distinct()];
    }

    private static void CheckClosed(OntologyDraft draft, RelationshipType type, YamlMap map)
    {
        var all = type.Pairs.SelectMany(p => Concrete(draft, p)).ToHashSet();
        foreach (var pair in type.Pairs.Where(p => Concrete(draft, p).Any(c => !all.Contains((c.To, c.From)))))
        {
            draft.Problems.Error(map.File, map.LineOf("pairs"), $"{type.Name} is symmetric, but has '{pair}' without '{pair.To} -> {pair.From}'",
                $"Add {pair.To} -> {pair.From} to 'pairs'.");
        }
    }

    private static IEnumerable<(string From, string To)> Concrete(OntologyDraft draft, KindPair pair) =>
        Below(draft, pair.From).SelectMany(from => Below(draft, pair.To).Select(to => (from, to)));

    private static IEnumerable<string> Below(OntologyDraft draft, string kind) =>
        draft.Kinds.Find(kind) is { IsAbstract: true } found ? found.Children.SelectMany(c => Below(draft, c)) : [kind];

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]*\z")]
    private static partial Regex NameSpelling();
}
