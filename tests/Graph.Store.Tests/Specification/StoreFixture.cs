using Graph.Core;

namespace Graph.StoreTests;

/// <summary>How the specification gets at stores of one kind. One concrete class a kind, with a parameterless constructor.</summary>
public abstract class StoreFixture : IAsyncDisposable
{
    /// <summary>Why such a store cannot be had here (a server is missing): its tests are skipped with this reason. Null when it can.</summary>
    public virtual string? WhyUnavailable => null;

    /// <summary>How many random graphs a property test looks at; a slow store takes fewer.</summary>
    public virtual int RandomGraphs => 60;

    /// <summary>A new, empty store. A fixture may hold one at a time.</summary>
    public abstract ValueTask<IGraphStore> Create(Ontology ontology, TimeProvider time);

    /// <summary>Opens what <paramref name="store"/> kept once more, beside it: as another process would. The test disposes it.</summary>
    public abstract ValueTask<IGraphStore> OpenAgain(IGraphStore store, Ontology ontology, TimeProvider time);

    /// <summary>Removes what the stores kept.</summary>
    public abstract ValueTask DisposeAsync();
}
