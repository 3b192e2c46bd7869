using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>What is asked of an object of one type: its fields, each once, in the order of the document.</summary>
internal sealed record CompiledSelection(IObjectGraphType Type, IReadOnlyList<CompiledField> Fields);

/// <summary>A field of a document on one type, with all that can be known of it before any request: what it is, what is asked below it, and
/// its arguments where no variable is in them.</summary>
internal sealed class CompiledField
{
    private readonly SelectionCompiler _compiler;
    private readonly List<GraphQLField> _nodes;
    private readonly string _places;
    private readonly Arguments? _constant;
    private CompiledSelection? _last;
    private IReadOnlyList<CompiledField>? _pages, _ends;
    private Lazy<PageCall>? _page;

    /// <param name="nodes">All that stand for it in the document; what is selected below is that of all together.</param>
    public CompiledField(string name, IReadOnlyList<GraphQLField> nodes, FieldType definition, SelectionCompiler compiler)
    {
        (Name, Definition, _compiler, _nodes) = (name, definition, compiler, [.. nodes]);
        _places = string.Join(' ', nodes.Select(n => n.Location.Start));
        Key = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Shape = Shape.Of(definition.ResolvedType!);
        if (Plan is { } plan)
        {
            Slot = compiler.Slot(Node.Location.Start, plan.GetType());
            Needs = compiler.Needs(_nodes, definition);
        }
        if (Node.Arguments?.Any(a => a.Value.UsesVariables()) != true)
            _constant = ReadArguments(Variables.None);
    }

    /// <summary>What it is called in the answer.</summary>
    public string Name { get; }

    public JsonEncodedText Key { get; }

    public FieldType Definition { get; }

    /// <summary>Null for what introspection tells.</summary>
    public FieldPlan? Plan => (Definition as PlannedField)?.Plan;

    public Shape Shape { get; }

    /// <summary>The first that stands for it in the document.</summary>
    public GraphQLField Node => _nodes[0];

    /// <summary>The same for all types that the field is asked of at this place of the document, so that all their objects share one
    /// <see cref="FieldCall"/>.</summary>
    public int Slot { get; }

    /// <summary>Of the parent's row: everything that is asked below.</summary>
    public Needs Needs { get; }

    /// <summary>No variable is in its arguments: they are the same for all requests.</summary>
    public bool IsConstant => _constant is not null;

    public Arguments Arguments(Variables variables) => _constant ?? ReadArguments(variables);

    /// <summary>The page that its arguments ask for, read once where no variable is in them. Throws what is wrong with them.</summary>
    public PageCall Page(Func<PageCall> read) => !IsConstant ? read() : (_page ??= new Lazy<PageCall>(read)).Value;

    /// <summary>What is asked of an object of a type.</summary>
    public CompiledSelection Below(IObjectGraphType type) => _last is { } last && ReferenceEquals(last.Type, type)
        ? last
        : _last = _compiler.Select(type, _nodes, _places);

    /// <summary>Of a field that gives entities: the pages of statements that are asked of each, whatever its kind.</summary>
    public IReadOnlyList<CompiledField> Pages => _pages ??= [.. AskedOfAll()];

    /// <summary>Of what leads to entities, such as a page of statements: the fields below that give them.</summary>
    public IReadOnlyList<CompiledField> Ends => _ends ??= [.. EndsBelow()];

    private IEnumerable<CompiledField> AskedOfAll()
    {
        CompiledField[][] byType = [.. PossibleTypes().Select(t => Below(t).Fields.Where(f => f.Plan is FieldPlan.StatementsOf).ToArray())];
        return byType.Length == 0 ? [] : byType[0].Where(f => byType.All(fields => fields.Any(other => other.Slot == f.Slot)));
    }

    private IEnumerable<CompiledField> EndsBelow() => Definition.ResolvedType!.GetNamedType() is not IObjectGraphType type ? []
        : Below(type).Fields.SelectMany(f => f.Plan is FieldPlan.EntityRef { Row: not null } or FieldPlan.EntityRefs { Rows: not null } ? [f]
            : f.Plan is { PassesOn: true } ? f.EndsBelow() : []);

    private IEnumerable<IObjectGraphType> PossibleTypes() => Definition.ResolvedType!.GetNamedType() switch
    {
        IObjectGraphType one => [one],
        IAbstractGraphType several => several.PossibleTypes,
        _ => [],
    };

    private Arguments ReadArguments(Variables variables) =>
        new(ExecutionHelper.GetArguments(Definition.Arguments, Node.Arguments, variables, _compiler.Document, Node, null));
}
