using System.Text;
using Graph.Core;

namespace Graph.StoreTests;

/// <summary>A bulk file in a temporary folder, gone with it.</summary>
public sealed class BulkFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-bulk-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "graph.jsonl");

    public static async Task<string> Export(IGraphStore store)
    {
        using var stream = new MemoryStream();
        await BulkExport.Write(store, stream, null, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public async Task<BulkReport> Import(IGraphStore store, string text)
    {
        await File.WriteAllTextAsync(Path, text);
        return await BulkImport.Import(store, Path, "import graph.jsonl", null, CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
