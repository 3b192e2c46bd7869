using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>The record of changes.</summary>
public abstract class JournalSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task A_change_is_recorded_with_who_when_before_and_after()
    {
        var (before, after) = (Entity("a"), Entity("a", "Product"));
        await Store.Apply(new ChangeSet("first", null, [new Change.OfEntity(null, before)]), Cancellation);
        Time.Now += TimeSpan.FromTicks(1234567);
        await Store.Apply(new ChangeSet("the \"second\" 改", null, [new Change.OfEntity(before, after), new Change.OfEntity(null, Entity("b"))]), Cancellation);
        var changes = await Store.Changes(0, 10, Cancellation);
        Assert.Equal([1L, 2L], changes.Select(c => c.Number));
        Assert.Equal((Time.Now, "the \"second\" 改"), (changes[1].At, changes[1].By));
        Assert.Equal($$"""{"changes":[{"what":"entity","before":{{CanonicalJson.Of(before)}},"after":{{CanonicalJson.Of(after)}}},{"what":"entity","after":{{CanonicalJson.Of(Entity("b"))}}}]}""", changes[1].Body);
    }

    [Fact]
    public async Task A_bulk_load_records_counts()
    {
        await Apply(SampleGraph.Instance.Changes(), journal: JournalDetail.Counts);
        var graph = SampleGraph.Instance;
        string Added(string what, int count) => $"\"{what}\":{{\"added\":{count},\"changed\":0,\"removed\":0}}";
        Assert.Equal(
            $"{{\"counts\":{{{Added("article", 3)},{Added("passage", 5)},{Added("entity", graph.Entities.Count)},{Added("statement", graph.Statements.Count)}}}}}",
            Assert.Single(await Store.Changes(0, 10, Cancellation)).Body);
    }

    [Fact]
    public async Task Changes_are_given_after_a_number_up_to_a_limit()
    {
        for (var n = 1; n <= 5; n++)
            await Apply([new Change.OfEntity(null, Entity($"e{n}"))]);
        Assert.Equal([3L, 4L], (await Store.Changes(2, 2, Cancellation)).Select(c => c.Number));
        Assert.Empty(await Store.Changes(5, 10, Cancellation));
    }

    [Fact]
    public async Task A_change_that_failed_is_not_recorded_and_leaves_no_gap()
    {
        await Apply([new Change.OfEntity(null, Entity("a"))]);
        await Assert.ThrowsAsync<ConflictException>(async () => await Apply([new Change.OfEntity(null, Entity("a"))]));
        Assert.Equal(2, await Apply([]));
        Assert.Equal([1L, 2L], (await Store.Changes(0, 10, Cancellation)).Select(c => c.Number));
    }

    [Fact]
    public async Task A_change_of_nothing_is_a_callers_fault() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Apply([new Change.OfEntity(null, null)]));
}
