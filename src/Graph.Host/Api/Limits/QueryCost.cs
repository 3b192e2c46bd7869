using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Graph.Core;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Graph.Host;

/// <summary>How many values an answer may hold at the most: each field counts one for every parent it may have, and lists multiply by their page size, or by what such lists usually hold.</summary>
/// <remarks>Reads coerced arguments, so a page size costs the same inline and by variable. What introspection tells is counted by the size of the schema.</remarks>
internal sealed class QueryCost
{
    private const long Enough = 1_000_000_000_000;

    // Introspection: lists of usual length. Scalars count nothing, nor does ofType, whose chain is as long as the type and not as the query.
    private static readonly Dictionary<string, int> IntrospectionSizes = new(StringComparer.Ordinal)
    {
        ["types"] = 100, ["fields"] = 10, ["args"] = 3, ["inputFields"] = 5, ["enumValues"] = 5, ["interfaces"] = 2, ["possibleTypes"] = 5, ["directives"] = 3,
    };

    private readonly GraphQLDocument _document;
    private readonly ISchema _schema;
    private readonly IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? _arguments;
    private readonly ApiOptions _options;
    private readonly Dictionary<(string, int), long> _fragments = [];

    private QueryCost(ExecutionContext context, ApiOptions options) =>
        (_document, _schema, _arguments, _options) = (context.Document, context.Schema, context.ArgumentValues, options);

    public static long Of(ExecutionContext context, ApiOptions options) =>
        new QueryCost(context, options).Of(context.Operation.SelectionSet, context.Schema.Query, 1);

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
        var arguments = new Arguments(_arguments?.GetValueOrDefault(field));
        return plan.Sizing switch
        {
            Sizing.Page => 1 + Of(field.SelectionSet, below, plan.SizeArgument is null ? PageSize(arguments) : OwnSize(plan, arguments)),
            Sizing.Inside => Times(inside, 1 + Of(field.SelectionSet, below, inside)),
            Sizing.Ids => Times((arguments.Value("ids") as System.Collections.ICollection)?.Count ?? 1, 1 + Of(field.SelectionSet, below, 1)),
            _ => Times(OwnSize(plan, arguments), 1 + Of(field.SelectionSet, below, 1)),
        };
    }

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

/// <summary>Holds every request to <see cref="ApiOptions.MaxCost"/>, after its variables are known.</summary>
internal sealed class CostListener(ApiOptions options) : DocumentExecutionListenerBase
{
    /// <summary>Of the request that was looked at; null before.</summary>
    public long? Cost { get; private set; }

    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid)
            return Task.CompletedTask;
        Cost = QueryCost.Of((ExecutionContext)context, options);
        if (Cost > options.MaxCost)
        {
            var exceeded = new LimitExceededException("Cost of the query", options.MaxCost, Cost.Value, "Ask for smaller pages ('first'), fewer lists inside lists, or fewer fields.");
            context.Errors.Add(new ExecutionError(exceeded.Message, exceeded));
        }
        return Task.CompletedTask;
    }
}
