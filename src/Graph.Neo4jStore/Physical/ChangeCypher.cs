namespace Graph.Neo4jStore;

/// <summary>Kinds of work of a change, in the order in which a batch does them.</summary>
internal enum Work
{
    NewArticle,
    ChangedArticle,
    NewPassage,
    ChangedPassage,
    OldMentions,
    NewMention,
    NewEntity,
    ChangedEntity,
    OldNames,
    NewName,
    OldRelationship,
    OldObservation,
    ChangedRelationship,
    ChangedObservation,
    NewRelationship,
    NewObservation,
}

/// <summary>What statements and passages refer to by key or id.</summary>
internal enum Named
{
    Article,
    Passage,
    Entity,
}

/// <summary>The statements that write. Each takes <c>$rows</c>; those of <see cref="Of"/> and <see cref="Remove"/> give how many they found or made.</summary>
internal static class ChangeCypher
{
    /// <summary>Makes a database ours.</summary>
    public const string Begin = "MERGE (m:_Meta {name: 'graph'}) ON CREATE SET m.format = $format, m.change = 0, m.made = $made";

    /// <summary>Makes what readers look at; see <see cref="Committing"/>.</summary>
    public const string Ready = "MERGE (w:_Meta {name: 'commits'}) ON CREATE SET w.begun = '', w.done = ''";

    public const string Lock = "MATCH (m:_Meta {name: 'graph'}) SET m._writer = $writer RETURN m.change, m.load, m.loadFingerprint, m.made, m.renewing";

    /// <summary>Around a commit, each by itself: a reader that finds the same mark begun at its end as it found done at its beginning had no commit beside it.</summary>
    public const string Committing = "MATCH (w:_Meta {name: 'commits'}) SET w.begun = $mark RETURN count(*)";

    /// <summary>Of the last one that began.</summary>
    public const string Committed = "MATCH (w:_Meta {name: 'commits'}) WHERE w.begun = $mark SET w.done = $mark RETURN count(*)";

    public const string Adopt = "MATCH (m:_Meta {name: 'graph'}) SET m.ontology = $ontology, m.made = $made REMOVE m.renewing RETURN count(*)";

    /// <summary>From here to <see cref="Adopt"/> nodes may be of either ontology; <c>renewing</c> names who makes them of one.</summary>
    public const string Renew = "MATCH (m:_Meta {name: 'graph'}) SET m.renewing = $renewing REMOVE m.made RETURN count(*)";

    /// <summary>Ends from outside the transaction of a writer that a statement runs in, be it waiting for <see cref="Lock"/>.</summary>
    public const string Stop =
        "SHOW TRANSACTIONS YIELD transactionId AS id, parameters AS waiting WHERE waiting.writer = $mark TERMINATE TRANSACTIONS id YIELD message RETURN message";

    public const string Record =
        "MATCH (m:_Meta {name: 'graph'}) SET m.change = $seq, m.load = $load, m.loadFingerprint = $print CREATE (:_Change {seq: $seq, name: $name, at: $at, by: $by, _json: $json})";

    public const string Degrees =
        "UNWIND $rows AS row MATCH (e:_Entity {key: row.key}) WITH e, e._degree + row.by AS degree SET e._degree = degree, e._byDegree = right('000000000000' + toString(degree), 12) + '\u0001' + e.key RETURN count(*)";

    public static string Of(Work work) => "UNWIND $rows AS row " + work switch
    {
        Work.NewArticle => "CREATE (a:Article) SET a = row RETURN count(*)",
        Work.ChangedArticle => "MATCH (a:Article {_id: row._id}) SET a = row RETURN count(*)",
        Work.NewPassage => "CREATE (p:Passage) SET p = row RETURN count(*)",
        Work.ChangedPassage => "MATCH (p:Passage {_id: row._id}) SET p = row RETURN count(*)",
        Work.OldMentions => "MATCH (m:_Mention {passage: row}) DELETE m RETURN count(*)",
        Work.NewMention => "CREATE (m:_Mention) SET m = row RETURN count(*)",
        Work.NewEntity => "CREATE (e:$(row.labels)) SET e = row.node RETURN count(*)",
        Work.ChangedEntity => "MATCH (e:_Entity {key: row.key}) WITH row, e, e._degree AS degree, e._byDegree AS byDegree "
            + "REMOVE e:$(row.old) SET e:$(row.labels) SET e = row.node SET e._degree = degree, e._byDegree = byDegree RETURN count(*)",
        Work.OldNames => "MATCH (n:_Name {entity: row}) DELETE n RETURN count(*)",
        Work.NewName => "CREATE (n:_Name) SET n = row RETURN count(*)",
        Work.OldRelationship => Edge + "DELETE r, s RETURN count(*)",
        Work.OldObservation => "MATCH (s:_Statement {_id: row.id}) DETACH DELETE s RETURN count(*)",
        Work.ChangedRelationship => Edge + "SET r = row.edge SET s = row.node RETURN count(*)",
        Work.ChangedObservation => "MATCH (s:_Statement {_id: row.id}) SET s = row.node RETURN count(*)",
        Work.NewRelationship => NewRelationships.Create,
        Work.NewObservation => "MATCH (e:_Entity {key: row.source}) CREATE (e)-[:$(row.type)]->(s:_Statement:Observation) SET s = row.node RETURN count(*)",
        _ => throw new ArgumentOutOfRangeException(nameof(work)),
    };

    public static string Remove(Named what) => "UNWIND $rows AS id " + what switch
    {
        Named.Article => "MATCH (n:Article {_id: 'a_' + id}) DELETE n RETURN count(*)",
        Named.Passage => "MATCH (n:Passage {_id: id}) DELETE n RETURN count(*)",
        _ => "MATCH (n:_Entity {key: id}) DELETE n RETURN count(*)",
    };

    /// <summary>Each gives a removed id that something still refers to.</summary>
    public static IEnumerable<string> StillUsed(Named what) => what switch
    {
        Named.Article => ["UNWIND $rows AS id WITH id WHERE EXISTS { MATCH (:Passage {article: id}) } RETURN id LIMIT 1"],
        Named.Passage => [Referred("p:")],
        _ => [Referred("e:"), "UNWIND $rows AS id WITH id WHERE EXISTS { MATCH (:_Mention {entity: id}) } RETURN id LIMIT 1"],
    };

    /// <summary>Gives a named id that is not there.</summary>
    public static string Missing(Named what) => "UNWIND $rows AS id WITH id WHERE NOT EXISTS { MATCH " + what switch
    {
        Named.Article => "(:Article {_id: 'a_' + id})",
        Named.Passage => "(:Passage {_id: id})",
        _ => "(:_Entity {key: id})",
    } + " } RETURN id LIMIT 1";

    private const string Edge = "MATCH (s:_Statement {_id: row.id}) MATCH (:_Entity {key: row.source})-[r:$(row.type)]->(:_Entity {key: row.target}) WHERE r._id = row.id ";

    private static string Referred(string prefix) =>
        $"UNWIND $rows AS id CALL db.index.fulltext.queryNodes('{Schema.StatementRefs}', '\"{prefix}' + id + '\"') YIELD node WITH id, node WHERE '{prefix}' + id IN node._refs RETURN id LIMIT 1";
}
