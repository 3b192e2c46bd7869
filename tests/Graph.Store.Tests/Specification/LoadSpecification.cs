using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Loads that take more than one change.</summary>
public abstract class LoadSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly LoadMark Big = new("import big.jsonl", "0123abcd");

    [Fact]
    public async Task A_load_is_unfinished_until_its_last_change()
    {
        Assert.Null((await Store.State(Cancellation)).UnfinishedLoad);
        await Part("a");
        await Part("b");
        Assert.Equal(Big, (await Store.State(Cancellation)).UnfinishedLoad);
        await using (var again = await OpenAgain())
            Assert.Equal(Big, (await again.State(Cancellation)).UnfinishedLoad);
        await Part("c", ends: true);
        Assert.Null((await Store.State(Cancellation)).UnfinishedLoad);
        await Apply([new Change.OfEntity(null, Entity("d"))]);
    }

    [Fact]
    public async Task While_a_load_is_unfinished_nothing_else_is_written()
    {
        await Part("a");
        var alone = await Assert.ThrowsAsync<ConflictException>(async () => await Apply([new Change.OfEntity(null, Entity("b"))]));
        Assert.Contains(Big.Name, alone.Message, StringComparison.Ordinal);
        Assert.Equal(LoadMark.Remedy, alone.Hint);
        await Assert.ThrowsAsync<ConflictException>(async () => await Part("b", load: Big with { Fingerprint = "4567" }));
        Assert.Equal([false, true], (await Store.Entities(["b", "a"], EntityParts.Scalars, Cancellation)).Select(e => e is not null));
        Assert.Equal((1, Big), await Store.State(Cancellation) is var state ? (state.LastChange, state.UnfinishedLoad) : default);
    }

    [Fact]
    public async Task A_part_that_fails_leaves_the_mark_as_it_was()
    {
        await Assert.ThrowsAsync<ConflictException>(async () => await Store.Apply(Of([new Change.OfEntity(Entity("gone"), null)], Big, false), Cancellation));
        Assert.Null((await Store.State(Cancellation)).UnfinishedLoad);
        await Part("a");
        await Assert.ThrowsAsync<ConflictException>(async () => await Part("a", ends: true));
        Assert.Equal(Big, (await Store.State(Cancellation)).UnfinishedLoad);
    }

    [Fact]
    public async Task A_change_of_more_than_the_store_takes_at_once_is_refused_whole()
    {
        Assert.SkipWhen(Store.MostInOneChange is null, "This store takes any number at once.");
        var many = Enumerable.Range(0, Store.MostInOneChange!.Value + 1).Select(n => (Change)new Change.OfEntity(null, Entity($"e{n}")));
        var refusal = await Assert.ThrowsAsync<LimitExceededException>(async () => await Apply(many, journal: JournalDetail.Counts));
        Assert.Equal((long)Store.MostInOneChange, refusal.Limit);
        Assert.True((await Store.State(Cancellation)).IsEmpty);
    }

    private ValueTask<long> Part(string key, bool ends = false, LoadMark? load = null) =>
        Store.Apply(Of([new Change.OfEntity(null, Entity(key))], load ?? Big, ends), Cancellation);

    private static ChangeSet Of(IEnumerable<Change> changes, LoadMark load, bool ends) =>
        new("test", null, changes, JournalDetail.Counts) { Load = load, EndsLoad = ends };
}
