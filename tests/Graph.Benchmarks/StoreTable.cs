using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Graph.Core;
using Graph.SqliteStore;

namespace Graph.Benchmarks;

/// <summary>The embedded store: loading, size, memory, and latencies at <see cref="IGraphStore"/>, size beside size.</summary>
/// <remarks>Each size has a process of its own, so that memory and warmth of one tell nothing about the next. Loading is measured once, latencies as the median of <see cref="Rounds.Count"/> rounds.</remarks>
internal static class StoreTable
{
    /// <summary>The command of such a process.</summary>
    public const string Child = "store-one";

    public static async Task<int> Print(Arguments arguments)
    {
        var keep = arguments.Keep;
        var sizes = arguments.Sizes.Count > 0 ? arguments.Sizes : [GraphSize.Of("S"), GraphSize.Of("M")];
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
        var (size, file) = (GraphSize.Of(arguments[0]), arguments[1]);
        using var memory = new ProcessMemory();
        await using var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, BenchmarkOntology.Instance, TimeProvider.System);
        var load = await BulkLoad.Run(store, size);
        var loading = load is null ? (long?)null : memory.PeakBytes;
        var rounds = new List<IReadOnlyList<Measurement>>();
        for (var round = 0; round < Rounds.Count; round++)
            rounds.Add(await Queries.Measure(store, size.Graph()));
        var medians = rounds[0].Select((first, i) => rounds.Select(r => r[i]).OrderBy(m => m.P50).ElementAt(Rounds.Count / 2)).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new Result(load, loading, new FileInfo(file).Length, memory.PeakBytes, medians)));
        return 0;
    }

    private static async Task<Result> Run(GraphSize size, string file)
    {
        Console.Error.WriteLine($"{size.Name} ...");
        using var process = Process.Start(ThisProgram.With(Child, size.Name, file))!;
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
            (string[])["", .. sizes.Select(s => Text($"{s.Name} ({s.Entities:N0} entities, about {s.Relationships:N0} relationships)")), "last : first"],
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
