using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>How many values an answer may hold at the most: each field counts one for every parent it may have, and lists multiply by their page size, or by what such lists usually hold. A search
/// or a walk through the graph counts as many values as it takes work.</summary>
/// <remarks>Reads coerced arguments, so a page size costs the same inline and by variable. What introspection tells is counted by the size of the schema.</remarks>
internal sealed class QueryCost
{
    private const long Enough = 1_000_000_000_000;

    private const long Walk = 1_000;

    // Introspection: lists of usual length. Scalars count nothing, nor does ofType, whose chain is as long as the type and not as the query.
    private static readonly Dictionary<string, int> IntrospectionSizes = new(StringComparer.Ordinal)
    {
        ["types"] = 100, ["fields"] = 10, ["args"] = 3, ["inputFields"] = 5, ["enumValues"] = 5, ["interfaces"] = 2, ["possibleTypes"] = 5, ["directives"] = 3,
    };

    private readonly GraphQLDocument _document;
    private readonly ISchema _schema;
    private readonly Variables _variables;
    private readonly ApiOptions _options;
    private readonly Dictionary<(string, int), long> _fragments = [];
    private bool _depends;

    private QueryCost(GraphQLDocument document, ISchema schema, Variables variables, ApiOptions options) =>
        (_document, _schema, _variables, _options) = (document, schema, variables, options);

    /// <returns>The cost, and whether it depends on variables: else it is that of every request.</returns>
    public static (long Cost, bool Depends) Of(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema, Variables variables, ApiOptions options)
    {
        var counting = new QueryCost(document, schema, variables, options);
        return (counting.Of(operation.SelectionSet, schema.Query, 1), counting._depends);
    }

    // inside: the page size of the connection whose selection this is.
    private long Of(GraphQLSelectionSet? selection, IGraphType type, int inside)
    {
        long total = 0;
        foreach (var node in selection?.Selections ?? [])
        {
            total = Math.Min(Enough, total + node switch
            {
                GraphQLField field => OfField(field, type, inside),
                GraphQLInlineFragment inline => Of(inline.SelectionSet, Selection.Condition(inline.TypeCondition, type, _schema), inside),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue, type, inside),
                _ => 0,
            });
        }
        return total;
    }

    private long OfFragment(string name, IGraphType type, int inside)
    {
        if (_fragments.TryGetValue((name, inside), out var known))
            return known;
        var fragment = _document.Fragment(name)!;
        return _fragments[(name, inside)] = Of(fragment.SelectionSet, Selection.Condition(fragment.TypeCondition, type, _schema), inside);
    }

    private long OfField(GraphQLField field, IGraphType type, int inside)
    {
        var definition = Definition(field, type);
        if (definition is null)
            return 0;
        var below = definition.ResolvedType!.GetNamedType();
        if (definition is not PlannedField { Plan: var plan })
        {
            var own = field.SelectionSet is null || definition.Name == "ofType" ? 0 : 1;
            return Times(IntrospectionSizes.GetValueOrDefault(definition.Name, 1), own + Of(field.SelectionSet, below, 1));
        }
        var arguments = SizeArguments(field, definition, plan);
        return Work(plan) + plan.Sizing switch
        {
            Sizing.Page => 1 + Of(field.SelectionSet, below, plan.SizeArgument is null ? PageSize(arguments) : OwnSize(plan, arguments)),
            Sizing.Inside => Times(inside, 1 + Of(field.SelectionSet, below, inside)),
            Sizing.Ids => Times((arguments.Value("ids") as System.Collections.ICollection)?.Count ?? 1, 1 + Of(field.SelectionSet, below, 1)),
            _ => Times(OwnSize(plan, arguments), 1 + Of(field.SelectionSet, below, 1)),
        };
    }

    // Of a field whose size its arguments say; for others none.
    private Arguments SizeArguments(GraphQLField field, FieldType definition, FieldPlan plan)
    {
        string[] sizes = plan.SizeArgument is { } own ? [own] : plan.Sizing switch { Sizing.Page => ["first", "last"], Sizing.Ids => ["ids"], _ => [] };
        var given = field.Arguments?.Where(a => sizes.Contains(a.Name.StringValue)).ToArray() ?? [];
        if (given.Length == 0)
            return default;
        _depends |= given.Any(a => a.Value.UsesVariables());
        return new Arguments(ExecutionHelper.GetArguments(definition.Arguments, field.Arguments, _variables, _document, field, null));
    }

    // What goes through the graph, or through all names, takes work whatever it finds. These are fields of the root, so no list multiplies them.
    private static long Work(FieldPlan plan) => plan is FieldPlan.Search or FieldPlan.Paths or FieldPlan.Neighborhood or FieldPlan.Common ? Walk : 0;

    private FieldType? Definition(GraphQLField field, IGraphType type) =>
        field.Name == "__schema" ? _schema.SchemaMetaFieldType
        : field.Name == "__type" ? _schema.TypeMetaFieldType
        : field.Name == "__typename" ? null
        : (type as IComplexGraphType)?.GetField(field.Name);

    private static int OwnSize(FieldPlan plan, Arguments arguments) => plan.SizeArgument is { } name ? Math.Clamp(arguments.Number(name) ?? plan.ListSize, 0, 1000) : plan.ListSize;

    // What is too much or contradictory is that field's own error.
    private int PageSize(Arguments arguments) =>
        Math.Clamp(Math.Max(arguments.Number("first") ?? -1, arguments.Number("last") ?? -1) is >= 0 and var size ? size : _options.DefaultPageSize, 0, _options.MaxPageSize);

    private static long Times(long size, long cost) => size > 0 && cost > Enough / size ? Enough : Math.Max(0, size) * cost;
}
