using System.CommandLine;
using Graph.Host.Serving;

namespace Graph.Host.Cli;

/// <summary>Options of every command; each is configuration too, which the command line overrides.</summary>
internal sealed class CommonOptions
{
    private static readonly string StoreKey = $"{GraphOptions.Section}:Store";

    private readonly IReadOnlyDictionary<string, Option<string?>> _byKey = new Dictionary<string, Option<string?>>
    {
        [$"{GraphOptions.Section}:Seed"] = new("--seed") { Description = "Folder of ontology.yaml and the articles", HelpName = "DIR", Recursive = true },
        [StoreKey] = new("--store") { Description = "sqlite or neo4j", HelpName = "KIND", Recursive = true, Arity = ArgumentArity.ZeroOrOne },
        [$"{GraphOptions.Section}:Neo4j:Uri"] = new("--neo4j") { Description = "Address of Neo4j, such as http://localhost:7474", HelpName = "URI", Recursive = true },
        [$"{GraphOptions.Section}:File"] = new("--file") { Description = "File of the embedded store", HelpName = "FILE", Recursive = true },
    };

    public void AddTo(RootCommand root)
    {
        foreach (var option in _byKey.Values)
            root.Add(option);
    }

    /// <summary>Whether <c>--store</c> stands on the command line, with a kind or without.</summary>
    public bool NamesStore(ParseResult result) => result.GetResult(_byKey[StoreKey]) is { Implicit: false };

    /// <summary>What the command line says, as configuration.</summary>
    public IReadOnlyDictionary<string, string?> Overrides(ParseResult result, Option<string?>? urls = null)
    {
        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, option) in _byKey)
        {
            if (result.GetValue(option) is { } value)
                overrides[key] = value;
        }
        if (urls is not null && result.GetValue(urls) is { } addresses)
            overrides["urls"] = addresses;
        return overrides;
    }
}
