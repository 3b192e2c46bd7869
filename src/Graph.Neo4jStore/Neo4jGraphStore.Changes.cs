using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    // A JSON text may be longer than Neo4j takes in one string of a request (20,000,000 characters).
    private const int PieceLength = 4_000_000;

    // The graph is empty, or nearly: another may have written a little beside.
    private static readonly TimeSpan MostRepair = TimeSpan.FromMinutes(1);

    // Whether this process has dropped indexes for a load.
    private volatile bool _suspended;

    /// <inheritdoc/>
    /// <remarks>The first change of a load into an empty store drops the indexes that only readers need, and the last one makes them: in between, what is looked for by words or by what a statement is about is not
    /// found but <see cref="StoreUnavailableException"/>, and everything else is slow. Opening a store makes them too.</remarks>
    public async ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation)
    {
        if (changes.LeavesUnfinished is not null && await State(cancellation) is { IsEmpty: true, UnfinishedLoad: null })
            return await BeginLoad(changes, cancellation);
        if (changes.EndsLoad || (_suspended && (await State(cancellation)).UnfinishedLoad is null))
            await MakeIndexes(cancellation);
        return await Write(changes, cancellation);
    }

    private async ValueTask<long> BeginLoad(ChangeSet changes, CancellationToken cancellation)
    {
        _suspended = true;
        try
        {
            await Schema.Suspend(_connection, _ontology, cancellation);
            return await Write(changes, cancellation);
        }
        catch
        {
            await MakeIndexesWhereNothingIsLoaded();
            throw;
        }
    }

    // Without a mark of a load nobody else would. Where it fails, the next change of this process does it: what matters is why the load failed.
    private async ValueTask MakeIndexesWhereNothingIsLoaded()
    {
        using var limit = new CancellationTokenSource(MostRepair, _time);
        try
        {
            if ((await State(limit.Token)).UnfinishedLoad is null)
                await MakeIndexes(limit.Token);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or OperationCanceledException)
        {
        }
    }

    private async ValueTask MakeIndexes(CancellationToken cancellation)
    {
        await Schema.Ensure(_connection, _ontology, _time, cancellation);
        _suspended = false;
    }

    private async ValueTask<long> Write(ChangeSet changes, CancellationToken cancellation) => await WriteAlone(async (transaction, meta) =>
    {
        var last = meta.Number(0);
        if (!Derivation.Of(_ontology).Agrees(Derivation.Read(meta.Value(3))))
            throw new ConflictException("The graph follows another ontology than this process took into force.", "Start this process again, with the ontology that the others have.");
        if (changes.BasedOn is { } based && based != last)
            throw new ConflictException($"The graph has changed since it was read: change {last} stands after change {based}.", "Read it again and make the change from what it holds now.");
        LoadMark.Check(UnfinishedLoad(meta, 1), changes);
        var writer = new ChangeWriter(transaction, _ontology);
        var journal = new ChangeJournal(changes.Journal);
        try
        {
            foreach (var change in changes.AtMost(MostInOneChange))
            {
                cancellation.ThrowIfCancellationRequested();
                journal.Add(change);
                await writer.Add(change, cancellation);
            }
            await writer.Finish(cancellation);
        }
        finally
        {
            await writer.Settle();
        }
        await transaction.Run(ChangeCypher.Record, new Parameters
        {
            ["seq"] = last + 1,
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"{last + 1}: {changes.By}"),
            ["at"] = _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["by"] = changes.By,
            ["json"] = Pieces(journal.Body()).ToArray(),
            ["load"] = changes.LeavesUnfinished?.Name,
            ["print"] = changes.LeavesUnfinished?.Fingerprint,
        }, cancellation);
        return last + 1;
    }, cancellation);

    public async ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation)
    {
        var rows = await _connection.Read("MATCH (c:_Change) WHERE c.seq > $after RETURN c.seq, c.at, c.by, c._json ORDER BY c.seq LIMIT $limit",
            new Parameters { ["after"] = after, ["limit"] = limit }, cancellation);
        return [.. rows.All.Select(r => new ChangeRecord(r.Number(0), DateTimeOffset.ParseExact(r.Text(1), "O", CultureInfo.InvariantCulture), r.Text(2), string.Concat(r.Texts(3))))];
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(PieceLength, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
                length--;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    // One writer of this process, then, by the lock of _Meta, one of all processes.
    private async ValueTask<T> WriteAlone<T>(Func<ITransaction, Row, ValueTask<T>> write, CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        if (!await _writer.WaitAsync(_options.WriterWait, cancellation))
            throw Neo4jErrors.OtherWriter(_options.WriterWait);
        try
        {
            await using var transaction = new MarkedTransaction(await _connection.Begin(cancellation));
            var rest = _options.WriterWait - _time.GetElapsedTime(began);
            var meta = await Lock(transaction, rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(1), cancellation);
            return await Write(transaction, meta, write, cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async ValueTask<T> Write<T>(MarkedTransaction transaction, Row meta, Func<ITransaction, Row, ValueTask<T>> write, CancellationToken cancellation)
    {
        try
        {
            var result = await write(transaction, meta);
            await Commit(transaction, cancellation);
            return result;
        }
        catch (Exception fault) when (fault is OperationCanceledException or StoreUnavailableException { InnerException: OperationCanceledException })
        {
            await Stop(transaction);
            throw;
        }
    }

    // A statement that its client waits for no longer goes on all the same, with all locks, and nobody could write until the server finds its transaction idle for too long.
    private async ValueTask Stop(MarkedTransaction transaction)
    {
        using var limit = new CancellationTokenSource(_options.ConnectTimeout);
        try
        {
            await _connection.Write(ChangeCypher.Stop, new Parameters { ["mark"] = transaction.Writer }, limit.Token);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or OperationCanceledException)
        {
        }
    }

    // See ChangeCypher.Committing. That the end was not marked costs the next readers a moment, and is no reason to say that a change failed.
    private async ValueTask Commit(ITransaction transaction, CancellationToken cancellation)
    {
        var mark = new Parameters { ["mark"] = Guid.NewGuid().ToString("N") };
        await _connection.Write(ChangeCypher.Committing, mark, cancellation);
        await transaction.Commit(cancellation);
        try
        {
            await _connection.Write(ChangeCypher.Committed, mark, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
        }
    }

    // Neo4j lets a transaction wait for a lock without end, and goes on when its client has left: it would get the lock later and keep it until it is idle for too long. So the waiting is ended on the server.
    private async ValueTask<Row> Lock(MarkedTransaction transaction, TimeSpan wait, CancellationToken cancellation)
    {
        var locking = transaction.Run(ChangeCypher.Lock, Parameters.None, CancellationToken.None).AsTask();
        var waited = false;
        try
        {
            await locking.WaitAsync(wait, _time, cancellation);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException && !locking.IsCompleted)
        {
            waited = true;
            await _connection.Write(ChangeCypher.Stop, new Parameters { ["mark"] = transaction.Writer }, CancellationToken.None);
        }
        try
        {
            var rows = await locking;
            cancellation.ThrowIfCancellationRequested();
            return rows.First ?? throw MetaIsGone();
        }
        catch (StoreUnavailableException) when (waited)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Neo4jErrors.OtherWriter(_options.WriterWait);
        }
    }
}
