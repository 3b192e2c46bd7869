using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>How fields, arguments and their types are put together.</remarks>
internal sealed partial class SchemaBuilder
{
    private readonly StringGraphType _string = new() { Description = "Text in Unicode." };
    private readonly IntGraphType _int = new() { Description = "A whole number of 32 bits." };
    private readonly BooleanGraphType _boolean = new() { Description = "`true` or `false`." };
    private readonly FloatGraphType _float = new() { Description = "A number in double precision." };
    private readonly IdScalar _id = new();
    private readonly DecimalScalar _decimal = new();
    private readonly PartialDateScalar _date = new();

    private IEnumerable<IGraphType> Scalars() => [_string, _int, _boolean, _float, _id, _decimal, _date];

    private static NonNullGraphType Required(IGraphType type) => new(type);

    /// <summary><c>[T!]!</c></summary>
    private static NonNullGraphType Many(IGraphType type) => new(new ListGraphType(new NonNullGraphType(type)));

    private static PlannedField Field(string name, IGraphType type, string description, FieldPlan plan, params QueryArgument[] arguments) => new(plan)
    {
        Name = name,
        ResolvedType = type,
        Description = description,
        Arguments = arguments.Length == 0 ? null : new QueryArguments(arguments),
    };

    private static PlannedField Get(string name, IGraphType type, string description, Func<Reading, object?> value, Needs needs = Needs.None, int size = 1) =>
        Field(name, type, description, new FieldPlan.Get(value) { Needs = needs, ListSize = size });

    private PlannedField Local(string name, string description, Func<Reading, LocalText?> text, Needs needs = Needs.None, bool required = false) =>
        Field(name, required ? Required(_string) : _string, description, new FieldPlan.Get(r => r.Best(text(r))) { Needs = needs }, Lang());

    private static QueryArgument Argument(string name, IGraphType type, string description, object? otherwise = null) =>
        new(type) { Name = name, Description = description, DefaultValue = otherwise };

    private QueryArgument Lang() => Argument("lang", _languageEnum, "The language to answer in; without it, or where there is nothing in it, the first of the ontology's languages that has something.");

    private QueryArgument[] PageArgumentsFor(IGraphType? where, IGraphType? orderBy, params QueryArgument[] before)
    {
        var arguments = new List<QueryArgument>(before);
        if (where is not null)
            arguments.Add(Argument("where", where, "Only what passes this filter."));
        if (orderBy is not null)
            arguments.Add(Argument("orderBy", orderBy, "By what to order; by id, ascending, when not given."));
        arguments.Add(Argument("first", _int, "At most so many from the start of the range. Not with `last`."));
        arguments.Add(Argument("after", _string, "Only what follows this cursor."));
        arguments.Add(Argument("last", _int, "At most so many from the end of the range, still given in order. Not with `first`."));
        arguments.Add(Argument("before", _string, "Only what precedes this cursor."));
        return [.. arguments];
    }

    private static T Add<T>(T type, params IEnumerable<FieldType> fields)
        where T : IComplexGraphType
    {
        foreach (var field in fields)
            type.AddField(field);
        return type;
    }

    private static ObjectGraphType Object(string name, string description, params IEnumerable<FieldType> fields) =>
        Add(new ObjectGraphType { Name = name, Description = description }, fields);

    private string Word(LocalText text) => text.Best("en", _ontology.Languages);
}
