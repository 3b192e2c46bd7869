using System.Globalization;
using Graph.Core;
using Graph.Neo4jStore;

namespace Graph.Host;

/// <summary>The queries of the walk, in one language. Keys, types and labels come from a checked graph and ontology: their alphabet has nothing to escape.</summary>
internal sealed class BrowserCypher(Ontology ontology, string language)
{
    /// <summary>Paths in one picture; Browser draws 300 nodes at the most.</summary>
    private const int Drawn = 150;

    private const string IsDenial = $"type(r) STARTS WITH '{NodeNames.Denial}'";
    private const string Status = "coalesce(r.status, b.status)", Speaker = "coalesce(r.speaker, b.speaker)", Quote = "coalesce(r.quote, b.quote)";

    private readonly string _name = NodeNames.Name(language, ontology);

    private string Scope => ontology.FindQualifier(QualifierType.Scope) is null ? "" : "o.scope AS scope, ";

    public string Kinds() => $"MATCH (e:{NodeNames.Entity})\nRETURN e._kind AS kind, count(*) AS entities, collect(e.{_name})[..5] AS examples\nORDER BY entities DESC";

    public string Ranking() => $"MATCH (e:{NodeNames.Entity})\nRETURN e.{_name} AS name, e._kind AS kind, e._degree AS connections\nORDER BY connections DESC LIMIT 20";

    public static string World(string key) => $"MATCH p = {Node("", key)}-[r]-(:{NodeNames.Entity})\nWHERE NOT {IsDenial}\nRETURN p LIMIT {Drawn}";

    public static string Facts(string key) => $"MATCH p = {Node("", key)}-->(:{NodeNames.Observation})\nRETURN p LIMIT {Drawn}";

    public string Said(string key) =>
        $"MATCH {Node("a", key)}-[r]-(b)\nRETURN startNode(r).{_name} AS from, type(r) AS type, endNode(r).{_name} AS to,\n  {Status} AS status, coalesce(r.hedge, b.hedge) AS hedge, {Quote} AS quote\nORDER BY type, from, to";

    /// <param name="outward">From the entity to the others; either way for a symmetric type.</param>
    public string Along(string key, string type, bool outward) => (outward, ontology.IsSymmetric(type)) switch
    {
        (_, true) => $"MATCH p = {Node("", key)}-[:{type}]-()\nRETURN p",
        (true, _) => $"MATCH p = {Node("", key)}-[:{type}]->()\nRETURN p",
        _ => $"MATCH p = {Node("", key)}<-[:{type}]-()\nRETURN p",
    };

    public static string OfType(string type) => $"MATCH p = (:{NodeNames.Entity})-[:{type}]->(:{NodeNames.Entity})\nRETURN p LIMIT {Drawn}";

    public static string Between(string one, string other) => $"MATCH p = {Node("", one)}-[]-{Node("", other)}\nRETURN p";

    public string SideBySide(string one, string other) =>
        $"MATCH (e:{NodeNames.Entity})-[r]->(o:{NodeNames.Observation})\nWHERE e.key IN ['{one}', '{other}']\nRETURN o.metric AS metric, e.{_name} AS name, o.{_name} AS value, o.status AS status, o.quote AS quote\nORDER BY metric, name, value";

    public static string InCommon(string one, string other) =>
        $"MATCH p = {Node("", one)}-[r1]-(:{NodeNames.Entity})-[r2]-{Node("", other)}\nWHERE none(r IN relationships(p) WHERE {IsDenial})\nRETURN p LIMIT {Drawn}";

    public string Series(string key, string metric) =>
        $"MATCH {Node("e", key)}-[:{metric}]->(o)\nRETURN o.from AS from, o.to AS to, o.value AS value, {Scope}o.status AS status, o.quote AS quote\nORDER BY coalesce(from, to)";

    public string ByYear() =>
        $"MATCH (e:{NodeNames.Entity})-[r]->(o:{NodeNames.Observation})\nWHERE o.from IS NOT NULL OR o.to IS NOT NULL\nRETURN left(coalesce(o.from, o.to), 4) AS year, count(*) AS observations, collect(e.{_name} + ' ' + o.{_name})[..5] AS examples\nORDER BY year";

