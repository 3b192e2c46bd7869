using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>One order a request: a field and a direction. The id decides ties.</remarks>
internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<string, InputObjectGraphType> _orders = [];

    private InputObjectGraphType EntityOrder() => OrderBy("Entity", "entities",
        ("KEY", SortBy.Id, "By key."),
        ("NAME", SortBy.Name, "By the name shown in the default language, folded."),
        ("DEGREE", SortBy.Degree, "By how many affirmed relationships touch them."));

    private InputObjectGraphType RelationshipOrder() => OrderBy("Relationship", "relationships",
        ("ID", SortBy.Id, "By id: by type, then hash."),
        ("VALID_FROM", SortBy.Period, "By when they begin to hold."));

    private InputObjectGraphType ObservationOrder() => OrderBy("Observation", "observations",
        ("ID", SortBy.Id, "By id: by metric, then hash."),
        ("PERIOD", SortBy.Period, "By the period's start, else its end."),
        ("AMOUNT", SortBy.Amount, "By amount in the base unit. Only where the filter fixes one metric by `eq`."));

    private InputObjectGraphType StatementOrder() => OrderBy("Statement", "statements",
        ("ID", SortBy.Id, "By id."),
        ("PERIOD", SortBy.Period, "By when they hold."),
        ("POSITION", SortBy.Position, "By where they stand: article, passage, character."));

    private InputObjectGraphType OrderBy(string of, string what, params (string Name, object Value, string Description)[] fields)
    {
        if (_orders.TryGetValue(of, out var known))
            return known;
        var type = Add(new InputObjectGraphType { Name = of + "Order", Description = $"How {what} are ordered." },
            Input("field", Required(Enum(of + "OrderField", $"By what {what} are ordered.", fields)), "By what."),
            Input("order", Required(_orderEnum), "Which way.", otherwise: false));
        _orders.Add(of, type);
        return type;
    }

    private static FieldType Input(string name, IGraphType type, string description, object? otherwise = null) =>
        new() { Name = name, ResolvedType = type, Description = description, DefaultValue = otherwise };
}
