namespace Graph.Core;

/// <summary>What is wrong with a statement, held against the ontology, the entities and the passages there are.</summary>
/// <param name="kindOf">An entity's kind; empty when it is declared with a fault, null when it is not there.</param>
/// <param name="passageOf">Null when it is not there.</param>
/// <param name="mayMiss">Whether passages were given with faults, so that one that is not there may be one of them.</param>
internal sealed class StatementRules(Ontology ontology, Func<string, string?> kindOf, Func<PassageId, Passage?> passageOf,
    Func<bool> mayMiss)
{
    public IEnumerable<(string Message, string Remedy)> Of(Statement statement)
    {
        var faults = statement is Relationship relationship ? OfRelationship(relationship) : OfObservation((Observation)statement);
        return faults.Concat(Common(statement)).Concat(statement.Qualifiers.SelectMany(OfQualifier)).Concat(statement.Evidence.SelectMany(OfEvidence));
    }

    private IEnumerable<(string Message, string Remedy)> OfRelationship(Relationship r)
    {
        if (ontology.FindType(r.Type) is not { } type)
        {
            yield return ($"the relationship type '{ThingRules.Shown(r.Type)}' is not in the ontology",
                "Write one of its types, or add it there.");
            yield break;
        }
        if (r.Source == r.Target)
            yield return ($"'{r.Source}' is related to itself", "A relationship has two different ends.");
        if (r.Validity is { Role: not PeriodRole.During })
            yield return ("the validity's role is not DURING", "Write DURING.");
        foreach (var fault in Missing(r.Source, "it begins at").Concat(Missing(r.Target, "it ends at")))
            yield return fault;
        if (kindOf(r.Source) is { Length: > 0 } from && kindOf(r.Target) is { Length: > 0 } to && !ontology.Allows(r.Type, from, to)
            && !(type.Symmetric && ontology.Allows(r.Type, to, from)))
            yield return ($"{r.Type} does not lead from a {from} ('{r.Source}') to a {to} ('{r.Target}')",
                $"Allowed: {string.Join(", ", type.Pairs)}.");
    }

    private IEnumerable<(string Message, string Remedy)> OfObservation(Observation o)
    {
        if (ontology.FindMetric(o.Type) is not { } metric)
        {
            yield return ($"the metric '{ThingRules.Shown(o.Type)}' is not in the ontology", "Write one of its metrics, or add it there.");
            yield break;
        }
        foreach (var fault in Missing(o.Entity, "it is of"))
            yield return fault;
        if (kindOf(o.Entity) is { Length: > 0 } kind && !ontology.MetricApplies(o.Type, kind))
            yield return ($"the metric {o.Type} is not said of a {kind} ('{o.Entity}')",
                $"It applies to {string.Join(", ", metric.Kinds)}.");
        var type = metric.Value switch
        {
            MetricValue.Quantity => QualifierValueType.Quantity,
            MetricValue.Date => QualifierValueType.Date,
            _ => QualifierValueType.Text,
        };
        foreach (var fault in OfValue(o.Value, type, metric.Unit, $"the value of {o.Type}"))
            yield return fault;
    }

    private IEnumerable<(string Message, string Remedy)> Common(Statement statement)
    {
        if (!statement.FromApi && statement.Evidence.Count == 0)
            yield return ("nothing says it: it has no evidence", "Give the words that state it, or 'fromApi': true.");
        if (statement.Status == Status.Derived != statement.DerivedFrom.Count > 0)
            yield return ("a DERIVED statement, and no other, has premises", "Give 'derivedFrom' with status DERIVED.");
        if (statement.Qualifiers.DistinctBy(q => q.Key).Count() < statement.Qualifiers.Count)
            yield return ("a qualifier stands twice", "Keep one of them.");
        foreach (var fault in statement.Speaker?.Entity is { } speaker ? Missing(speaker, "its speaker is") : [])
            yield return fault;
        foreach (var fault in new[] { statement.Speaker?.Text, statement.Hedge, statement.When?.Text }.SelectMany(t =>
            ThingRules.Texts(t, ontology)))
            yield return fault;
    }

    private IEnumerable<(string Message, string Remedy)> OfQualifier(Qualifier qualifier)
    {
        if (ontology.FindQualifier(qualifier.Key) is not { } type)
            return [($"the qualifier '{ThingRules.Shown(qualifier.Key)}' is not in the ontology",
                "Write one of its qualifiers, or add it there.")];
        var what = $"the qualifier '{qualifier.Key}'";
        var faults = OfValue(qualifier.Value, type.Type, type.Unit, what);
        if (qualifier.Value is not EntityValue { Key: var key } || type.Type != QualifierValueType.Entity)
            return faults;
        faults = faults.Concat(Missing(key, what + " names"));
        return kindOf(key) is { Length: > 0 } kind && type.Kinds.Count > 0 && !type.Kinds.Any(k => ontology.ConcreteKinds(k).Contains(kind))
            ? faults.Append(($"{what} is not of a {kind} ('{key}')", $"It takes {string.Join(", ", type.Kinds)}.")) : faults;
    }

    private IEnumerable<(string Message, string Remedy)> OfValue(StatementValue value, QualifierValueType type, string? unit, string what)
    {
        var (is_, text) = value switch
        {
            QuantityValue q => (QualifierValueType.Quantity, q.Quantity.Text),
            DateValue d => (QualifierValueType.Date, d.Words),
            EntityValue => (QualifierValueType.Entity, null),
            _ => (QualifierValueType.Text, ((TextValue)value).Text),
        };
        if (is_ != type)
            yield return ($"{what} is a {Spelling.EnumValue(is_.ToString())}, not a {Spelling.EnumValue(type.ToString())}",
                "Write what the ontology says it is.");
        else if (value is QuantityValue { Quantity.Unit: var given } && given != unit)
            yield return ($"{what} is in {ThingRules.Shown(given)}, not in the base unit {unit}", $"Give the amount in {unit}.");
        foreach (var fault in ThingRules.Texts(text, ontology))
            yield return fault;
    }

    private IEnumerable<(string Message, string Remedy)> OfEvidence(Evidence evidence)
    {
        var passage = passageOf(evidence.Passage);
        if (passage is null && mayMiss())
            yield break;
        if (passage is null)
            yield return ($"the passage {ThingRules.Shown(evidence.Passage.ToString())} of its evidence is not above",
                "Give the passage before what quotes it.");
        else if (passage.Texts.In(evidence.Language) is not { } text)
            yield return ($"the passage {evidence.Passage} has no text in '{ThingRules.Shown(evidence.Language)}'",
                "Quote a language that it has.");
        else if (evidence.Start < 0 || evidence.Start >= evidence.End || evidence.End > text.Length
            || text[evidence.Start..evidence.End] != evidence.Quote)
            yield return ($"'{ThingRules.Shown(evidence.Quote)}' does not stand at {evidence.Start} to {evidence.End} of passage {evidence.Passage} in '{evidence.Language}'",
                text.IndexOf(evidence.Quote, StringComparison.Ordinal) is var at and >= 0
                    ? FormattableString.Invariant($"It stands at {at} to {at + evidence.Quote.Length}. Offsets count UTF-16 units.")
                    : QuoteFinder.Remedy(text, evidence.Quote));
    }

    private IEnumerable<(string Message, string Remedy)> Missing(string key, string use) => kindOf(key) is not null ? []
        : [($"{use} '{ThingRules.Shown(key)}', which is no entity above", "Give the entity before what names it.")];
}
