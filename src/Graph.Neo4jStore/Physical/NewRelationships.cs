using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>New relationships, written with a third of the bytes: the server makes what follows from ends, type and id.</summary>
/// <remarks>
/// The Query API reads the body of a request byte by byte (PeekedFirstByteInputStream of Neo4j 5.26): measured 71 ns a byte, half of all that a relationship cost. So what is said of one more than once is sent
/// once: order keys end in the id, names and references hold the ends, and the canonical text begins with all of them.
/// </remarks>
internal static class NewRelationships
{
    private const string Id = "row[3]", Status = "row[4]", From = "row[5]", To = "row[6]";

    /// <summary>Takes <c>$rows</c> as <see cref="Row"/> makes them. What is not as it mostly is stands in the last two of a row: properties of the relationship, and of its <c>_Statement</c>.</summary>
    public const string Create = $$"""
        MATCH (a:_Entity {key: row[0]}) MATCH (b:_Entity {key: row[1]})
        CREATE (a)-[r:$(row[2]) {_id: {{Id}}, status: {{Status}}, _from: {{From}}, _to: {{To}}}]->(b) SET r += row[11]
        CREATE (s:_Statement {_id: {{Id}}, name: row[0] + ' ' + row[2] + ' ' + row[1], status: {{Status}}, _source: row[0], _type: row[2], _target: row[1], _negated: false, _spoken: false, _from: {{From}}, _to: {{To}},
          _byPeriod: row[7] + {{Id}}, _byPosition: row[8] + {{Id}}, _byAmount: '{{SortKeys.Missing}}' + {{Id}}, _refs: ['e:' + row[0], 'e:' + row[1]] + row[9],
          _json: '{"id":"' + {{Id}} + '","source":"' + row[0] + '","type":"' + row[2] + '","target":"' + row[1] + '"' + row[10]}) SET s += row[12] RETURN count(*)
        """;

    public static object?[] Row(Relationship relationship, Ontology ontology)
    {
        var (id, type) = (relationship.Id.ToString(), StatementNodes.RelationshipType(relationship));
        var (edge, node) = (StatementNodes.Edge(relationship, ontology), StatementNodes.Node(relationship, ontology));
        var (status, from, to) = (node["status"], node["_from"], node["_to"]);
        Leave(edge, ("_id", id), ("status", status), ("_from", from), ("_to", to));
        Leave(node, ("_id", id), ("name", $"{relationship.Source} {type} {relationship.Target}"), ("status", status), ("_source", relationship.Source), ("_type", type), ("_target", relationship.Target),
            ("_negated", false), ("_spoken", false), ("_from", from), ("_to", to), ("_byAmount", SortKeys.Missing + id));
        var (period, position) = (Before(id, node, "_byPeriod"), Before(id, node, "_byPosition"));
        var references = References(relationship, node);
        var text = Rest(node, $"{{\"id\":\"{id}\",\"source\":\"{relationship.Source}\",\"type\":\"{type}\",\"target\":\"{relationship.Target}\"");
        return [relationship.Source, relationship.Target, type, id, status, from, to, period, position, references, text, edge, node];
    }

    private static void Leave(Properties properties, params ReadOnlySpan<(string Name, object? Made)> made)
    {
        foreach (var (name, value) in made)
        {
            if (Equals(properties.GetValueOrDefault(name), value))
                properties.Remove(name);
        }
    }

    // Every order key ends in the id.
    private static string Before(string id, Properties node, string name) => node.Remove(name, out var key) ? ((string)key!)[..^id.Length] : "";

    // The ends come first.
    private static List<string> References(Relationship relationship, Properties node)
    {
        var all = (List<string>)node["_refs"]!;
        if (all is not [var source, var target, .. var rest] || (source, target) != (Tokens.Entity(relationship.Source), Tokens.Entity(relationship.Target)))
            return [];
        node.Remove("_refs");
        return rest;
    }

    // A denial's text names the type that is denied: it is sent whole.
    private static string Rest(Properties node, string beginning)
    {
        var text = (string)node["_json"]!;
        if (!text.StartsWith(beginning, StringComparison.Ordinal))
            return "";
        node.Remove("_json");
        return text[beginning.Length..];
    }
}
