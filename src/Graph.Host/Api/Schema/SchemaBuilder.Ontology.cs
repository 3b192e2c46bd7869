using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>What can be said, as data, and how much is said.</remarks>
internal sealed partial class SchemaBuilder
{
    private readonly ObjectGraphType _ontologyInfo = new() { Name = "Ontology", Description = "What this graph can say." };
    private readonly ObjectGraphType _statistics = new() { Name = "Statistics", Description = "How much this graph says." };

    private void AddOntology()
    {
        Add(_ontologyInfo,
            Get("id", Required(_id), "The ontology's id.", r => r.Ontology.Id),
            Local("title", "Its title.", r => r.Ontology.Title, required: true),
            Get("languages", Many(_languageEnum), "The languages; the first is the default.", r => r.Ontology.Languages),
            Get("kinds", Many(KindInfo()), "What entities can be.", r => r.Ontology.Kinds, size: 10));
        if (_hasTypes)
            Add(_ontologyInfo, Get("relationshipTypes", Many(TypeInfo()), "How entities relate.", r => r.Ontology.RelationshipTypes, size: 20));
        if (_hasMetrics)
            Add(_ontologyInfo, Get("metrics", Many(MetricInfo()), "What is measured, dated or worded.", r => r.Ontology.Metrics, size: 20));
        if (_ontology.Units.Count > 0)
            Add(_ontologyInfo, Get("units", Many(UnitInfo()), "Units of measure.", r => r.Ontology.Units, size: 10));
        if (_ontology.Qualifiers.Count > 0)
            Add(_ontologyInfo, Get("qualifiers", Many(QualifierInfo()), "What makes statements narrower.", r => r.Ontology.Qualifiers, size: 10));
        AddStatistics();
    }

    private void AddStatistics()
    {
        Add(_statistics,
            Counted("entities", "Entities.", CountOf.EntitiesByKind),
            Counted("articles", "Articles.", CountOf.Articles),
            Counted("passages", "Passages of all articles.", CountOf.Passages),
            Field("browserGuide", _string, "A link that opens a guided walk through this graph in Neo4j Browser; null when the graph is not kept in Neo4j.", new FieldPlan.BrowserGuide()));
        if (_hasTypes)
            Add(_statistics, Counted("relationships", "Relationships, denials too.", CountOf.StatementsByForm, _ => [Spelling.EnumValue(nameof(StatementForm.Relationship))]));
        if (_hasMetrics)
            Add(_statistics, Counted("observations", "Observations, denials too.", CountOf.StatementsByForm, _ => [Spelling.EnumValue(nameof(StatementForm.Observation))]));
        if (!HasStatements)
            return;
        Add(_statistics, Field("statuses", Many(_statusCount!), "Statements by status.", new FieldPlan.Counts(CountOf.StatementsByStatus) { ListSize = 7 }));
    }

    private ObjectGraphType KindInfo() => Object("KindInfo", "What an entity can be.",
        Get("name", Required(_string), "Its name, as its type is called.", r => ((Kind)r.Source).Name),
        Get("value", Required(_kindEnum), "Its spelling in `Kind`.", r => ((Kind)r.Source).Name),
        Local("label", "What it is called.", r => ((Kind)r.Source).Label, required: true),
        Get("parent", _kindEnum, "The kind that covers it.", r => ((Kind)r.Source).Parent),
        Get("children", Many(_kindEnum), "The kinds that it covers directly.", r => ((Kind)r.Source).Children),
        Get("abstract", Required(_boolean), "It has children: no entity is directly of it.", r => ((Kind)r.Source).IsAbstract),
        Get("color", Required(_string), "`#RRGGBB`.", r => ((Kind)r.Source).Color),
        Counted("count", "Entities of it, or that it covers.", CountOf.EntitiesByKind, k => Below((Kind)k)));

    private IReadOnlyCollection<string> Below(Kind kind) => _ontology.ConcreteKinds(kind.Name);

    private ObjectGraphType TypeInfo()
    {
        var pair = Object("KindPair", "Ends that a relationship may have.",
            Get("from", Required(_kindEnum), "The source's kind.", r => ((KindPair)r.Source).From),
            Get("to", Required(_kindEnum), "The target's kind.", r => ((KindPair)r.Source).To));
        return Object("RelationshipTypeInfo", "How entities relate.",
            Get("name", Required(_typeEnum!), "Its name.", r => ((RelationshipType)r.Source).Name),
            Local("label", "What it is called, seen from the source.", r => ((RelationshipType)r.Source).Out.Label, required: true),
            Local("inverseLabel", "What it is called, seen from the target.", r => ((RelationshipType)r.Source).In.Label, required: true),
            Get("field", Required(_string), "The field of the source.", r => ((RelationshipType)r.Source).Out.Field),
            Get("inverseField", Required(_string), "The field of the target; the same for a symmetric type.", r => ((RelationshipType)r.Source).In.Field),
            Get("symmetric", Required(_boolean), "It holds both ways.", r => ((RelationshipType)r.Source).Symmetric),
            Get("functional", Required(_boolean), "A source has one target at a time.", r => ((RelationshipType)r.Source).Functional),
            Get("pairs", Many(pair), "The ends it may have.", r => ((RelationshipType)r.Source).Pairs, size: 3),
            Counted("count", "Relationships of it, denials too.", CountOf.StatementsByType, t => [((RelationshipType)t).Name]));
    }

    private ObjectGraphType MetricInfo() => Object("MetricInfo", "What is measured, dated or worded about one entity.",
        Get("name", Required(_metricEnum!), "Its name.", r => ((Metric)r.Source).Name),
        Local("label", "What it is called.", r => ((Metric)r.Source).Label, required: true),
        Get("valueType", Required(_metricValueEnum), "What its observations hold.", r => ((Metric)r.Source).Value),
        Get("unit", _string, "The base unit's code.", r => ((Metric)r.Source).Unit),
        Get("kinds", Many(_kindEnum), "Whom it may be said of.", r => ((Metric)r.Source).Kinds),
        Counted("count", "Observations of it, denials too.", CountOf.StatementsByType, m => [((Metric)m).Name]));

    private ObjectGraphType UnitInfo() => Object("UnitInfo", "A unit of measure.",
        Get("code", Required(_string), "Its code.", r => ((Unit)r.Source).Code),
        Local("name", "What it is called.", r => ((Unit)r.Source).Name, required: true),
        Local("symbol", "How it is written behind an amount.", r => ((Unit)r.Source).Symbol),
        Get("base", Required(_string), "The base unit's code.", r => ((Unit)r.Source).Base),
        Get("factor", Required(_decimal), "How many base units one of it is.", r => ((Unit)r.Source).Factor));

    private ObjectGraphType QualifierInfo() => Object("QualifierInfo", "A way to make statements narrower.",
        Get("key", Required(_string), "Its key.", r => ((QualifierType)r.Source).Key),
        Local("label", "What it is called.", r => ((QualifierType)r.Source).Label, required: true),
        Get("type", Required(_qualifierTypeEnum), "The type of its value.", r => ((QualifierType)r.Source).Type));

    private PlannedField Counted(string name, string description, CountOf of, Func<object, IReadOnlyCollection<string>>? values = null) =>
        Field(name, Required(_int), description, new FieldPlan.Count(of, values ?? (_ => [])));
}
