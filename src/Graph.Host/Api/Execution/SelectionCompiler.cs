using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>Collects the fields of selections (https://spec.graphql.org/October2021/#sec-Field-Collection) for concrete types, for one choice
/// of what <c>@skip</c> and <c>@include</c> leave in. Safe for concurrent use.</summary>
/// <param name="document">A valid one.</param>
/// <param name="isTrue">The value of a Boolean variable.</param>
internal sealed class SelectionCompiler(GraphQLDocument document, ISchema schema, Func<string, bool> isTrue)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int, Type), int> _slots = [];

    // By type and places of the document: however many ways lead there, a selection is compiled once for each type.
    private readonly ConcurrentDictionary<(IObjectGraphType, string), CompiledSelection> _selections = new();

    public GraphQLDocument Document => document;

    /// <summary>The number of a field at a place of the document.</summary>
    public int Slot(int start, Type plan)
    {
        lock (_lock)
        {
            if (!_slots.TryGetValue((start, plan), out var slot))
                _slots.Add((start, plan), slot = _slots.Count);
            return slot;
        }
    }

    public Needs Needs(IEnumerable<GraphQLField> nodes, FieldType definition)
    {
        var (needs, type) = (Host.Needs.None, definition.ResolvedType!.GetNamedType());
        foreach (var node in nodes)
            needs |= Selection.Needs(node.SelectionSet, type, document, schema);
        return needs;
    }

    /// <summary>What an operation asks of the root.</summary>
    public CompiledSelection Select(IObjectGraphType root, GraphQLSelectionSet set) => Compile(root, [set]);

    /// <summary>What is asked of an object of a type below a field.</summary>
    /// <param name="nodes">All that stand for the field.</param>
    /// <param name="places">Where they begin: the same for the same nodes, so that objects need not gather them each time.</param>
    public CompiledSelection Select(IObjectGraphType type, IReadOnlyList<GraphQLField> nodes, string places) => _selections.GetOrAdd((type, places),
        static (key, of) => of.Compiler.Compile(key.Item1, of.Nodes.Select(n => n.SelectionSet)), (Compiler: this, Nodes: nodes));

    private CompiledSelection Compile(IObjectGraphType type, IEnumerable<GraphQLSelectionSet?> sets)
    {
        var fields = new Collected(type);
        foreach (var set in sets)
            Collect(set, fields);
        return new CompiledSelection(type,
            [.. fields.Names.Select(n => new CompiledField(n, fields.Nodes[n], Definition(type, fields.Nodes[n][0]), this))]);
    }

    private void Collect(GraphQLSelectionSet? set, Collected found)
    {
        foreach (var node in set?.Selections ?? [])
        {
            if (!IsIncluded((node as IHasDirectivesNode)?.Directives))
                continue;
            switch (node)
            {
                case GraphQLField field:
                    found.Add(field);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, found.Type):
                    Collect(inline.SelectionSet, found);
                    break;
                case GraphQLFragmentSpread spread when found.Fragments.Add(spread.FragmentName.Name.StringValue):
                    if (document.Fragment(spread.FragmentName.Name) is { } fragment && Applies(fragment.TypeCondition, found.Type))
                        Collect(fragment.SelectionSet, found);
                    break;
                default:
                    break;
            }
        }
    }

    private FieldType Definition(IObjectGraphType type, GraphQLField field) =>
        field.Name == schema.TypeNameMetaFieldType.Name ? schema.TypeNameMetaFieldType
        : type == schema.Query && field.Name == schema.SchemaMetaFieldType.Name ? schema.SchemaMetaFieldType
        : type == schema.Query && field.Name == schema.TypeMetaFieldType.Name ? schema.TypeMetaFieldType
        : type.GetField(field.Name)!;

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type) => condition is null || schema.AllTypes[condition.Type.Name] switch
    {
        IAbstractGraphType several => several.IsPossibleType(type),
        var one => one == type,
    };

    private bool IsIncluded(GraphQLDirectives? directives)
    {
        foreach (var directive in directives?.Items ?? [])
        {
            if (Condition(directive, schema) is { } condition && directive.Name == schema.Directives.Skip.Name == Holds(condition))
                return false;
        }
        return true;
    }

    private bool Holds(GraphQLValue condition) => condition switch
    {
        GraphQLVariable variable => isTrue(variable.Name.StringValue),
        _ => condition is GraphQLBooleanValue { BoolValue: true },
    };

    /// <summary>What <c>@skip</c> or <c>@include</c> looks at; null for another directive.</summary>
    public static GraphQLValue? Condition(GraphQLDirective directive, ISchema schema) =>
        directive.Name == schema.Directives.Skip.Name || directive.Name == schema.Directives.Include.Name
            ? directive.Arguments?.FirstOrDefault(a => a.Name == "if")?.Value
            : null;

    private sealed class Collected(IObjectGraphType type)
    {
        public IObjectGraphType Type => type;

        public List<string> Names { get; } = [];

        public Dictionary<string, List<GraphQLField>> Nodes { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Fragments { get; } = new(StringComparer.Ordinal);

        public void Add(GraphQLField field)
        {
            var name = (field.Alias?.Name ?? field.Name).StringValue;
            if (!Nodes.TryGetValue(name, out var nodes))
            {
                Nodes.Add(name, nodes = []);
                Names.Add(name);
            }
            nodes.Add(field);
        }
    }
}
