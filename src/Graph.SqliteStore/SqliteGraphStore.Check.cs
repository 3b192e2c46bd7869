using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation)
    {
        using var lease = Read(transaction: true, cancellation);
        return ValueTask.FromResult(new Checker(lease.Connection, Ontology, cancellation).Faults());
    }
}
