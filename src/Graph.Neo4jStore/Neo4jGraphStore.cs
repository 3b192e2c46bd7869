using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>The shared store: a graph in Neo4j 5.26 or later, shaped so that people can read it, by the Query API or the driver.</summary>
/// <remarks>
/// Each read is one statement. Neo4j reads what is committed at each step of a statement, so a commit beside it could show in one part of an answer and not in another: writers therefore mark
/// the beginning and the end of their commits, and a read that met one is done again, for a quarter of a second at the most. What it reads last it gives, even if a longer commit (a batch of a
/// bulk load) still goes on beside it: only then an answer may hold a part of a change.
/// Writes are one transaction; the lock of the node <c>_Meta</c> lets one writer in at a time.
/// </remarks>
public sealed partial class Neo4jGraphStore : IGraphStore
{
    /// <summary>Version of the physical model.</summary>
    internal const long Format = 1;

    private readonly IConnection _connection;
    private readonly MergedReads _reads;
    private readonly Neo4jStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile Ontology _ontology;

    /// <summary>Over a connection whose other end is checked already.</summary>
    internal Neo4jGraphStore(IConnection connection, Neo4jStoreOptions options, Ontology ontology, TimeProvider time) =>
        (_connection, _options, _ontology, _time, _reads) = (connection, options, ontology, time, new MergedReads(connection, time));

    public string Description => $"neo4j {_connection.Address} ({_options.Database})";

    public Ontology Ontology => _ontology;

    /// <summary>A transaction is kept in the server's memory until it is committed.</summary>
    public int? MostInOneChange => 10_000;

    /// <summary>Statements sent to the server since the store was opened; for tests.</summary>
    internal long StatementsSent => _connection.Statements;

    /// <summary>Reaches the server, checks that it is 5.26 or later and that the database is this service's or empty, and makes what labels, constraints and indexes are missing.</summary>
    /// <remarks>Throws <see cref="BadInputException"/> for options that cannot be, and <see cref="StoreUnavailableException"/> with what to do about it: not reachable, wrong password, unknown database,
    /// too old a server, a database that holds something else (which is left as it is), no driver in this build.</remarks>
    public static async ValueTask<Neo4jGraphStore> Open(Neo4jStoreOptions options, Ontology ontology, TimeProvider time, CancellationToken cancellation)
    {
        var connection = Addresses.To(options, time);
        try
        {
            var version = await connection.ServerVersion(cancellation);
            if (!IsRecent(version))
                throw Neo4jErrors.TooOld(connection.Address, version);
            var isOurs = await RefuseForeign(connection, options.Database, cancellation);
            await Schema.Ensure(connection, ontology, time, cancellation);
            if (!isOurs)
                await connection.Write(ChangeCypher.Begin, new Parameters { ["format"] = Format, ["made"] = Derivation.Of(ontology) }, cancellation);
            await connection.Write(ChangeCypher.Ready, Parameters.None, cancellation);
            return new Neo4jGraphStore(connection, options, ontology, time);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<StoreState> State(CancellationToken cancellation)
    {
        var rows = await ReadWhole("MATCH (m:_Meta {name: 'graph'})",
            "m.ontology, m.change, NOT EXISTS { MATCH (:_Entity) } AND NOT EXISTS { MATCH (:_Statement) } AND NOT EXISTS { MATCH (:Article) }, m.load, m.loadFingerprint", Parameters.None, cancellation);
        if (rows is not [var row, ..])
            throw MetaIsGone();
        return new StoreState(row.TextOrNull(0), row.Number(1), row.Flag(2), UnfinishedLoad(row, 3));
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _writer.Dispose();
    }

    // 5.26.30, 2025.06.1, 5.27-aura
    internal static bool IsRecent(string version)
    {
        var parts = version.Split('.', '-', '+');
        return parts.Length >= 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && (major, minor).CompareTo((5, 26)) >= 0;
    }

    // Counts by label come from the count store, so this costs the same on every graph. Each of our nodes has exactly one of these labels.
    private static async ValueTask<bool> RefuseForeign(IConnection connection, string database, CancellationToken cancellation)
    {
        var row = (await connection.Read("""
            CALL () { MATCH (n) RETURN count(n) AS nodes }
            CALL () { OPTIONAL MATCH (m:_Meta {name: 'graph'}) RETURN max(m.format) AS format }
            CALL () { MATCH (n:_Entity) RETURN count(n) AS a }
            CALL () { MATCH (n:_Statement) RETURN count(n) AS b }
            CALL () { MATCH (n:_Name) RETURN count(n) AS c }
            CALL () { MATCH (n:_Mention) RETURN count(n) AS d }
            CALL () { MATCH (n:_Change) RETURN count(n) AS e }
            CALL () { MATCH (n:_Meta) RETURN count(n) AS f }
            CALL () { MATCH (n:Passage) RETURN count(n) AS g }
            CALL () { MATCH (n:Article) RETURN count(n) AS h }
            RETURN nodes, format, a + b + c + d + e + f + g + h
            """, Parameters.None, cancellation)).First!.Value;
        if (row.Number(0) == 0)
            return false;
        return row.NumberOrNull(1) switch
        {
            null => throw Neo4jErrors.Foreign(connection.Address, database, "another graph"),
            > Format => throw Neo4jErrors.Foreign(connection.Address, database, "a graph that a later version of this service made"),
            _ when row.Number(0) != row.Number(2) => throw Neo4jErrors.Foreign(connection.Address, database, "nodes of something else besides this service's graph"),
            _ => true,
        };
    }

    private static LoadMark? UnfinishedLoad(Row row, int column) =>
        row.TextOrNull(column) is { } name && row.TextOrNull(column + 1) is { } print ? new LoadMark(name, print) : null;

    private StoreUnavailableException MetaIsGone() => Neo4jErrors.Foreign(_connection.Address, _options.Database, "no _Meta node any more");
}
