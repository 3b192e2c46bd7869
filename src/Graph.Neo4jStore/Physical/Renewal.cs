using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>Nodes, as <see cref="AllNodes"/> gives them, that another ontology was the source of: what has to be written to make them this one's. Null for those that are right as they are.</summary>
internal sealed class Renewal(Ontology ontology)
{
    public Ontology Ontology => ontology;

    public (Work, object)? OfEntity(Row row)
    {
        var (found, labels) = (Map(row.Value(1)), row.Texts(2).ToArray());
        var entity = CanonicalJson.ReadEntity((string)found["_json"]!);
        var (node, expected) = (EntityNodes.Of(entity, ontology), Schema.Labels(entity.Kind, ontology));
        return expected.ToHashSet().SetEquals(labels) && Same(node, found.Where(p => p.Key is not ("_degree" or "_byDegree")))
            ? null
            : (Work.ChangedEntity, new Properties { ["key"] = entity.Key, ["node"] = node, ["labels"] = expected, ["old"] = labels.Except(expected).ToArray() });
    }

    public (Work, object)? OfArticle(Row row)
    {
        var found = Map(row.Value(1));
        var node = ArticleNodes.Of(CanonicalJson.ReadArticle((string)found["_json"]!), ontology);
        return Same(node, found) ? null : (Work.ChangedArticle, node);
    }

    public (Work, object)? OfStatement(Row row)
    {
        var found = Map(row.Value(1));
        var statement = CanonicalJson.ReadStatement((string)found["_json"]!);
        var node = StatementNodes.Node(statement, ontology);
        var renewed = new Properties { ["id"] = row.Text(0), ["node"] = node };
        if (statement is not Relationship relationship)
            return Same(node, found) ? null : (Work.ChangedObservation, renewed);
        var edge = StatementNodes.Edge(relationship, ontology);
        if (Same(node, found) && row.List(2).All(e => Same(edge, Map(e.Value(1)))))
            return null;
        (renewed["edge"], renewed["source"], renewed["target"]) = (edge, relationship.Source, relationship.Target);
        renewed["type"] = StatementNodes.RelationshipType(relationship);
        return (Work.ChangedRelationship, renewed);
    }

    private static Properties Map(object? value) => (Properties)value!;

    private static bool Same(Properties expected, IEnumerable<KeyValuePair<string, object?>> found) =>
        PlainValues.Same(expected, found.ToDictionary());
}
