using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>How things are called in the database, for those who write Cypher or a style for people.</summary>
public static class NodeNames
{
    /// <summary>Before the type of a relationship that the text expressly denies.</summary>
    public const string Denial = "NOT_";

    /// <summary>The label that all entities share; made before every other, as are those of <see cref="Schema"/>.</summary>
    public const string Entity = "_Entity";

    public const string Observation = "Observation", Passage = "Passage", Article = "Article";

    /// <summary>Labels of machinery, which no relationship leads to.</summary>
    public static IReadOnlyList<string> Machinery { get; } = ["_Statement", "_Name", "_Mention", "_Change", "_Meta"];

    /// <summary>The property that holds the name of an entity or an observation in a language: <c>name</c> in the default one, else <c>nameEn</c>, <c>nameZhHant</c>. Every such node has all of them.</summary>
    public static string Name(string language, Ontology ontology) =>
        language == ontology.DefaultLanguage ? "name" : "name" + string.Concat(language.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>Labels of an entity: the shared one, ancestors from the farthest, the kind.</summary>
    public static IReadOnlyList<string> LabelsOf(string kind, Ontology ontology) => Schema.Labels(kind, ontology);
}