    public static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture,
        $"MATCH p = (:{NodeNames.Entity})-->(o:{NodeNames.Observation})\nWHERE coalesce(o.from, o.to) STARTS WITH '{year:0000}'\nRETURN p LIMIT {Drawn}");

    public static string OfStatus(params ReadOnlySpan<Status> statuses) => $"MATCH p = (:{NodeNames.Entity})-[r]->(b)\nWHERE {Status} IN {List(statuses)}\nRETURN p LIMIT {Drawn}";

    public string OfStatusSpoken(params ReadOnlySpan<Status> statuses) =>
        $"MATCH (a:{NodeNames.Entity})-[r]->(b)\nWHERE {Status} IN {List(statuses)}\nOPTIONAL MATCH (s:{NodeNames.Entity} {{key: {Speaker}}})\n"
        + $"RETURN coalesce(s.{_name}, {Speaker}) AS speaker, a.{_name} AS from, type(r) AS type, b.{_name} AS to,\n  {Status} AS status, coalesce(r.hedge, b.hedge) AS hedge, {Quote} AS quote\nORDER BY speaker, from, type LIMIT 100";

    public string Voices() =>
        $"MATCH (a:{NodeNames.Entity})-[r]->(b)\nWITH {Speaker} AS speaker, a, b, r WHERE speaker IS NOT NULL\nOPTIONAL MATCH (s:{NodeNames.Entity} {{key: speaker}})\n"
        + $"RETURN coalesce(s.{_name}, speaker) AS speaker, count(*) AS statements, collect({Quote})[..3] AS examples\nORDER BY statements DESC";

    public static string SaidBy(string key) => $"MATCH p = (:{NodeNames.Entity})-[r]->(b)\nWHERE {Speaker} = '{key}'\nRETURN p LIMIT {Drawn}";

    public static string Denials(bool relationships) => $"MATCH p = (:{NodeNames.Entity})-[r]->({(relationships ? ":" + NodeNames.Entity : "")})\nWHERE {IsDenial}\nRETURN p LIMIT {Drawn}";

    public string DenialTable() => $"MATCH (a:{NodeNames.Entity})-[r]->(b)\nWHERE {IsDenial}\nRETURN a.{_name} AS from, type(r) AS type, b.{_name} AS to, {Quote} AS quote\nORDER BY type, from LIMIT 100";

    public static string ShortestPath(string from, string to, bool all) =>
        $"MATCH p = {(all ? "allShortestPaths" : "shortestPath")}({Node("", from)}-[*..6]-{Node("", to)})\nWHERE none(r IN relationships(p) WHERE {IsDenial})\nRETURN p{(all ? " LIMIT 20" : "")}";

    public string Proof(Relationship r) => string.Create(CultureInfo.InvariantCulture,
        $"MATCH {Node("a", r.Source)}-[r:{r.Type}]->{Node("b", r.Target)}\nMATCH (p:{NodeNames.Passage} {{article: r.article, number: r.paragraph}})\nRETURN a.{_name} AS from, type(r) AS type, b.{_name} AS to, r.quote AS quote, r.paragraph AS paragraph, p.`{language}` AS text");

    public static string OfParagraph(PassageId passage) => string.Create(CultureInfo.InvariantCulture,
        $"MATCH p = (:{NodeNames.Entity})-[r]->(b)\nWHERE coalesce(r.article, b.article) = '{passage.Article}' AND coalesce(r.paragraph, b.paragraph) = {passage.Number}\nRETURN p LIMIT {Drawn}");

    private static string Node(string variable, string key) => $"({variable}:{NodeNames.Entity} {{key: '{key}'}})";

    private static string List(ReadOnlySpan<Status> statuses)
    {
        var names = new List<string>();
        foreach (var status in statuses)
            names.Add($"'{Spelling.EnumValue(status.ToString())}'");
        return $"[{string.Join(", ", names)}]";
    }
}
