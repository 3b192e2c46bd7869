using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public async ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityQuery query, CancellationToken cancellation)
    {
        using var lease = Read(transaction: true, cancellation);
        return await Together.Entities(new Snapshot(this, lease.Connection), keys, query, cancellation);
    }

    public async ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, StatementsQuery query, CancellationToken cancellation)
    {
        using var lease = Read(transaction: true, cancellation);
        return await Together.Statements(new Snapshot(this, lease.Connection), anchors, query, cancellation);
    }

    /// <summary>Reads in the transaction that a connection is in. Every read is done when it returns.</summary>
    private sealed class Snapshot(SqliteGraphStore store, Connection connection) : ILevelReader
    {
        public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation) =>
            new(SqliteGraphStore.Entities(connection, keys, parts));

        public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter,
            PageRequest page, StatementParts parts, CancellationToken cancellation) =>
            new(store.StatementsOf(connection, anchors, role, filter, page, parts, cancellation));
    }
}
