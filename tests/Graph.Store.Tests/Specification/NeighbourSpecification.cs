using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Entities next to entities.</summary>
public abstract class NeighbourSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Each_key_has_its_distinct_neighbours_in_order_and_denials_lead_nowhere()
    {
        var found = await Store.Neighbours(Query(["lei-jun", "nobody", "xiaomi", "huawei"]), Cancellation);
        Assert.Equal(["jobs", "xiaomi"], found[0]); // influenced twice by the same, once with an opinion
        Assert.Empty(found[1]);
        Assert.Equal(["apple", "huawei", "hyperos", "jobs", "lei-jun", "su7"], found[2]);
        Assert.Equal(["xiaomi"], found[3]); // apple only denies
    }

    [Fact]
    public async Task Directions_and_symmetric_types()
    {
        Assert.Equal(["xiaomi"], (await Store.Neighbours(Query(["hyperos"], Direction.In), Cancellation))[0]);
        Assert.Empty((await Store.Neighbours(Query(["hyperos"], Direction.Out), Cancellation))[0]);
        Assert.Equal(["xiaomi"], (await Store.Neighbours(Query(["huawei"], Direction.Out), Cancellation))[0]);
        Assert.Equal(["xiaomi"], (await Store.Neighbours(Query(["huawei"], Direction.In), Cancellation))[0]);
    }

    [Fact]
    public async Task Types_kinds_and_days_narrow()
    {
        var xiaomi = Query(["xiaomi"]);
        Assert.Equal(["hyperos", "su7"], (await Store.Neighbours(xiaomi with { Types = new HashSet<string> { "DEVELOPS" } }, Cancellation))[0]);
        Assert.Equal(["apple", "huawei"], (await Store.Neighbours(xiaomi with { Kinds = new HashSet<string> { "Company" } }, Cancellation))[0]);
        Assert.Equal(["hyperos"], (await Store.Neighbours(xiaomi with { Types = new HashSet<string> { "DEVELOPS" }, AsOf = DayWindow.Of(PartialDate.Parse("2024-04")) }, Cancellation))[0]);
        Assert.Empty((await Store.Neighbours(xiaomi with { Types = new HashSet<string>() }, Cancellation))[0]);
        Assert.Empty((await Store.Neighbours(xiaomi with { Kinds = new HashSet<string> { "Unknown" } }, Cancellation))[0]);
    }

    [Fact]
    public async Task The_limit_is_of_all_keys_together()
    {
        Assert.Equal(2, (await Store.Neighbours(Query(["xiaomi", "huawei"]) with { Limit = 7 }, Cancellation)).Count);
        var failure = await Assert.ThrowsAsync<LimitExceededException>(async () => await Store.Neighbours(Query(["xiaomi", "huawei"]) with { Limit = 6 }, Cancellation));
        Assert.Equal(6, failure.Limit);
        Assert.Equal(6, (await Store.Neighbours(Query(["xiaomi"]) with { Limit = 6 }, Cancellation))[0].Count);
    }

    private static NeighbourQuery Query(string[] keys, Direction direction = Direction.Any) => new(keys, direction, null, null, null, 1000);
}
