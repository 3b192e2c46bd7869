using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Graph.Benchmarks;

/// <summary><c>graph serve</c> on a seed in a new embedded store, and its memory as Linux tells it. It ends with this object.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly string _folder;

    private ServiceProcess(Process process, string folder, Uri address) =>
        (_process, _folder, Http) = (process, folder, new HttpClient { BaseAddress = address, Timeout = Patience });

    public HttpClient Http { get; }

    public static async Task<ServiceProcess> Start(string seed, IReadOnlyDictionary<string, string> environment)
    {
        var folder = Directory.CreateTempSubdirectory("graph-benchmark-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "graph.dll"), "--seed", seed, "--urls", address])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["GRAPH__STORE"] = "sqlite", ["GRAPH__FILE"] = Path.Combine(folder, "abuse.db") },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync(); // so that it never waits for a reader
        var service = new ServiceProcess(process, folder, new Uri(address));
        await service.Ready();
        return service;
    }

    /// <summary>Forgets the greatest memory so far; gives the present one, in bytes.</summary>
    public long ResetPeak()
    {
        const string OnlyPeak = "5";
        if (OperatingSystem.IsLinux())
            File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/clear_refs"), OnlyPeak);
        return Status("VmRSS:");
    }

    /// <summary>The greatest memory since <see cref="ResetPeak"/>, in bytes.</summary>
    public long Peak() => Status("VmHWM:");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Ready()
    {
        for (var begin = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            try
            {
                using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(begin) < Patience && !_process.HasExited)
            {
                // Not listening yet.
            }
        }
    }

    private long Status(string what)
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/status")).First(l => l.StartsWith(what, StringComparison.Ordinal));
        return long.Parse(line[what.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
