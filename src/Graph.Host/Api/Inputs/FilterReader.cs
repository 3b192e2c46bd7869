using System.Collections;
using Graph.Core;

namespace Graph.Host;

/// <summary>Reads one <c>where</c> into Core's filter, and holds it to the limits on size and depth.</summary>
/// <remarks>Members of one object must all hold. An absent or null member is no condition; a null operator is a mistake. What is unknown (an entity, an id) matches nothing.</remarks>
internal sealed partial class FilterReader(ApiModel model, ApiOptions options)
{
    private int _size, _connections;

    /// <summary>The filter on entities; everything without <paramref name="where"/>.</summary>
    public EntityFilter Entities(InputObject? where) => where is { } input ? Entities(input, 1) : EntityFilter.Everything;

    /// <summary>The filter on statements; everything without <paramref name="where"/>.</summary>
    public StatementFilter Statements(InputObject? where) => where is { } input ? Statements(input, 1) : StatementFilter.Everything;

    private EntityFilter Entities(InputObject input, int depth)
    {
        Deeper(input, depth);
        var all = new List<EntityFilter>();
        foreach (var (name, value, path) in input.Given())
        {
            switch (name)
            {
                case "AND":
                    all.AddRange(Objects(value, path).Select(o => Entities(o, depth + 1)));
                    break;
                case "OR":
                    all.Add(new EntityFilter.Or([.. Objects(value, path).Select(o => Entities(o, depth + 1))]));
                    break;
                case "NOT":
                    all.Add(new EntityFilter.Not(Entities(Object(value, path), depth + 1)));
                    break;
                case "key":
                    all.AddRange(Texts(Object(value, path)).Select(m => new EntityFilter.Key(m)));
                    break;
                case "name":
                    all.AddRange(Texts(Object(value, path)).Select(m => new EntityFilter.Name(m with { Values = [.. m.Values.Select(Folding.Fold)] })));
                    break;
                case "degree":
                    all.AddRange(Numbers(Object(value, path)).Select(m => new EntityFilter.Degree(m)));
                    break;
                case "kind":
                    all.Add(new EntityFilter.OfKind(Set(Object(value, path), text => model.Ontology.ConcreteKinds(text))));
                    break;
                case "observations":
                    all.AddRange(Some(Object(value, path), AnchorRole.Observed, [new StatementFilter.OfForm(StatementForm.Observation)], depth));
                    break;
                case "relationships":
                    all.AddRange(Some(Object(value, path), AnchorRole.AnyEnd, [new StatementFilter.OfForm(StatementForm.Relationship)], depth));
                    break;
                default:
                    var (type, role) = model.RelationFields[name];
                    all.AddRange(Some(Object(value, path), role, [new StatementFilter.OfType(Sets.Of(type))], depth));
                    break;
            }
        }
        return all.Count == 1 ? all[0] : new EntityFilter.And(all);
    }

    // {some: X} and {none: X}; both may be given.
    private IEnumerable<EntityFilter> Some(InputObject input, AnchorRole role, StatementFilter[] fixedConditions, int depth)
    {
        foreach (var (name, value, path) in input.Given())
        {
            if (++_connections > options.MaxFilterConnections)
                throw new LimitExceededException("Conditions on connections ('some', 'none') of one filter", options.MaxFilterConnections, _connections, "Ask for fewer at once.");
            var condition = Object(value, path);
            var other = condition.Value("node") is { } node ? Entities(Object(node, path + ".node"), depth + 2) : null;
            var some = new EntityFilter.Some(role, new StatementFilter.And([.. fixedConditions, Statements(condition, depth + 1)]), other);
            yield return name == "none" ? new EntityFilter.Not(some) : some;
        }
    }

    private void Deeper(InputObject input, int depth)
    {
        if (depth > options.MaxFilterDepth)
            throw new LimitExceededException($"Depth of the filter at '{input.Path}'", options.MaxFilterDepth, depth, "Nest fewer conditions.");
        Grow(1);
    }

    private void Grow(int by)
    {
        _size += by;
        if (_size > options.MaxFilterSize)
            throw new LimitExceededException("Conditions and values of one filter", options.MaxFilterSize, _size, "Ask with fewer values at once.");
    }

    private static InputObject Object(object value, string path) => new((IDictionary<string, object?>)value, path);

    private static IEnumerable<InputObject> Objects(object value, string path) =>
        ((IEnumerable)value).Cast<object>().Select((item, i) => Object(item, $"{path}[{i}]"));
}
