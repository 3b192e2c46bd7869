namespace Graph.Neo4jStore;

/// <summary>Statements that go through all nodes of a kind page by page: those behind <c>$after</c>, each with its id, then what is asked for.</summary>
internal static class AllNodes
{
    /// <summary>Rows of a page; with fewer it is the last one.</summary>
    public const int Page = 1000;

    /// <summary>Id, properties, relationships as [type, properties], labels.</summary>
    public static readonly string Statements = Text("s:_Statement", "s._id", """
        properties(s), COLLECT { MATCH (:_Entity {key: s._source})-[r]->(:_Entity {key: s._target}) WHERE r._id = s._id RETURN [type(r), properties(r)] }
         + COLLECT { MATCH (:_Entity {key: s._source})-[r]->(s) RETURN [type(r), properties(r)] }, labels(s)
        """);

    /// <summary>Id, properties.</summary>
    public static readonly string Articles = Text("a:Article", "a._id", "properties(a)"), Passages = Text("p:Passage", "p._id", "properties(p)");

    /// <summary>Key, properties, labels, and columns of the entity <c>e</c>.</summary>
    public static string Entities(params string[] columns) => Text("e:_Entity", "e.key", string.Join(", ", ["properties(e)", "labels(e)", .. columns]));

    public static Parameters After(string id) => new() { ["after"] = id, ["limit"] = Page };

    private static string Text(string node, string key, string columns) => $"MATCH ({node}) WHERE {key} > $after WITH * ORDER BY {key} LIMIT $limit RETURN {key}, {columns}";
}
