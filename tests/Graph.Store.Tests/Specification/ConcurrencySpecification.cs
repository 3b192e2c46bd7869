using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Readers beside writers, several openings of one store, and being told to stop.</summary>
public abstract class ConcurrencySpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task What_was_written_is_there_for_whoever_opens_it_again()
    {
        await Apply(SampleGraph.Instance.Changes());
        await using var again = await OpenAgain();
        var page = await again.StatementPage(StatementFilter.Everything, PageRequest.First(1000), StatementParts.Body, Cancellation);
        Assert.Equal(SampleGraph.Instance.Statements.OrderBy(s => s.Id).Select(CanonicalJson.Of), page.Values.Select(r => r.Body));
        Assert.Equal(2, await again.Apply(new ChangeSet("other", 1, [new Change.OfEntity(null, Entity("later"))]), Cancellation));
        Assert.NotNull((await Store.Entities(["later"], EntityParts.Scalars, Cancellation))[0]);
        Assert.Empty(await again.Check(Cancellation));
    }

    [Fact]
    public async Task While_a_change_is_being_written_readers_see_the_state_before()
    {
        await Apply([new Change.OfEntity(null, Entity("a"))]);
        var seen = new List<long>();
        IEnumerable<Change> Looking()
        {
            yield return new Change.OfEntity(null, Entity("b"));
            seen.Add(CountNow());
            yield return new Change.OfEntity(Entity("a"), null);
            seen.Add(CountNow());
            yield return new Change.OfEntity(null, Entity("c"));
        }

        await Apply(Looking());
        Assert.Equal([1, 1], seen);
        Assert.Equal(2, CountNow());
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_whole_changes_only()
    {
        const int Rounds = 30;
        await Apply([new Change.OfEntity(null, Entity("a")), new Change.OfEntity(null, Entity("b"))]);
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < Rounds; n++)
            {
                var both = new[] { "DEVELOPS", "HEADED_BY" }.Select(t => Relationship("a", t, "b"));
                await Store.Apply(new ChangeSet("writer", null, both.Select(r => n % 2 == 0 ? new Change.OfStatement(null, r) : new Change.OfStatement(r, null))), Cancellation);
            }
        });
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                var page = await Store.StatementPage(StatementFilter.Everything, new PageRequest(SortBy.Id, false, 9, WithTotal: true), StatementParts.Scalars, Cancellation);
                Assert.Contains(page.Total!.Value, new long[] { 0, 2 });
                Assert.Equal(page.Total, page.Rows.Count);
            }
        }));
        await Task.WhenAll(reading.Append(writing));
        Assert.Equal(Rounds + 1, (await Store.State(Cancellation)).LastChange);
    }

    [Fact]
    public async Task Writers_of_one_store_take_turns()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () => await Apply([new Change.OfEntity(null, Entity($"e{n}"))]))));
        Assert.Equal(8, CountNow());
        Assert.Equal(Enumerable.Range(1, 8).Select(n => (long)n), (await Store.Changes(0, 99, Cancellation)).Select(c => c.Number));
    }

    [Fact]
    public async Task Whoever_is_told_to_stop_stops()
    {
        var stopped = new CancellationToken(canceled: true);
        Func<Task>[] operations =
        [
            async () => await Store.State(stopped),
            async () => await Store.Entities(["a"], EntityParts.Body, stopped),
            async () => await Store.Names(new NameQuery.Exact(["a"]), stopped),
            async () => await Store.EntityPage(EntityFilter.Everything, PageRequest.First(1), EntityParts.Body, stopped),
            async () => await Store.StatementPage(StatementFilter.Everything, PageRequest.First(1), StatementParts.Body, stopped),
            async () => await Store.StatementsOf(["a"], AnchorRole.Out, StatementFilter.Everything, PageRequest.First(1), StatementParts.Body, stopped),
            async () => await Store.Neighbours(new NeighbourQuery(["a"], Direction.Any, null, null, null, 9), stopped),
            async () => await Store.CountStatements(StatementFilter.Everything, StatementCount.Type, stopped),
            async () => await Store.Articles(stopped),
            async () => await Store.Changes(0, 9, stopped),
            async () => await Store.Apply(new ChangeSet("x", null, [new Change.OfEntity(null, Entity("a"))]), stopped),
            async () => await Store.Adopt(TestOntology.Instance, stopped),
        ];
        foreach (var operation in operations)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(operation);
        Assert.Equal(new StoreState(null, 0, true), await Store.State(Cancellation));
    }

    private long CountNow() => Store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Id, false, 0, WithTotal: true), EntityParts.Scalars, Cancellation).AsTask().GetAwaiter().GetResult().Total!.Value;
}
