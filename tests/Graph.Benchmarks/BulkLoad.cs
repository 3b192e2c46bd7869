using System.Diagnostics;
using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>Loads a generated graph in as many changes as the store asks for.</summary>
internal static class BulkLoad
{
    /// <summary>Seconds that it took; null when the store holds the graph already.</summary>
    public static async Task<double?> Run(IGraphStore store, GraphSize size)
    {
        var load = new LoadMark($"benchmark {size.Name}", size.Name);
        var state = await store.State(CancellationToken.None);
        if (!state.IsEmpty)
        {
            var entities = await store.CountEntities(EntityFilter.Everything, EntityCount.All, CancellationToken.None);
            return state.UnfinishedLoad is null && entities.Sum(e => e.Count) == size.Entities ? null
                : throw new InvalidOperationException("The server holds another graph than this benchmark's, or a part of it: give it an empty one.");
        }
        var start = Stopwatch.GetTimestamp();
        if (store.MostInOneChange is { } most)
        {
            await foreach (var part in ReadAhead.Of(size.Graph().Changes().Chunk(most).ToAsyncEnumerable()))
                await Apply(part, ends: false);
            await Apply([], ends: true);
        }
        else
        {
            await Apply(size.Graph().Changes(), ends: true);
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task Apply(IEnumerable<Change> changes, bool ends) =>
            await store.Apply(new ChangeSet(load.Name, null, changes, JournalDetail.Counts) { Load = load, EndsLoad = ends }, CancellationToken.None);
    }
}
