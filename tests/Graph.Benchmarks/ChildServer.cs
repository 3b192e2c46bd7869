using System.Diagnostics;

namespace Graph.Benchmarks;

/// <summary>A process that serves, and prints its address as its first line. It ends with this object.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process _process;

    private ChildServer(Process process, Uri address) => (_process, Http) = (process, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) });

    public HttpClient Http { get; }

    /// <summary>A command of this program, with the garbage collector that web projects (and so this service) have.</summary>
    public static Task<ChildServer> OfThisProgram(string command, IReadOnlyDictionary<string, string> environment) =>
        Start(ThisProgram.With(command), new Dictionary<string, string>(environment) { ["DOTNET_gcServer"] = "1" });

    /// <param name="peer">A folder of <c>peers</c> with a <c>server.js</c>; its packages are installed when they are missing.</param>
    public static async Task<ChildServer> OfNode(string peer, IReadOnlyDictionary<string, string> environment)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "peers", peer);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
            await install.StandardOutput.ReadToEndAsync();
            await install.WaitForExitAsync();
            if (install.ExitCode != 0)
                throw new InvalidOperationException($"npm ci in {folder} ended with exit code {install.ExitCode}.");
        }
        return await Start(new ProcessStartInfo("node", ["server.js"]) { WorkingDirectory = folder, Environment = { ["NODE_ENV"] = "production" } }, environment);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ChildServer> Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        (start.RedirectStandardOutput, start.UseShellExecute) = (true, false);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{start.FileName} ended without an address.");
        _ = process.StandardOutput.ReadToEndAsync(); // so that it never waits for a reader
        return new ChildServer(process, new Uri(address));
    }
}
