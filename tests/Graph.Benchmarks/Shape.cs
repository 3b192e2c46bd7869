using System.Text;
using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>One question, said to each contestant in its own words, for the same arguments.</summary>
/// <param name="Arguments">Among which requests choose.</param>
/// <param name="Result">What every right answer holds.</param>
internal sealed record Shape(string What, string Ours, string Peer, string Cypher, IReadOnlyList<IReadOnlyDictionary<string, object?>> Arguments, string Result)
{
    private const int Choices = 2000;

    /// <summary><see cref="Result"/> as bytes.</summary>
    public byte[] Expected { get; } = Encoding.UTF8.GetBytes(Result);

    /// <summary>The questions of the table.</summary>
    /// <param name="connected">Keys of entities that are the target of ten relationships of type 5.</param>
    public static IReadOnlyList<Shape> All(GeneratedGraph graph, IReadOnlyList<string> connected)
    {
        var random = new Random(7);
        var keys = Of(() => new { key = connected[random.Next(connected.Count)] });
        var prefixes = Of(() => new { prefix = GeneratedGraph.ChineseName(random.Next(graph.Entities))[..2] });
        var words = Of(() => GeneratedGraph.ChineseName(random.Next(graph.Entities))[..3] is var text ? new { text, phrase = Phrase(text), first = 10 } : null!);
        var pairs = Of(() => new { from = GeneratedGraph.Key(random.Next(graph.Entities)), to = GeneratedGraph.Key(random.Next(graph.Entities)) });
        var all = string.Join('|', Enumerable.Range(0, BenchmarkOntology.Types).Select(BenchmarkOntology.TypeName));
        return
        [
            new("entity, 10 relationships and their targets",
                $"query($key: String) {{ entity(key: $key) {{ key name {Related("IN", "status validFrom", "")} }} }}",
                "query($key: String!) { entities(where: { key: { eq: $key } }) { key name related5Connection(first: 10) { edges { properties { status validFrom } node { key name } } } } }",
                "MATCH (e:_Entity {key: $key}) RETURN e.key, e.name, COLLECT { MATCH (e)<-[r:RELATES_05]-(t) RETURN [r.status, r.validFrom, t.key, t.name] LIMIT 10 }",
                keys, "\"STATED\""),
            new("two levels",
                $"query($key: String) {{ entity(key: $key) {{ key name {Related("IN", "status", Related("OUT", "status", ""))} }} }}",
                "query($key: String!) { entities(where: { key: { eq: $key } }) { key name related5Connection(first: 10) { edges { properties { status } node { key name "
                    + "relates5Connection(first: 10) { edges { properties { status } node { key name } } } } } } } }",
                "MATCH (e:_Entity {key: $key}) RETURN e.key, e.name, COLLECT { MATCH (e)<-[r:RELATES_05]-(t) WITH r, t LIMIT 10 "
                    + "RETURN [r.status, t.key, t.name, COLLECT { MATCH (t)-[q:RELATES_05]->(u) RETURN [q.status, u.key, u.name] LIMIT 10 }] }",
                keys, "\"STATED\""),
            Page(prefixes, withTotal: false),
            Page(prefixes, withTotal: true),
            new("full-text search",
                "query($text: String!, $first: Int!) { search(text: $text, first: $first) { entity { key name } } }",
                "query($phrase: String!, $first: Int!) { search(phrase: $phrase, first: $first) { key name } }",
                "CALL db.index.fulltext.queryNodes('graph_name_terms', $phrase, {limit: $first}) YIELD node MATCH (e:_Entity {key: node.entity}) RETURN e.key, e.name",
                words, "\"entity-"),
            new("shortest path",
                "query($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxHops: 4, limit: 1) { length hops { to { key } } } }",
                "query($from: String!, $to: String!) { path(from: $from, to: $to) }",
                $"MATCH p = shortestPath((:_Entity {{key: $from}})-[:{all}*..4]-(:_Entity {{key: $to}})) RETURN [n IN nodes(p) | n.key]",
                pairs, "data"),
        ];
    }

    private static Shape Page(IReadOnlyList<IReadOnlyDictionary<string, object?>> prefixes, bool withTotal) => new(
        $"filtered, sorted page of 20, {(withTotal ? "with" : "without")} total",
        $"query($prefix: String!) {{ entities(where: {{ name: {{ startsWith: $prefix }}, degree: {{ gte: 2 }} }}, orderBy: {{ field: DEGREE, order: DESC }}, first: 20) {{ nodes {{ key name degree }}{(withTotal ? " totalCount" : "")} }} }}",
        withTotal
            ? "query($prefix: String!) { entitiesConnection(where: { name: { startsWith: $prefix }, degree: { gte: 2 } }, sort: [{ degree: DESC }], first: 20) { totalCount edges { node { key name degree } } } }"
            : "query($prefix: String!) { entities(where: { name: { startsWith: $prefix }, degree: { gte: 2 } }, sort: [{ degree: DESC }], limit: 20) { key name degree } }",
        withTotal
            ? "MATCH (e:_Entity) WHERE e.name STARTS WITH $prefix AND e._degree >= 2 WITH e ORDER BY e._degree DESC WITH collect(e) AS es RETURN size(es), [e IN es[..20] | [e.key, e.name, e._degree]]"
            : "MATCH (e:_Entity) WHERE e.name STARTS WITH $prefix AND e._degree >= 2 RETURN e.key, e.name, e._degree ORDER BY e._degree DESC LIMIT 20",
        prefixes, "\"entity-");

    private static string Related(string direction, string properties, string nested) =>
        $"relationships(direction: {direction}, where: {{ type: {{ eq: RELATES_05 }} }}, first: 10) {{ edges {{ node {{ {properties} }} other {{ key name {nested} }} }} }}";

    private static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(Func<object> make) =>
        [.. Enumerable.Range(0, Choices).Select(_ => make()).Select(o => o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)))];

    private static string Phrase(string text) => string.Join(' ', SearchTerms.OfQuery(text).Select(t => $"+\"{t}\""));
}
