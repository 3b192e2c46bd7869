using System.CommandLine;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph config</c> prints every option with its effective value, secrets masked, and where the value comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create(CommonOptions common, Option<string?> urls)
    {
        var command = new Command("config", "Prints the effective configuration, secrets masked, and where each value comes from.") { urls };
        command.SetAction((result, _) => GraphCli.Guarded(() =>
        {
            foreach (var line in EffectiveConfiguration.Lines(GraphConfiguration.Build(common.Overrides(result, urls))))
                Console.WriteLine(line);
            return Task.FromResult(GraphCli.Done);
        }));
        return command;
    }
}
