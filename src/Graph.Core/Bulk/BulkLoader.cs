using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>The second pass over a bulk file that was checked: writes it.</summary>
internal sealed class BulkLoader(IGraphStore store, StoreState before, string path, LoadMark load, IProgress<BulkProgress>? progress)
{
    private readonly StoreMerge _merge = new(store);
    private int _changes;

    /// <summary>Things written.</summary>
    public long Written { get; private set; }

    /// <summary>The number of the last change, null when nothing was to be written.</summary>
    public async ValueTask<long?> Load(CancellationToken cancellation)
    {
        await using var changes = Changes(cancellation).GetAsyncEnumerator(cancellation);
        var more = await changes.MoveNextAsync();
        if (!more && before.UnfinishedLoad is null)
            return null;
        long last = before.LastChange;
        do
        {
            var part = store.MostInOneChange is { } most ? await Some(changes, more, most) : (All(changes, more), false);
            var changeSet = new ChangeSet(load.Name, last, part.Item1, JournalDetail.Counts) { Load = load, EndsLoad = !part.Item2 };
            last = await store.Apply(changeSet, cancellation);
            (more, _changes) = (part.Item2, _changes + 1);
            if (more)
                progress?.Report(new BulkProgress(true, Written, null, _changes));
        }
        while (more);
        return last;
    }

    // One change's worth, and whether there is more. The first is at hand already.
    private static async ValueTask<(IEnumerable<Change>, bool)> Some(IAsyncEnumerator<Change> changes, bool more, int most)
    {
        var some = new List<Change>();
        for (; more && some.Count < most; more = await changes.MoveNextAsync())
            some.Add(changes.Current);
        return (some, more);
    }

    // Of a store that takes any number: it is an embedded one, whose answers are there at once.
    private static IEnumerable<Change> All(IAsyncEnumerator<Change> changes, bool more)
    {
        for (; more; more = changes.MoveNextAsync().AsTask().GetAwaiter().GetResult())
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

    private async ValueTask<IReadOnlyList<Change>> Differences(List<BulkThing> batch, CancellationToken cancellation)
    {
        var changes = before.IsEmpty ? batch.Select(StoreMerge.New).ToArray() : await Compared(batch, cancellation);
        Written += changes.Length;
        return changes;
    }

    private async ValueTask<Change[]> Compared(List<BulkThing> batch, CancellationToken cancellation)
    {
        var results = await _merge.Compare(batch, cancellation);
        if (results.FirstOrDefault(r => r.Fault is not null).Fault is { } fault)
            throw new ConflictException($"The store changed while the file was loaded: {fault}.", "Run the command again.");
        return [.. results.Select(r => r.Change).OfType<Change>()];
    }

    private ConflictException Changed() => new($"{path} changed while it was read.", "Run the command again when it is whole.");
}
