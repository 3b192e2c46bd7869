namespace Graph.Core;

/// <summary>Reads the section <c>statements</c> into canonical statements, each identity once.</summary>
/// <param name="passages">Of the article, by number.</param>
internal sealed class StatementReader(Ontology ontology, ProblemList problems, IReadOnlyDictionary<int, Passage> passages)
{
    private static readonly string[] ObservationKeys = ["quantity", "date", "dateText", "text", "period"];
    private static readonly string[] RelationshipKeys = ["validFrom", "validTo", "validText"];

    private readonly ValueReader _values = new(ontology, problems);
    private readonly EvidenceReader _evidence = new(ontology, problems, passages);

    public IReadOnlyList<SeedStatement> Read(IReadOnlyList<YamlMap> roots)
    {
        var drafts = new List<Draft>();
        foreach (var node in roots.SelectMany(r => r.List("statements")))
        {
            if (node is YamlMap map)
                drafts.Add(Read(map));
            else
                problems.Error(node, $"a statement is {node.What}, not a mapping",
                    "Write '- relationship: source TYPE target' or '- observation: entity METRIC'.");
        }
        return new Premises(problems).Resolve(EachOnce(drafts));
    }

    /// <param name="Statement">Null when it has faults.</param>
    /// <param name="Ends">As written.</param>
    internal sealed record Draft(Statement? Statement, string? Name, IReadOnlyList<YamlScalar> DerivedFrom, IReadOnlyList<Referent> Refers,
        SeedLine At, string Ends, IReadOnlyDictionary<string, SeedLine> QualifierLines);

    private Draft Read(YamlMap map)
    {
        var at = new SeedLine(map.File, map.Line);
        var head = Head(map, out var words);
        var (evidence, refers) = _evidence.Read(map);
        var name = map.String("id", problems);
        var derivedFrom = map.Strings("derivedFrom", problems);
        var statement = head is null ? null : head with
        {
            Status = map.Enum("status", Status.Stated, problems),
            Polarity = map.Enum("polarity", Polarity.Affirmed, problems),
            Speaker = _values.Speaker(map),
            Hedge = map.Text("hedge", ontology.Languages, problems),
            Qualifiers = _values.Qualifiers(map),
            AmongOthers = map.Flag("amongOthers", problems),
            Evidence = evidence,
        };
        if (head is null) // only for what else is wrong with it
            SkipCommon(map);
        else
            DerivedAsItSays(map, statement!.Status, derivedFrom.Count);
        map.RejectUnknown("a statement", problems);
        statement = statement is null ? null : Identity.Canonical(statement, ontology);
        return new Draft(statement, name, derivedFrom, refers, at, words, QualifierLines(map));
    }

    private static Dictionary<string, SeedLine> QualifierLines(YamlMap map) =>
        (map.Take("qualifiers") as YamlMap)?.Entries.ToDictionary(e => e.Key, e => new SeedLine(map.File, e.Line)) ?? [];

    private static void SkipCommon(YamlMap map)
    {
        foreach (var key in (string[])["status", "polarity", "by", "hedge", "qualifiers", "amongOthers", .. ObservationKeys, .. RelationshipKeys])
            map.Take(key);
    }

    private Statement? Head(YamlMap map, out string words)
    {
        var (relationship, observation) = (map.String("relationship", problems), map.String("observation", problems));
        words = relationship ?? observation ?? "";
        if (relationship is null == observation is null)
        {
            problems.Error(map, relationship is null ? "the statement has neither 'relationship' nor 'observation'"
                : "the statement has both 'relationship' and 'observation'",
                "Write one of 'relationship: source TYPE target' and 'observation: entity METRIC'.");
            return null;
        }
        return relationship is not null ? ReadRelationship(map, relationship) : ReadObservation(map, observation!);
    }

    private Relationship? ReadRelationship(YamlMap map, string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var validity = _values.Validity(map);
        Misplaced(map, ObservationKeys, "an observation");
        var line = map.LineOf("relationship");
        if (parts.Length != 3)
            problems.Error(map.File, line, $"'relationship' is '{QuoteFinder.Shown(words)}', not three words",
                "Write 'source TYPE target', with the keys of two entities.");
        else if (ontology.FindType(parts[1]) is null)
            problems.Error(map.File, line, $"the relationship type '{QuoteFinder.Shown(parts[1])}' is not in the ontology",
                ontology.FindMetric(parts[1]) is null ? EntityReader.Known(parts[1], ontology.RelationshipTypes.Select(t => t.Name))
                    : "It is a metric: write 'observation: entity METRIC'.");
        else if (parts[0] == parts[2])
            problems.Error(map.File, line, $"'{QuoteFinder.Shown(parts[0])}' is related to itself", "A relationship has two different ends.");
        else
            return new Relationship { Id = default, Type = parts[1], Source = parts[0], Target = parts[2], Validity = validity };
        return null;
    }

