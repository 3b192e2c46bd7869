using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Opens connections to one file, after making sure once that it is ours and whole enough.</summary>
internal sealed class StoreFile(SqliteStoreOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100); // of SQLite itself while a writer waits: between two tries it can be told to stop

    public string Path => options.File;

    public TimeSpan BusyTimeout => options.BusyTimeout;

    /// <summary>Makes or migrates the file as need be, and gives the connection that writes. Throws <see cref="StoreUnavailableException"/> for a file that is not ours.</summary>
    public Connection OpenToWrite(Ontology ontology, TimeProvider time)
    {
        if (Directory.Exists(Path))
            throw SqliteFailure.Folder(Path);
        MakeFolder();
        var connection = new Connection(Path, options.BusyTimeout);
        try
        {
            Recognise(connection);
            if (connection.IsReadOnly)
                throw SqliteFailure.ReadOnly(Path);
            connection.ExecuteOnce("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
            Configure(connection, mapMegabytes: 0); // a mapped page is looked for in the WAL each time, for nothing while writing
            LimitSize(connection);
            connection.BusyTimeout(Patience);
            MigrateIfOlder(connection, ontology, time);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Connection OpenToRead()
    {
        var connection = new Connection(Path, options.BusyTimeout);
        Configure(connection, options.MapMegabytes);
        connection.ExecuteOnce("PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Takes the write lock, waiting for another process's writer up to the time allowed.</summary>
    public void BeginWriting(Connection connection, TimeProvider time)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            connection.Cancellation.ThrowIfCancellationRequested();
            try
            {
                connection.Execute("BEGIN IMMEDIATE");
                return;
            }
            catch (StoreUnavailableException failure) when (failure.IsTransient && time.GetElapsedTime(start) < options.BusyTimeout)
            {
                // another try
            }
        }
    }

    /// <summary>Page cache of the writer, to be enlarged for a load.</summary>
    public void Cache(Connection connection, int megabytes) =>
        connection.ExecuteOnce(FormattableString.Invariant($"PRAGMA cache_size = {-1024 * Math.Max(megabytes, options.CacheMegabytes)}"));

    // Nothing is written before this has looked: a file of another program stays as it is.
    private void Recognise(Connection connection)
    {
        var (application, format) = (connection.Number("PRAGMA application_id"), connection.Number("PRAGMA user_version"));
        if (application == Schema.ApplicationId && format > Schema.Format)
            throw SqliteFailure.Newer(Path, format);
        if (application != Schema.ApplicationId && (application != 0 || format != 0 || connection.Number("SELECT count(*) FROM sqlite_schema") > 0))
            throw SqliteFailure.NotOurs(Path);
    }

    private void MigrateIfOlder(Connection connection, Ontology ontology, TimeProvider time)
    {
        if (connection.Number("PRAGMA user_version") == Schema.Format)
            return;
        BeginWriting(connection, time);
        try
        {
            Recognise(connection); // another process may have been faster
            Schema.Migrate(connection, connection.Number("PRAGMA user_version"), ontology);
            connection.Execute("COMMIT");
        }
        finally
        {
            connection.Rollback();
        }
    }

    private void Configure(Connection connection, int mapMegabytes) => connection.ExecuteOnce(FormattableString.Invariant(
        $"PRAGMA synchronous = FULL; PRAGMA cache_size = {-1024 * options.CacheMegabytes}; PRAGMA mmap_size = {1024L * 1024 * mapMegabytes}"));

    private void LimitSize(Connection connection)
    {
        if (options.MaxMegabytes is { } most)
            connection.ExecuteOnce(FormattableString.Invariant($"PRAGMA max_page_count = {1024L * 1024 * most / connection.Number("PRAGMA page_size")}"));
    }

    private void MakeFolder()
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SqliteFailure.NoFolder(Path, failure);
        }
    }
}
