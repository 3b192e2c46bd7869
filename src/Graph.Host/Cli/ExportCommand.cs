using System.CommandLine;
using System.IO.Compression;
using Graph.Core;
using Graph.Host.Serving;
using Graph.Neo4jStore;

namespace Graph.Host.Cli;

/// <summary>What a graph can be written as.</summary>
internal enum ExportFormat
{
    /// <summary>JSON Lines, which <c>import</c> reads.</summary>
    Jsonl,

    /// <summary>A folder of node and relationship files for <c>neo4j-admin database import full</c>.</summary>
    Csv,

    /// <summary>For Gephi, yEd, networkx.</summary>
    GraphMl,

    /// <summary>Turtle.</summary>
    Rdf,
}

/// <summary><c>graph export [FILE] [--format FORMAT]</c>: writes the whole graph.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string?>("FILE") { Description = "Where to, zipped when it ends in .gz; a folder for csv; default: standard output", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<ExportFormat>("--format") { Description = "jsonl, csv, graphml or rdf", DefaultValueFactory = _ =>
            ExportFormat.Jsonl };
        var command = new Command("export", "Writes the whole graph; the same graph gives the same bytes on every store.") { file, format };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() =>
            Run(result.GetValue(file), result.GetValue(format), common.Overrides(result), cancellation)));
        return command;
    }

    private static async Task<int> Run(string? path, ExportFormat format, IReadOnlyDictionary<string, string?> overrides,
        CancellationToken cancellation)
    {
        var configuration = GraphConfiguration.Build(overrides);
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        await using var store = await StoreOpening.OpenFilled(configuration, StoreOpening.ReadOntology(options).OrThrow(),
            TimeProvider.System, cancellation);
        if (format == ExportFormat.Csv)
            return await Folder(store, path, cancellation);
        if (path is null)
        {
            await using var output = Console.OpenStandardOutput();
            await Write(format, store, output, cancellation);
            return GraphCli.Done;
        }
        await ToFile(path, stream => Write(format, store, stream, cancellation));
        return GraphCli.Done;
    }

    private static ValueTask Write(ExportFormat format, IGraphStore store, Stream to, CancellationToken cancellation) => format switch
    {
        ExportFormat.Jsonl => BulkExport.Write(store, to, null, cancellation),
        ExportFormat.GraphMl => GraphMlExport.Write(store, to, cancellation),
        ExportFormat.Rdf => RdfExport.Write(store, to, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static async Task<int> Folder(IGraphStore store, string? path, CancellationToken cancellation)
    {
        if (path is null)
            throw new BadInputException("The format csv is a folder of files.", "Name the folder: graph export DIR --format csv.", "FILE");
        try
        {
            await AdminImport.Write(store, path, TimeProvider.System, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, e);
        }
        Console.WriteLine($"Load it into a new database, the server stopped: neo4j-admin database import full neo4j @{Path.Combine(Path.GetFullPath(path), AdminImport.Arguments)}");
        return GraphCli.Done;
    }

    private static BadInputException NotWritten(string path, Exception why) =>
        new($"{path} cannot be written: {why.Message}", "Choose another place, or make room.", "FILE");

    // Under its name only when it is whole.
    private static async Task ToFile(string path, Func<Stream, ValueTask> write)
    {
        var partial = path + ".partial";
        try
        {
            await using (Stream file = File.Create(partial))
            {
                await using var zipped = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                    ? new GZipStream(file, CompressionLevel.Optimal) : null;
                await write(zipped ?? file);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, e);
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }
}
