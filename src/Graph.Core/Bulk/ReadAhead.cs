using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>Makes the next item of a sequence while the last one is worked on: a loader's work beside the store's.</summary>
/// <remarks>Two items are in memory at a time. The sequence runs on other threads, on one at a time.</remarks>
public static class ReadAhead
{
    /// <summary>The same items, each made while the one before is out.</summary>
    public static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var source = items.GetAsyncEnumerator(cancellation);
        var next = Next(source);
        try
        {
            while (await next)
            {
                var item = source.Current;
                next = Next(source);
                yield return item;
            }
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // of who stopped early; a source in motion cannot be disposed of
        }
    }

    private static Task<bool> Next<T>(IAsyncEnumerator<T> source) => Task.Run(async () => await source.MoveNextAsync());
}
