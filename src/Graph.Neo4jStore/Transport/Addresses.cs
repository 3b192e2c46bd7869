using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Chooses the way in by the address.</summary>
internal static class Addresses
{
    public static IConnection To(Neo4jStoreOptions options, TimeProvider time)
    {
        options.Validate();
        if (!Uri.TryCreate(options.Uri, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
            throw new BadInputException($"'{WithoutUser(options.Uri)}' is not the address of a Neo4j server.", "Write it like http://localhost:7474; user name and password stand in NEO4J_USERNAME and NEO4J_PASSWORD.");
        return uri.Scheme switch
        {
            "http" or "https" => new QueryApiConnection(uri, options, time),
            "bolt" or "neo4j" or "bolt+s" or "neo4j+s" or "bolt+ssc" or "neo4j+ssc" => Bolt(uri, options),
            _ => throw new BadInputException($"'{uri.Scheme}://' is no way to reach Neo4j.", "Use http://, https://, bolt:// or neo4j:// (with +s or +ssc for TLS)."),
        };
    }

    /// <summary>The Query API's address that most likely belongs to a Bolt address: the same host; Aura's is on the usual HTTPS port.</summary>
    internal static string HttpAddress(Uri bolt)
    {
        var host = bolt.HostNameType == UriHostNameType.IPv6 ? $"[{bolt.DnsSafeHost}]" : bolt.Host;
        var encrypted = bolt.Scheme.Contains('+', StringComparison.Ordinal);
        var aura = host.EndsWith(".databases.neo4j.io", StringComparison.OrdinalIgnoreCase);
        return aura ? $"https://{host}" : encrypted ? $"https://{host}:7473" : $"http://{host}:7474";
    }

#if NEO4J_DRIVER
    private static BoltConnection Bolt(Uri uri, Neo4jStoreOptions options) => new(uri, options);
#else
    private static IConnection Bolt(Uri uri, Neo4jStoreOptions options)
    {
        _ = options;
        throw new StoreUnavailableException($"This build is without Neo4j's driver, so it cannot speak {uri.Scheme}:// to {uri.Host}.",
            $"Use {HttpAddress(uri)} (Neo4j's HTTP Query API) instead, or build with -p:Neo4jDriver=true (docker build --build-arg NEO4J_DRIVER=true).", isTransient: false);
    }
#endif

    private static string WithoutUser(string address)
    {
        var at = address.LastIndexOf('@');
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return at < 0 ? address : (scheme < 0 || scheme > at ? "" : address[..(scheme + 3)]) + "..." + address[at..];
    }
}
