using System.CommandLine;
using Graph.Core;
using Graph.Host.Serving;
using Microsoft.Extensions.Options;

namespace Graph.Host.Cli;

/// <summary>The command <c>graph</c>: <c>serve</c> when nothing else is said.</summary>
internal static class GraphCli
{
    /// <summary>Exit codes: it worked; it failed; the input has faults and nothing was changed.</summary>
    public const int Done = 0, Failed = 1, Faulty = 2;

    // After a signal: longer than the 30 s in which the web server answers what is under way.
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(35);

    public static async Task<int> Run(string[] args)
    {
        var common = new CommonOptions();
        var root = new RootCommand("A knowledge graph with its proof: serves, loads and checks it.");
        common.AddTo(root);
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on; default http://localhost:5000" };
        root.Add(urls);
        root.SetAction((result, cancellation) => Guarded(() => ServeCommand.Run(common.Overrides(result, urls), cancellation)));
        var serve = new Command("serve", "Serves the graph over HTTP, seeding an empty store (the default).") { urls };
        serve.SetAction((result, cancellation) => Guarded(() => ServeCommand.Run(common.Overrides(result, urls), cancellation)));
        root.Add(serve);
        root.Add(ImportCommand.Create(common));
        root.Add(ExportCommand.Create(common));
        root.Add(CopyCommand.Create(common));
        root.Add(CheckCommand.Create(common));
        root.Add(VerifyCommand.Create(common));
        root.Add(SchemaCommand.Create(common));
        root.Add(BrowserKitCommand.Create(common));
        root.Add(ConfigCommand.Create(common, urls));
        root.Add(HealthCommand.Create());
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToEnd });
    }

    /// <summary>Tells failures that are nobody's bug in words, without a stack.</summary>
    public static async Task<int> Guarded(Func<Task<int>> run)
    {
        await Task.Yield(); // the command line hears signals only from the first wait of a command on, and ours may work long before one
        try
        {
            return await run();
        }
        catch (ProblemsException e)
        {
            Report.Problems(e.Problems, e.More);
            return Faulty;
        }
        catch (OptionsException e)
        {
            foreach (var fault in e.Faults)
                await Console.Error.WriteLineAsync($"configuration: {fault}");
            return Faulty;
        }
        catch (OptionsValidationException e)
        {
            foreach (var fault in e.Failures)
                await Console.Error.WriteLineAsync($"configuration: {fault}");
            return Faulty;
        }
        catch (GraphException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} {e.Hint}");
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) // a full disk, a pipe that nobody reads any more
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
    }
}
