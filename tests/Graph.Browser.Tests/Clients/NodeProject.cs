using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Graph.BrowserTests;

/// <summary>The small node project in this folder: installed by its lock file when that has changed, its scripts run against a
/// service.</summary>
internal static class NodeProject
{
    private const string Remedy = "apt-get install nodejs npm (20 or newer), with the npm registry or its cache at hand.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task<string?>> Found = new(Install);

    public static string Folder { get; } = Here();

    /// <summary>Skips the test where node or its packages are not to be had; with CI=true that is a failure.</summary>
    public static async Task Require()
    {
        var reason = await Found.Value;
        Assert.False(reason is not null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipWhen(reason is not null, reason ?? "");
    }

    /// <summary>Runs <c>node</c> here and expects success. Gives what it printed.</summary>
    public static async Task<string> Run(params string[] arguments)
    {
        var (code, output) = await Start("node", Folder, arguments);
        Assert.True(code == 0, $"node {string.Join(' ', arguments)} ended with {code}:\n{output}");
        return output;
    }

    private static async Task<string?> Install()
    {
        try
        {
            var stamp = Path.Combine(Folder, "node_modules", ".installed");
            var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"))));
            if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
                return null;
            var (code, output) = await Start("npm", Folder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
            if (code != 0)
                return $"npm ci ended with {code}; {Remedy}\n{output}";
            await File.WriteAllTextAsync(stamp, wanted);
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"No node: {Remedy}";
        }
    }

    private static async Task<(int Code, string Output)> Start(string program, string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1", ["NODE_ENV"] = "test" },
        })!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"not done within {Patience}");
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
