using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>What stands on the node of an entity and on the nodes of its names.</summary>
internal static class EntityNodes
{
    /// <summary>UTF-16 units of a folded name that its index holds: Neo4j refuses keys above 8 kB.</summary>
    public const int IndexedLength = 200;

    /// <summary>All but the degree, which is kept by itself.</summary>
    public static Properties Of(Entity entity, Ontology ontology)
    {
        var node = new Properties { ["key"] = entity.Key };
        foreach (var language in ontology.Languages)
            node[NodeNames.Name(language, ontology)] = entity.Name(language, ontology);
        if (entity.Summary is { } summary)
            node["summary"] = summary.Best(null, ontology.Languages);
        node["_kind"] = entity.Kind;
        node["_byName"] = SortKeys.Name(entity, ontology);
        node["_names"] = PreferredNames.Of(entity);
        node["_json"] = CanonicalJson.Of(entity);
        return node;
    }

    /// <summary>A node a name, in the order of the entity's names.</summary>
    public static IEnumerable<Properties> Names(Entity entity)
    {
        var number = 0;
        foreach (var name in entity.Names)
        {
            var folded = Folding.Fold(name.Text);
            yield return new Properties
            {
                ["_id"] = string.Create(CultureInfo.InvariantCulture, $"{entity.Key}/{number++}"),
                ["name"] = name.Text,
                ["entity"] = entity.Key,
                ["language"] = name.Language,
                ["role"] = Spelling.EnumValue(name.Role.ToString()),
                ["linkable"] = name.Linkable,
                ["folded"] = folded,
                ["_folded"] = Indexed(folded),
                ["_kind"] = entity.Kind,
                ["_terms"] = (List<string>)[.. SearchTerms.Of(name.Text), Tokens.Kind(entity.Kind)],
            };
        }
    }

    /// <summary>The part of a folded text that is indexed; never half a character.</summary>
    public static string Indexed(string folded) => folded.Length <= IndexedLength ? folded
        : folded[..(char.IsHighSurrogate(folded[IndexedLength - 1]) ? IndexedLength - 1 : IndexedLength)];
}
