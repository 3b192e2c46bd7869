namespace Graph.Core;

/// <summary>The section <c>metrics</c>.</summary>
internal static class MetricReader
{
    public static void Read(OntologyDraft draft)
    {
        foreach (var (name, line, map) in draft.Entries("metrics", RelationshipReader.IsName, RelationshipReader.NameRule))
        {
            draft.Metrics.Add(name, ReadMetric(draft, name, map), map, line);
            if (draft.Types.Find(name) is not null)
                draft.Problems.Error(map.File, line, $"{name} is a metric and a relationship type (line {draft.Types.Line(name)})", "Rename one of them: both share one namespace.");
            map.RejectUnknown($"the metric {name}", draft.Problems);
        }
    }

    private static Metric ReadMetric(OntologyDraft draft, string name, YamlMap map)
    {
        var value = map.Enum("value", MetricValue.Quantity, draft.Problems);
        if (map.List("kinds").Count == 0)
            draft.Problems.Error(map, $"'kinds' of {name} is missing", "Add 'kinds: [...]', of whom it may be said.");
        var (time, parts) = AddsUp(draft, value, map);
        var metric = new Metric
        {
            Name = name,
            Value = value,
            Kinds = draft.KindList(map, "kinds"),
            Unit = Unit(draft, value, map),
            AddsUpOverTime = time,
            AddsUpOverParts = parts,
            Label = draft.Text(map, "label"),
            Phrases = draft.TextLists(map, "phrases"),
            Sentence = draft.Text(map, "sentence"),
        };
        SentenceRules.OfMetric.Check(draft, map, "sentence");
        return metric;
    }

    private static string? Unit(OntologyDraft draft, MetricValue value, YamlMap map)
    {
        if (value == MetricValue.Quantity)
            return draft.BaseUnit(map);
        draft.Reject(map, "unit", "goes with value QUANTITY only", "Remove 'unit', or make the value QUANTITY.");
        return null;
    }

    private static (bool Time, bool Parts) AddsUp(OntologyDraft draft, MetricValue value, YamlMap map)
    {
        if (value != MetricValue.Quantity)
        {
            draft.Reject(map, "additive", "goes with value QUANTITY only", "Remove 'additive': only quantities add up.");
            return (false, false);
        }
        if (map.Map("additive", draft.Problems) is not { } additive)
            return (false, false);
        var result = (additive.Flag("time", draft.Problems), additive.Flag("parts", draft.Problems));
        additive.RejectUnknown("additive", draft.Problems);
        return result;
    }
}
