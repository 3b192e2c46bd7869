using System.Diagnostics;

namespace Graph.Benchmarks;

/// <summary>Times of one kind of call, and how many results one had on average.</summary>
internal sealed record Measurement(string What, double P50, double P99, double Results)
{
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3); // until the code is compiled for good

    /// <summary>Runs the call for different arguments, one after the other.</summary>
    public static async Task<Measurement> Of(string what, int times, int[] among, Func<int, Task<int>> call)
    {
        var random = new Random(1);
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < Warmup;)
            await call(among[random.Next(among.Length)]);
        var ticks = new long[times];
        long results = 0;
        for (var i = 0; i < times; i++)
        {
            var n = among[random.Next(among.Length)];
            var start = Stopwatch.GetTimestamp();
            results += await call(n);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }
        Array.Sort(ticks);
        return new Measurement(what, Microseconds(ticks[times / 2]), Microseconds(ticks[times * 99 / 100]), (double)results / times);
    }

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
