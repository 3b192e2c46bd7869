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

    /// <summary>How long another process may hold the embedded store's write lock before a write fails. Seconds, 0 to 60; default 5.</summary>
    [Range(0, 60)]
    public int BusyTimeoutSeconds { get; set; } = 5;
}
