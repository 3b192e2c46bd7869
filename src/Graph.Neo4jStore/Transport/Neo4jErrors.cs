using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Everything that a server or the way to it can answer instead of a result, said in the product's own words, once for both ways in.</summary>
internal static class Neo4jErrors
{
    private const string Prefix = "Neo.";

    /// <summary>The failure for a code of Neo4j's status codes, such as <c>Neo.TransientError.Transaction.DeadlockDetected</c>.</summary>
    public static Exception Translate(string code, string message, string address, string database, Exception? inner = null) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.AuthenticationRateLimit" or "Neo.ClientError.Security.CredentialsExpired" =>
            Unavailable($"Neo4j at {address} refused the user name and password: {message}", "Set NEO4J_USERNAME and NEO4J_PASSWORD to an account of that server.", inner),
        "Neo.ClientError.Security.Forbidden" =>
            Unavailable($"Neo4j at {address} does not let this user do that: {message}", "Use an account that may read, write and make indexes and constraints.", inner),
        "Neo.ClientError.Database.DatabaseNotFound" =>
            Unavailable($"Neo4j at {address} has no database '{database}'.", "Set NEO4J_DATABASE to one that SHOW DATABASES lists.", inner),
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.Cluster.NotALeader" =>
            Unavailable($"Neo4j at {address} does not take writes: {message}", "Point NEO4J_URI at the member that takes writes, or make the database writable.", inner),
        "Neo.ClientError.Schema.ConstraintValidationFailed" =>
            new ConflictException($"The graph in Neo4j holds already, or still uses, what the change adds or removes: {message}", "Read the graph again and make the change from what it holds now."),
        _ when message.Contains("no such fulltext schema index", StringComparison.Ordinal) =>
            Unavailable($"The index that this needs is not there in Neo4j at {address}: while a graph is loaded into an empty store, it is made at the end.", "Finish the load, or start this process again.", inner),
        _ when code.Contains("OutOfMemory", StringComparison.Ordinal) || code.EndsWith("TransactionMemoryLimit", StringComparison.Ordinal) =>
            Unavailable($"The change is too large for the memory of Neo4j at {address}: {message}", "Give the server more heap (server.memory.heap.max_size), or import in smaller parts.", inner),
        _ when code.StartsWith(Prefix + "TransientError.", StringComparison.Ordinal) || code.StartsWith(Prefix + "ClientError.Transaction.", StringComparison.Ordinal) =>
            Transient($"Neo4j at {address} could not do that now: {message} ({code})", "Try again in a moment.", inner),
        _ when code.StartsWith(Prefix + "DatabaseError.", StringComparison.Ordinal) =>
            Unavailable($"Neo4j at {address} failed: {message} ({code})", "Look into the server's log (neo4j.log, debug.log).", inner),
        _ => new InvalidOperationException($"Neo4j at {address} did not understand: {message} ({code})", inner),
    };

    public static StoreUnavailableException NotReachable(string address, Exception inner) =>
        Transient($"Neo4j at {address} cannot be reached: {inner.Message}", "Start it, or set NEO4J_URI to where it is; this process goes on and finds it again.", inner);

    public static StoreUnavailableException NotInTime(string address, TimeSpan limit, Exception inner) =>
        Transient($"Neo4j at {address} did not answer within {limit.TotalSeconds:0.#} s.", "Try again, ask for less at once, or raise the statement timeout.", inner);

    public static StoreUnavailableException NotNeo4j(string address, string answer) =>
        Unavailable($"What answers at {address} is not Neo4j's Query API: {answer}", "Set NEO4J_URI to the server's HTTP address (port 7474; HTTPS 7473; Aura 443), Neo4j 5.26 or later.", null);

    public static StoreUnavailableException TooOld(string address, string version) =>
        Unavailable($"Neo4j at {address} is version {version}; 5.26 or later is needed.", "Upgrade the server; 5.26 is a long-term support release.", null);

    public static StoreUnavailableException Foreign(string address, string database, string what) =>
        Unavailable($"The database '{database}' of Neo4j at {address} holds {what}, so it is left alone.", "Point NEO4J_URI and NEO4J_DATABASE at an empty database, or at one that this service filled.", null);

    public static StoreUnavailableException IndexFailed(string address, string index) =>
        Unavailable($"Neo4j at {address} could not make the index {index}.", "Look into the server's log (neo4j.log, debug.log); then drop the index and start this process again.", null);

    public static StoreUnavailableException IndexNotInTime(string address, string indexes, TimeSpan limit) =>
        Unavailable(
            $"Neo4j at {address} has not made these indexes within {limit.TotalMinutes:0} min: {indexes}.",
            "Look into the server's log (debug.log) and at SHOW INDEXES; start this process again when they are ONLINE.",
            null);

    public static StoreUnavailableException OtherWriter(TimeSpan wait) =>
        Transient($"Another change was being written for {wait.TotalSeconds:0.#} s.", "Try again in a moment.", null);

    private static StoreUnavailableException Unavailable(string message, string hint, Exception? inner) => new(message, hint, isTransient: false, inner);

    private static StoreUnavailableException Transient(string message, string hint, Exception? inner) => new(message, hint, isTransient: true, inner);
}
