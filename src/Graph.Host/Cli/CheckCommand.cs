using System.CommandLine;
using Graph.Core;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph check [DIR]</c> reads a seed and holds it to every rule; <c>graph check --store</c> holds the store to its invariants.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<string?>("DIR") { Description = "A seed; default: the configured one", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Names every fault of a seed with file and line; with --store, every fault of the store.") { folder };
        command.SetAction((result, cancellation) => GraphCli.Guarded(() => common.NamesStore(result)
            ? Store(common.Overrides(result), cancellation)
            : Task.FromResult(Seed(result.GetValue(folder), common.Overrides(result)))));
        return command;
    }

    private static int Seed(string? folder, IReadOnlyDictionary<string, string?> overrides)
    {
        var options = GraphConfiguration.Bind<GraphOptions>(GraphConfiguration.Build(overrides), GraphOptions.Section);
        var seed = SeedReader.ReadFolder(folder ?? StoreOpening.SeedFolder(options));
        IReadOnlyList<Problem> problems = seed.Value is { } read ? [.. seed.Problems, .. SeedLint.Check(read)] : seed.Problems;
        Report.Problems(problems);
        return problems.Any(p => p.Severity == Severity.Error) ? GraphCli.Faulty : GraphCli.Done;
    }

    private static async Task<int> Store(IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellation)
    {
        var configuration = GraphConfiguration.Build(overrides);
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        await using var store = await StoreOpening.Open(configuration, StoreOpening.ReadOntology(options).OrThrow(), TimeProvider.System, cancellation);
        var faults = await store.Check(cancellation);
        if ((await store.State(cancellation)).UnfinishedLoad is { } load)
            faults = [.. faults, $"{load} {LoadMark.Remedy}"];
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        Console.WriteLine(faults.Count == 0 ? $"{store.Description} is whole." : $"{faults.Count} faults in {store.Description}.");
        return faults.Count == 0 ? GraphCli.Done : GraphCli.Failed;
    }
}
