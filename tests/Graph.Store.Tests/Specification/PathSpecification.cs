using CsCheck;
using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Paths, found by <see cref="PathSearch"/> on the store.</summary>
public abstract class PathSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly PathQuery _aToZ = new("a", "z", 4, 20, Direction.Any, null, null);

    [Fact]
    public async Task All_simple_paths_shortest_first_then_by_the_keys_along_them()
    {
        await Load("a=z", "a=c", "c=z", "a=b", "b=z", "b=c");
        Assert.Equal(["a z", "a b z", "a c z", "a b c z", "a c b z"], await Find(_aToZ));
        Assert.Equal(["a z", "a b z", "a c z"], await Find(_aToZ with { MaxHops = 2 }));
        Assert.Equal(["a z", "a b z"], await Find(_aToZ with { Limit = 2 }));
    }

    [Fact]
    public async Task Keys_are_compared_one_by_one_by_their_bytes()
    {
        await Load("a=b0", "a=b-0", "a=b", "b0=z", "b-0=z", "b=z");
        Assert.Equal(["a b z", "a b-0 z", "a b0 z"], await Find(_aToZ));
    }

    [Fact]
    public async Task Every_hop_goes_the_way_asked_for_and_symmetric_ones_go_both_ways()
    {
        await Load("a>b", "b>z", "z>c", "c>a", "a=d", "d=z", "a>e", "z>e");
        Assert.Equal(["a b z", "a d z"], await Find(_aToZ with { Direction = Direction.Out }));
        Assert.Equal(["a c z", "a d z"], await Find(_aToZ with { Direction = Direction.In }));
        Assert.Equal(["a b z", "a c z", "a d z", "a e z"], await Find(_aToZ));
        Assert.Equal(["z b a", "z d a"], await Find(_aToZ with { From = "z", To = "a", Direction = Direction.In }));
    }

    [Fact]
    public async Task Denials_other_types_and_other_times_lead_nowhere()
    {
        await Load(
            Relationship("a", "INFLUENCED_BY", "z", polarity: Polarity.Negated), Relationship("a", "PARTNER_OF", "b"), Relationship("b", "PARTNER_OF", "z"),
            Relationship("a", "INFLUENCED_BY", "c", validity: During("2020", "2021")), Relationship("c", "INFLUENCED_BY", "z", validity: During("2021", null)));
        Assert.Equal(["a b z", "a c z"], await Find(_aToZ));
        Assert.Equal(["a c z"], await Find(_aToZ with { Types = new HashSet<string> { "INFLUENCED_BY" } }));
        Assert.Empty(await Find(_aToZ with { Types = new HashSet<string>() }));
        Assert.Equal(["a b z"], await Find(_aToZ with { AsOf = DayWindow.Of(PartialDate.Parse("2022")) }));
        Assert.Equal(["a b z", "a c z"], await Find(_aToZ with { AsOf = DayWindow.Of(PartialDate.Parse("2021-06")) }));
    }

    [Fact]
    public async Task None_to_itself_to_whom_nothing_leads_or_beyond_the_hops()
    {
        await Load("a=b", "b=c", "c=d", "d=z", "x=y");
        Assert.Empty(await Find(_aToZ with { To = "a" }));
        Assert.Empty(await Find(_aToZ with { To = "y" }));
        Assert.Empty(await Find(_aToZ with { To = "nobody" }));
        Assert.Empty(await Find(_aToZ with { MaxHops = 3 }));
        Assert.Equal(["a b c d z"], await Find(_aToZ));
    }

    [Fact]
    public async Task A_hop_has_every_relationship_that_makes_it_by_id()
    {
        Relationship[] made = [Relationship("a", "INFLUENCED_BY", "z"), Relationship("a", "INFLUENCED_BY", "z", Status.Opinion), Relationship("z", "INFLUENCED_BY", "a"), Relationship("z", "PARTNER_OF", "a")];
        await Load([.. made, Relationship("a", "INFLUENCED_BY", "z", polarity: Polarity.Negated), Relationship("a", "PARTNER_OF", "b")]);
        Assert.Equal(made.Select(r => r.Id).Order(), await Ids(_aToZ));
        Assert.Equal(new[] { made[0], made[1], made[3] }.Select(r => r.Id).Order(), await Ids(_aToZ with { Direction = Direction.Out }));
        Assert.Equal(new[] { made[2], made[3] }.Select(r => r.Id).Order(), await Ids(_aToZ with { Direction = Direction.In }));

        async Task<IEnumerable<StatementId>> Ids(PathQuery query) =>
            Assert.Single(Assert.Single((await PathSearch.Find(Store, query, Cancellation)).Paths).Hops).Relationships.Select(r => r.Statement.Id);
    }

    [Fact]
    public async Task A_hop_of_a_hub_has_its_relationship_however_many_others_come_before_it()
    {
        await Load([Relationship("a", "PARTNER_OF", "hub"), Relationship("hub", "PARTNER_OF", "z"), .. Products("hub", Connections.MostParallel + 1)]);
        Assert.Equal(["a hub z"], await Find(_aToZ));
    }

    [Fact]
    public async Task Hops_between_hubs_are_complete_too()
    {
        var (one, other) = (Parallel("a", "hub", 800), Parallel("hub", "z", 800));
        await Load([.. one, .. other, .. Products("a", 900), .. Products("z", 900)]);
        var path = Assert.Single((await PathSearch.Find(Store, _aToZ, Cancellation)).Paths);
        Assert.Equal([one.Select(r => r.Id).Order(), other.Select(r => r.Id).Order()], path.Hops.Select(h => h.Relationships.Select(r => r.Id)));
    }

    [Fact]
    public async Task Of_very_many_relationships_between_two_a_hop_has_the_first()
    {
        var all = Parallel("a", "z", Connections.MostParallel + 5);
        await Load(all);
        Assert.Equal(all.Select(r => r.Id).Order().Take(Connections.MostParallel), Assert.Single((await PathSearch.Find(Store, _aToZ, Cancellation)).Paths).Hops[0].Relationships.Select(r => r.Id));
    }

    [Fact]
    public async Task A_layer_costs_one_call_and_all_hops_two()
    {
        await Load([.. "bcde".SelectMany(x => "fghi".SelectMany(y => "jklm".SelectMany(z => new[] { $"a={x}", $"{x}={y}", $"{y}={z}", $"{z}=z" }))).Distinct()]);
        var (store, watch) = WatchedStore.On(Store);
        var found = await PathSearch.Find(store, _aToZ, Cancellation);
        Assert.Equal((20, 4), (found.Paths.Count, found.Paths[^1].Length));
        Assert.Equal(["Entities", "Neighbours", "Neighbours", "Neighbours", "Neighbours", "Entities", "StatementsOf"], watch.Calls);
    }

    [Fact]
    public async Task What_one_end_reaches_is_enough_to_know_that_there_is_no_path()
    {
        await Load([Relationship("a", "PARTNER_OF", "b"), Relationship("z", "PARTNER_OF", "y"), .. Products("z", 40)]);
        var (store, watch) = WatchedStore.On(Store, mostNeighbours: 10);
        var found = await PathSearch.Find(store, _aToZ with { MaxHops = 6 }, Cancellation);
        Assert.Equal((0, false), (found.Paths.Count, found.Truncated));
        Assert.Equal(2, watch.Calls.Count(c => c == "Neighbours"));
    }

    [Fact]
    public async Task An_end_with_too_many_neighbours_is_come_to_from_the_other()
    {
        await Load([Relationship("a", "PARTNER_OF", "b"), Relationship("b", "PARTNER_OF", "z"), .. Products("z", 40)]);
        var (store, _) = WatchedStore.On(Store, mostNeighbours: 10);
        foreach (var (from, to) in new[] { ("a", "z"), ("z", "a") })
        {
            var found = await PathSearch.Find(store, _aToZ with { From = from, To = to }, Cancellation);
            Assert.Equal([$"{from} b {to}"], found.Paths.Select(p => string.Join(' ', p.Keys)));
            Assert.False(found.Truncated);
        }
    }

    [Fact]
    public async Task Too_much_to_read_is_told_as_truncated_or_when_nothing_was_found_as_an_error()
    {
        await Load([Relationship("a", "PARTNER_OF", "z"), Relationship("a", "PARTNER_OF", "b"), .. Products("b", 45), Relationship("z", "PARTNER_OF", "y"), .. Products("z", 45)]);
        var (store, _) = WatchedStore.On(Store, mostNeighbours: 41);
        var found = await PathSearch.Find(store, _aToZ with { Types = new HashSet<string> { "PARTNER_OF" } }, Cancellation);
        Assert.Equal((1, false), (found.Paths.Count, found.Truncated));
        found = await PathSearch.Find(store, _aToZ, Cancellation);
        Assert.Equal((1, true), (found.Paths.Count, found.Truncated));
        var error = await Assert.ThrowsAsync<LimitExceededException>(async () => await PathSearch.Find(WatchedStore.On(Store, mostNeighbours: 1).Store, _aToZ, Cancellation));
        Assert.Equal(PathSearch.ReadBudget, error.Limit);
    }

    [Fact]
    public async Task Too_many_ways_that_come_back_to_themselves_end_the_walk()
    {
        var crowd = Enumerable.Range(0, 90).Select(i => $"c{i}").ToArray();
        await Load(["a=y", "y=z", .. crowd.Select(c => $"y={c}"), .. crowd.SelectMany((c, i) => crowd.Skip(i + 1).Select(d => $"{c}={d}"))]);
        var found = await PathSearch.Find(Store, _aToZ with { MaxHops = 6 }, Cancellation);
        Assert.Equal(["a y z"], found.Paths.Select(p => string.Join(' ', p.Keys)));
        Assert.True(found.Truncated);
        Assert.False((await PathSearch.Find(Store, _aToZ with { MaxHops = 4 }, Cancellation)).Truncated);
    }

    [Fact]
    public Task Any_graph_gives_the_paths_that_trying_every_way_gives()
    {
        var query = Gen.Select(AnyConnected.Key, AnyConnected.Key, Gen.Int[1, PathSearch.MostHops], Gen.Int[1, PathSearch.MostPaths], Gen.Enum<Direction>(), AnyConnected.Types, AnyConnected.AsOf,
            (from, to, hops, limit, direction, types, asOf) => new PathQuery(from, to, hops, limit, direction, types, asOf));
        return Gen.Select(AnyConnected.Graph, query.Array[10]).SampleAsync(
            async (graph, queries) =>
            {
                await Replace(graph);
                foreach (var asked in queries)
                {
                    var found = await PathSearch.Find(Store, asked, Cancellation);
                    Assert.False(found.Truncated);
                    Assert.Equal(Every(graph, asked).Select(p => Text(p, (a, b) => Between(graph, asked, a, b).Select(r => r.Id).Order())),
                        found.Paths.Select(p => Text([.. p.Keys], (a, b) => p.Hops.Single(h => (h.From, h.To) == (a, b)).Relationships.Select(r => r.Id))));
                }
            },
            iter: RandomGraphs, threads: 1);
    }

    private static string Text(string[] keys, Func<string, string, IEnumerable<StatementId>> hop) =>
        keys[0] + string.Concat(keys.Zip(keys.Skip(1), (a, b) => $" -[{string.Join(' ', hop(a, b))}]- {b}"));

    private static IEnumerable<string[]> Every(ReferenceGraph graph, PathQuery query)
    {
        IEnumerable<string[]> From(string[] path) => path[^1] == query.To ? [path] : path.Length > query.MaxHops ? []
            : graph.Entities.Where(e => !path.Contains(e.Key) && Between(graph, query, path[^1], e.Key).Any()).SelectMany(e => From([.. path, e.Key]));
        var order = Comparer<string[]>.Create((x, y) => x.Length != y.Length ? x.Length - y.Length
            : x.Zip(y, Utf8Order.Instance.Compare).FirstOrDefault(c => c != 0));
        return query.From == query.To ? [] : From([query.From]).Order(order).Take(query.Limit);
    }

    private static IEnumerable<Relationship> Between(ReferenceGraph graph, PathQuery query, string from, string to) =>
        graph.Statements.OfType<Relationship>().Where(r => AnyConnected.Leads(r, from, to, query.Direction, query.Types, query.AsOf));

    private static Relationship[] Parallel(string source, string target, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Relationship(source, "INFLUENCED_BY", target, validity: During($"{1000 + i}", null)))];

    private static IEnumerable<Relationship> Products(string company, int count) => Enumerable.Range(0, count).Select(i => Relationship(company, "DEVELOPS", $"product-of-{company}-{i}"));

    /// <param name="pairs">Keys with <c>></c> between them for "influenced by", or <c>=</c> for the symmetric "partner of".</param>
    private Task Load(params string[] pairs) => Load([.. pairs.Select(p => p.Split('=', '>')).Zip(pairs, (ends, p) =>
        Relationship(ends[0], p.Contains('=', StringComparison.Ordinal) ? "PARTNER_OF" : "INFLUENCED_BY", ends[1]))]);

    private async Task Load(params Relationship[] relationships)
    {
        var keys = relationships.SelectMany(r => new[] { r.Source, r.Target }).Distinct();
        var entities = keys.Select(k => Entity(k, k.StartsWith("product-", StringComparison.Ordinal) ? "Product" : "Person"));
        await Apply(new TestGraph { Entities = [.. entities], Statements = relationships }.Changes(), journal: JournalDetail.Counts);
    }

    private async Task<IEnumerable<string>> Find(PathQuery query)
    {
        var found = await PathSearch.Find(Store, query, Cancellation);
        Assert.False(found.Truncated);
        Assert.All(found.Paths, p => Assert.Equal(p.Length, p.Keys.Count - 1));
        Assert.All(found.Paths.SelectMany(p => p.Hops), h => Assert.NotEmpty(h.Relationships));
        return found.Paths.Select(p => string.Join(' ', p.Keys));
    }
}
