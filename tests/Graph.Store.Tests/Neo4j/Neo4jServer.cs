using System.Diagnostics;
using Graph.Neo4jStore;
using Graph.StoreTests;
using Xunit;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace Graph.StoreTests;

/// <summary>The one Neo4j server of a test run: the one that GRAPH_TEST_NEO4J names, else one started from <c>shared/neo4j</c> when it is first needed and stopped at the end.</summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    public const string Variable = "GRAPH_TEST_NEO4J";

    private static readonly Lazy<(Neo4jServer? Server, string? WhyNot)> Found = new(Find);
    private static readonly List<Neo4jServer> Started = [];

    private Neo4jServer(string uri, string username, string password) => (Uri, Username, Password) = (uri, username, password);

    // xunit makes this one, to dispose it at the end of the run.
    public Neo4jServer()
        : this("", "", "")
    {
    }

    /// <summary>Null when there is one.</summary>
    public static string? WhyUnavailable => Found.Value.WhyNot;

    public static Neo4jServer Shared => Found.Value.Server ?? throw new InvalidOperationException(WhyUnavailable);

    /// <summary>The folder <c>shared/neo4j</c> beside the repository, where it is there.</summary>
    public static string? Folder { get; } = Above(AppContext.BaseDirectory).Select(d => Path.Combine(d, "shared", "neo4j")).FirstOrDefault(d => File.Exists(Path.Combine(d, "start")));

    public string Uri { get; }

    public string Username { get; }

    public string Password { get; }

    /// <summary>Where a started one keeps its files; null for one that somebody else started.</summary>
    public string? Home { get; private init; }

    private int Process { get; init; }

    public Neo4jStoreOptions Options => new() { Uri = Uri, Username = Username, Password = Password };

    /// <summary>Starts one more. Dispose it.</summary>
    public static Neo4jServer Start(params string[] arguments)
    {
        var lines = Run("start", ["--heap", "512m", "--pagecache", "128m", .. arguments]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('=', 2)).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1]);
        var server = new Neo4jServer(lines["NEO4J_HTTP"], lines["NEO4J_USER"], lines["NEO4J_PASSWORD"]) 
        {
            Home = lines["NEO4J_HOME"],
            Process = int.Parse(lines["NEO4J_PID"], System.Globalization.CultureInfo.InvariantCulture),
        };
        lock (Started)
            Started.Add(server);
        return server;
    }

    /// <summary>Ends it as a power cut would; what it kept in a folder that was named stays.</summary>
    public void Kill()
    {
        using (var process = System.Diagnostics.Process.GetProcessById(Process))
        {
            process.Kill();
            process.WaitForExit();
        }
        Stop();
    }

    public void Stop()
    {
        lock (Started)
        {
            if (Started.Remove(this))
                Run("stop", [Home!]);
        }
    }

    public ValueTask DisposeAsync()
    {
        Neo4jServer[] all;
        lock (Started)
            all = Home is null ? [.. Started] : [this];
        foreach (var server in all)
            server.Stop();
        return ValueTask.CompletedTask;
    }

    private static (Neo4jServer?, string?) Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            var uri = new UriBuilder(given);
            var (username, password) = (System.Uri.UnescapeDataString(uri.UserName), System.Uri.UnescapeDataString(uri.Password));
            (uri.UserName, uri.Password) = ("", "");
            return (new Neo4jServer(uri.Uri.GetLeftPart(UriPartial.Authority), username, password), null);
        }
        if (Folder is null)
            return (null, $"No Neo4j: set {Variable} to http://user:password@host:port of an empty one.");
        try
        {
            return (Start(), null);
        }
        catch (InvalidOperationException fault) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            return (null, $"No Neo4j: {fault.Message}");
        }
    }

    /// <summary>Fills the database of a home whose server is stopped, as <c>neo4j-admin database import full</c> does.</summary>
    public static void AdminImport(string home, string arguments)
    {
        var conf = Directory.CreateDirectory(Path.Combine(home, "conf")).FullName;
        File.WriteAllText(Path.Combine(conf, "neo4j.conf"), "");
        var environment = new Dictionary<string, string?> { ["NEO4J_HOME"] = home, ["NEO4J_CONF"] = conf };
        Run("java", ["-cp", Path.Combine(Folder!, "lib", "*"), "org.neo4j.server.startup.Neo4jAdminBoot", "database", "import", "full", "neo4j", "@" + arguments], environment);
    }

    private static string Run(string script, IReadOnlyList<string> arguments) =>
        Run(Path.Combine(Folder ?? throw new InvalidOperationException("There is no shared/neo4j."), script), arguments, []);

    private static string Run(string program, IReadOnlyList<string> arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result.Trim()}");
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
