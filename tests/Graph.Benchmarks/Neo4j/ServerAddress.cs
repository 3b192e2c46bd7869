using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Graph.Neo4jStore;

namespace Graph.Benchmarks;

/// <summary>The Neo4j server to measure on: the one that GRAPH_TEST_NEO4J names (<c>http://user:password@host:port</c>), else one started by the scripts of <c>shared/neo4j</c> where they are at hand.</summary>
internal sealed class ServerAddress : IAsyncDisposable
{
    public const string Variable = "GRAPH_TEST_NEO4J";

    private string? _home;

    private ServerAddress(Uri uri, string user, string password) => (Uri, User, Password) = (uri, user, password);

    public Uri Uri { get; }

    public string User { get; }

    public string Password { get; }

    /// <summary>For the official drivers, as the server itself gives it.</summary>
    public string Bolt { get; private set; } = "";

    public string Version { get; private set; } = "";

    /// <summary>Patient: M is loaded beside whatever else the machine does.</summary>
    public Neo4jStoreOptions Options => new()
    {
        Uri = Uri.GetLeftPart(UriPartial.Authority),
        Username = User,
        Password = Password,
        StatementTimeout = TimeSpan.FromMinutes(5),
        WriterWait = TimeSpan.FromMinutes(5),
    };

    public static async Task<ServerAddress> Find()
    {
        var server = System.Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? Of(new UriBuilder(given)) : await Start();
        using var http = server.Client();
        using var answer = JsonDocument.Parse(await http.GetStringAsync("/"));
        (server.Bolt, server.Version) = (answer.RootElement.GetProperty("bolt_direct").GetString()!, answer.RootElement.GetProperty("neo4j_version").GetString()!);
        return server;
    }

    /// <summary>What a process needs to be told to find the server: for <see cref="Find"/>, and for the official drivers.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NEO4J_BOLT"] = Bolt,
        ["NEO4J_USER"] = User,
        ["NEO4J_PASSWORD"] = Password,
        ["NEO4J_DATABASE"] = "neo4j",
        [Variable] = new UriBuilder(Uri) { UserName = System.Uri.EscapeDataString(User), Password = System.Uri.EscapeDataString(Password) }.Uri.AbsoluteUri,
    };

    /// <summary>A client of the Query API.</summary>
    public HttpClient Client()
    {
        var http = new HttpClient { BaseAddress = Uri, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        if (_home is not null)
            await Run("stop", _home);
    }

    private static ServerAddress Of(UriBuilder address)
    {
        var (user, password) = (System.Uri.UnescapeDataString(address.UserName), System.Uri.UnescapeDataString(address.Password));
        (address.UserName, address.Password) = ("", "");
        return new ServerAddress(address.Uri, user, password);
    }

    private static async Task<ServerAddress> Start()
    {
        var lines = (await Run("start", "--heap", "2g", "--pagecache", "2g")).Split('\n').Select(l => l.Split('=', 2)).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1]);
        return new ServerAddress(new Uri(lines["NEO4J_HTTP"]), lines["NEO4J_USER"], lines["NEO4J_PASSWORD"]) { _home = lines["NEO4J_HOME"] };
    }

    private static async Task<string> Run(string script, params string[] arguments)
    {
        var folders = new List<string>();
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            folders.Add(Path.Combine(at.FullName, "shared", "neo4j", script));
        var file = folders.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"No Neo4j: set {Variable} to http://user:password@host:port of an empty one.");
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} ended with exit code {process.ExitCode}.");
    }
}
