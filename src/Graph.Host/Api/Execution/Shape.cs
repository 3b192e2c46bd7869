using GraphQL.Types;

namespace Graph.Host;

/// <summary>What a type of the schema asks of a value: whether it must be there, and whether it is a list, a leaf or an object.</summary>
internal sealed class Shape
{
    private Shape(IGraphType type, bool isRequired)
    {
        (Type, IsRequired) = (type, isRequired);
        Items = type is ListGraphType list ? Of(list.ResolvedType!) : null;
        Leaf = type as ScalarGraphType;
    }

    /// <summary>Without <c>!</c>.</summary>
    public IGraphType Type { get; }

    /// <summary>Null is no value.</summary>
    public bool IsRequired { get; }

    /// <summary>Of a list's items; null for what is no list.</summary>
    public Shape? Items { get; }

    /// <summary>How a scalar or a value of an enumeration is given; null for lists and objects.</summary>
    public ScalarGraphType? Leaf { get; }

    public static Shape Of(IGraphType type) => type is NonNullGraphType required ? new Shape(required.ResolvedType!, true) : new Shape(type, false);

    /// <summary>The concrete type of an object.</summary>
    public IObjectGraphType ObjectType(object value, ISchema schema) => Type as IObjectGraphType
        ?? ((IAbstractGraphType)Type).GetObjectType(value, schema)
        ?? throw new InvalidOperationException($"A {value.GetType().Name} is of no type of {Type.Name}.");
}
