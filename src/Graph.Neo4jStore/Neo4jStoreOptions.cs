using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Where a Neo4j server is and how patient to be with it.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary><c>http://host:7474</c> or <c>https://</c> for the Query API; <c>bolt://</c>, <c>neo4j://</c> (<c>+s</c>, <c>+ssc</c>) for the official driver, where it is compiled in.</summary>
    public required string Uri { get; init; }

    /// <summary>Defaults to <c>neo4j</c>. Empty for a server that asks for no password.</summary>
    public string Username { get; init; } = "neo4j";

    public string Password { get; init; } = "";

    /// <summary>Defaults to <c>neo4j</c>, the one database of the Community Edition.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>For making a connection. Defaults to 3 seconds; 100 ms to 1 minute.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For one statement; a commit may take 20 times as long. Defaults to 60 seconds; 1 second to 1 hour.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long transient errors are tried again before they are told. Defaults to 3 seconds; 0 (never again) to 5 minutes.</summary>
    public TimeSpan RetryDeadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a writer waits for another one. Defaults to 5 seconds; 100 ms to 10 minutes.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Most connections at once. Defaults to 64; 1 to 1,000.</summary>
    public int PoolSize { get; init; } = 64;

    /// <summary>Where Neo4j Browser most likely is: the HTTP address, of a Bolt address the same host's.</summary>
    public Uri BrowserAddress => new Uri(Uri) is { Scheme: "http" or "https" } http ? http : new Uri(Addresses.HttpAddress(new Uri(Uri)));

    /// <summary>Throws <see cref="BadInputException"/> that names every value out of range.</summary>
    internal void Validate()
    {
        var faults = new List<string>();
        void Range<T>(string name, T value, T least, T most)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
                faults.Add($"{name} is {value}, but must be {least} to {most}");
        }
        if (Database.Length == 0 || Database.AsSpan().ContainsAny('/', '?', '#'))
            faults.Add($"Database '{Database}' is not a database's name");
        Range(nameof(ConnectTimeout), ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Range(nameof(StatementTimeout), StatementTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Range(nameof(RetryDeadline), RetryDeadline, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Range(nameof(WriterWait), WriterWait, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Range(nameof(PoolSize), PoolSize, 1, 1000);
        if (faults.Count > 0)
            throw new BadInputException($"Neo4j options: {string.Join("; ", faults)}.", "Mend them in the configuration, section Graph:Neo4j.");
    }
}
