namespace Graph.Neo4jStore;

/// <summary>The one seam between the store and a server: statements in, plain values out.</summary>
/// <remarks>
/// Values both ways are null, bool, long, double, string, lists and string-keyed maps of these; statements return no nodes or relationships.
/// Failures arrive translated by <see cref="Neo4jErrors"/>. Transient ones of reads and single writes are tried again until the deadline.
/// Each statement sees the writes that this connection made before it. Safe for concurrent use.
/// </remarks>
internal interface IConnection : IAsyncDisposable
{
    /// <summary>Scheme, host and port, without secrets.</summary>
    string Address { get; }

    /// <summary>Statements sent since the start; for tests.</summary>
    long Statements { get; }

    /// <summary>Such as <c>5.26.30</c>.</summary>
    ValueTask<string> ServerVersion(CancellationToken cancellation);

    /// <summary>Runs one statement by itself, in read mode: the server refuses writes.</summary>
    ValueTask<Rows> Read(string cypher, Parameters parameters, CancellationToken cancellation);

    /// <summary>Runs one statement by itself. It must give the same result when it is run twice.</summary>
    ValueTask<Rows> Write(string cypher, Parameters parameters, CancellationToken cancellation);

    ValueTask<ITransaction> Begin(CancellationToken cancellation);
}

/// <summary>Several statements, all or nothing. Disposing one that was not committed rolls it back.</summary>
internal interface ITransaction : IAsyncDisposable
{
    ValueTask<Rows> Run(string cypher, Parameters parameters, CancellationToken cancellation);

    ValueTask Commit(CancellationToken cancellation);
}

/// <summary>Values for the <c>$names</c> of a statement.</summary>
internal sealed class Parameters : Dictionary<string, object?>
{
    public static Parameters None => [];
}

/// <summary>A result: each row holds a value per column.</summary>
internal sealed class Rows(IReadOnlyList<IReadOnlyList<object?>> rows)
{
    public int Count => rows.Count;

    public IEnumerable<Row> All => rows.Select(r => new Row(r));

    public Row this[int index] => new(rows[index]);

    public Row? First => rows.Count > 0 ? new Row(rows[0]) : null;
}

/// <summary>One row of a result, or a list within one, with its values by position.</summary>
internal readonly struct Row(IReadOnlyList<object?> values)
{
    public int Count => values.Count;

    public object? Value(int column) => values[column];

    public string Text(int column) => (string)values[column]!;

    public string? TextOrNull(int column) => (string?)values[column];

    public long Number(int column) => (long)values[column]!;

    public long? NumberOrNull(int column) => (long?)values[column];

    public bool Flag(int column) => (bool)values[column]!;

    /// <summary>A list, as a row.</summary>
    public Row Inner(int column) => new((IReadOnlyList<object?>)values[column]!);

    /// <summary>A list of lists, as rows.</summary>
    public IEnumerable<Row> List(int column) => ((IReadOnlyList<object?>)values[column]!).Select(v => new Row((IReadOnlyList<object?>)v!));

    public IEnumerable<string> Texts(int column) => ((IReadOnlyList<object?>)values[column]!).Select(v => (string)v!);
}
