namespace Neo4j.Driver;

public static class GraphDatabase
{
    public static IDriver Driver(Uri uri, IAuthToken authToken, Action<ConfigBuilder> action) => throw new NotSupportedException();
}

public interface IAuthToken;

public class AuthTokens
{
    public static IAuthToken None => throw new NotSupportedException();

    public static IAuthToken Basic(string username, string password) => throw new NotSupportedException();

    public static IAuthToken Bearer(string token) => throw new NotSupportedException();
}

public interface IDriver : IDisposable, IAsyncDisposable
{
    IAsyncSession AsyncSession(Action<SessionConfigBuilder> action);

    Task VerifyConnectivityAsync();

    Task<IServerInfo> GetServerInfoAsync();
}

public interface IServerInfo
{
    string Agent { get; }

    string ProtocolVersion { get; }

    string Address { get; }
}

public sealed class ConfigBuilder
{
    private ConfigBuilder()
    {
    }

    public ConfigBuilder WithMaxConnectionPoolSize(int size) => throw new NotSupportedException();

    public ConfigBuilder WithConnectionAcquisitionTimeout(TimeSpan timeSpan) => throw new NotSupportedException();

    public ConfigBuilder WithConnectionTimeout(TimeSpan timeSpan) => throw new NotSupportedException();

    public ConfigBuilder WithMaxTransactionRetryTime(TimeSpan time) => throw new NotSupportedException();

    public ConfigBuilder WithMaxConnectionLifetime(TimeSpan timeSpan) => throw new NotSupportedException();

    public ConfigBuilder WithConnectionLivenessCheckTimeout(TimeSpan timeSpan) => throw new NotSupportedException();

    public ConfigBuilder WithFetchSize(long size) => throw new NotSupportedException();

    public ConfigBuilder WithUserAgent(string userAgent) => throw new NotSupportedException();

    public ConfigBuilder WithTelemetryDisabled() => throw new NotSupportedException();
}

public sealed class SessionConfigBuilder
{
    private SessionConfigBuilder()
    {
    }

    public SessionConfigBuilder WithDatabase(string database) => throw new NotSupportedException();

    public SessionConfigBuilder WithDefaultAccessMode(AccessMode defaultAccessMode) => throw new NotSupportedException();

    public SessionConfigBuilder WithBookmarks(params Bookmarks[] bookmarks) => throw new NotSupportedException();

    public SessionConfigBuilder WithFetchSize(long size) => throw new NotSupportedException();
}

public sealed class TransactionConfigBuilder
{
    private TransactionConfigBuilder()
    {
    }
}

public enum AccessMode
{
    Read,
    Write,
}

public abstract class Bookmarks
{
    public abstract string[] Values { get; }

    public static Bookmarks From(params string[] values) => throw new NotSupportedException();

    public static Bookmarks From(IEnumerable<string> values) => throw new NotSupportedException();
}

public interface IAsyncQueryRunner : IAsyncDisposable, IDisposable
{
    Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters);
}

public interface IAsyncSession : IAsyncQueryRunner
{
    Bookmarks LastBookmarks { get; }

    Task CloseAsync();

    Task<IAsyncTransaction> BeginTransactionAsync();

    Task<TResult> ExecuteReadAsync<TResult>(Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder> action = null);

    Task<TResult> ExecuteWriteAsync<TResult>(Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder> action = null);
}

public interface IAsyncTransaction : IAsyncQueryRunner
{
    Task CommitAsync();

    Task RollbackAsync();
}

public interface IResultCursor : IAsyncEnumerable<IRecord>
{
    IRecord Current { get; }

    Task<string[]> KeysAsync();

    Task<bool> FetchAsync();

    Task<IResultSummary> ConsumeAsync();
}

public interface IResultSummary;

public interface IRecord
{
    object this[int index] { get; }

    object this[string key] { get; }

    IReadOnlyDictionary<string, object> Values { get; }

    IReadOnlyList<string> Keys { get; }
}

public class Neo4jException : Exception
{
    public string Code => throw new NotSupportedException();

    public virtual bool IsRetriable => false;
}

public class ClientException : Neo4jException;

public class DatabaseException : Neo4jException;

public class TransientException : Neo4jException
{
    public override bool IsRetriable => true;
}

public class SessionExpiredException : Neo4jException
{
    public override bool IsRetriable => true;
}

public class ServiceUnavailableException : Neo4jException
{
    public override bool IsRetriable => true;
}

public class SecurityException : Neo4jException;

public class AuthenticationException : SecurityException;

public class FatalDiscoveryException : ClientException;
