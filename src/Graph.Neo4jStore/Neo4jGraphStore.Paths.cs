using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    // Of more, counting parallel relationships, the first in order may be any: the search by layers takes over.
    private const int MostShortest = 2000;

    /// <inheritdoc/>
    /// <remarks>Known where enough paths have the least length, or there is no path. Not where some types lead both ways and others only one:
    /// no pattern says that.</remarks>
    public async ValueTask<IReadOnlyList<IReadOnlyList<EntityRow>>?> ShortestPaths(PathQuery query, EntityParts parts, CancellationToken cancellation)
    {
        var types = _ontology.RelationshipTypes.Where(t => query.Types?.Contains(t.Name) != false).ToArray();
        if (types.Length == 0 || query.From == query.To)
            return [];
        if (query.Direction != Direction.Any && types.Any(t => t.Symmetric))
            return null;
        var rows = await ReadWhole(PathText(query, types), $"found, [n IN ns | [{TogetherCypher.EntityColumns("n", parts)}]]", new Parameters
        {
            ["start"] = query.From,
            ["end"] = query.To,
            ["from"] = query.AsOf?.From,
            ["to"] = query.AsOf?.To,
            ["most"] = MostShortest,
            ["limit"] = query.Limit,
        }, cancellation);
        if (rows.Any(r => r.Number(0) >= MostShortest))
            return null;
        EntityRow[][] paths = [.. rows.Select(r => r.List(1).Select(n => TogetherCypher.ReadEntity(n, 0, new EntityQuery(parts))).OfType<EntityRow>().ToArray())];
        return paths.Length == 0 || paths.Length == query.Limit || paths[0].Length == query.MaxHops + 1 ? paths : null;
    }

    // Types come from the ontology and the number of hops from its range, so they may stand in the text; denials have types of their own.
    private static string PathText(PathQuery query, IReadOnlyList<RelationshipType> types)
    {
        var (left, right) = query.Direction switch { Direction.Out => ("-", "->"), Direction.In => ("<-", "-"), _ => ("-", "-") };
        var hops = string.Create(CultureInfo.InvariantCulture, $"{left}[:{string.Join('|', types.Select(t => t.Name))}*..{query.MaxHops}]{right}");
        return $$"""
            MATCH (a:_Entity {key: $start}) MATCH (b:_Entity {key: $end})
            MATCH p = allShortestPaths((a){{hops}}(b)){{(query.AsOf is null ? "" : " WHERE all(r IN relationships(p) WHERE r._from <= $to AND r._to >= $from)")}}
            WITH p LIMIT $most
            WITH collect(nodes(p)) AS met
            UNWIND met AS ns
            WITH DISTINCT size(met) AS found, ns, [n IN ns | n.key] AS keys ORDER BY keys LIMIT $limit
            """;
    }
}
