using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>The embedded store: one SQLite file, for any number of readers and one writer at a time, also from several processes.</summary>
/// <remarks>Completes synchronously, except that a write may wait for another of this process.
/// A change is on the disk when <see cref="Apply"/> returns (WAL, synchronous = FULL).</remarks>
public sealed partial class SqliteGraphStore : IGraphStore
{
    private readonly StoreFile _file;
    private readonly TimeProvider _time;
    private readonly ReadPool _readers;
    private readonly Connection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile Ontology _ontology;

    private SqliteGraphStore(StoreFile file, Connection writer, int readers, Ontology ontology, TimeProvider time) =>
        (_file, _writer, _readers, _ontology, _time) = (file, writer, new ReadPool(file, readers), ontology, time);

    public string Description => $"sqlite {_file.Path}";

    public Ontology Ontology => _ontology;

    public int? MostInOneChange => null;

    /// <summary>What a reader has prepared, for tests of the plans.</summary>
    internal IReadOnlyList<string> PreparedTexts
    {
        get
        {
            using var lease = _readers.Take(CancellationToken.None);
            return [.. lease.Connection.PreparedTexts];
        }
    }

    /// <summary>Opens the file, makes it when there is none, and brings an older format up to date.</summary>
    /// <param name="ontology">In force from now on; what the file was loaded with is told by <see cref="State"/>.</param>
    /// <param name="time">For the record of changes.</param>
    /// <exception cref="StoreUnavailableException">The file is another program's, damaged, of a newer format, or cannot be written. It is left as it was.</exception>
    /// <exception cref="BadInputException">An option is out of its range.</exception>
    public static SqliteGraphStore Open(SqliteStoreOptions options, Ontology ontology, TimeProvider time)
    {
        var file = new StoreFile(options.Valid());
        return new SqliteGraphStore(file, file.OpenToWrite(ontology, time), options.Readers, ontology, time);
    }

    public ValueTask<StoreState> State(CancellationToken cancellation)
    {
        using var lease = Read(transaction: true, cancellation);
        var c = lease.Connection;
        var isEmpty = c.Number("SELECT NOT EXISTS (SELECT 1 FROM entity) AND NOT EXISTS (SELECT 1 FROM statement) AND NOT EXISTS (SELECT 1 FROM article)") == 1;
        return ValueTask.FromResult(new StoreState(Meta(c, Schema.OntologyKey), LastChange(c), isEmpty, UnfinishedLoad(c)));
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        _readers.Dispose();
        _writer.Dispose();
        _writing.Dispose();
    }

    private static string? Meta(Connection connection, string key)
    {
        using var command = connection.Prepare("SELECT value FROM meta WHERE key = ?1");
        command.Bind(1, key);
        return command.Step() ? command.Text(0) : null;
    }

    private static LoadMark? UnfinishedLoad(Connection connection) =>
        Meta(connection, Schema.LoadKey) is { } name && Meta(connection, Schema.LoadPrintKey) is { } print ? new LoadMark(name, print) : null;

    private static long LastChange(Connection connection) => connection.Number("SELECT max(number) FROM change");

    private ReadPool.Lease Read(bool transaction, CancellationToken cancellation)
    {
        var lease = _readers.Take(cancellation);
        if (!transaction)
            return lease;
        try
        {
            lease.Begin();
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
