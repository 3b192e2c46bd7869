using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>Statement, Relationship, Observation and what they hold.</remarks>
internal sealed partial class SchemaBuilder
{
    private readonly InterfaceGraphType _statement = new() { Name = "Statement", Description = "What an article says, with the words that say it." };
    private readonly ObjectGraphType _relationship = new() { Name = "Relationship", Description = "A statement that relates a source to a target." };
    private readonly ObjectGraphType _observation = new() { Name = "Observation", Description = "A statement of a metric's value for an entity." };
    private readonly ObjectGraphType _quantity = new() { Name = "Quantity", Description = "An exact amount in a base unit, with its bound and the words as written." };
    private ObjectGraphType? _relationshipConnection, _observationConnection, _statementConnection, _evidence, _attribution, _qualifier, _period;

    private IEnumerable<IGraphType> StatementTypes() => [.. _hasTypes ? [_relationship] : Array.Empty<IGraphType>(), .. _hasMetrics ? [_observation] : Array.Empty<IGraphType>()];

    private void AddStatements()
    {
        if (!HasStatements)
            return;
        AddParts();
        AddAggregates();
        _statement.ResolveType = ConcreteType;
        Add(_statement, StatementFields());
        _statement.AddResolvedInterface(_node);
        _statementConnection = RowConnection("Statement", _statement, "statements", _statementAggregates);
        AddPassageStatements();
        if (_hasTypes)
            AddRelationship();
        if (_hasMetrics)
            AddObservation();
    }

    private void AddRelationship()
    {
        Add(_relationship, StatementFields());
        Add(_relationship,
            Get("type", Required(_typeEnum!), "How source and target relate.", r => r.Statement.Id.Type),
            Field("source", Required(_entity), "Where it starts; of a symmetric type the end with the lesser key.", new FieldPlan.EntityRef(s => ((StatementRow)s).Subject)),
            Field("target", Required(_entity), "Where it leads.", new FieldPlan.EntityRef(s => ((StatementRow)s).Target)),
            Get("validFrom", _date, "From when it holds, where the text says so.", r => r.Statement.Statement.When?.From, Needs.Body),
            Get("validTo", _date, "Until when it holds, where the text says so.", r => r.Statement.Statement.When?.To, Needs.Body),
            Get("validity", _period!, "`validFrom` and `validTo` with all that is known of them; null when the text says nothing. Its role is DURING.", r => r.Statement.Statement.When, Needs.Body));
        Implement(_relationship);
        _relationshipConnection = RowConnection("Relationship", _relationship, "relationships", _relationshipAggregates);
        _entityRelationshipConnection = RowConnection("EntityRelationship", _relationship, "relationships that touch an entity", _relationshipAggregates,
        [
            Field("other", Required(_entity), "The other end, seen from the entity.", new FieldPlan.EntityRef(e => ((Edge)e).Other, e => ((Edge)e).OtherRow)),
            Get("reversed", Required(_boolean), "Whether the entity is the target. Never for a symmetric type.", r => Edge(r).IsReversed(r.Ontology)),
            EdgeSentence(),
        ]);
    }

    private void AddObservation()
    {
        Add(_observation, StatementFields());
        Add(_observation,
            Field("entity", Required(_entity), "Whom it is said of.", new FieldPlan.EntityRef(s => ((StatementRow)s).Subject)),
            Get("metric", Required(_metricEnum!), "What is said.", r => r.Statement.Id.Type),
            Field("value", Required(_string), "The value as text, of whatever type it is.",
                new FieldPlan.Get(r => ValueText.Of(Observed(r).Value, r.Language ?? r.Ontology.DefaultLanguage, r.Ontology)) { Needs = Needs.Body }, Lang()),
            Get("quantity", _quantity, "The value of a QUANTITY metric.", r => (Observed(r).Value as QuantityValue)?.Quantity, Needs.Body),
            Get("date", _date, "The value of a DATE metric.", r => (Observed(r).Value as DateValue)?.Date, Needs.Body),
            Get("dateAbout", Required(_boolean), About, r => Observed(r).Value is DateValue { Date.About: true }, Needs.Body),
            Get("dateInferred", Required(_boolean), Inferred, r => Observed(r).Value is DateValue { Date.Inferred: true }, Needs.Body),
            Local("text", "The value of a TEXT metric, or the words of a date as written.", r => Observed(r).Value switch { TextValue text => text.Text, DateValue date => date.Words, _ => null }, Needs.Body),
            Get("period", _period!, "When it holds.", r => Observed(r).Period, Needs.Body));
        Implement(_observation);
        _observationConnection = RowConnection("Observation", _observation, "observations", _observationAggregates);
    }

