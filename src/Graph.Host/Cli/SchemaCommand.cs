using System.CommandLine;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary><c>graph schema</c> prints the GraphQL schema that the ontology makes.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("schema", "Prints the GraphQL schema (SDL).");
        command.SetAction((result, _) => GraphCli.Guarded(() =>
        {
            var options = GraphConfiguration.Bind<GraphOptions>(GraphConfiguration.Build(common.Overrides(result)), GraphOptions.Section);
            Console.Write(GraphApi.SchemaOf(StoreOpening.ReadOntology(options).OrThrow()));
            return Task.FromResult(GraphCli.Done);
        }));
        return command;
    }
}
