using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public async ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation)
    {
        await WaitToWrite(cancellation);
        try
        {
            while (true)
            {
                var blank = IsBlank();
                using var mode = new LoadMode(_file, _writer, blank);
                if (Transact<long?>(() => blank && !IsBlank() ? null : Write(changes, blank, cancellation), cancellation) is { } number)
                    return number;
                // another process has begun to fill the store in between: not a load any more
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask Adopt(Ontology ontology, CancellationToken cancellation)
    {
        await WaitToWrite(cancellation);
        try
        {
            Transact(() =>
            {
                Keep(Schema.OntologyKey, ontology.SourceText);
                if (Meta(_writer, Schema.LanguageKey) != ontology.DefaultLanguage)
                {
                    SortKeyColumns.Renew(_writer, ontology);
                    Keep(Schema.LanguageKey, ontology.DefaultLanguage);
                }
                return 0;
            }, cancellation);
            _ontology = ontology;
        }
        finally
        {
            _writing.Release();
        }
    }

    private long Write(ChangeSet changes, bool blank, CancellationToken cancellation)
    {
        var last = LastChange(_writer);
        if (changes.BasedOn is { } based && based != last)
            throw new ConflictException($"The store stands at change {last}, the change was made for {based}.", "Read the store again and make the change anew.");
        var unfinished = UnfinishedLoad(_writer);
        LoadMark.Check(unfinished, changes);
        if (Meta(_writer, Schema.LanguageKey) is var language && language != Ontology.DefaultLanguage)
            throw new InvalidOperationException($"The store's order is that of language '{language}': adopt the ontology before writing.");
        var journal = new ChangeJournal(changes.Journal);
        var writer = new Writer(_writer, blank);
        var ontology = Ontology;
        var prepared = changes.Journal == JournalDetail.Counts ? Prepared.InAdvance(changes.Changes, ontology) : changes.Changes.Select(c => Prepared.Of(c, ontology));
        foreach (var change in prepared)
        {
            cancellation.ThrowIfCancellationRequested();
            journal.Add(change.Change);
            writer.Write(change);
        }
        writer.Finish();
        if (unfinished != changes.LeavesUnfinished)
            Mark(changes.LeavesUnfinished);
        using var insert = _writer.Prepare("INSERT INTO change(number, at, by, body) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind([last + 1, Moment.Text(_time.GetUtcNow()), changes.By, journal.Body()]);
        insert.Run();
        return last + 1;
    }

    private bool IsBlank() =>
        _writer.Number("SELECT EXISTS (SELECT 1 FROM entity) OR EXISTS (SELECT 1 FROM statement) OR EXISTS (SELECT 1 FROM name)") == 0;

    private void Mark(LoadMark? unfinished)
    {
        if (unfinished is null)
        {
            _writer.ExecuteOnce($"DELETE FROM meta WHERE key IN ('{Schema.LoadKey}', '{Schema.LoadPrintKey}')");
            return;
        }
        Keep(Schema.LoadKey, unfinished.Name);
        Keep(Schema.LoadPrintKey, unfinished.Fingerprint);
    }

    private void Keep(string key, string value)
    {
        using var command = _writer.Prepare("INSERT INTO meta(key, value) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
        command.Bind([key, value]);
        command.Run();
    }

    // One write at a time in this process: who waits here may be told to stop at once.
    private async ValueTask WaitToWrite(CancellationToken cancellation)
    {
        if (!await _writing.WaitAsync(_file.BusyTimeout, cancellation))
            throw SqliteFailure.Busy(_file.Path);
    }

    private T Transact<T>(Func<T> work, CancellationToken cancellation)
    {
        _writer.Cancellation = cancellation;
        using var interrupt = cancellation.UnsafeRegister(static c => ((Connection)c!).Interrupt(), _writer);
        try
        {
            _file.BeginWriting(_writer, _time);
            var result = work();
            cancellation.ThrowIfCancellationRequested();
            _writer.Execute("COMMIT");
            return result;
        }
        finally
        {
            _writer.Rollback(); // unless committed
            _writer.Cancellation = CancellationToken.None;
        }
    }

    /// <summary>How the writer is set while it writes. Foreign keys can only be set outside of a transaction.</summary>
    private readonly struct LoadMode : IDisposable
    {
        private const int CacheMegabytes = 64; // while loading

        private readonly StoreFile _file;
        private readonly Connection _connection;

        public LoadMode(StoreFile file, Connection connection, bool isLoad)
        {
            (_file, _connection) = (file, connection);
            connection.ExecuteOnce(isLoad ? "PRAGMA foreign_keys = OFF; PRAGMA threads = 2" : "PRAGMA foreign_keys = ON"); // sorting an index takes a second processor
            if (isLoad)
                file.Cache(connection, CacheMegabytes);
        }

        public void Dispose() => _file.Cache(_connection, 0);
    }
}
