namespace Graph.Core;

/// <summary>How far a bulk import has come.</summary>
/// <param name="Loading">False while it is checked.</param>
/// <param name="Lines">Of this pass, or things written where <paramref name="Part"/> is null.</param>
/// <param name="Part">Of the file, 0 to 1; null when a change was written, which says nothing of the file.</param>
/// <param name="Changes">That are in the store for good.</param>
public readonly record struct BulkProgress(bool Loading, long Lines, double? Part, int Changes);

/// <summary>What a bulk import did.</summary>
/// <param name="WentOn">An earlier load of the same file was completed.</param>
/// <param name="Change">The number of the last change; null when the store held all of it.</param>
public sealed record BulkReport(long Articles, long Passages, long Entities, long Statements, long Written, bool WentOn, long? Change);

/// <summary>Loads JSON Lines (<see cref="BulkFormat"/>): one pass checks all of it, a second loads it. Memory stays flat.</summary>
/// <remarks>What the store has stays; what both have is united (<see cref="StoreMerge"/>). In one change when the store takes any number,
/// else in numbered changes under a <see cref="LoadMark"/>, each of them a difference to what the store holds by then: interrupted, it goes
/// on where it was when it is run again.</remarks>
public static class BulkImport
{
    private const int ProgressEvery = 256; // lines

    /// <param name="path">Plain or gzipped, told by its first bytes.</param>
    /// <param name="by">The command, for the record and for who must run it again.</param>
    /// <exception cref="ProblemsException">The file has faults; nothing was changed.</exception>
    /// <exception cref="ConflictException">Another load is unfinished, the store changed meanwhile, or the file did.</exception>
    /// <exception cref="IOException">The file, or the temporary one beside, cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer; what it holds of a load is in its state.</exception>
    public static async ValueTask<BulkReport> Import(IGraphStore store, string path, string by, IProgress<BulkProgress>? progress,
        CancellationToken cancellation)
    {
        var state = await store.State(cancellation);
        BulkContents contents;
        using (var reader = new LineReader(path))
        using (var check = new BulkCheck(store, state.IsEmpty, path))
            contents = await check.Check(reader, lines => Tell(progress, reader, false, lines, 0), cancellation);
        var load = new LoadMark(by, contents.Fingerprint);
        if (state.UnfinishedLoad is { } unfinished && unfinished.Fingerprint != load.Fingerprint)
            throw unfinished.Refusal();
        var loader = new BulkLoader(store, state, path, load, progress);
        var change = await loader.Load(cancellation);
        return new BulkReport(contents.Counts[0], contents.Counts[1], contents.Counts[2], contents.Counts[4], loader.Written,
            state.UnfinishedLoad is not null, change);
    }

    internal static void Tell(IProgress<BulkProgress>? progress, LineReader reader, bool loading, long lines, int changes)
    {
        if (lines % ProgressEvery == 0)
            progress?.Report(new BulkProgress(loading, lines, reader.Length == 0 ? 1 : (double)reader.BytesRead / reader.Length, changes));
    }
}
