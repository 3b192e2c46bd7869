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

    // Indexes by which changes find what they replace.
    private static readonly HashSet<string> Writing = ["graph_name_entity", "graph_mention_entity", "graph_mention_passage", "graph_passage_article"];

    // Indexes that earlier versions made, and that others serve now.
    private static readonly string[] Former = ["graph_statement_source", "graph_statement_target"];

    // Large loads take minutes; what takes longer is stuck.
    private static readonly TimeSpan MostMaking = TimeSpan.FromMinutes(30);

    /// <summary>Makes what is missing, and waits until it answers: of a large graph, minutes.</summary>
    /// <exception cref="StoreUnavailableException">An index failed, or was not there after half an hour.</exception>
    public static async ValueTask Ensure(IConnection connection, Ontology ontology, TimeProvider time, CancellationToken cancellation)
    {
        var present = (await connection.Read("SHOW INDEXES YIELD name RETURN name", Parameters.None, cancellation)).All.Select(r => r.Text(0)).ToHashSet();
        foreach (var name in Former.Where(present.Contains))
            await connection.Write($"DROP INDEX {name} IF EXISTS", Parameters.None, cancellation);
        var missing = Elements(ontology).Where(e => !present.Contains(e.Name)).ToLookup(e => IsConstraint(e.Cypher), e => e.Cypher);
        foreach (var cypher in missing[true])
            await connection.Write(cypher, Parameters.None, cancellation);
        if (!missing[false].Any())
            return;
        await Make(connection, missing[false], cancellation);
        await WaitFor(connection, [.. Elements(ontology).Select(e => e.Name)], time, cancellation);
    }

    /// <summary>Drops the indexes that only readers need, before an empty graph is loaded: the server makes them in a third of the time when everything is there. <see cref="Ensure"/> makes them again.</summary>
    public static async ValueTask Suspend(IConnection connection, Ontology ontology, CancellationToken cancellation)
    {
        foreach (var (name, _) in Elements(ontology).Where(e => !IsConstraint(e.Cypher) && !Writing.Contains(e.Name)))
            await connection.Write($"DROP INDEX {name} IF EXISTS", Parameters.None, cancellation);
    }

    // Those that are made in one transaction are filled in one pass over the graph.
    private static async ValueTask Make(IConnection connection, IEnumerable<string> indexes, CancellationToken cancellation)
    {
        await using var transaction = await connection.Begin(cancellation);
        foreach (var cypher in indexes)
            await transaction.Run(cypher, Parameters.None, cancellation);
        await transaction.Commit(cancellation);
    }

    // Ours alone: those of somebody else may never come online.
    private static async ValueTask WaitFor(IConnection connection, string[] names, TimeProvider time, CancellationToken cancellation)
    {
        const string NotOnline = "SHOW INDEXES YIELD name, state WHERE name IN $names AND state <> 'ONLINE' RETURN name, state";
        for (var began = time.GetTimestamp(); ;)
        {
            var states = (await connection.Read(NotOnline, new Parameters { ["names"] = names }, cancellation)).All.ToArray();
            foreach (var failed in states.Where(s => s.Text(1) == "FAILED"))
                throw Neo4jErrors.IndexFailed(connection.Address, failed.Text(0));
            if (states.Length == 0)
                return;
            if (time.GetElapsedTime(began) > MostMaking)
                throw Neo4jErrors.IndexNotInTime(connection.Address, string.Join(", ", states.Select(s => s.Text(0))), MostMaking);
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    private static bool IsConstraint(string cypher) => cypher.StartsWith("CREATE CONSTRAINT", StringComparison.Ordinal);

    /// <summary>Labels of an entity: the shared one, ancestors from the farthest, the kind.</summary>
    public static IReadOnlyList<string> Labels(string kind, Ontology ontology) => ["_Entity", .. ontology.Lineage(kind).Reverse().Select(k => k.Name)];

    private static IEnumerable<string> KindsTopDown(Ontology ontology) =>
        ontology.Kinds.OrderBy(k => ontology.Lineage(k.Name).Count()).Select(k => k.Name);

    private static (string, string) Unique(string name, string label, string property) =>
        (name, $"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{property} IS UNIQUE");

    private static (string, string) Index(string name, string label, params string[] properties) =>
        (name, $"CREATE RANGE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({string.Join(", ", properties.Select(p => $"n.{p}"))})");
}
