using System.CommandLine;
using Graph.Core;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph copy --from sqlite:FILE --to neo4j</c>: puts the whole of one store into another.</summary>
internal static class CopyCommand
{
    private const string Form = "sqlite:FILE, neo4j (at NEO4J_URI), or neo4j:URI";

    // What is in a store may be nobody else's business.
    private static FileStreamOptions PrivateFile
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    public static Command Create(CommonOptions common)
    {
        var from = new Option<string>("--from") { Description = $"The store to read: {Form}", Required = true };
        var to = new Option<string>("--to") { Description = $"The store to fill: {Form}", Required = true };
        var command = new Command("copy", "Puts the whole of one store into another.") { from, to };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() =>
            Run(result.GetRequiredValue(from), result.GetRequiredValue(to), common.Overrides(result), cancellation)));
        return command;
    }

    // By way of a file: it is one state of the source, which is checked whole before the target is touched.
    private static async Task<int> Run(string from, string to, IReadOnlyDictionary<string, string?> overrides,
        CancellationToken cancellation)
    {
        var (source, target) = (Configuration(from, "--from", overrides), Configuration(to, "--to", overrides));
        var ontology = StoreOpening.ReadOntology(GraphConfiguration.Bind<GraphOptions>(source, GraphOptions.Section)).OrThrow();
        var between = Path.Combine(Path.GetTempPath(), $"graph-copy-{Guid.NewGuid():N}.jsonl");
        try
        {
            await using (var store = await StoreOpening.OpenFilled(source, ontology, TimeProvider.System, cancellation))
            await using (var file = new FileStream(between, PrivateFile))
                await BulkExport.Write(store, file, null, cancellation);
            await using var filled = await StoreOpening.Open(target, ontology, TimeProvider.System, cancellation);
            return await BulkLoading.Load(filled, between, $"copy --from {from} --to {to}", cancellation);
        }
        finally
        {
            File.Delete(between);
        }
    }

    private static IConfiguration Configuration(string store, string option, IReadOnlyDictionary<string, string?> overrides)
    {
        var (kind, where) = store.Split(':', 2) is [var k, var w] ? (k, w) : (store, null);
        var key = (kind, where) switch
        {
            ("sqlite", { Length: > 0 }) => "File",
            ("neo4j", null or { Length: > 0 }) => "Neo4j:Uri",
            _ => throw new BadInputException($"'{store}' is no store.", $"Write {Form}.", option),
        };
        var configured = new Dictionary<string, string?>(overrides,
            StringComparer.OrdinalIgnoreCase) { [$"{GraphOptions.Section}:Store"] = kind };
        if (where is not null)
            configured[$"{GraphOptions.Section}:{key}"] = where;
        return GraphConfiguration.Build(configured);
    }
}
