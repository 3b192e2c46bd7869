using Graph.Core;
using Graph.Neo4jStore;
using Graph.SqliteStore;

namespace Graph.Host.Serving;

/// <summary>Chooses and opens the store, and takes the given ontology into force on it.</summary>
internal static class StoreOpening
{
    /// <summary>The seed's folder: the configured one, else, for the default alone, the one published beside the program.</summary>
    public static string SeedFolder(GraphOptions options)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "seed");
        return !Directory.Exists(options.Seed) && options.Seed == new GraphOptions().Seed && Directory.Exists(published) ? published : options.Seed;
    }

    /// <summary>Reads the ontology of the seed. Throws <see cref="ProblemsException"/> with its faults.</summary>
    public static Checked<Ontology> ReadOntology(GraphOptions options)
    {
        var folder = SeedFolder(options);
        var path = Path.Combine(folder, "ontology.yaml");
        return File.Exists(path) ? OntologyReader.Read(path, path)
            : new Checked<Ontology>(null, [new Problem(path, 0, "there is no such file", "Say where the seed is: --seed DIR (or GRAPH__SEED).")]);
    }

    /// <summary>Reads the whole seed. Throws <see cref="ProblemsException"/> with its faults.</summary>
    public static Seed ReadSeed(GraphOptions options)
    {
        ReadOntology(options).OrThrow();
        return SeedReader.ReadFolder(SeedFolder(options)).OrThrow();
    }

    /// <summary>Opens the store that the configuration names. Throws <see cref="StoreUnavailableException"/>, or <see cref="ConflictException"/> when what it holds does not fit the ontology.</summary>
    public static async ValueTask<IGraphStore> Open(IConfiguration configuration, Ontology ontology, TimeProvider time, CancellationToken cancellation)
    {
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        IGraphStore store = (options.Store, Neo4j(configuration)) switch
        {
            (StoreKind.Neo4j, null) => throw new BadInputException("The store is neo4j, but no address of it is configured.", "Set NEO4J_URI, such as http://localhost:7474.", "NEO4J_URI"),
            (StoreKind.Neo4j or null, { } neo4j) => await Neo4jGraphStore.Open(neo4j, ontology, time, cancellation),
            _ => SqliteGraphStore.Open(Sqlite(options, configuration, ontology), ontology, time),
        };
        try
        {
            await OntologyChange.AdoptInto(store, ontology, cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="Open"/>, for who only reads: a file that is not there is not made.</summary>
    public static ValueTask<IGraphStore> OpenFilled(IConfiguration configuration, Ontology ontology, TimeProvider time, CancellationToken cancellation)
    {
        var options = GraphConfiguration.Bind<GraphOptions>(configuration, GraphOptions.Section);
        var isSqlite = options.Store == StoreKind.Sqlite || (options.Store is null && Neo4j(configuration) is null);
        var file = Sqlite(options, configuration, ontology).File;
        return !isSqlite || File.Exists(file) ? Open(configuration, ontology, time, cancellation)
            : throw new BadInputException($"There is no store {file}.", "Say where it is: --file FILE.", "--file");
    }

    /// <summary>How Neo4j is reached: section <c>Graph:Neo4j</c>, else the names of Aura's credentials file; null when neither names an address.</summary>
    public static Neo4jStoreOptions? Neo4j(IConfiguration configuration)
    {
        var section = configuration.GetSection($"{GraphOptions.Section}:Neo4j");
        string? Setting(string name) => section[name] ?? configuration[$"NEO4J_{name.ToUpperInvariant()}"];
        if (string.IsNullOrWhiteSpace(Setting("Uri")))
            return null;
        var options = new Neo4jStoreOptions { Uri = Setting("Uri")! };
        options = options with
        {
            Username = Setting("Username") ?? options.Username,
            Password = Setting("Password") ?? options.Password,
            Database = Setting("Database") ?? options.Database,
        };
        section.Bind(options);
        return options;
    }

    private static SqliteStoreOptions Sqlite(GraphOptions options, IConfiguration configuration, Ontology ontology)
    {
        var sqlite = new SqliteStoreOptions { File = options.File ?? Path.Combine(".graph", $"{ontology.Id}.db") };
        configuration.GetSection($"{GraphOptions.Section}:Sqlite").Bind(sqlite);
        return sqlite;
    }
}
