using System.Globalization;
using Graph.Core;

namespace Graph.Host.Cli;

/// <summary>Loads a bulk file into a store and tells about it.</summary>
internal static class BulkLoading
{
    public static bool IsBulk(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase);

    /// <param name="by">The command as it was given.</param>
    public static async Task<int> Load(IGraphStore store, string path, string by, CancellationToken cancellation)
    {
        var progress = new BulkProgressBar(TimeProvider.System);
        try
        {
            if ((await store.State(cancellation)).UnfinishedLoad is { } unfinished)
                await Console.Error.WriteLineAsync($"{unfinished} It goes on if this is the same data.");
            var report = await progress.During(() => BulkImport.Import(store, path, by, progress, cancellation).AsTask());
            Tell(report);
            return GraphCli.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} cannot be read: {e.Message}");
            return GraphCli.Failed;
        }
        catch when (progress.Last.Changes > 0)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Interrupted: {progress.Last.Changes} changes, about {progress.Part:P0} of the file, are in the store. {LoadMark.Remedy}"));
            throw;
        }
    }

    private static void Tell(BulkReport report)
    {
        static string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
        var has = $"{Number(report.Articles)} articles, {Number(report.Passages)} passages, {Number(report.Entities)} entities, {Number(report.Statements)} statements";
        if (report.Written == 0 && !report.WentOn)
            Console.WriteLine($"Nothing to change: the store holds all of it ({has}).");
        else
            Console.WriteLine($"{(report.WentOn ? "Completed the load" : "Loaded")}: {has}. Change {report.Change}.");
    }
}