    private Observation? ReadObservation(YamlMap map, string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var period = _values.Period(map);
        Misplaced(map, RelationshipKeys, "a relationship");
        var line = map.LineOf("observation");
        var metric = parts.Length == 2 ? ontology.FindMetric(parts[1]) : null;
        if (parts.Length != 2)
            problems.Error(map.File, line, $"'observation' is '{QuoteFinder.Shown(words)}', not two words",
                "Write 'entity METRIC', with the key of an entity.");
        else if (metric is null)
            problems.Error(map.File, line, $"the metric '{QuoteFinder.Shown(parts[1])}' is not in the ontology",
                ontology.FindType(parts[1]) is null ? EntityReader.Known(parts[1], ontology.Metrics.Select(m => m.Name))
                    : "It is a relationship type: write 'relationship: source TYPE target'.");
        if (metric is not null && Value(map, metric) is { } value)
            return new Observation { Id = default, Type = metric.Name, Entity = parts[0], Value = value, Period = period };
        if (metric is null)
            SkipCommon(map);
        return null;
    }

    private StatementValue? Value(YamlMap map, Metric metric)
    {
        var (needed, allowed) = metric.Value switch
        {
            MetricValue.Quantity => ("quantity", (string[])["quantity"]),
            MetricValue.Date => ("date", ["date", "dateText"]),
            _ => ("text", ["text"]),
        };
        Misplaced(map, ObservationKeys.Except(allowed).Where(k => k != "period"), $"a metric of another value ({metric.Name} has a {needed})");
        if (map.Take(needed) is null)
        {
            problems.Error(map, $"the observation has no '{needed}'",
                $"Add {needed}: {metric.Name} is of value {Spelling.EnumValue(metric.Value.ToString())}.");
            return null;
        }
        return metric.Value switch
        {
            MetricValue.Quantity => map.Map("quantity", problems) is { } quantity
                && _values.Quantity(quantity, metric.Unit!, "'quantity'") is { } value ? new QuantityValue(value) : null,
            MetricValue.Date => DateOf(map),
            _ => map.Text("text", ontology.Languages, problems) is { } text ? new TextValue(text) : null,
        };
    }

    private DateValue? DateOf(YamlMap map)
    {
        var words = map.Text("dateText", ontology.Languages, problems);
        return _values.Date(map, "date") is { } date ? new DateValue(date, words) : null;
    }

    private void Misplaced(YamlMap map, IEnumerable<string> keys, string whose)
    {
        foreach (var key in keys.Where(k => map.Take(k) is not null))
            problems.Error(map.File, map.LineOf(key), $"'{key}' belongs to {whose}", "Remove it, or write it as a qualifier.");
    }

    private void DerivedAsItSays(YamlMap map, Status status, int premises)
    {
        if (status == Status.Derived && premises == 0)
            problems.Error(map, "a DERIVED statement needs 'derivedFrom'", "Give its premises an 'id' and list them.");
        else if (status != Status.Derived && premises > 0)
            problems.Error(map.File, map.LineOf("derivedFrom"),
                $"'derivedFrom' belongs to a DERIVED statement, this one is {Spelling.EnumValue(status.ToString())}",
                "Write status: DERIVED, or remove it.");
    }

    private List<Draft> EachOnce(List<Draft> drafts)
    {
        var first = new Dictionary<StatementId, Draft>();
        var kept = new List<Draft>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (draft.Statement is null || first.TryAdd(draft.Statement.Id, draft))
            {
                kept.Add(draft);
                continue;
            }
            var other = first[draft.Statement.Id];
            problems.Error(draft.At.File, draft.At.Line,
                other.Ends == draft.Ends || draft.Statement.Form == StatementForm.Observation
                    ? $"the statement says the same as the one in {other.At}"
                    : $"the statement says the same as the one in {other.At}, seen from its other end",
                "Unite them: one statement with the evidence of both. Words as written, hedges, '?' and amongOthers make no other"
                    + (draft.Statement.Form == StatementForm.Observation ? ", nor does the unit of a value." : "."));
        }
        return kept;
    }
}
