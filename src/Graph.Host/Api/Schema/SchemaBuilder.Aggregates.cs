using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>What connections tell of all that they page through: the filter counts, the page does not.</remarks>
internal sealed partial class SchemaBuilder
{
    private const int Speakers = 10;
    private const string Denials = "Denials count too, unless the filter or the field leaves them out.";

    private ObjectGraphType? _relationshipAggregates, _observationAggregates, _statementAggregates;
    private ObjectGraphType? _statusCount, _polarityCount, _speakerCount, _typeCount, _metricCount;

    private ObjectGraphType EntityAggregates() => Object("EntityAggregates", "Counts of entities, over all pages.",
        Field("kinds", Many(CountType("Kind", "kind", "Entities of one kind.", _kindEnum)), "By kind, the most frequent first.",
            new FieldPlan.KindCounts { ListSize = 10 }));

    private void AddAggregates()
    {
        _statusCount = CountType("Status", "status", "Statements that are held in one way.", _statusEnum,
            value => System.Enum.Parse<Status>(value, ignoreCase: true));
        _polarityCount = CountType("Polarity", "polarity", "Statements that the text makes, or that it denies.", _polarityEnum,
            value => System.Enum.Parse<Polarity>(value, ignoreCase: true));
        _speakerCount = Object("SpeakerCount", "Statements of one speaker.",
            Field("speaker", Required(_entity), "Who says them.", new FieldPlan.EntityRef(t => ((Tally)t).Value)), CountField());
        _statementAggregates = Aggregates("Statement", "statements", _hasTypes, _hasMetrics);
        if (_hasTypes)
            _relationshipAggregates = Aggregates("Relationship", "relationships", types: true, metrics: false);
        if (_hasMetrics)
            _observationAggregates = Aggregates("Observation", "observations", types: false, metrics: true);
    }

    private ObjectGraphType Aggregates(string of, string what, bool types, bool metrics) => Object(of + "Aggregates",
        $"Counts of {what}, over all pages. {Denials}",
        [
            .. types ? [Types()] : Array.Empty<PlannedField>(),
            .. metrics ? [Metrics(), Extreme("least", false), Extreme("greatest", true)] : Array.Empty<PlannedField>(),
            .. HeldAndSaid(),
        ]);

    private PlannedField Types() =>
        Field("types", Many(_typeCount ??= CountType("RelationshipType", "type", "Relationships of one type.", _typeEnum!)),
            "Relationships by type, the most frequent first.",
            new FieldPlan.StatementCounts(StatementCount.Type, StatementForm.Relationship) { ListSize = 10 });

    private PlannedField Metrics() =>
        Field("metrics", Many(_metricCount ??= CountType("Metric", "metric", "Observations of one metric.", _metricEnum!)),
            "Observations by metric, the most frequent first.",
            new FieldPlan.StatementCounts(StatementCount.Type, StatementForm.Observation) { ListSize = 10 });

    private IEnumerable<PlannedField> HeldAndSaid() =>
    [
        Field("statuses", Many(_statusCount!), "By how they are held, the most frequent first.",
            new FieldPlan.StatementCounts(StatementCount.Status) { ListSize = 7 }),
        Field("polarities", Many(_polarityCount!), "By whether the text says or denies them, the most frequent first.",
            new FieldPlan.StatementCounts(StatementCount.Polarity) { ListSize = 2 }),
        Field("speakers", new ListGraphType(Required(_speakerCount!)), "By the entity that says them, the most frequent first, "
            + "then by key. Words without an entity, and what nobody is said to say, are left out.",
            new FieldPlan.StatementCounts(StatementCount.Speaker) { ListSize = Speakers, SizeArgument = "first" },
            Argument("first", _int, "At most so many speakers.", Speakers)),
    ];

    private PlannedField Extreme(string name, bool greatest) => Field(name, _observation,
        $"The affirmed observation of a QUANTITY metric with the {name} amount (of a range its lesser), "
        + $"ties by id{(greatest ? " backwards" : "")}; null when there is none.",
        new FieldPlan.Extreme(greatest), Argument("metric", Required(_metricEnum!), "Which metric."));

    private ObjectGraphType CountType(string of, string field, string description, IGraphType type, Func<string, object>? value = null) =>
        Object(of + "Count", description,
            Get(field, Required(type), "Which.", r => value is null ? ((Tally)r.Source).Value : value(((Tally)r.Source).Value)),
            CountField());

    private PlannedField CountField() => Get("count", Required(_int), "How many.", r => ((Tally)r.Source).Count);
}
