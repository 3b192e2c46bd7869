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
        command.SetAction((result, cancellation) => GraphCli.Guarded(() => Run(result.GetRequiredValue(original), common.Overrides(result), cancellation)));
        return command;
    }

    private static async Task<int> Run(FileInfo original, IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellation)
    {
        if (!original.Exists)
            throw new BadInputException($"There is no file '{original}'.", "Give the path of your copy of the article.", "original");
        var options = GraphConfiguration.Bind<GraphOptions>(GraphConfiguration.Build(overrides), GraphOptions.Section);
        var seed = StoreOpening.ReadSeed(options);
        var text = await File.ReadAllTextAsync(original.FullName, cancellation);
        return Report.Originals(OriginalCheck.Compare(seed.Articles, text)) ? GraphCli.Done : GraphCli.Failed;
    }
}
