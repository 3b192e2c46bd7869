using SQLitePCL;

namespace Graph.SqliteStore;

/// <summary>One connection with its prepared statements. For one thread at a time; only <see cref="Interrupt"/> may come from another.</summary>
/// <remarks>Talks to SQLite's C interface: at a few microseconds an operation, ADO.NET's objects would cost as much as the work.</remarks>
internal sealed class Connection : IDisposable
{
    /// <summary>Prepared statements kept from one operation to the next.</summary>
    private const int MaxPrepared = 200;

    private const int ExtendedCodes = 0x02000000; // SQLITE_OPEN_EXRESCODE
    private const int StablePlans = 1007; // SQLITE_DBCONFIG_ENABLE_QPSG
    private const int MemoryStatus = 9; // SQLITE_CONFIG_MEMSTATUS
    private const int Persistent = 1; // SQLITE_PREPARE_PERSISTENT

    private readonly Dictionary<string, Command> _prepared = [];
    private readonly sqlite3 _db;

    static Connection()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(MemoryStatus, 0); // counting memory takes a lock at every allocation; refused, to no harm, when SQLite already runs
    }

    public Connection(string file, TimeSpan busyTimeout)
    {
        File = file;
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX | ExtendedCodes;
        var code = raw.sqlite3_open_v2(file, out _db, Flags, null);
        if (code != raw.SQLITE_OK)
        {
            var failure = Failure(code, null);
            _db.Dispose();
            throw failure;
        }
        raw.sqlite3_db_config(_db, StablePlans, 1, out _); // else a value bound to a parameter that might matter to a partial index prepares the statement anew
        BusyTimeout(busyTimeout);
    }

    public string File { get; }

    /// <summary>Told to stop by this; set by whoever uses the connection.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Texts of the statements prepared so far.</summary>
    public IEnumerable<string> PreparedTexts => _prepared.Keys;

    public bool InTransaction => raw.sqlite3_get_autocommit(_db) == 0;

    public bool IsReadOnly => raw.sqlite3_db_readonly(_db, "main") == 1;

    /// <summary>Rows touched by the last INSERT, UPDATE or DELETE.</summary>
    public int Changed => raw.sqlite3_changes(_db);

    public long LastRow => raw.sqlite3_last_insert_rowid(_db);

    /// <summary>How long SQLite itself waits for a lock.</summary>
    public void BusyTimeout(TimeSpan time) => raw.sqlite3_busy_timeout(_db, (int)time.TotalMilliseconds);

    /// <summary>The prepared statement of this text. It runs once at a time: dispose of it, which resets it, before asking for it again.</summary>
    public Command Prepare(string sql)
    {
        if (_prepared.TryGetValue(sql, out var command))
            return command;
        var code = raw.sqlite3_prepare_v3(_db, sql, Persistent, out var handle);
        if (code != raw.SQLITE_OK)
            throw Failure(code, sql);
        return _prepared[sql] = new Command(this, handle, sql);
    }

    /// <summary>The statement, bound.</summary>
    public Command Query(SqlText sql)
    {
        var command = Prepare(sql.ToString());
        command.Bind(sql.Arguments);
        return command;
    }

    /// <summary>Runs statements without arguments or rows.</summary>
    public void Execute(string sql)
    {
        using var command = Prepare(sql);
        while (command.Step())
        {
        }
    }

    /// <summary>Runs statements once, without keeping them prepared.</summary>
    public void ExecuteOnce(string sql)
    {
        var code = raw.sqlite3_exec(_db, sql);
        if (code != raw.SQLITE_OK)
            throw Failure(code, sql);
    }

    /// <summary>The first column of the first row; 0 when there is none.</summary>
    public long Number(string sql)
    {
        using var command = Prepare(sql);
        return command.Step() ? command.Integer(0) : 0;
    }

    /// <summary>Stops what runs at this moment, from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_db);

    /// <summary>Ends a transaction that is still open, whatever happened.</summary>
    public void Rollback()
    {
        if (InTransaction)
            raw.sqlite3_exec(_db, "ROLLBACK");
    }

    public Exception Failure(int code, string? sql) => SqliteFailure.Of(code, raw.sqlite3_errmsg(_db).utf8_to_string(), File, sql, Cancellation);

    /// <summary>Drops the prepared statements when they have become too many. Between operations only.</summary>
    public void Trim()
    {
        if (_prepared.Count > MaxPrepared)
            Finish();
    }

    public void Dispose()
    {
        Finish();
        _db.Dispose();
    }

    private void Finish()
    {
        foreach (var command in _prepared.Values)
            command.Finish();
        _prepared.Clear();
    }
}
