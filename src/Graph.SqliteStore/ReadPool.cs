using System.Collections.Concurrent;
using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>The connections that read. Taking one never waits: readers do not stand in each other's way.</summary>
internal sealed class ReadPool(StoreFile file, int kept) : IDisposable
{
    private readonly ConcurrentBag<Connection> _idle = [];
    private volatile bool _disposed;

    public Lease Take(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteGraphStore));
        cancellation.ThrowIfCancellationRequested();
        return new Lease(this, _idle.TryTake(out var connection) ? connection : file.OpenToRead(), cancellation);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private void Return(Connection connection)
    {
        if (_disposed || _idle.Count >= kept)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    /// <summary>One connection for one operation. The token interrupts whatever runs on it.</summary>
    public readonly struct Lease : IDisposable
    {
        private readonly ReadPool _pool;
        private readonly CancellationTokenRegistration _interrupt;

        public Lease(ReadPool pool, Connection connection, CancellationToken cancellation)
        {
            (_pool, Connection) = (pool, connection);
            connection.Cancellation = cancellation;
            _interrupt = cancellation.UnsafeRegister(static c => ((Connection)c!).Interrupt(), connection);
        }

        public Connection Connection { get; }

        /// <summary>Makes all that follows see one state. An operation of one statement does without.</summary>
        public void Begin() => Connection.Execute("BEGIN");

        public void Dispose()
        {
            _interrupt.Dispose(); // waits for an interrupt that is under way: it must not hit the next operation
            EndTransaction();
            Connection.Cancellation = CancellationToken.None;
            Connection.Trim();
            _pool.Return(Connection);
        }

        // A prepared COMMIT costs a tenth of a ROLLBACK that is parsed each time; nothing was written either way.
        private void EndTransaction()
        {
            if (!Connection.InTransaction)
                return;
            try
            {
                Connection.Execute("COMMIT");
            }
            catch (StoreUnavailableException)
            {
                Connection.Rollback();
            }
        }
    }
}
