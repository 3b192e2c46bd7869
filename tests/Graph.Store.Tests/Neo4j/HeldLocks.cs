using Graph.Neo4jStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>A transaction beside the store that holds the locks of what it would write, until it is disposed and rolled back.</summary>
internal sealed class HeldLocks : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly ITransaction _transaction;

    private HeldLocks(IConnection connection, ITransaction transaction) => (_connection, _transaction) = (connection, transaction);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="cypher">Sets something on what is to be locked.</param>
    public static async Task<HeldLocks> Take(string cypher)
    {
        var connection = Addresses.To(Neo4jServer.Shared.Options, TimeProvider.System);
        var transaction = await connection.Begin(Cancellation);
        await transaction.Run(cypher + " RETURN count(*)", Parameters.None, Cancellation);
        return new HeldLocks(connection, transaction);
    }

    /// <summary>Waits until the first value of the first row is true.</summary>
    public static async Task Until(string cypher)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(40));
        while ((await Neo4jFixture.Cypher(cypher)).First is not { } row || !row.Flag(0))
            await Task.Delay(20, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
