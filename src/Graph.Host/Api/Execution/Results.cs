namespace Graph.Host;

/// <summary>Values of an answer that stand in something: an object or a list.</summary>
/// <param name="index">Its own place in the parent.</param>
internal abstract class Container(Container? parent, int index, int size)
{
    /// <summary>Leaves as they are written, containers, and nulls.</summary>
    public object?[] Values { get; } = new object?[size];

    /// <summary>From the root to the value at a place: names and indexes.</summary>
    public List<object> PathOf(int place)
    {
        var path = new List<object>();
        var (at, container) = (place, this);
        while (container is not null)
        {
            path.Add(container.Step(at));
            (at, container) = (container.Index, container.Parent);
        }
        path.Reverse();
        return path;
    }

    /// <summary>Takes away what holds a null where none may be, as the specification has it. True when that is this itself.</summary>
    public bool HoldsForbiddenNull()
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] is Container below && below.HoldsForbiddenNull())
                Values[i] = null;
            if (Values[i] is null && IsRequired(i))
                return true;
        }
        return false;
    }

    protected abstract object Step(int place);

    protected abstract bool IsRequired(int place);

    private Container? Parent => parent;

    private int Index => index;
}

/// <summary>An object of an answer; its values are in the order of the selection.</summary>
internal sealed class ObjectResult(CompiledSelection selection, Container? parent, int index) : Container(parent, index, selection.Fields.Count)
{
    public CompiledSelection Selection => selection;

    protected override object Step(int place) => selection.Fields[place].Name;

    protected override bool IsRequired(int place) => selection.Fields[place].Shape.IsRequired;
}

internal sealed class ListResult(Shape items, Container parent, int index, int size) : Container(parent, index, size)
{
    protected override object Step(int place) => place;

    protected override bool IsRequired(int place) => items.IsRequired;
}
