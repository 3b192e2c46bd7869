using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

/// <summary>The next item is made while the last one is worked on.</summary>
public sealed class ReadAheadTests
{
    private readonly TaskCompletionSource _secondIsMade = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isDisposed;

    [Fact]
    public async Task All_items_come_in_order_each_made_while_the_one_before_is_out()
    {
        var seen = new List<int>();
        await foreach (var item in ReadAhead.Of(Items(null), TestContext.Current.CancellationToken))
        {
            if (seen.Count == 0)
                await _secondIsMade.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            seen.Add(item);
        }
        Assert.Equal([1, 2, 3], seen);
        Assert.True(_isDisposed);
    }

    [Fact]
    public async Task What_fails_while_it_is_made_fails_where_its_item_is_asked_for()
    {
        var seen = new List<int>();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in ReadAhead.Of(Items(3), TestContext.Current.CancellationToken))
                seen.Add(item);
        });
        Assert.Equal("3", fault.Message);
        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public async Task Who_stops_early_leaves_the_source_closed()
    {
        await foreach (var item in ReadAhead.Of(Items(2), TestContext.Current.CancellationToken))
            break;
        Assert.True(_isDisposed);
    }

    private async IAsyncEnumerable<int> Items(int? failing)
    {
        try
        {
            for (var item = 1; item <= 3; item++)
            {
                await Task.Yield();
                if (item == failing)
                    throw new InvalidOperationException(item.ToString(System.Globalization.CultureInfo.InvariantCulture));
                if (item == 2)
                    _secondIsMade.TrySetResult();
                yield return item;
            }
        }
        finally
        {
            _isDisposed = true;
        }
    }
}
