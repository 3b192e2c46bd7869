using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation) => Entities(keys, new EntityQuery(parts), cancellation);

    public async ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityQuery query, CancellationToken cancellation)
    {
        var result = new EntityRow?[keys.Count];
        if (keys.Count == 0)
            return result;
        var arguments = new Arguments();
        var list = arguments.Add(keys);
        var (clauses, columns) = new TogetherCypher(_ontology, arguments).Entity(query, "e");
        var rows = await ReadWhole($"UNWIND range(0, size({list}) - 1) AS i MATCH (e:_Entity {{key: {list}[i]}})\n{clauses}", $"i, {columns}", arguments.Parameters, cancellation);
        foreach (var row in rows)
            result[row.Number(0)] = TogetherCypher.ReadEntity(row, 1, query);
        return result;
    }

    public async ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation)
    {
        var key = page.By switch
        {
            SortBy.Id => "key",
            SortBy.Name => "_byName",
            SortBy.Degree => "_byDegree",
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.By, "Not an order of entities."),
        };
        var arguments = new Arguments();
        var (source, predicate) = new EntityCypher(_ontology, arguments).Candidates(filter, "e");
        var text = new PageCypher(page, key, arguments);
        var rows = await ReadWhole(text.Text(source, predicate, "", TogetherCypher.EntityColumns("e", parts)), PageCypher.Columns, arguments.Parameters, cancellation);
        return text.Read(rows[0], 0, row => TogetherCypher.ReadEntity(row, 1, new EntityQuery(parts)));
    }

    public async ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation)
    {
        var arguments = new Arguments();
        var (source, predicate) = new EntityCypher(_ontology, arguments).Candidates(filter, "e");
        var value = by switch { EntityCount.All => "''", EntityCount.Kind => "e._kind", _ => throw new ArgumentOutOfRangeException(nameof(by)) };
        return Tallies(await ReadWhole($"{source.Where(predicate)} WITH {value} AS value, count(*) AS n ORDER BY value", "value, n", arguments.Parameters, cancellation));
    }

    public async ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation)
    {
        var parameters = new Parameters();
        string source, limit = "";
        switch (query)
        {
            case NameQuery.Exact exact:
                (parameters["folded"], parameters["indexed"]) = (exact.Folded, exact.Folded.Select(EntityNodes.Indexed).ToArray());
                source = "MATCH (n:_Name) WHERE n._folded IN $indexed AND n.folded IN $folded";
                break;
            case NameQuery.Prefix prefix:
                (parameters["folded"], parameters["indexed"], parameters["limit"]) = (prefix.Folded, EntityNodes.Indexed(prefix.Folded), prefix.Limit);
                source = "MATCH (n:_Name) WHERE n._folded STARTS WITH $indexed AND n.folded STARTS WITH $folded";
                limit = " LIMIT $limit";
                if (prefix.After is { } after)
                {
                    (parameters["afterIndexed"], parameters["afterFolded"], parameters["afterEntity"]) = (EntityNodes.Indexed(after.Folded), after.Folded, after.Entity);
                    source += " AND n._folded >= $afterIndexed AND (n.folded > $afterFolded OR (n.folded = $afterFolded AND n.entity > $afterEntity))";
                }
                break;
            case NameQuery.Terms terms:
                if (terms.All.Count == 0 || terms.All.Any(t => t.Length == 0))
                    return [];
                (parameters["query"], parameters["terms"], parameters["limit"]) = (TermsQuery(terms), terms.All, terms.Limit);
                source = $"CALL db.index.fulltext.queryNodes('{Schema.NameTerms}', $query, {{limit: $limit}}) YIELD node AS n WITH n WHERE all(t IN $terms WHERE t IN n._terms)";
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(query), query, "Not a case of the union.");
        }
        if (query.Kinds is { } kinds)
        {
            parameters["kinds"] = kinds.ToArray();
            source += " AND n._kind IN $kinds";
        }
        var rows = await ReadWhole($"{source} WITH n ORDER BY n._folded, n.folded, n.entity, n.name, n.language, n.role{limit}",
            "n.entity, n.folded, n.name, n.language, n.role, n.linkable", parameters, cancellation);
        return [.. rows.Where(r => r.Value(5) is not null).Select(r => new NameHit(r.Text(0), r.Text(1), new EntityName(r.Text(2), r.Text(3), Roles[r.Text(4)], r.Flag(5))))];
    }

    public async ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation)
    {
        var result = new IReadOnlyList<string>[query.Keys.Count];
        Array.Fill(result, []);
        var types = _ontology.RelationshipTypes.Where(t => query.Types?.Contains(t.Name) != false).ToArray();
        if (query.Keys.Count == 0 || types.Length == 0)
            return result;
        var rows = await ReadWhole(NeighbourText(query, types), "i, size(ks), ks[..$most]", new Parameters
        {
            ["keys"] = query.Keys,
            ["kinds"] = query.Kinds?.ToArray(),
            ["from"] = query.AsOf?.From,
            ["to"] = query.AsOf?.To,
            ["most"] = query.Limit,
        }, cancellation);
        long count = 0;
        foreach (var row in rows)
        {
            count += row.Number(1);
            result[row.Number(0)] = [.. row.Texts(2)];
        }
        return count <= query.Limit ? result : throw new LimitExceededException("neighbours", query.Limit, count, "Name types or kinds, or ask about fewer entities.");
    }

    // Types come from the ontology, so they may be named in the text; denials have types of their own and so are never met.
    private static string NeighbourText(NeighbourQuery query, IReadOnlyList<RelationshipType> types)
    {
        static string Of(IEnumerable<RelationshipType> some) => string.Join('|', some.Select(t => t.Name));
        var where = new[] { query.AsOf is null ? null : "r._from <= $to AND r._to >= $from", query.Kinds is null ? null : "b._kind IN $kinds" }.OfType<string>().ToArray();
        string Way(string left, IEnumerable<RelationshipType> some, string right) =>
            $"MATCH (a){left}[r:{Of(some)}]{right}(b:_Entity){(where.Length > 0 ? " WHERE " + string.Join(" AND ", where) : "")} RETURN b.key AS k";
        var symmetric = types.Where(t => t.Symmetric).ToArray();
        string[] ways = query.Direction switch
        {
            Direction.Any => [Way("-", types, "-")],
            Direction.Out => [Way("-", types, "->"), .. symmetric.Length > 0 ? [Way("<-", symmetric, "-")] : Array.Empty<string>()],
            _ => [Way("<-", types, "-"), .. symmetric.Length > 0 ? [Way("-", symmetric, "->")] : Array.Empty<string>()],
        };
        return $$"""
            UNWIND range(0, size($keys) - 1) AS i
            MATCH (a:_Entity {key: $keys[i]})
            CALL (a) { CALL (a) { {{string.Join(" UNION ALL ", ways)}} } WITH DISTINCT k ORDER BY k RETURN collect(k) AS ks }
            """;
    }

    private static string TermsQuery(NameQuery.Terms terms) =>
        Tokens.AllOf(terms.All) + (terms.Kinds is { } kinds ? $" +({Tokens.AnyOf(kinds.Append("").Select(Tokens.Kind))})" : "");

    private static IReadOnlyList<Tally> Tallies(IEnumerable<Row> rows) => [.. rows.Where(r => r.Value(0) is not null).Select(r => new Tally(r.Text(0), r.Number(1)))];

    private static readonly Dictionary<string, NameRole> Roles = Enum.GetValues<NameRole>().ToDictionary(r => Spelling.EnumValue(r.ToString()));
}
