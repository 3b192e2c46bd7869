using Graph.Neo4jStore;

namespace Graph.StoreTests;

/// <summary>A server that answers what a test says.</summary>
internal sealed class ScriptedConnection(Func<string, Parameters, CancellationToken, Task<Rows>> answer) : IConnection
{
    private long _statements;

    public string Address => "http://x";

    public long Statements => Interlocked.Read(ref _statements);

    public ValueTask<string> ServerVersion(CancellationToken cancellation) => ValueTask.FromResult("5.26.0");

    public async ValueTask<Rows> Read(string cypher, Parameters parameters, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _statements);
        return await answer(cypher, parameters, cancellation);
    }

    public ValueTask<Rows> Write(string cypher, Parameters parameters, CancellationToken cancellation) => Read(cypher, parameters, cancellation);

    public ValueTask<ITransaction> Begin(CancellationToken cancellation) => ValueTask.FromResult<ITransaction>(new Transaction(this));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Transaction(ScriptedConnection connection) : ITransaction
    {
        public ValueTask<Rows> Run(string cypher, Parameters parameters, CancellationToken cancellation) => connection.Read(cypher, parameters, cancellation);

        public ValueTask Commit(CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>A clock whose stopwatch runs only when it is told to.</summary>
internal sealed class HeldTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
