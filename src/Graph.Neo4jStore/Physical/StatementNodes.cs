using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>What stands on the relationship or the observation node of a statement, for people, and on its <c>_Statement</c>, for queries.</summary>
internal static class StatementNodes
{
    /// <summary>The real relationship's type. A denial is another one, so that no picture and no path takes it for a yes.</summary>
    public static string RelationshipType(Statement statement) => statement.Polarity == Polarity.Negated ? NodeNames.Denial + statement.Type : statement.Type;

    /// <summary>The properties of a relationship.</summary>
    public static Properties Edge(Relationship relationship, Ontology ontology)
    {
        var edge = Readable(relationship, ontology);
        edge["_id"] = relationship.Id.ToString();
        Window(edge, relationship);
        if (relationship.Validity?.From is { } from)
            edge["validFrom"] = from.ToString();
        if (relationship.Validity?.To is { } to)
            edge["validTo"] = to.ToString();
        return edge;
    }

    /// <summary>The properties of the <c>_Statement</c> of a relationship, or of an observation's node, which is both.</summary>
    public static Properties Node(Statement statement, Ontology ontology)
    {
        var node = statement is Observation observation ? Observed(observation, ontology) : new Properties
        {
            ["name"] = $"{statement.Subject} {RelationshipType(statement)} {((Relationship)statement).Target}",
            ["status"] = Spelling.EnumValue(statement.Status.ToString()),
            ["_target"] = ((Relationship)statement).Target,
        };
        node["_id"] = statement.Id.ToString();
        node["_type"] = statement.Type;
        node["_source"] = statement.Subject;
        node["_negated"] = statement.Polarity == Polarity.Negated;
        node["_spoken"] = statement.Speaker is not null;
        if (statement.Speaker?.Entity is { } speaker)
            node["_speaker"] = speaker;
        Window(node, statement);
        node["_byPeriod"] = SortKeys.Period(statement);
        node["_byPosition"] = SortKeys.Position(statement, ontology);
        node["_byAmount"] = SortKeys.Amount(statement);
        if (statement is Observation { Value: QuantityValue { Quantity: var quantity } })
            node["_amount"] = SortKeys.Amount(quantity.Amount);
        node["_refs"] = Tokens.Of(statement);
        node["_json"] = CanonicalJson.Of(statement);
        return node;
    }

    /// <summary>Whether a qualifier stands among the readable properties.</summary>
    public static bool IsShown(string qualifier) => !Taken.Contains(qualifier);

    private static void Window(Properties properties, Statement statement) =>
        (properties["_from"], properties["_to"]) = ((long)statement.Window.From, (long)statement.Window.To);

    private static Properties Observed(Observation observation, Ontology ontology)
    {
        var node = Readable(observation, ontology);
        foreach (var language in ontology.Languages)
            node[NodeNames.Name(language, ontology)] = ValueText.Of(observation.Value, observation.Period, language, ontology);
        node["metric"] = observation.Type;
        node["value"] = ValueText.Of(observation.Value, ontology.DefaultLanguage, ontology);
        if (observation.Value is QuantityValue { Quantity: var quantity })
        {
            node["unit"] = quantity.Unit;
            node["bound"] = Spelling.EnumValue(quantity.Bound.ToString());
        }
        if (observation.Period?.From is { } from)
            node["from"] = from.ToString();
        if (observation.Period?.To is { } to)
            node["to"] = to.ToString();
        return node;
    }

    private static Properties Readable(Statement statement, Ontology ontology)
    {
        var result = new Properties { ["status"] = Spelling.EnumValue(statement.Status.ToString()) };
        if (statement.Speaker is { } speaker)
            result["speaker"] = speaker.Entity ?? speaker.Text!.Best(null, ontology.Languages);
        if (statement.Hedge is { } hedge)
            result["hedge"] = hedge.Best(null, ontology.Languages);
        if (statement.AmongOthers)
            result["amongOthers"] = true;
        if (First(statement, ontology) is { } evidence)
        {
            result["quote"] = evidence.Quote;
            result["article"] = evidence.Passage.Article;
            result["paragraph"] = (long)evidence.Passage.Number;
        }
        // A qualifier that bears the name of another property is left to the canonical text.
        foreach (var qualifier in statement.Qualifiers.Where(q => IsShown(q.Key)))
            result[qualifier.Key] = ValueText.Of(qualifier.Value, ontology.DefaultLanguage, ontology);
        return result;
    }

    private static readonly HashSet<string> Taken =
        ["name", "status", "speaker", "hedge", "amongOthers", "quote", "article", "paragraph", "validFrom", "validTo", "metric", "value", "unit", "bound", "from", "to"];

    private static Evidence? First(Statement statement, Ontology ontology) =>
        statement.Evidence.Where(e => e.Language == ontology.DefaultLanguage).OrderBy(e => e.Passage).ThenBy(e => e.Start).FirstOrDefault()
        ?? (statement.Evidence.Count > 0 ? statement.Evidence[0] : null);
}
