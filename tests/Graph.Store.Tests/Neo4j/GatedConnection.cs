using Graph.Neo4jStore;

namespace Graph.StoreTests;

/// <summary>A connection whose reads set out only while its gate is open, so that a test decides which of them wait for others.</summary>
internal sealed class GatedConnection(IConnection inner) : IConnection
{
    private volatile TaskCompletionSource _gate = Opened();

    public string Address => inner.Address;

    public long Statements => inner.Statements;

    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _gate.TrySetResult();

    public ValueTask<string> ServerVersion(CancellationToken cancellation) => inner.ServerVersion(cancellation);

    public async ValueTask<Rows> Read(string cypher, Parameters parameters, CancellationToken cancellation)
    {
        await _gate.Task.WaitAsync(cancellation);
        return await inner.Read(cypher, parameters, cancellation);
    }

    public ValueTask<Rows> Write(string cypher, Parameters parameters, CancellationToken cancellation) => inner.Write(cypher, parameters, cancellation);

    public ValueTask<ITransaction> Begin(CancellationToken cancellation) => inner.Begin(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
