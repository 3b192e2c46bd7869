using System.Diagnostics;
using System.Globalization;

namespace Graph.Benchmarks;

/// <summary>The greatest memory of this process since the start, sampled: on Linux that of its own pages, without those of mapped files; elsewhere the working set.</summary>
internal sealed class ProcessMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Timer _timer;
    private long _peak;

    public ProcessMemory() => _timer = new Timer(_ => _peak = Math.Max(_peak, Now()), null, TimeSpan.Zero, Interval);

    public long PeakBytes => Math.Max(_peak, Now());

    public void Dispose() => _timer.Dispose();

    private static long Now()
    {
        const string Own = "RssAnon:";
        if (!OperatingSystem.IsLinux())
            return Process.GetCurrentProcess().WorkingSet64;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(Own, StringComparison.Ordinal));
        return long.Parse(line[Own.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
