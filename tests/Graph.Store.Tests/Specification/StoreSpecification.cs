using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Base of all specifications: an empty store for every test, which has to be whole when the test ends.</summary>
/// <remarks>A store passes the specification when for every abstract class below this one it has a class that inherits it; <see cref="ComplianceTests"/> sees to that.</remarks>
public abstract class StoreSpecification<TFixture> : IAsyncLifetime
    where TFixture : StoreFixture, new()
{
    private readonly TFixture _fixture = new();
    private IGraphStore? _store;
    private ReferenceGraph? _current;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IGraphStore Store => _store ?? throw new InvalidOperationException("Not initialised.");

    protected FixedTime Time { get; } = new();

    protected virtual Ontology Ontology => TestOntology.Instance;

    /// <summary>How many random graphs a property test looks at.</summary>
    protected int RandomGraphs => _fixture.RandomGraphs;

    public virtual async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(_fixture.WhyUnavailable is not null, _fixture.WhyUnavailable ?? "");
        _store = await _fixture.Create(Ontology, Time);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            var faults = await _store.Check(CancellationToken.None);
            await _store.DisposeAsync();
            Assert.Empty(faults);
        }
        await _fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ValueTask<IGraphStore> OpenAgain(Ontology? ontology = null) => _fixture.OpenAgain(Store, ontology ?? Ontology, Time);

    protected ValueTask<long> Apply(IEnumerable<Change> changes, long? basedOn = null, JournalDetail journal = JournalDetail.Full) =>
        Store.Apply(new ChangeSet("test", basedOn, changes, journal), Cancellation);

    /// <summary>Makes the store hold this graph, by a change set from the graph it was given before.</summary>
    protected async Task Replace(ReferenceGraph next)
    {
        await Apply(GraphDifference.Between(_current ?? new ReferenceGraph(Ontology), next));
        _current = next;
    }
}

/// <summary>Base of the specifications that only read: one store with the <see cref="SampleGraph"/> for all tests of a class.</summary>
public abstract class SampleSpecification<TFixture>(SampleStore<TFixture> sample) : IClassFixture<SampleStore<TFixture>>
    where TFixture : StoreFixture, new()
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static TestGraph Graph => SampleGraph.Instance;

    protected IGraphStore Store => sample.Store;
}

/// <summary>A store with the <see cref="SampleGraph"/>.</summary>
public sealed class SampleStore<TFixture> : IAsyncLifetime
    where TFixture : StoreFixture, new()
{
    private readonly TFixture _fixture = new();
    private IGraphStore? _store;

    public IGraphStore Store
    {
        get
        {
            Assert.SkipWhen(_fixture.WhyUnavailable is not null, _fixture.WhyUnavailable ?? "");
            return _store!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (_fixture.WhyUnavailable is not null)
            return;
        _store = await _fixture.Create(TestOntology.Instance, new FixedTime());
        await _store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            var faults = await _store.Check(CancellationToken.None);
            await _store.DisposeAsync();
            Assert.Empty(faults);
        }
        await _fixture.DisposeAsync();
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class FixedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
