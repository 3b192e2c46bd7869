using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Graph.Core;
using Graph.SqliteStore;

namespace Graph.Benchmarks;

/// <summary>The embedded store: loading, size, memory, and latencies at <see cref="IGraphStore"/>, size beside size.</summary>
/// <remarks>Each size has a process of its own, so that memory and warmth of one tell nothing about the next. Loading is measured once, latencies as the median of <see cref="Rounds"/> rounds.</remarks>
internal static class StoreTable
{
    /// <summary>The command of such a process.</summary>
    public const string Child = "store-one";

    private const int Rounds = 3;

    public static async Task<int> Print(string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--keep");
        var keep = at >= 0 && at + 1 < arguments.Length ? Directory.CreateDirectory(arguments[at + 1]).FullName : null;
        var named = (at >= 0 ? arguments[..at] : arguments).Select(GraphSize.Of).ToArray();
        var sizes = named.Length > 0 ? named : [GraphSize.Of("S"), GraphSize.Of("M")];
        var folder = keep ?? Directory.CreateTempSubdirectory("graph-benchmark-").FullName;
        try
        {
            var results = new List<Result>();
            foreach (var size in sizes)
                results.Add(await Run(size, Path.Combine(folder, size.Name + ".db")));
            Console.WriteLine(Machine.Name + "\n");
            Console.WriteLine(Table(sizes, results));
            return 0;
        }
        finally
        {
            if (keep is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Loads and measures one size, and prints a <see cref="Result"/> as its last line.</summary>
    public static async Task<int> MeasureHere(string[] arguments)
    {
        var (graph, file) = (GraphSize.Of(arguments[0]).Graph(), arguments[1]);
        var fresh = !File.Exists(file);
        using var memory = new ProcessMemory();
        await using var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, BenchmarkOntology.Instance, TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        if (fresh)
            await store.Apply(new ChangeSet("benchmark", null, graph.Changes(), JournalDetail.Counts), CancellationToken.None);
        var load = fresh ? Stopwatch.GetElapsedTime(start).TotalSeconds : (double?)null;
        var loading = fresh ? memory.PeakBytes : (long?)null;
        var rounds = new List<IReadOnlyList<Measurement>>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add(await Queries.Measure(store, graph));
        var medians = rounds[0].Select((first, i) => rounds.Select(r => r[i]).OrderBy(m => m.P50).ElementAt(Rounds / 2)).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new Result(load, loading, new FileInfo(file).Length, memory.PeakBytes, medians)));
        return 0;
    }

    private static async Task<Result> Run(GraphSize size, string file)
    {
        Console.Error.WriteLine($"{size.Name} ...");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(StoreTable).Assembly.Location);
        foreach (var argument in (string[])[Child, size.Name, file])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Result>(output.TrimEnd().Split('\n')[^1])!
            : throw new InvalidOperationException($"Measuring {size.Name} ended with exit code {process.ExitCode}.");
    }

    private static string Table(IReadOnlyList<GraphSize> sizes, IReadOnlyList<Result> results)
    {
        var rows = new List<IEnumerable<string>>
        {
            (string[])["", .. sizes.Select(s => Text($"{s.Name} ({s.Entities:N0} entities, {s.Relationships:N0} relationships)")), "last : first"],
            (string[])["---", .. sizes.Select(_ => "---:"), "---:"],
            Row("loaded in, s", r => r.LoadSeconds, "0.0"),
            Row("file, MB", r => r.FileBytes / 1e6, "0"),
            Row("own memory while loading, MB", r => r.LoadingBytes / 1e6, "0"),
            Row("own memory at most, MB", r => r.PeakBytes / 1e6, "0"),
        };
        for (var i = 0; i < results[0].Operations.Count; i++)
        {
            rows.Add(Row(results[0].Operations[i].What + ", p50 µs", r => r.Operations[i].P50, "0.0"));
            rows.Add(Row("&emsp;p99 µs", r => r.Operations[i].P99, "0"));
        }
        return string.Join('\n', rows.Select(r => $"| {string.Join(" | ", r)} |"));

        string[] Row(string what, Func<Result, double?> value, string format)
        {
            var growth = value(results[^1]) / value(results[0]);
            return [what, .. results.Select(r => value(r)?.ToString(format, CultureInfo.InvariantCulture) ?? ""), growth?.ToString("0.0", CultureInfo.InvariantCulture) ?? ""];
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Result(double? LoadSeconds, long? LoadingBytes, long FileBytes, long PeakBytes, IReadOnlyList<Measurement> Operations);
}
