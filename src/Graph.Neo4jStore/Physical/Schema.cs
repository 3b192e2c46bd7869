using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Labels, constraints and indexes. Names of labels and indexes come from here and from a checked ontology alone, so nothing from outside is pasted into Cypher.</summary>
/// <remarks>
/// Neo4j gives every label a number when it is first named, and the Browser colours a node by the label with the highest: so the shared labels come first, then ancestors, then kinds.
/// A statement's machinery stands on a node <c>_Statement</c>: for an observation that is its visible node; a relationship has one beside it, connected to nothing. Neo4j's
/// relationship indexes are per type, so that a page of all statements, or statements by id, would cost a look-up a type; indexes of one label serve every filter and order.
/// </remarks>
internal static class Schema
{
    public const string NameTerms = "graph_name_terms", StatementRefs = "graph_statement_refs";

    private const string Whitespace = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}";

    /// <summary>Every element by name, in the order in which to make them.</summary>
    public static IReadOnlyList<(string Name, string Cypher)> Elements(Ontology ontology) =>
    [
        Unique("graph_entity_key", "_Entity", "key"),
        Unique("graph_statement_id", "_Statement", "_id"),
        .. KindsTopDown(ontology).Select(kind => Index($"graph_{kind}_name", kind, "_byName")),
        Index("graph_observation_metric", "Observation", "metric", "_byAmount"),
        Unique("graph_passage_id", "Passage", "_id"),
        Unique("graph_article_id", "Article", "_id"),
        Unique("graph_name_id", "_Name", "_id"),
        Unique("graph_mention_id", "_Mention", "_id"),
        Unique("graph_change_seq", "_Change", "seq"),
        Unique("graph_meta_name", "_Meta", "name"),
        Index("graph_entity_name", "_Entity", "_byName"),
        Index("graph_entity_degree", "_Entity", "_byDegree"),
        Index("graph_name_folded", "_Name", "_folded"),
        Index("graph_name_entity", "_Name", "entity"),
        Index("graph_mention_entity", "_Mention", "entity"),
        Index("graph_mention_passage", "_Mention", "passage"),
        Index("graph_passage_article", "Passage", "article"),
        Index("graph_statement_source_type", "_Statement", "_source", "_type"),
        Index("graph_statement_target_type", "_Statement", "_target", "_type"),
        Index("graph_statement_type", "_Statement", "_type", "_byPeriod"),
        Index("graph_statement_period", "_Statement", "_byPeriod"),
        Index("graph_statement_position", "_Statement", "_byPosition"),
        (NameTerms, $"CREATE FULLTEXT INDEX {NameTerms} IF NOT EXISTS FOR (n:_Name) ON EACH [n._terms] {Whitespace}"),
        (StatementRefs, $"CREATE FULLTEXT INDEX {StatementRefs} IF NOT EXISTS FOR (s:_Statement) ON EACH [s._refs] {Whitespace}"),
    ];

    // Indexes that earlier versions made, and that others serve now.
    private static readonly string[] Former = ["graph_statement_source", "graph_statement_target"];

    /// <summary>Makes what is missing, and waits until it answers.</summary>
    public static async ValueTask Ensure(IConnection connection, Ontology ontology, CancellationToken cancellation)
    {
        var present = (await connection.Read("SHOW INDEXES YIELD name RETURN name", Parameters.None, cancellation)).All.Select(r => r.Text(0)).ToHashSet();
        foreach (var name in Former.Where(present.Contains))
            await connection.Write($"DROP INDEX {name} IF EXISTS", Parameters.None, cancellation);
        var missing = Elements(ontology).Where(e => !present.Contains(e.Name)).ToArray();
        foreach (var (_, cypher) in missing)
            await connection.Write(cypher, Parameters.None, cancellation);
        if (missing.Length > 0)
            await connection.Read("CALL db.awaitIndexes(300)", Parameters.None, cancellation);
    }

    /// <summary>Labels of an entity: the shared one, ancestors from the farthest, the kind.</summary>
    public static IReadOnlyList<string> Labels(string kind, Ontology ontology) => ["_Entity", .. ontology.Lineage(kind).Reverse().Select(k => k.Name)];

    private static IEnumerable<string> KindsTopDown(Ontology ontology) =>
        ontology.Kinds.OrderBy(k => ontology.Lineage(k.Name).Count()).Select(k => k.Name);

    private static (string, string) Unique(string name, string label, string property) =>
        (name, $"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{property} IS UNIQUE");

    private static (string, string) Index(string name, string label, params string[] properties) =>
        (name, $"CREATE RANGE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({string.Join(", ", properties.Select(p => $"n.{p}"))})");
}
