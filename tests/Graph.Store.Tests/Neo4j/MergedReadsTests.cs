using System.Collections.Concurrent;
using Graph.Core;
using Graph.Neo4jStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Reads that go together stay reads of strangers: none pays for another's.</summary>
public sealed class MergedReadsTests
{
    private readonly HeldTime _time = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _held = new();
    private readonly ConcurrentQueue<(string Cypher, CancellationToken Cancellation)> _sent = new();
    private readonly MergedReads _reads;
    private bool _togetherFails;

    public MergedReadsTests() => _reads = new MergedReads(new ScriptedConnection(Answer), _time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_a_statement_of_many_fails_each_is_asked_again_alone_and_fails_or_not_by_itself()
    {
        _togetherFails = true;
        Task<Found?>[] running = [Read(Held(1)), Read(Held(2))];
        using var own = new CancellationTokenSource();
        var good = Read(3, own.Token);
        Task<Found?>[] bad = [Read(-1), Read(-2)];
        Release(1);
        Assert.Equal(3, (await good)!.Rows[0].Number(0));
        var first = await Assert.ThrowsAsync<StoreUnavailableException>(() => bad[0]);
        var second = await Assert.ThrowsAsync<StoreUnavailableException>(() => bad[1]);
        Assert.Equal(("-1", "-2"), (first.Message, second.Message));
        Assert.Contains(_sent, s => s.Cancellation == own.Token);
        Release(2);
        await Task.WhenAll(running);
        Assert.Equal(2 + 1 + 3, _sent.Count);
    }

    [Fact]
    public async Task Who_waited_before_reads_became_slow_does_not_wait_for_those_that_came_later()
    {
        var running = new List<Task<Found?>> { Read(Held(1)), Read(Held(2)) };
        var queued = Enumerable.Range(100, 70).Select(n => Read(n)).ToArray(); // more than go together
        Held(100); // and so their first statement
        _time.Pass(TimeSpan.FromSeconds(10));
        Release(1);
        await running[0];
        running.AddRange([Read(Held(3)), Read(Held(4))]); // at once, as reads are slow now
        Release(100);
        await Task.WhenAll(queued).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        foreach (var n in new[] { 2, 3, 4 })
            Release(n);
        await Task.WhenAll(running);
    }

    [Fact]
    public async Task Statements_that_went_while_they_were_counted_are_not_counted()
    {
        object?[] gone = [0L, null, 1L], there = [0L, "MAKES", 2L];
        await using var store = new Neo4jGraphStore(
            new ScriptedConnection((_, _, _) => Task.FromResult(new Rows([[new object?[] { gone, there }, "", ""]]))), new Neo4jStoreOptions { Uri = "http://x" }, TestOntology.Instance, _time);
        var counts = await store.CountStatementsOf(["a"], AnchorRole.Out, StatementFilter.Everything, StatementCount.Type, Cancellation);
        Assert.Equal([new Tally("MAKES", 2)], counts[0]);
    }

    private Task<Found?> Read(long n, CancellationToken? cancellation = null) =>
        _reads.Read("WITH $n AS n", "n", new Parameters { ["n"] = n }, cancellation ?? Cancellation).AsTask();

    private long Held(long n)
    {
        _held[n] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return n;
    }

    private void Release(long n) => _held[n].SetResult();

    // Each read finds the number that it asks with; negative ones fail.
    private async Task<Rows> Answer(string cypher, Parameters parameters, CancellationToken cancellation)
    {
        _sent.Enqueue((cypher, cancellation));
        var together = parameters.TryGetValue("each", out var each) ? ((Parameters[])each!).Select(p => (long)p["n"]!).ToArray() : null;
        var numbers = together ?? [(long)parameters["n"]!];
        foreach (var n in numbers)
            await (_held.TryGetValue(n, out var held) ? held.Task : Task.CompletedTask);
        if (together is not null && _togetherFails)
            throw new StoreUnavailableException("of all", "", isTransient: false);
        if (numbers.FirstOrDefault(n => n < 0) is < 0 and var bad)
            throw new StoreUnavailableException(bad.ToString(System.Globalization.CultureInfo.InvariantCulture), "", isTransient: false);
        static object?[] Found(long n) => [new object?[] { n }];
        object?[] found = together is null ? Found(numbers[0]) : [.. numbers.Select((n, i) => new object?[] { (long)i, Found(n) })];
        return new Rows([[found, "", ""]]);
    }
}
