using System.ComponentModel.DataAnnotations;

namespace Graph.Host.Serving;

/// <summary>Where the graph is kept.</summary>
public enum StoreKind
{
    Sqlite,
    Neo4j,
}

/// <summary>The service's own options: section <c>Graph</c>, environment <c>GRAPH__...</c>, or command line.</summary>
public sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>Default: neo4j when an address of Neo4j is configured, else sqlite.</summary>
    public StoreKind? Store { get; set; }

    /// <summary>Folder of the ontology and the articles. Default <c>seed</c> under the working directory, else the one published with the program.</summary>
    [Required]
    public string Seed { get; set; } = "seed";

    /// <summary>File of the embedded store. Default <c>.graph/ONTOLOGY.db</c> under the working directory.</summary>
    public string? File { get; set; }
}
