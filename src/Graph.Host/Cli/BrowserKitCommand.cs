using System.CommandLine;
using Graph.Core;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph browser-kit DIR</c> writes the guide, the style and the favourites for Neo4j Browser.</summary>
internal static class BrowserKitCommand
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<string>("DIR") { Description = "Where to write; made when it is not there" };
        var command = new Command("browser-kit", "Writes guide, style and favourites for Neo4j Browser.") { folder };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() => Run(result.GetRequiredValue(folder), common.Overrides(result), cancellation)));
        return command;
    }

    private static async Task<int> Run(string folder, IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellation)
    {
        var configuration = GraphConfiguration.Build(overrides);
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        await using var store = await StoreOpening.Open(configuration, StoreOpening.ReadOntology(options).OrThrow(), TimeProvider.System, cancellation);
        var kit = await BrowserKit.Read(store, cancellation);
        Directory.CreateDirectory(folder);
        foreach (var name in BrowserKit.FileNames(store.Ontology))
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, kit.File(name)!, cancellation);
            Console.WriteLine(path);
        }
        return GraphCli.Done;
    }
}
