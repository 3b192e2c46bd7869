using System.Collections;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;

namespace Graph.Host;

/// <summary>Runs a compiled query. Fields are resolved as soon as their object is there; what they ask of the store is gathered until nothing
/// else is left to do, and is then read in one wave.</summary>
/// <param name="failed">Makes what a client sees of a failure.</param>
internal sealed class OperationRun(GraphRequest request, Variables variables, Func<Exception, ExecutionError> failed, CancellationToken cancellation)
{
    private List<Running> _running = [];
    private List<(Place Place, ILater Value)> _later = [];

    public List<ExecutionError> Errors { get; } = [];

    /// <summary>The data; null when a null stood where none may be, up to the root.</summary>
    public async ValueTask<ObjectResult?> Run(CompiledSelection root)
    {
        var data = new ObjectResult(root, null, 0);
        Resolve(data, null);
        while (_running.Count > 0 || _later.Count > 0)
        {
            var running = _running.Count > 0 ? Take(ref _running) : Wave();
            foreach (var (place, value) in running)
                await Finish(place, value);
        }
        return Errors.Count > 0 && data.HoldsForbiddenNull() ? null : data;
    }

    // Everything is started before anything is waited for: that is what closes the batches.
    private List<Running> Wave()
    {
        var wave = Take(ref _later);
        var running = new List<Running>(wave.Count);
        foreach (var (place, later) in wave)
            running.Add(new Running(place, Started(later)));
        return running;
    }

    private ValueTask<object?> Started(ILater later)
    {
        try
        {
            return later.Get(cancellation);
        }
        catch (Exception e)
        {
            return ValueTask.FromException<object?>(e);
        }
    }

    private async ValueTask Finish(Place place, ValueTask<object?> value)
    {
        try
        {
            Complete(place, await value);
        }
        catch (Exception e) when (!IsOver(e))
        {
            Fail(place, e);
        }
    }

    private void Resolve(ObjectResult parent, object? source)
    {
        cancellation.ThrowIfCancellationRequested();
        var fields = parent.Selection.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            var place = new Place(parent, i, fields[i], fields[i].Shape);
            try
            {
                Resolve(place, parent.Selection.Type, source);
            }
            catch (Exception e) when (!IsOver(e))
            {
                Fail(place, e);
            }
        }
    }

    private void Resolve(Place place, IObjectGraphType type, object? source)
    {
        var field = place.Field;
        switch (field.Plan)
        {
            case FieldPlan.Get get:
                var arguments = field.IsConstant ? field.Arguments(variables) : request.Call(field, variables).Arguments;
                Complete(place, get.Value(new Reading(source!, arguments, request.Ontology)));
                break;
            case { } plan:
                Begin(place, PlanResolver.Resolve(plan, source!, request, request.Call(field, variables), cancellation));
                break;
            case null when ReferenceEquals(field.Definition, request.Model.Schema.TypeNameMetaFieldType):
                place.Set(type.Name);
                break;
            default:
                Begin(place, Introspect(field, type, source));
                break;
        }
    }

    private void Begin(Place place, ValueTask<object?> value)
    {
        if (value.IsCompletedSuccessfully)
            Complete(place, value.Result);
        else
            _running.Add(new Running(place, value));
    }

    private ValueTask<object?> Introspect(CompiledField field, IObjectGraphType type, object? source)
    {
        var context = new ResolveFieldContext
        {
            FieldAst = field.Node,
            FieldDefinition = field.Definition,
            ParentType = type,
            Source = source,
            Schema = request.Model.Schema,
            Arguments = field.Arguments(variables).Values,
            ArrayPool = NewArrays.Instance,
            CancellationToken = cancellation,
        };
        return (field.Definition.Resolver ?? NameFieldResolver.Instance).ResolveAsync(context);
    }

    private void Complete(Place place, object? value)
    {
        if (value is ILater later)
            _later.Add((place, later));
        else if (place.Shape.Leaf is { } leaf)
            place.Set(Given(place, leaf.Serialize(value)));
        else if (Given(place, value) is not { } given)
            place.Set(null);
        else if (place.Shape.Items is { } items)
            CompleteItems(place, items, (IEnumerable)given);
        else
            CompleteObject(place, given);
    }

    private void CompleteObject(Place place, object value)
    {
        var type = place.Shape.ObjectType(value, request.Model.Schema);
        var result = new ObjectResult(place.Field.Below(type), place.Parent, place.Index);
        place.Set(result);
        Resolve(result, value);
    }

    private void CompleteItems(Place place, Shape items, IEnumerable values)
    {
        var list = values as IList ?? values.Cast<object?>().ToArray(); // what introspection gives can only be read by index
        var result = new ListResult(items, place.Parent, place.Index, list.Count);
        place.Set(result);
        for (var i = 0; i < list.Count; i++)
        {
            var item = new Place(result, i, place.Field, items);
            try
            {
                Complete(item, list[i]);
            }
            catch (Exception e) when (!IsOver(e))
            {
                Fail(item, e);
            }
        }
    }

    private static object? Given(Place place, object? value) => value is null && place.Shape.IsRequired
        ? throw new InvalidOperationException($"{place.Field.Definition.Name} of type {place.Field.Definition.ResolvedType} cannot be null.")
        : value;

    private void Fail(Place place, Exception exception)
    {
        var error = failed(exception);
        error.AddLocation(Location.FromLinearPosition(request.Document.Document.Source, place.Field.Node.Location.Start));
        error.Path = place.Parent.PathOf(place.Index);
        Errors.Add(error);
        place.Set(null);
    }

    private bool IsOver(Exception e) => e is OperationCanceledException && cancellation.IsCancellationRequested;

    private static List<T> Take<T>(ref List<T> list)
    {
        var taken = list;
        list = [];
        return taken;
    }

    /// <summary>Where in the answer a value belongs, and what is asked of it.</summary>
    private readonly record struct Place(Container Parent, int Index, CompiledField Field, Shape Shape)
    {
        public void Set(object? value) => Parent.Values[Index] = value;
    }

    private readonly record struct Running(Place Place, ValueTask<object?> Value);

    private sealed class NewArrays : IExecutionArrayPool
    {
        public static NewArrays Instance { get; } = new();

        public TElement[] Rent<TElement>(int minimumLength) => new TElement[minimumLength];
    }
}
