using Graph.Core;
using Neo4j.Driver;

namespace Graph.Neo4jStore;

/// <summary>The Bolt protocol by Neo4j's official driver. The only file that knows the driver; compiled with <c>-p:Neo4jDriver=true</c>.</summary>
/// <remarks>The driver keeps one pool for the process and retries transient failures of whole units of work itself. Its calls take no token: whoever gives up stops waiting, and the session is closed.</remarks>
internal sealed class BoltConnection : IConnection
{
    // See QueryApiConnection.
    private const int CommitPatience = 20;

    private readonly IDriver _driver;
    private readonly Neo4jStoreOptions _options;
    private volatile Bookmarks? _bookmarks;
    private long _statements;

    public BoltConnection(Uri uri, Neo4jStoreOptions options)
    {
        (_options, Address) = (options, $"{uri.Scheme}://{uri.Authority}");
        _driver = GraphDatabase.Driver(uri, options.Username.Length > 0 ? AuthTokens.Basic(options.Username, options.Password) : AuthTokens.None, c => c
            .WithMaxConnectionPoolSize(options.PoolSize)
            .WithConnectionAcquisitionTimeout(options.ConnectTimeout + options.ConnectTimeout)
            .WithConnectionTimeout(options.ConnectTimeout)
            .WithMaxTransactionRetryTime(options.RetryDeadline)
            .WithTelemetryDisabled());
    }

    public string Address { get; }

    public long Statements => Interlocked.Read(ref _statements);

    public async ValueTask<string> ServerVersion(CancellationToken cancellation)
    {
        var info = await Translated(() => _driver.GetServerInfoAsync(), cancellation);
        return info.Agent.StartsWith("Neo4j/", StringComparison.Ordinal) ? info.Agent["Neo4j/".Length..] : info.Agent;
    }

    public async ValueTask<Rows> Read(string cypher, Parameters parameters, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _statements);
        await using var session = Session(AccessMode.Read);
        return await Translated(() => session.ExecuteReadAsync(runner => Run(runner, cypher, parameters)), cancellation);
    }

    public async ValueTask<Rows> Write(string cypher, Parameters parameters, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _statements);
        await using var session = Session(AccessMode.Write);
        var rows = await Translated(() => session.ExecuteWriteAsync(runner => Run(runner, cypher, parameters)), cancellation);
        _bookmarks = session.LastBookmarks;
        return rows;
    }

    public async ValueTask<ITransaction> Begin(CancellationToken cancellation)
    {
        var session = Session(AccessMode.Write);
        try
        {
            return new Transaction(this, session, await Translated(session.BeginTransactionAsync, cancellation));
        }
        catch
        {
            await session.CloseAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    private static async Task<Rows> Run(IAsyncQueryRunner runner, string cypher, Parameters parameters)
    {
        var cursor = await runner.RunAsync(cypher, parameters!);
        var keys = await cursor.KeysAsync();
        var rows = new List<IReadOnlyList<object?>>();
        while (await cursor.FetchAsync())
        {
            var record = cursor.Current;
            rows.Add(Array.ConvertAll(keys, key => (object?)record[key]));
        }
        return new Rows(rows);
    }

    private IAsyncSession Session(AccessMode mode) => _driver.AsyncSession(s =>
    {
        s.WithDatabase(_options.Database).WithDefaultAccessMode(mode);
        if (_bookmarks is { } bookmarks)
            s.WithBookmarks(bookmarks);
    });

    private async Task<T> Translated<T>(Func<Task<T>> action, CancellationToken cancellation, int patience = 1)
    {
        var wait = _options.StatementTimeout * patience;
        try
        {
            return await action().WaitAsync(wait, cancellation);
        }
        catch (TimeoutException fault)
        {
            throw Neo4jErrors.NotInTime(Address, wait, fault);
        }
        catch (Exception fault) when (fault is ServiceUnavailableException or SessionExpiredException)
        {
            throw Neo4jErrors.NotReachable(Address, fault);
        }
        catch (AuthenticationException fault)
        {
            throw Neo4jErrors.Translate("Neo.ClientError.Security.Unauthorized", fault.Message, Address, _options.Database, fault);
        }
        catch (FatalDiscoveryException fault)
        {
            throw Neo4jErrors.Translate("Neo.ClientError.Database.DatabaseNotFound", fault.Message, Address, _options.Database, fault);
        }
        catch (Neo4jException fault)
        {
            throw Neo4jErrors.Translate(fault.IsRetriable && !(fault.Code ?? "").StartsWith("Neo.", StringComparison.Ordinal) ? "Neo.TransientError.General" : fault.Code ?? "", fault.Message, Address, _options.Database, fault);
        }
    }

    private sealed class Transaction(BoltConnection connection, IAsyncSession session, IAsyncTransaction transaction) : ITransaction
    {
        public async ValueTask<Rows> Run(string cypher, Parameters parameters, CancellationToken cancellation)
        {
            Interlocked.Increment(ref connection._statements);
            return await connection.Translated(() => BoltConnection.Run(transaction, cypher, parameters), cancellation);
        }

        public async ValueTask Commit(CancellationToken cancellation)
        {
            await connection.Translated(async () =>
            {
                await transaction.CommitAsync();
                return true;
            }, cancellation, CommitPatience);
            connection._bookmarks = session.LastBookmarks;
        }

        // The driver rolls back what was not committed. A session that cannot be reached any more has nothing to close.
        public async ValueTask DisposeAsync()
        {
            try
            {
                await transaction.DisposeAsync();
                await session.CloseAsync();
            }
            catch (Neo4jException)
            {
            }
        }
    }
}
