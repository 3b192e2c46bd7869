using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>An operation of a valid document, compiled as far as requests need it and kept with the document. Safe for concurrent use.</summary>
internal sealed class CompiledOperation
{
    // Of the choices that variables in @skip and @include can make. More are compiled for their request alone.
    private const int MostChoices = 16;

    private readonly GraphQLDocument _document;
    private readonly ISchema _schema;
    private readonly string[] _conditions;
    private readonly ConcurrentDictionary<string, CompiledSelection> _roots = new();
    private readonly IReadOnlyList<ScalarVariable>? _scalars;

    public CompiledOperation(GraphQLDocument document, GraphQLOperationDefinition definition, ISchema schema)
    {
        (_document, Definition, _schema) = (document, definition, schema);
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().Select(f => f.SelectionSet);
        _conditions = [.. fragments.Prepend(definition.SelectionSet).SelectMany(ConditionVariables).Distinct()];
        _scalars = ScalarVariable.AllOf(definition, schema);
    }

    public GraphQLOperationDefinition Definition { get; }

    /// <summary>Its cost, where no variable has a say in it; see <see cref="QueryCost"/>.</summary>
    public long? Cost { get; set; }

    /// <summary>What it asks of the root.</summary>
    public CompiledSelection Root(Variables variables)
    {
        var choice = _conditions.Length == 0 ? "" : string.Create(_conditions.Length, (_conditions, variables), static (text, given) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = IsTrue(given.variables, given._conditions[i]) ? '1' : '0';
        });
        return _roots.TryGetValue(choice, out var known) ? known
            : _roots.Count >= MostChoices ? Compile(variables)
            : _roots.GetOrAdd(choice, static (_, of) => of.Operation.Compile(of.Variables), (Operation: this, Variables: variables));
    }

    /// <summary>The variables of a request. Null when they are not all plain scalars that fit: the validator knows what to say of them, or
    /// how to read them.</summary>
    public Variables? ReadScalars(Inputs given)
    {
        if (_scalars is null)
            return null;
        if (_scalars.Count == 0)
            return Variables.None;
        var variables = new Variables();
        foreach (var scalar in _scalars)
        {
            if (scalar.Read(given) is not { } variable)
                return null;
            variables.Add(variable);
        }
        return variables;
    }

    private CompiledSelection Compile(Variables variables) =>
        new SelectionCompiler(_document, _schema, name => IsTrue(variables, name)).Select(_schema.Query, Definition.SelectionSet);

    private static bool IsTrue(Variables variables, string name) => variables.Find(name)?.Value is true;

    private IEnumerable<string> ConditionVariables(GraphQLSelectionSet? set)
    {
        foreach (var node in set?.Selections ?? [])
        {
            foreach (var directive in (node as IHasDirectivesNode)?.Directives?.Items ?? [])
            {
                if (SelectionCompiler.Condition(directive, _schema) is GraphQLVariable variable)
                    yield return variable.Name.StringValue;
            }
            foreach (var name in ConditionVariables((node as IHasSelectionSetNode)?.SelectionSet))
                yield return name;
        }
    }

    /// <summary>A variable of a scalar type or an enumeration, which is read without walking through the document.</summary>
    private sealed class ScalarVariable(GraphQLVariableDefinition definition, ScalarGraphType type, bool isRequired)
    {
        private readonly string _name = definition.Variable.Name.StringValue;

        /// <summary>Null when there are variables of other types.</summary>
        public static IReadOnlyList<ScalarVariable>? AllOf(GraphQLOperationDefinition operation, ISchema schema)
        {
            var all = new List<ScalarVariable>();
            foreach (var definition in operation.Variables?.Items ?? [])
            {
                var (named, isRequired) = definition.Type is GraphQLNonNullType { Type: var inner } ? (inner, true) : (definition.Type, false);
                if (named is not GraphQLNamedType name || schema.AllTypes[name.Name] is not ScalarGraphType scalar)
                    return null;
                all.Add(new ScalarVariable(definition, scalar, isRequired));
            }
            return all;
        }

        public Variable? Read(Inputs given)
        {
            var variable = new Variable(_name, definition);
            if (!given.TryGetValue(_name, out var value))
                return definition.DefaultValue is null && !isRequired ? variable : null;
            if (value is null)
                return null;
            try
            {
                variable.Value = type.ParseValue(value);
                return variable;
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException or OverflowException)
            {
                return null;
            }
        }
    }
}
