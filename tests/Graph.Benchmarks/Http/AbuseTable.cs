using System.Diagnostics;
using System.Globalization;
using System.Text;
using Graph.SharedTests;

namespace Graph.Benchmarks;

/// <summary>Every hostile request of the tests to the service as it is built, in a process of its own: how long it takes, and by how much
/// the process grows meanwhile.</summary>
/// <remarks>The service remembers no document, so that each time is a first time; the greatest of three rounds is given, after one to
/// warm up. Growth is the most that the process had of memory during the request, less what it had before (Linux only).</remarks>
internal static class AbuseTable
{
    private const int Times = 3;

    public static async Task<int> Print(Arguments arguments)
    {
        await using var neo4j = arguments.Has("--neo4j") ? await ServerAddress.Find() : null;
        await using var service = await ServiceProcess.Start(Seed(), Environment(neo4j));
        var requests = Abuse.Everything().ToArray();
        var (milliseconds, megabytes) = (new double[requests.Length], new double[requests.Length]);
        var answers = new string[requests.Length];
        for (var round = 0; round <= Times; round++)
        {
            for (var i = 0; i < requests.Length; i++)
            {
                var before = service.ResetPeak();
                var start = Stopwatch.GetTimestamp();
                answers[i] = await Send(service.Http, requests[i].Body);
                var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round > 0)
                    (milliseconds[i], megabytes[i]) = (Math.Max(milliseconds[i], time), Math.Max(megabytes[i], (service.Peak() - before) / 1e6));
            }
        }
        Console.WriteLine($"{Machine.Name}\n\n{requests.Length} hostile requests.\n\n| | ms | MB | answer |\n| --- | ---: | ---: | --- |");
        foreach (var i in Enumerable.Range(0, requests.Length).Where(i => arguments.Has("--all") || IsAmongFirst(i, milliseconds) || IsAmongFirst(i, megabytes)).OrderByDescending(i => milliseconds[i]))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {requests[i].Name} | {milliseconds[i]:0} | {megabytes[i]:0} | {Code(answers[i])} |"));
        return 0;
    }

    private static Dictionary<string, string> Environment(ServerAddress? neo4j)
    {
        var environment = new Dictionary<string, string> { ["GRAPH__API__CACHEDDOCUMENTS"] = "0" };
        if (neo4j is not null)
        {
            environment["GRAPH__STORE"] = "neo4j";
            (environment["NEO4J_URI"], environment["NEO4J_USERNAME"], environment["NEO4J_PASSWORD"]) = (neo4j.Options.Uri, neo4j.User, neo4j.Password);
        }
        return environment;
    }

    private static bool IsAmongFirst(int i, double[] figures) => figures.Count(f => f > figures[i]) < 15;

    private static async Task<string> Send(HttpClient http, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Code(string answer)
    {
        const string Mark = "\"code\":\"";
        var at = answer.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? "data" : answer[(at + Mark.Length)..answer.IndexOf('"', at + Mark.Length)];
    }

    private static string Seed()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Graph.sln")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The root of the repository is not above this program.");
        return Path.Combine(at, "tests", "Graph.Host.Tests", "Seeds", "harbour");
    }
}