    private IEnumerable<PlannedField> StatementFields() =>
    [
        IdField(),
        Get("status", Required(_statusEnum), "How it is held.", r => r.Statement.Status),
        Get("polarity", Required(_polarityEnum), "Whether the text says it or denies it.", r => r.Statement.Polarity),
        Local("hedge", "The text's own word of doubt or distance.", r => r.Statement.Statement.Hedge, Needs.Body),
        Get("attributedTo", _attribution!, "The nearest speaker.", r => r.Statement.Statement.Speaker, Needs.Body),
        Get("qualifiers", Many(_qualifier!), "What makes it narrower.", r => r.Statement.Statement.Qualifiers, Needs.Body, size: 2),
        Get("amongOthers", Required(_boolean), "The text's list is open: there are others.", r => r.Statement.Statement.AmongOthers, Needs.Body),
        Field("evidence", Many(_evidence!), "The exact words that state it; without `lang` in every language.",
            new FieldPlan.Get(r => r.Statement.Statement.Evidence.Where(e => r.Language is not { } lang || e.Language == lang)) { Needs = Needs.Body, ListSize = 2 },
            Argument("lang", _languageEnum, "Only those in this language.")),
        Field("derivedFrom", Many(_statement), "The premises of a DERIVED statement.", new FieldPlan.StatementRefs(s => s.Statement.DerivedFrom) { Needs = Needs.Body, ListSize = 2 }),
        Field("conflictsWith", Many(_statement), "Statements that cannot be so as well: of the same thing at surely the same time, with another value, target or polarity. Plans and opinions conflict with nothing.",
            new FieldPlan.ConflictsOf { Needs = Needs.Body, ListSize = 2 }),
        Field("sentence", Required(_string), "The statement as a sentence, without a full stop.", new FieldPlan.Sentence(s => new Said((StatementRow)s, false)) { Needs = Needs.Body }, Lang()),
    ];

    private void Implement(ObjectGraphType type)
    {
        type.AddResolvedInterface(_node);
        type.AddResolvedInterface(_statement);
    }

    private void AddParts()
    {
        Add(_quantity,
            Get("amount", Required(_decimal), "In the base unit; of a range the lesser. May be negative.", r => ((Quantity)r.Source).Amount),
            Get("amountMax", _decimal, "Of a range the greater.", r => ((Quantity)r.Source).AmountMax),
            Get("unit", Required(_string), "Code of the base unit; see `ontology.units`.", r => ((Quantity)r.Source).Unit),
            Get("bound", Required(_boundEnum), "How the amount bounds the value.", r => ((Quantity)r.Source).Bound),
            Local("text", "The words as written.", r => ((Quantity)r.Source).Text));
        _attribution = Object("Attribution", "Who says a statement: an entity, words such as \"an analyst\", or both.",
            Field("entity", _entity, "The speaker, when it is known by name.", new FieldPlan.EntityRef(s => ((Speaker)s).Entity)),
            Local("text", "The speaker in the text's words.", r => ((Speaker)r.Source).Text));
        _qualifier = Object("Qualifier", "What makes a statement narrower; see `ontology.qualifiers`.",
            Get("key", Required(_string), "Which qualifier.", r => ((Qualifier)r.Source).Key),
            Local("text", "The value of a TEXT qualifier.", r => (((Qualifier)r.Source).Value as TextValue)?.Text),
            Field("entity", _entity, "The value of an ENTITY qualifier.", new FieldPlan.EntityRef(q => (((Qualifier)q).Value as EntityValue)?.Key)),
            Field("value", Required(_string), "The value as text, of whatever type it is; of an ENTITY its key.",
                new FieldPlan.Get(r => ValueText.Of(((Qualifier)r.Source).Value, r.Language ?? r.Ontology.DefaultLanguage, r.Ontology)), Lang()),
            Get("quantity", _quantity, "The value of a QUANTITY qualifier.", r => (((Qualifier)r.Source).Value as QuantityValue)?.Quantity),
            Get("date", _date, "The value of a DATE qualifier.", r => (((Qualifier)r.Source).Value as DateValue)?.Date),
            Get("dateAbout", Required(_boolean), About, r => ((Qualifier)r.Source).Value is DateValue { Date.About: true }),
            Get("dateInferred", Required(_boolean), Inferred, r => ((Qualifier)r.Source).Value is DateValue { Date.Inferred: true }));
        _period = Object("Period", "When a statement holds. Either end may be open; words alone have neither.",
            Get("from", _date, "Its start.", r => ((Period)r.Source).From),
            Get("to", _date, "Its end.", r => ((Period)r.Source).To),
            Get("role", Required(_periodRoleEnum), "What it means for the value.", r => ((Period)r.Source).Role),
            Get("about", Required(_boolean), "The text says about.", r => ((Period)r.Source).About),
            Get("inferred", Required(_boolean), "A part comes from context, not from the words.", r => ((Period)r.Source).Inferred),
            Local("text", "The words as written.", r => ((Period)r.Source).Text));
        _evidence = Object("Evidence", "The exact words that state something: `text[start, end)` of the passage is the quote.",
            Field("passage", Required(_passage), "Where they stand.", new FieldPlan.PassageRef(e => ((Evidence)e).Passage)),
            Get("language", Required(_languageEnum), "Of which text of the passage.", r => ((Evidence)r.Source).Language),
            Get("start", Required(_int), "Their first character, in UTF-16 units from 0.", r => ((Evidence)r.Source).Start),
            Get("end", Required(_int), "Behind their last character.", r => ((Evidence)r.Source).End),
            Get("quote", Required(_string), "The words.", r => ((Evidence)r.Source).Quote));
    }

    private const string About = "Whether the text says about of the date.";

    private const string Inferred = "Whether a part of the date comes from context, not from the words.";

    private static Observation Observed(Reading reading) => (Observation)reading.Statement.Statement;
}
