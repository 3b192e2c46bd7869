using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

public sealed partial class Neo4jGraphStore
{
    private const int MostFaults = 100;

    public async ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation)
    {
        var faults = new List<string>();
        await CheckAll(AllNodes.Entities("COLLECT { MATCH (n:_Name {entity: e.key}) RETURN properties(n) }", DegreeText), CheckEntity, faults, cancellation);
        await CheckAll(AllNodes.Statements, CheckStatement, faults, cancellation);
        await CheckAll(AllNodes.Articles, (row, add) =>
            Compare($"article {row.Text(0)}", Map(row, 1), json => ArticleNodes.Of(CanonicalJson.ReadArticle(json), _ontology), add), faults, cancellation);
        await CheckAll(AllNodes.Passages, (row, add) =>
            Compare($"passage {row.Text(0)}", Map(row, 1), json => ArticleNodes.Of(CanonicalJson.ReadPassage(json)), add), faults, cancellation);
        await CheckTotals(faults, cancellation);
        return faults;
    }

    private string DegreeText => _ontology.RelationshipTypes.Count == 0 ? "0" : $"COUNT {{ (e)-[:{string.Join('|', _ontology.RelationshipTypes.Select(t => t.Name))}]-() }}";

    private async ValueTask CheckAll(string cypher, Action<Row, Action<string>> check, List<string> faults, CancellationToken cancellation)
    {
        for (var after = ""; faults.Count < MostFaults;)
        {
            var rows = await _connection.Read(cypher, AllNodes.After(after), cancellation);
            foreach (var row in rows.All)
            {
                after = row.Text(0);
                check(row, faults.Add);
            }
            if (rows.Count < AllNodes.Page)
                return;
        }
    }

    private void CheckEntity(Row row, Action<string> add)
    {
        var what = $"entity {row.Text(0)}";
        var (node, degree) = (Map(row, 1), row.Number(4));
        var names = ((IReadOnlyList<object?>)row.Value(3)!).Select(n => (Properties)n!).ToDictionary(n => (string)n["_id"]!);
        Compare(what, node, json =>
        {
            var entity = CanonicalJson.ReadEntity(json);
            if (!Schema.Labels(entity.Kind, _ontology).ToHashSet().SetEquals(row.Texts(2)))
                add($"{what} has other labels than its kind {entity.Kind} asks for.");
            var expected = EntityNodes.Names(entity).ToDictionary(n => (string)n["_id"]!);
            if (expected.Count != names.Count || expected.Any(n => !names.TryGetValue(n.Key, out var found) || !PlainValues.Same(n.Value, found)))
                add($"{what} has other _Name nodes than its names ask for.");
            var properties = EntityNodes.Of(entity, _ontology);
            (properties["_degree"], properties["_byDegree"]) = (degree, SortKeys.Degree(degree, entity.Key));
            return properties;
        }, add);
    }

    private void CheckStatement(Row row, Action<string> add)
    {
        var what = $"statement {row.Text(0)}";
        var edges = row.List(2).ToArray();
        Compare(what, Map(row, 1), json =>
        {
            var statement = CanonicalJson.ReadStatement(json);
            var expected = statement is Relationship relationship ? StatementNodes.Edge(relationship, _ontology) : [];
            if (edges.Length != 1 || edges[0].Text(0) != StatementNodes.RelationshipType(statement) || !PlainValues.Same(expected, Map(edges[0], 1)))
                add($"{what} has not exactly the one relationship that it asks for.");
            if (row.Texts(3).Contains("Observation") != (statement is Observation))
                add($"{what} is labelled as what it is not.");
            return StatementNodes.Node(statement, _ontology);
        }, add);
    }

    private async ValueTask CheckTotals(List<string> faults, CancellationToken cancellation)
    {
        var row = (await _connection.Read("""
            CALL () { MATCH ()-[r]->() RETURN count(r) AS edges }
            CALL () { MATCH (s:_Statement) RETURN count(s) AS statements }
            CALL () { MATCH (n:_Name) WHERE NOT EXISTS { MATCH (:_Entity {key: n.entity}) } RETURN count(n) AS names }
            CALL () { MATCH (m:_Mention) WHERE NOT EXISTS { MATCH (:_Entity {key: m.entity}) } OR NOT EXISTS { MATCH (:Passage {_id: m.passage}) } RETURN count(m) AS mentions }
            CALL () { MATCH (c:_Change) RETURN count(c) AS changes, coalesce(max(c.seq), 0) AS last }
            MATCH (m:_Meta {name: 'graph'}) RETURN edges, statements, names, mentions, changes, last, m.change
            """, Parameters.None, cancellation)).First ?? throw MetaIsGone();
        void Check(bool whole, string fault)
        {
            if (!whole)
                faults.Add(fault);
        }
        Check(row.Number(0) == row.Number(1), string.Create(CultureInfo.InvariantCulture, $"There are {row.Number(0)} relationships for {row.Number(1)} statements."));
        Check(row.Number(2) == 0, string.Create(CultureInfo.InvariantCulture, $"{row.Number(2)} _Name nodes are of no entity."));
        Check(row.Number(3) == 0, string.Create(CultureInfo.InvariantCulture, $"{row.Number(3)} mentions are of no entity or in no passage."));
        Check(row.Number(4) == row.Number(6) && row.Number(5) == row.Number(6), "The recorded changes are not numbered from 1 to the last one without gaps.");
    }

    // What stands there against what the canonical text asks for.
    private static void Compare(string what, Properties found, Func<string, Properties> expect, Action<string> add)
    {
        Properties expected;
        try
        {
            expected = expect((string)found["_json"]!);
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            add($"{what} has no canonical text: {fault.Message}");
            return;
        }
        var different = expected.Keys.Union(found.Keys).Where(k => !PlainValues.Same(expected.GetValueOrDefault(k), found.GetValueOrDefault(k))).ToArray();
        if (different.Length > 0)
            add($"{what} disagrees with its canonical text in {string.Join(", ", different.Order(StringComparer.Ordinal))}.");
    }

    private static Properties Map(Row row, int column) => (Properties)row.Value(column)!;
}
