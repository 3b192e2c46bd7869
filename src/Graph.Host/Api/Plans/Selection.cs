using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>Reads from a selection what it needs of the rows below a field, so that no more is read.</summary>
internal static class Selection
{
    /// <summary>Everything that the selection may need, whatever <c>@skip</c>, <c>@include</c> and the concrete types turn out to be.</summary>
    public static Needs Needs(GraphQLSelectionSet? selection, IGraphType type, GraphQLDocument document, ISchema schema)
    {
        var needs = Host.Needs.None;
        foreach (var node in selection?.Selections ?? [])
        {
            needs |= node switch
            {
                GraphQLField field => OfField(field, type, document, schema),
                GraphQLInlineFragment inline => Needs(inline.SelectionSet, Condition(inline.TypeCondition, type, schema), document, schema),
                GraphQLFragmentSpread spread when document.Fragment(spread.FragmentName.Name) is { } fragment =>
                    Needs(fragment.SelectionSet, Condition(fragment.TypeCondition, type, schema), document, schema),
                _ => Host.Needs.None,
            };
        }
        return needs;
    }

    /// <summary>The fragment of this name; null when the document has none.</summary>
    public static GraphQLFragmentDefinition? Fragment(this GraphQLDocument document, GraphQLParser.ROM name)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment && fragment.FragmentName.Name == name)
                return fragment;
        }
        return null;
    }

    /// <summary>The type that a fragment applies to.</summary>
    public static IGraphType Condition(GraphQLTypeCondition? condition, IGraphType type, ISchema schema) =>
        condition is null ? type : schema.AllTypes[condition.Type.Name] ?? type;

    /// <summary>Whether a variable is in it.</summary>
    public static bool UsesVariables(this GraphQLValue value) => value switch
    {
        GraphQLVariable => true,
        GraphQLListValue list => list.Values?.Any(UsesVariables) == true,
        GraphQLObjectValue members => members.Fields?.Any(f => f.Value.UsesVariables()) == true,
        _ => false,
    };

    private static Needs OfField(GraphQLField field, IGraphType type, GraphQLDocument document, ISchema schema)
    {
        if ((type as IComplexGraphType)?.GetField(field.Name) is not PlannedField { Plan: var plan } definition)
            return Host.Needs.None;
        return plan.PassesOn ? plan.Needs | Needs(field.SelectionSet, definition.ResolvedType!.GetNamedType(), document, schema) : plan.Needs;
    }
}
