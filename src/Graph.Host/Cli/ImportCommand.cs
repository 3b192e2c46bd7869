using System.CommandLine;
using Graph.Core;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph import DIR|FILE...</c>: loads articles, all of them or none, and says what changed.</summary>
internal static class ImportCommand
{
    public static Command Create(CommonOptions common)
    {
        var paths = new Argument<string[]>("paths") { Description = "A seed, an article's folder, an article in one file; or one FILE.jsonl, FILE.jsonl.gz", Arity = ArgumentArity.OneOrMore };
        var command = new Command("import", "Loads articles into the store: all of them, or nothing when one has a fault.") { paths };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() => Run(result.GetRequiredValue(paths), common.Overrides(result), cancellation)));
        return command;
    }

    private static async Task<int> Run(string[] paths, IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellation)
    {
        var configuration = GraphConfiguration.Build(overrides);
        var ontology = StoreOpening.ReadOntology(OptionsFor(paths, configuration)).OrThrow();
        if (paths.Any(BulkLoading.IsBulk))
            return await Bulk(paths, configuration, ontology, cancellation);
        var read = SeedReader.Read(paths, ontology);
        if (read.HasErrors)
            throw new ProblemsException(read.Problems);
        await using var store = await StoreOpening.Open(configuration, ontology, TimeProvider.System, cancellation);
        var report = await Importer.Import(store, read.Value!.Articles, $"import {string.Join(' ', paths)}", cancellation);
        Report.Warnings([.. read.Problems, .. report.Warnings]);
        Report.Import(report);
        return GraphCli.Done;
    }

    private static async Task<int> Bulk(string[] paths, IConfiguration configuration, Ontology ontology, CancellationToken cancellation)
    {
        if (paths.Length > 1)
            throw new BadInputException("JSON Lines are imported one file at a time.", "Give that file alone.", "paths");
        await using var store = await StoreOpening.Open(configuration, ontology, TimeProvider.System, cancellation);
        return await BulkLoading.Load(store, paths[0], $"import {paths[0]}", cancellation);
    }

    // A whole seed brings its own ontology; without one, the configured seed's holds.
    private static GraphOptions OptionsFor(string[] paths, IConfiguration configuration)
    {
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        if (configuration[$"{GraphOptions.Section}:Seed"] is null && paths.FirstOrDefault(p => File.Exists(Path.Combine(p, "ontology.yaml"))) is { } seed)
            options.Seed = seed;
        return options;
    }
}
