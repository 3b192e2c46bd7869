using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>Connections after Relay: <c>edges{node cursor} nodes pageInfo totalCount</c>. Only what is selected is read.</remarks>
internal sealed partial class SchemaBuilder
{
    private readonly ObjectGraphType _pageInfo = new() { Name = "PageInfo", Description = "Where a page stands in its order." };

    private void AddPageInfo() => Add(_pageInfo,
        Get("hasNextPage", Required(_boolean), "Whether rows stand behind the page.", r => Page(r).HasNext, Needs.Ends),
        Get("hasPreviousPage", Required(_boolean), "Whether rows stand before the page.", r => Page(r).HasPrevious, Needs.Ends),
        Get("startCursor", _string, "The first row's cursor.", r => Page(r).Edges.FirstOrDefault()?.Cursor, Needs.Rows),
        Get("endCursor", _string, "The last row's cursor.", r => Page(r).Edges.LastOrDefault()?.Cursor, Needs.Rows));

    /// <summary>A connection whose nodes are the rows themselves.</summary>
    /// <param name="aggregates">What is counted of all rows; null for nothing.</param>
    private ObjectGraphType RowConnection(string name, IGraphType node, string what, IGraphType? aggregates, params IEnumerable<FieldType> more) => Connection(name, what, aggregates,
        nodes: Field("nodes", Many(node), $"The {what} of the page.", Passing(r => Page(r).Edges.Select(e => e.Node), Needs.Rows, Sizing.Inside)),
        [Field("node", Required(node), "The row.", Passing(r => Edge(r).Node)), .. more]);

    /// <summary>The connection of one type of relationship in one direction: its nodes are the entities at the other end, its edges the statements.</summary>
    private ObjectGraphType RelationConnection(TypeDirection direction, IGraphType node)
    {
        var name = Spelling.TypeName(direction.Wording.Field);
        return Connection(name, aggregates: _relationshipAggregates, what: $"`{direction.Type.Name}` relationships, seen from the {(direction.Role == AnchorRole.Out ? "source" : "target")}",
            nodes: Field("nodes", Many(node), "The entities at the other end, one for each edge.",
                new FieldPlan.EntityRefs(c => [.. ((Connection)c).Edges.Select(e => e.Other)], c => [.. ((Connection)c).Edges.Select(e => e.OtherRow)]) { Needs = Needs.Rows, Sizing = Sizing.Inside }),
            edgeFields:
            [
                Field("node", Required(node), "The entity at the other end.", new FieldPlan.EntityRef(e => ((Edge)e).Other, e => ((Edge)e).OtherRow)),
                Field("properties", Required(_relationship), "The statement that the edge is.", Passing(r => Edge(r).Node)),
                EdgeSentence(),
            ]);
    }

    private ObjectGraphType Connection(string name, string what, IGraphType? aggregates, PlannedField nodes, IEnumerable<FieldType> edgeFields)
    {
        var edge = Object(name + "Edge", $"A row of {what}.", edgeFields.Append(
            Get("cursor", Required(_string), "The row's place in the order, for `after` and `before`.", r => Edge(r).Cursor)));
        PlannedField[] counts = aggregates is null ? [] : [Get("aggregates", Required(aggregates), "Counts over all that pass the filter, whatever the page. Each is read only when asked for.", r => r.Source)];
        return Object(name + "Connection", $"A page of {what}.",
        [
            Field("edges", Many(edge), "The rows with their cursors.", Passing(r => Page(r).Edges, Needs.Rows, Sizing.Inside)),
            nodes,
            Field("pageInfo", Required(_pageInfo), "Where the page stands.", Passing(r => r.Source)),
            Get("totalCount", Required(_int), "How many pass the filter in all. Counted only when asked for.", r => Page(r).Total, Needs.Total),
            .. counts,
        ]);
    }

    private static FieldPlan.Get Passing(Func<Reading, object?> value, Needs needs = Needs.None, Sizing sizing = Sizing.Own) =>
        new(value) { Needs = needs, PassesOn = true, Sizing = sizing };

    private static Connection Page(Reading reading) => (Connection)reading.Source;

    private static Edge Edge(Reading reading) => (Edge)reading.Source;
}
