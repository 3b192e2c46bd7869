using Graph.Core;

namespace Graph.Host;

/// <summary>Defaults of the arguments of traversals.</summary>
internal static class Traverse
{
    public const int Hops = 4, Paths = 3, Entities = 100;
}

/// <summary>A path, and whether longer ones were looked for.</summary>
internal sealed record FoundPath(GraphPath Path, bool Truncated);

/// <summary>A common neighbour, and whether there are more behind those given.</summary>
internal sealed record FoundCommon(CommonEntity Common, bool Truncated);

internal static partial class PlanResolver
{
    private static async ValueTask<object?> Paths(GraphRequest request, FieldCall call, CancellationToken cancellation)
    {
        var arguments = call.Arguments;
        var query = new PathQuery(arguments.Text("from")!, arguments.Text("to")!,
            Within(arguments, "maxHops", Traverse.Hops, PathSearch.MostHops), Within(arguments, "limit", Traverse.Paths, PathSearch.MostPaths),
            (Direction?)arguments.Value("direction") ?? Direction.Any, arguments.Texts("types")?.ToHashSet(), AsOf(arguments));
        var found = await PathSearch.Find(request.Store, query, call.EndNeeds.ForEntities(), call.Needs.HasFlag(Needs.Body), cancellation);
        if (found.Paths.Count == 0) // those that are connected exist
            await MustExist([query.From, query.To], ["from", "to"], request, cancellation);
        return found.Paths.Select(p => new FoundPath(p, found.Truncated)).ToArray();
    }

    private static async ValueTask<object?> Neighborhood(GraphRequest request, FieldCall call, CancellationToken cancellation)
    {
        var arguments = call.Arguments;
        var query = new NeighborhoodQuery(Keys(arguments, request), Within(arguments, "hops", 1, NeighborhoodSearch.MostHops), Within(arguments, "limit", Traverse.Entities, NeighborhoodSearch.MostEntities),
            arguments.Texts("types")?.ToHashSet(), arguments.Texts("kinds")?.SelectMany(request.Ontology.ConcreteKinds).ToHashSet(), AsOf(arguments));
        await MustExist(query.Of, ["of"], request, cancellation);
        return await NeighborhoodSearch.Find(request.Store, query, cancellation);
    }

    private static async ValueTask<object?> Common(GraphRequest request, FieldCall call, CancellationToken cancellation)
    {
        var keys = Keys(call.Arguments, request);
        var query = new CommonQuery(keys, Within(call.Arguments, "limit", Connections.MostCommon, Connections.MostCommon), call.Arguments.Text("after"),
            call.Arguments.Texts("types")?.ToHashSet(), AsOf(call.Arguments));
        await MustExist(keys, ["of"], request, cancellation);
        var found = await Connections.Common(request.Store, query, cancellation);
        return found.Entities.Select(e => new FoundCommon(e, found.Truncated)).ToArray();
    }

    private static IReadOnlyList<string> Keys(Arguments arguments, GraphRequest request)
    {
        var keys = arguments.Texts("of")!;
        PageArguments.Size(keys.Count, "of", 0, request.Options);
        return keys;
    }

    private static DayWindow? AsOf(Arguments arguments) => arguments.Date("asOf") is { } date ? DayWindow.Of(date) : null;

    private static int Within(Arguments arguments, string name, int otherwise, int most) => arguments.Number(name) switch
    {
        null => otherwise,
        < 1 => throw new BadInputException($"'{name}' is below 1.", "Give 1 or more.", name),
        { } number when number > most => throw new LimitExceededException($"'{name}'", most, number, $"Give at most {most}."),
        { } number => number,
    };

    // Each key has its argument, or all have one.
    private static async ValueTask MustExist(IReadOnlyList<string> keys, IReadOnlyList<string> arguments, GraphRequest request, CancellationToken cancellation)
    {
        var rows = await request.Store.Entities(keys, EntityParts.Scalars, cancellation);
        for (var i = 0; i < keys.Count; i++)
        {
            if (rows[i] is null)
                throw new NotFoundException("entity", keys[i], arguments[Math.Min(i, arguments.Count - 1)]);
        }
    }
}
