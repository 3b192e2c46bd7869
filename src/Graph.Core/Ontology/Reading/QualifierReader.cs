using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>The section <c>qualifiers</c>.</summary>
internal static partial class QualifierReader
{
    public static void Read(OntologyDraft draft)
    {
        foreach (var (key, line, map) in draft.Entries("qualifiers", Spelling().IsMatch, "[a-z][A-Za-z0-9]*"))
        {
            draft.Qualifiers.Add(key, ReadQualifier(draft, key, map), map, line);
            map.RejectUnknown($"the qualifier {key}", draft.Problems);
        }
    }

    private static QualifierType ReadQualifier(OntologyDraft draft, string key, YamlMap map)
    {
        var type = map.Enum("type", QualifierValueType.Text, draft.Problems);
        if (map.Take("type") is null)
            draft.Problems.Error(map, $"'type' of the qualifier {key} is missing", "Add 'type:' with TEXT, ENTITY, QUANTITY or DATE.");
        if (type != QualifierValueType.Entity)
            draft.Reject(map, "kinds", "goes with type ENTITY only", "Remove 'kinds', or make the type ENTITY.");
        if (type != QualifierValueType.Quantity)
            draft.Reject(map, "unit", "goes with type QUANTITY only", "Remove 'unit', or make the type QUANTITY.");
        return new QualifierType
        {
            Key = key,
            Type = type,
            Kinds = type == QualifierValueType.Entity ? draft.KindList(map, "kinds") : [],
            Unit = type == QualifierValueType.Quantity ? draft.BaseUnit(map) : null,
            Label = draft.Text(map, "label"),
            Phrases = draft.TextLists(map, "phrases"),
        };
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*\z")]
    private static partial Regex Spelling();
}
