namespace Graph.Neo4jStore;

/// <summary>A writer's transaction, each statement of which carries <c>$writer</c>, so that the server can be told which transaction to end.</summary>
internal sealed class MarkedTransaction(ITransaction transaction) : ITransaction
{
    public string Writer { get; } = Guid.NewGuid().ToString("N");

    public ValueTask<Rows> Run(string cypher, Parameters parameters, CancellationToken cancellation)
    {
        parameters["writer"] = Writer;
        return transaction.Run(cypher, parameters, cancellation);
    }

    public ValueTask Commit(CancellationToken cancellation) => transaction.Commit(cancellation);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
