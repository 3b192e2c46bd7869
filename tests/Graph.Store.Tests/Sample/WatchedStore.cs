using System.Reflection;
using System.Runtime.ExceptionServices;
using Graph.Core;

namespace Graph.StoreTests;

/// <summary>A store that notes what it is asked, may allow fewer neighbours than it is asked for and fewer things in a change, and may fail.</summary>
public class WatchedStore : DispatchProxy
{
    private IGraphStore? _store;
    private int _mostNeighbours;

    /// <summary>The operations so far, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Things in one change; null as many as the store says.</summary>
    public int? MostInOneChange { get; set; }

    /// <summary>Changes that are still written before one fails; null for all.</summary>
    public int? ChangesLeft { get; set; }

    /// <param name="mostNeighbours">Of one call; more is <see cref="LimitExceededException"/>, as if the caller had said so.</param>
    public static (IGraphStore Store, WatchedStore Watch) On(IGraphStore store, int mostNeighbours = int.MaxValue)
    {
        var watched = Create<IGraphStore, WatchedStore>();
        var watch = (WatchedStore)(object)watched;
        (watch._store, watch._mostNeighbours) = (store, mostNeighbours);
        return (watched, watch);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IGraphStore.ShortestPaths))
            return default(ValueTask<IReadOnlyList<IReadOnlyList<EntityRow>>?>); // so that it is looked for them on every store
        if (!targetMethod.IsSpecialName)
            Calls.Add(targetMethod.Name);
        if (targetMethod.Name == "get_" + nameof(IGraphStore.MostInOneChange) && MostInOneChange is not null)
            return MostInOneChange;
        if (targetMethod.Name == nameof(IGraphStore.Apply) && ChangesLeft-- <= 0)
            throw new StoreUnavailableException("It went away.", "Wait.", isTransient: true);
        if (args is [NeighbourQuery query, ..])
            args[0] = query with { Limit = Math.Min(query.Limit, _mostNeighbours) };
        try
        {
            return targetMethod.Invoke(_store, args);
        }
        catch (TargetInvocationException thrown)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException!);
            throw;
        }
    }
}
