using System.CommandLine;
using Graph.Core;

namespace Graph.Host.Cli;

/// <summary><c>graph health</c> asks a running service whether it is ready: for health checks where there is no other HTTP client.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Address of the service", HelpName = "URL", DefaultValueFactory = _ => "http://localhost:5000" };
        var command = new Command("health", "Asks a running service whether it is ready; exit code 0 when it is.") { url };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() => Ask(Address(result.GetRequiredValue(url)), cancellation)));
        return command;
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
        ? url
        : throw new BadInputException($"'{text}' is not an address.", "Give one such as http://localhost:5000.", "url");

    private static async Task<int> Ask(Uri url, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var response = await http.GetAsync(new Uri(url, "/health/ready"), cancellation);
            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellation));
            return response.IsSuccessStatusCode ? GraphCli.Done : GraphCli.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{url} does not answer: {e.Message}");
            return GraphCli.Failed;
        }
    }
}
