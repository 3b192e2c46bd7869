using System.CommandLine;
using Graph.Core;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph verify --original FILE</c> says which paragraphs of the user's own copy the seed's passages retell.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommonOptions common)
    {
        var original = new Option<FileInfo>("--original") { Description = "The article, one paragraph a line", HelpName = "FILE", Required = true };
        var command = new Command("verify", "Says which paragraphs of your own copy of the article the seed retells.") { original };
        command.SetAction((result, _) => GraphCli.Guarded(() => Task.FromResult(Run(result.GetRequiredValue(original), common.Overrides(result)))));
        return command;
    }

    private static int Run(FileInfo original, IReadOnlyDictionary<string, string?> overrides)
    {
        var options = GraphConfiguration.Bind<GraphOptions>(GraphConfiguration.Build(overrides), GraphOptions.Section);
        var passages = StoreOpening.ReadSeed(options).Articles.SelectMany(a => a.Passages).Select(p => p.Passage);
        var report = OriginalCheck.Read(original.ToString(), passages).OrThrow();
        Report.Original(report);
        return report.IsComplete ? GraphCli.Done : GraphCli.Failed;
    }
}
