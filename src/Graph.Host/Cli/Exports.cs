using Graph.Core;

namespace Graph.Host.Cli;

/// <summary>What a graph can be written as.</summary>
internal enum ExportFormat
{
    /// <summary>JSON Lines, which <c>import</c> reads.</summary>
    Jsonl,
}

/// <summary>Writes a graph in a format.</summary>
internal static class Exports
{
    public static ValueTask Write(ExportFormat format, IGraphStore store, Stream to, CancellationToken cancellation) => format switch
    {
        ExportFormat.Jsonl => BulkExport.Write(store, to, null, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
