using Graph.Core;
using Graph.SqliteStore;

namespace Graph.StoreTests;

/// <summary>SQLite stores in a folder of their own.</summary>
public sealed class SqliteFixture : StoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-store-").FullName;

    public string File => Path.Combine(_folder, "test.db");

    public override ValueTask<IGraphStore> Create(Ontology ontology, TimeProvider time) =>
        ValueTask.FromResult<IGraphStore>(SqliteGraphStore.Open(Options, ontology, time));

    public override ValueTask<IGraphStore> OpenAgain(IGraphStore store, Ontology ontology, TimeProvider time) => Create(ontology, time);

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteStoreOptions Options => new() { File = File, BusyTimeout = TimeSpan.FromSeconds(3) };
}
