using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>The section <c>kinds</c>: first each by itself, then parents, then colours.</summary>
internal static partial class KindReader
{
    /// <summary>How many kinds may be above one another.</summary>
    public const int MaxDepth = 32;

    public static void Read(OntologyDraft draft)
    {
        foreach (var (name, line, map) in draft.Entries("kinds", NameSpelling().IsMatch, "[A-Z][A-Za-z0-9]*"))
        {
            draft.Kinds.Add(name, ReadKind(draft, name, map), map, line);
            map.RejectUnknown($"the kind {name}", draft.Problems);
        }
        if (draft.Root.Take("kinds") is null or YamlMap { Entries.Count: 0 })
            draft.Problems.Error(draft.Root.File, draft.Root.LineOf("kinds"), "'kinds' is missing", "Declare at least one kind of entity.");
        CheckParents(draft);
        AddChildren(draft);
        Palette.Paint(draft.Kinds);
    }

    /// <summary>A field's spelling in GraphQL; another is reported.</summary>
    public static string Field(OntologyDraft draft, YamlMap map, string key, string otherwise)
    {
        var field = map.String(key, draft.Problems);
        if (field is null || FieldSpelling().IsMatch(field))
            return field ?? otherwise;
        draft.Problems.Error(map.File, map.LineOf(key), $"'{key}' is '{field}', not spelt [a-z][A-Za-z0-9]*", $"Write it in camelCase, such as {otherwise}.");
        return otherwise;
    }

    private static Kind ReadKind(OntologyDraft draft, string name, YamlMap map)
    {
        var field = Field(draft, map, "field", Spelling.Field(name));
        return new Kind
        {
            Name = name,
            Parent = map.String("parent", draft.Problems),
            Label = draft.Text(map, "label"),
            Labels = map.Text("labels", draft.Languages, draft.Problems),
            Synonyms = draft.TextLists(map, "synonyms"),
            Field = field,
            PluralField = Field(draft, map, "plural", field + "s"),
            Color = Color(draft, map),
        };
    }

    // Empty when unset; the palette fills it.
    private static string Color(OntologyDraft draft, YamlMap map)
    {
        var color = map.String("color", draft.Problems);
        if (color is null || ColorSpelling().IsMatch(color))
            return color?.ToUpperInvariant() ?? "";
        draft.Problems.Error(map.File, map.LineOf("color"), $"'color' is '{color}', not #RRGGBB", "Write six hexadecimal digits in quotes, such as \"#F79767\".");
        return "";
    }

    // A parent that is unknown or closes a circle is reported once and taken away.
    private static void CheckParents(OntologyDraft draft)
    {
        foreach (var kind in draft.Kinds.Values.Where(k => k.Parent is not null).ToArray())
        {
            var map = draft.Kinds.Map(kind.Name);
            var line = map.LineOf("parent");
            if (draft.Kinds.Find(kind.Parent!) is null)
                draft.Problems.Error(map.File, line, $"'parent' of {kind.Name} is '{kind.Parent}', which is no kind", OntologyDraft.Suggest(kind.Parent!, draft.Kinds.Names.Where(k => k != kind.Name), "Declare it under 'kinds'."));
            else if (Fault(draft, kind) is { } fault)
                draft.Problems.Error(map.File, line, fault, "Remove one of these parents.");
            else
                continue;
            draft.Kinds.Replace(kind.Name, kind with { Parent = null });
        }
    }

    private static string? Fault(OntologyDraft draft, Kind start)
    {
        var path = new List<string> { start.Name };
        for (var at = start; at?.Parent is { } parent; at = draft.Kinds.Find(parent))
        {
            if (parent == start.Name)
                return $"parents lead in a circle: {string.Join(" -> ", path.Append(parent))}";
            if (path.Contains(parent)) // a circle further up, reported there
                return null;
            path.Add(parent);
            if (path.Count > MaxDepth)
                return $"{start.Name} has more than {MaxDepth} kinds above it";
        }
        return null;
    }

    private static void AddChildren(OntologyDraft draft)
    {
        var children = draft.Kinds.Values.Where(k => k.Parent is not null).ToLookup(k => k.Parent!, k => k.Name);
        foreach (var kind in draft.Kinds.Values.ToArray())
            draft.Kinds.Replace(kind.Name, kind with { Children = [.. children[kind.Name]] });
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex NameSpelling();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*\z")]
    private static partial Regex FieldSpelling();

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex ColorSpelling();
}
