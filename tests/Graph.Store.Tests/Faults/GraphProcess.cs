using System.Diagnostics;
using System.Globalization;
using System.Text;
using Graph.Core;
using Graph.SqliteStore;

namespace Graph.StoreTests;

/// <summary>The real command <c>graph</c>, in a process of its own, on files in a temporary folder.</summary>
public sealed class GraphProcess : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("graph-process-").FullName;

    public string Database => In("graph.db");

    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>Runs it to its end, on <see cref="Database"/> unless told otherwise.</summary>
    public Result Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return End(process);
    }

    public Process Start(params IEnumerable<string> arguments)
    {
        var all = arguments.ToList();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "graph.dll"), .. all, "--seed", Path.Combine(Root(), "seed")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        if (!all.Contains("--file"))
            {
            start.ArgumentList.Add("--file");
            start.ArgumentList.Add(Database);
        }
        start.Environment["GRAPH__STORE"] = "sqlite";
        return Process.Start(start)!;
    }

    /// <summary>Opens what a process has left, here.</summary>
    public static SqliteGraphStore Open(string file) =>
        SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, OntologyReader.Read(Path.Combine(Root(), "seed", "ontology.yaml"), "ontology.yaml").OrThrow(), TimeProvider.System);

    public static Result End(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, errors.Result);
    }

    /// <summary>A bulk file of the seed's ontology: people who influence one another.</summary>
    /// <param name="prefix">Of the people's keys, and the article's.</param>
    public string WriteBulk(string prefix, int people, int relationships)
    {
        var lines = new List<string>
        {
            """{"graph":1,"ontology":"technology-news"}""",
            $$$$"""{"article":{"key":"{{{{prefix}}}}","title":{"en":"Many"},"language":"en"}}""",
            $$$$"""{"passage":{"id":"p_{{{{prefix}}}}.1","text":{"en":"One influences another."}}}""",
        };
        for (var n = 0; n < people; n++)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $$$$"""{"entity":{"key":"{{{{prefix}}}}-{{{{n}}}}","kind":"Person","declarations":[{"source":"{{{{prefix}}}}","names":[{"text":"Person {{{{n}}}}","language":"en","role":"PREFERRED"}]}]}}"""));
        for (var n = 0; n < relationships; n++)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $$$$"""{"statement":{"source":"{{{{prefix}}}}-{{{{n % people}}}}","type":"INFLUENCED_BY","target":"{{{{prefix}}}}-{{{{(n + 1 + (n / people)) % people}}}}","evidence":[{"passage":"p_{{{{prefix}}}}.1","language":"en","start":0,"end":3,"quote":"One"}]}}"""));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $$"""{"end":{{lines.Count}}}"""));
        var path = In(prefix + ".jsonl");
        File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public sealed record Result(int Code, string Output, string Errors);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Graph.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The root is not found.");
        return folder;
    }
}
