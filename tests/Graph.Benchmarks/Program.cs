using System.Diagnostics;
using System.Globalization;
using Graph.Benchmarks;
using Graph.Core;
using Graph.SqliteStore;

// graph-benchmarks [S|M] [--keep FILE]: loads a generated graph and prints figures in Markdown. FILE, when it exists, is measured without loading.
var size = args.FirstOrDefault(a => a is "S" or "M") ?? "S";
var keep = Array.IndexOf(args, "--keep") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var graph = size == "M" ? new GeneratedGraph(200_000, 1_000_000) : new GeneratedGraph(10_000, 50_000);
var folder = Directory.CreateTempSubdirectory("graph-benchmark-").FullName;
var file = keep ?? Path.Combine(folder, "benchmark.db");
try
{
    var fresh = !File.Exists(file);
    await using var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, BenchmarkOntology.Instance, TimeProvider.System);
    if (fresh)
        await Load(store);
    Console.WriteLine();
    Console.WriteLine("| size | operation | p50 µs | p99 µs | results |");
    Console.WriteLine("| --- | --- | ---: | ---: | ---: |");
    foreach (var measurement in await Queries.Measure(store, graph))
        Console.WriteLine(measurement.Row(size));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak memory {PeakMegabytes()} MB"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task Load(SqliteGraphStore store)
{
    var start = Stopwatch.GetTimestamp();
    await store.Apply(new ChangeSet("benchmark", null, graph.Changes(), JournalDetail.Counts), CancellationToken.None);
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var megabytes = new FileInfo(file).Length >> 20;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loaded {size} in {seconds:0.0} s; file {megabytes} MB; peak memory {PeakMegabytes()} MB"));
}

static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
