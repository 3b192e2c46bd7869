using System.CommandLine;
using System.IO.Compression;
using Graph.Core;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph export [FILE] [--format jsonl]</c>: writes the whole graph.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string?>("FILE") { Description = "Where to, zipped when it ends in .gz; default: standard output", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<ExportFormat>("--format") { Description = "What to write", DefaultValueFactory = _ => ExportFormat.Jsonl };
        var command = new Command("export", "Writes the whole graph; the same graph gives the same bytes on every store.") { file, format };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() =>
            Run(result.GetValue(file), result.GetValue(format), common.Overrides(result), cancellation)));
        return command;
    }

    private static async Task<int> Run(string? path, ExportFormat format, IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellation)
    {
        var configuration = GraphConfiguration.Build(overrides);
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        await using var store = await StoreOpening.OpenFilled(configuration, StoreOpening.ReadOntology(options).OrThrow(), TimeProvider.System, cancellation);
        if (path is null)
        {
            await using var output = Console.OpenStandardOutput();
            await Exports.Write(format, store, output, cancellation);
            return GraphCli.Done;
        }
        await ToFile(path, stream => Exports.Write(format, store, stream, cancellation));
        return GraphCli.Done;
    }

    // Under its name only when it is whole.
    private static async Task ToFile(string path, Func<Stream, ValueTask> write)
    {
        var partial = path + ".partial";
        try
        {
            await using (Stream file = File.Create(partial))
            {
                await using var zipped = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal) : null;
                await write(zipped ?? file);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written: {e.Message}", "Choose another file, or make room.", "FILE");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
