using System.Text;

namespace Graph.Core;

/// <summary>Names that an ontology cannot use, because the API, the Neo4j model or sentences use them already.</summary>
/// <remarks>A type, root field or field of Entity that the API gains must be added here: its tests hold the schema against these lists.</remarks>
public static class ReservedNames
{
    /// <summary>GraphQL types and scalars of the API, and plain labels of Neo4j: no kind is called so.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "Query", "Mutation", "Subscription", "Int", "Float", "String", "Boolean", "ID", "Decimal", "PartialDate", "JSON", "Date", "DateTime",
        "Node", "Entity", "Statement", "Relationship", "Observation", "Article", "Passage", "Evidence", "Mention", "Name", "NameRole", "Identifier",
        "Quantity", "Bound", "Period", "PeriodRole", "Speaker", "Attribution", "Qualifier", "QualifierType", "QualifierValueType", "Status", "Polarity",
        "Ontology", "Kind", "RelationshipType", "KindPair", "Metric", "MetricValue", "ValueType", "Unit", "Language", "Statistics", "Change", "Source",
        "SearchHit", "MatchedName", "Path", "Hop", "Subgraph", "CommonEntity", "Answer", "AnswerStatus", "AnswerQuery", "Interpretation", "Suggestion",
        "PageInfo", "Direction", "Order", "EntityOrder", "RelationshipOrder", "ObservationOrder", "StatementOrder",
        "EntityOrderField", "RelationshipOrderField", "ObservationOrderField", "StatementOrderField",
    ];

    /// <summary>What no kind's name ends in.</summary>
    public static IReadOnlyList<string> TypeEndings { get; } = ["Aggregates", "Connection", "Count", "Edge", "Filter", "Info", "Input", "Payload"];

    /// <summary>What connections of the API are of; <c>EntityConnection</c>, <c>EntityEdge</c>. No relationship's field is called so.</summary>
    public static IReadOnlyList<string> Connections { get; } = ["Entity", "Relationship", "Observation", "Statement", "Mention", "EntityRelationship"];

    /// <summary>Fields of Query: no kind's field or plural is called so.</summary>
    public static IReadOnlyList<string> RootFields { get; } =
    [
        "node", "nodes", "entity", "entities", "relationship", "relationships", "observation", "observations", "statement", "statements", "article", "articles",
        "passage", "passages", "mention", "mentions", "search", "path", "paths", "neighborhood", "common", "ask", "ontology", "statistics", "changes",
    ];

    /// <summary>Fields of Entity: no relationship's field is called so.</summary>
    public static IReadOnlyList<string> EntityFields { get; } =
    [
        "id", "key", "kind", "name", "names", "summary", "identifiers", "degree", "relationships", "observations", "statements", "mentions",
    ];

    /// <summary>Properties of relationships and observations in Neo4j, and placeholders of sentences: no qualifier is called so.</summary>
    public static IReadOnlyList<string> QualifierKeys { get; } = [.. new[]
    {
        "status", "speaker", "hedge", "validFrom", "validTo", "quote", "paragraph", "name", "metric", "unit", "bound", "from", "to",
        "amount", "amountMax", "date", "text",
    }.Union(SentenceRules.Taken, StringComparer.Ordinal)];

    /// <summary>The section of seed/README.md, for the author of a seed.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        void Line(string begin, IEnumerable<string> names, string end = "") =>
            text.Append(begin).AppendJoin(' ', names.Order(StringComparer.Ordinal).Select(n => $"`{n}`")).Append(end).Append('\n');

        text.Append("**A kind.** Its name cannot be any of these (choose another: its label may be any text):\n\n");
        Line("> ", Types);
        Line("\nnor end in ", TypeEndings, "; and two kinds cannot be the same in enums (`AIModel` and `AiModel` are both `AI_MODEL`).\n");
        text.Append("**A kind's `field` and `plural`** (a kind with children has only the plural) differ from those of every other kind, and are none of these:\n\n");
        Line("> ", RootFields);
        text.Append("\n**A relationship's `field`**, and that of its inverse, differ from those of every other type and direction, and are none of these:\n\n");
        Line("> ", EntityFields.Concat(Connections.Select(Spelling.Field)).Distinct());
        text.Append("\nnor the name of a kind without children in camelCase (`product` beside `Product`): both would make a `ProductConnection`.\n\n");
        text.Append("**A qualifier's key** is none of these:\n\n");
        Line("> ", QualifierKeys);
        text.Append("\n**A relationship type or metric** does not begin with `NOT_`, and no name is both. Units are no names in GraphQL or Neo4j: any will do.\n");
        return text.ToString();
    }

    /// <summary>Reports each name of the ontology that is taken, or that two of its parts share.</summary>
    internal static void Check(OntologyDraft draft)
    {
        CheckKinds(draft);
        CheckFields(draft);
        var taken = QualifierKeys.ToHashSet(StringComparer.Ordinal);
        foreach (var key in draft.Qualifiers.Names.Where(taken.Contains))
            draft.Problems.Error(draft.Root.File, draft.Qualifiers.Line(key), $"the name '{key}' of a qualifier is taken", $"Choose another name than {string.Join(", ", QualifierKeys)}.");
    }

    private static void CheckKinds(OntologyDraft draft)
    {
        const string Rename = "Choose another name for the kind: its label may be any text.";
        var names = new NameClaims(draft, "kind name", Types);
        var enums = new NameClaims(draft, "spelling in enums", []);
        var roots = new NameClaims(draft, "field of Query", RootFields);
        foreach (var kind in draft.Kinds.Values)
        {
            var line = draft.Kinds.Line(kind.Name);
            if (!names.Claim(kind.Name, $"the kind {kind.Name}", line, Rename))
                continue; // its fields are as likely taken, and change with its name
            enums.Claim(kind.EnumName, $"the kind {kind.Name}", line, Rename);
            if (TypeEndings.FirstOrDefault(e => kind.Name.EndsWith(e, StringComparison.Ordinal)) is { } ending)
                draft.Problems.Error(draft.Root.File, line, $"the kind {kind.Name} ends in {ending}, as generated types do", Rename);
            if (!kind.IsAbstract)
                roots.Claim(kind.Field, $"the field of the kind {kind.Name}", draft.Kinds.Line(kind.Name, "field"), $"Give {kind.Name} another 'field:'.");
            roots.Claim(kind.PluralField, $"the plural of the kind {kind.Name}", draft.Kinds.Line(kind.Name, "plural"), $"Give {kind.Name} another 'plural:'.");
        }
    }

    // A field of entities also names its connection and edge types, which kinds have too.
    private static void CheckFields(OntologyDraft draft)
    {
        var fields = new NameClaims(draft, "field of entities", EntityFields);
        var types = new NameClaims(draft, "connection type", Connections.Select(c => c + "Connection"));
        foreach (var kind in draft.Kinds.Values.Where(k => !k.IsAbstract))
            types.Claim(kind.Name + "Connection", $"the kind {kind.Name}", draft.Kinds.Line(kind.Name), "");
        foreach (var type in draft.Types.Values)
        {
            Claim(type.Out.Field, $"the field of {type.Name}", draft.Types.Line(type.Name, "field"), $"Give {type.Name} another 'field:'.");
            if (!type.Symmetric && draft.Types.Map(type.Name).Take("inverse") is YamlMap inverse && inverse.Take("field") is not null)
                Claim(type.In.Field, $"the field of the inverse of {type.Name}", inverse.LineOf("field"), $"Give the inverse of {type.Name} another 'field:'.");
        }

        void Claim(string field, string owner, int line, string remedy)
        {
            if (field.Length > 0 && fields.Claim(field, owner, line, remedy)) // empty only for a name that is misspelt
                types.Claim(Spelling.TypeName(field) + "Connection", owner, line, remedy);
        }
    }
}
