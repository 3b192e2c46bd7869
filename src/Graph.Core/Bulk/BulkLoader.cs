using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>The second pass over a bulk file that was checked: writes it.</summary>
internal sealed class BulkLoader(IGraphStore store, StoreState before, string path, LoadMark load, IProgress<BulkProgress>? progress)
{
    private readonly StoreMerge _merge = new(store);
    private volatile int _changes;

    /// <summary>Things written.</summary>
    public long Written { get; private set; }

    /// <summary>The number of the last change, null when nothing was to be written.</summary>
    public async ValueTask<long?> Load(CancellationToken cancellation)
    {
        if (store.MostInOneChange is { } most)
            return await InParts(most, cancellation);
        await using var changes = Changes(cancellation).GetAsyncEnumerator(cancellation);
        var any = await changes.MoveNextAsync();
        return any || before.UnfinishedLoad is not null ? await Apply(All(changes, any), before.LastChange, true, cancellation) : null;
    }

    private async ValueTask<long?> InParts(int most, CancellationToken cancellation)
    {
        var last = before.LastChange;
        await foreach (var (part, more) in ReadAhead.Of(Parts(most, cancellation), cancellation))
        {
            if (part.Count == 0 && !more && _changes == 0 && before.UnfinishedLoad is null)
                return null;
            last = await Apply(part, last, !more, cancellation);
            (Written, _changes) = (Written + part.Count, _changes + 1);
            if (more)
                progress?.Report(new BulkProgress(true, Written, null, _changes));
        }
        return last;
    }

    private ValueTask<long> Apply(IEnumerable<Change> changes, long basedOn, bool ends, CancellationToken cancellation) =>
        store.Apply(new ChangeSet(load.Name, basedOn, changes, JournalDetail.Counts) { Load = load, EndsLoad = ends }, cancellation);

    // At least one. What they are compared with may be written beside: a file has each thing once, so that no part depends on another.
    private async IAsyncEnumerable<(List<Change> Part, bool More)> Parts(int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var changes = Changes(cancellation).GetAsyncEnumerator(cancellation);
        var more = await changes.MoveNextAsync();
        do
        {
            (var part, more) = await Some(changes, more, most);
            yield return (part, more);
        }
        while (more);
    }

    // One change's worth, and whether there is more. The first is at hand already.
    private static async ValueTask<(List<Change>, bool)> Some(IAsyncEnumerator<Change> changes, bool more, int most)
    {
        var some = new List<Change>();
        for (; more && some.Count < most; more = await changes.MoveNextAsync())
            some.Add(changes.Current);
        return (some, more);
    }

    // Of a store that takes any number: it is an embedded one, whose answers are there at once.
    private IEnumerable<Change> All(IAsyncEnumerator<Change> changes, bool more)
    {
        for (; more; more = changes.MoveNextAsync().AsTask().GetAwaiter().GetResult(), Written++)
            yield return changes.Current;
    }

    private async IAsyncEnumerable<Change> Changes([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new LineReader(path);
        var (batch, lines) = (new List<BulkThing>(), 0L);
        foreach (var raw in reader.Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            BulkImport.Tell(progress, reader, true, ++lines, _changes);
            var line = BulkReader.Read(raw);
            if (line.Fault is not null)
                throw Changed();
            if (batch.Count > 0 && (line.Thing is null || line.Thing.Rank != batch[0].Rank || batch.Count == StoreMerge.Batch))
            {
                foreach (var change in await Differences(batch, cancellation))
                    yield return change;
                batch.Clear();
            }
            if (line.Thing is { } thing)
                batch.Add(thing is BulkThing.OfStatement s ? new BulkThing.OfStatement(Identity.Canonical(s.Statement, store.Ontology))
                    : thing);
        }
        if (batch.Count > 0 || reader.Fingerprint() != load.Fingerprint) // the line 'end' came last
            throw Changed();
    }

    private async ValueTask<IReadOnlyList<Change>> Differences(List<BulkThing> batch, CancellationToken cancellation) =>
        before.IsEmpty ? batch.Select(StoreMerge.New).ToArray() : await Compared(batch, cancellation);

    private async ValueTask<Change[]> Compared(List<BulkThing> batch, CancellationToken cancellation)
    {
        var results = await _merge.Compare(batch, cancellation);
        if (results.FirstOrDefault(r => r.Fault is not null).Fault is { } fault)
            throw new ConflictException($"The store changed while the file was loaded: {fault}.", "Run the command again.");
        return [.. results.Select(r => r.Change).OfType<Change>()];
    }

    private ConflictException Changed() => new($"{path} changed while it was read.", "Run the command again when it is whole.");
}
