using CsCheck;
using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Surroundings (<see cref="NeighborhoodSearch"/>) and what is common to entities (<see cref="Connections.Common"/>) on the store.</summary>
public abstract class NeighborhoodSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly NeighborhoodQuery _aroundA = new(["a"], 1, 100, null, null, null);

    // a is next to b, c and d; behind c are e and f; x stands alone.
    private static readonly Relationship[] _some =
    [
        Relationship("a", "PARTNER_OF", "b"), Relationship("a", "DEVELOPS", "d"), Relationship("c", "COMPETES_WITH", "a"), Relationship("c", "HEADED_BY", "e"), Relationship("c", "DEVELOPS", "f"),
        Relationship("a", "HEADED_BY", "x", polarity: Polarity.Negated), Relationship("a", "INFLUENCED_BY", "b", validity: During("2020", "2021")), Relationship("b", "PARTNER_OF", "e"),
    ];

    [Fact]
    public async Task Nearest_first_then_of_highest_degree_then_by_key_with_what_relates_them()
    {
        await Load();
        var found = await NeighborhoodSearch.Find(Store, _aroundA, Cancellation);
        Assert.Equal(["a", "b", "c", "d"], found.Entities);
        Assert.Equal(new[] { 0, 1, 2, 6 }.Select(i => _some[i].Id).Order(), found.Relationships.Select(r => r.Statement.Id));
        Assert.False(found.Truncated);
        Assert.Equal(["a", "b", "c", "d", "e", "f"], (await NeighborhoodSearch.Find(Store, _aroundA with { Hops = 2 }, Cancellation)).Entities);
        Assert.Equal(["c", "e", "a", "b", "f", "d"], (await NeighborhoodSearch.Find(Store, _aroundA with { Of = ["e", "c", "e"], Hops = 4 }, Cancellation)).Entities);
        Assert.Equal(["x"], (await NeighborhoodSearch.Find(Store, _aroundA with { Of = ["x"] }, Cancellation)).Entities);
    }

    [Fact]
    public async Task What_is_left_out_is_told()
    {
        await Load();
        foreach (var (limit, hops, expected, truncated) in new[] { (3, 1, "a b c", true), (4, 1, "a b c d", false), (4, 2, "a b c d", true), (1, 1, "a", true), (6, 4, "a b c d e f", false) })
        {
            var found = await NeighborhoodSearch.Find(Store, _aroundA with { Limit = limit, Hops = hops }, Cancellation);
            Assert.Equal((expected, truncated), (string.Join(' ', found.Entities), found.Truncated));
        }
        var asked = await NeighborhoodSearch.Find(Store, _aroundA with { Of = ["x", "e", "a"], Limit = 2 }, Cancellation);
        Assert.Equal(("a e", true), (string.Join(' ', asked.Entities), asked.Truncated));
    }

    [Fact]
    public async Task Kinds_types_and_times_bound_what_is_gone_through()
    {
        await Load();
        var companies = _aroundA with { Hops = 3, Kinds = new HashSet<string> { "Company", "Product" } };
        Assert.Equal(["a", "c", "d", "f"], (await NeighborhoodSearch.Find(Store, companies, Cancellation)).Entities);
        var influence = _aroundA with { Hops = 3, Types = new HashSet<string> { "INFLUENCED_BY" } };
        Assert.Equal([_some[6].Id], (await NeighborhoodSearch.Find(Store, influence, Cancellation)).Relationships.Select(r => r.Id));
        Assert.Equal(["a"], (await NeighborhoodSearch.Find(Store, influence with { AsOf = DayWindow.Of(PartialDate.Parse("2022")) }, Cancellation)).Entities);
    }

    [Fact]
    public async Task Too_many_neighbours_are_an_error_next_to_those_asked_for_and_an_end_further_out()
    {
        await Load();
        await Assert.ThrowsAsync<LimitExceededException>(async () => await NeighborhoodSearch.Find(WatchedStore.On(Store, mostNeighbours: 2).Store, _aroundA, Cancellation));
        var found = await NeighborhoodSearch.Find(WatchedStore.On(Store, mostNeighbours: 3).Store, _aroundA with { Hops = 2 }, Cancellation);
        Assert.Equal(("a b c d", true), (string.Join(' ', found.Entities), found.Truncated));
    }

    [Fact]
    public async Task Of_too_many_relationships_the_first_by_id_are_given()
    {
        var keys = Enumerable.Range(0, 65).Select(i => $"p{i}").ToArray();
        var all = keys.SelectMany((k, i) => keys.Skip(i + 1).Select(other => Relationship(k, "PARTNER_OF", other))).ToArray();
        await Apply(new TestGraph { Entities = [.. keys.Select(k => Entity(k, "Person"))], Statements = all }.Changes(), journal: JournalDetail.Counts);
        var found = await NeighborhoodSearch.Find(Store, _aroundA with { Of = ["p0"] }, Cancellation);
        Assert.Equal((65, true), (found.Entities.Count, found.Truncated));
        Assert.Equal(all.Select(r => r.Id).Order().Take(NeighborhoodSearch.MostRelationships), found.Relationships.Select(r => r.Id));
    }

    [Fact]
    public async Task A_layer_costs_two_calls()
    {
        await Load();
        var (store, watch) = WatchedStore.On(Store);
        await NeighborhoodSearch.Find(store, _aroundA with { Hops = 2 }, Cancellation);
        Assert.Equal(["Neighbours", "Entities", "Neighbours", "Entities", "StatementsOf", "Statements"], watch.Calls);
    }

    [Fact]
    public async Task Common_is_who_is_next_to_all_with_what_connects_them()
    {
        await Load();
        var (store, watch) = WatchedStore.On(Store);
        var found = Assert.Single((await Connections.Common(store, new CommonQuery(["b", "c", "b"], Connections.MostCommon), Cancellation)).Entities, c => c.Entity == "a");
        Assert.Equal([.. new[] { _some[0].Id, _some[6].Id }.Order(), _some[2].Id], found.Relationships.Select(r => r.Statement.Id));
        Assert.Equal(["Neighbours", "Entities", "StatementsOf"], watch.Calls);
        Assert.Equal(["a", "e"], (await Common("b", "c")).Select(c => c.Entity));
        Assert.Equal(["b", "c", "d"], (await Common("a")).Select(c => c.Entity));
        Assert.Empty(await Common("a", "x"));
        Assert.Empty(await Common("a", "b"));
        Assert.Empty(await Common());
    }

    [Fact]
    public async Task Common_of_hubs_has_every_connection()
    {
        var many = Enumerable.Range(0, 1100).SelectMany(i => new[] { Relationship("a", "DEVELOPS", $"p{i}"), Relationship("c", "DEVELOPS", $"p{i}") });
        await Load([.. many, Relationship("a", "PARTNER_OF", "e"), Relationship("c", "PARTNER_OF", "e")]);
        var found = await Common("a", "c");
        Assert.Equal(Connections.MostCommon, found.Count);
        var rest = await Connections.Common(Store, new CommonQuery(["a", "c"], Connections.MostCommon, After: found[^1].Entity), Cancellation);
        Assert.True(rest.Truncated && string.CompareOrdinal(rest.Entities[0].Entity, found[^1].Entity) > 0);
        Assert.False((await Connections.Common(Store, new CommonQuery(["a", "c"], Connections.MostCommon, After: "p999"), Cancellation)).Truncated);
        Assert.Equal(("e", 2), (found[0].Entity, found[0].Relationships.Count));
        Assert.All(found, c => Assert.Equal(2, c.Relationships.Count));
    }

    [Fact]
    public Task Any_graph_gives_the_surroundings_that_looking_at_everything_gives()
    {
        var query = Gen.Select(AnyConnected.Key.Array[1, 3], Gen.Int[1, NeighborhoodSearch.MostHops], Gen.Int[1, 9], AnyConnected.Types, AnyConnected.Kinds, AnyConnected.AsOf,
            (of, hops, limit, types, kinds, asOf) => new NeighborhoodQuery(of, hops, limit, types, kinds, asOf));
        return Gen.Select(AnyConnected.Graph, query.Array[10]).SampleAsync(
            async (graph, queries) =>
            {
                await Replace(graph);
                foreach (var asked in queries)
                {
                    var found = await NeighborhoodSearch.Find(Store, asked, Cancellation);
                    var all = Around(graph, asked);
                    Assert.Equal((string.Join(' ', all.Take(asked.Limit)), all.Length > asked.Limit), (string.Join(' ', found.Entities), found.Truncated));
                    Assert.Equal(graph.Statements.OfType<Relationship>()
                        .Where(r => found.Entities.Contains(r.Source) && found.Entities.Contains(r.Target) && AnyConnected.Leads(r, r.Source, r.Target, Direction.Any, asked.Types, asked.AsOf))
                        .Select(r => r.Id).Order(), found.Relationships.Select(r => r.Id));
                    await SameCommon(graph, new CommonQuery(asked.Of, Math.Min(asked.Limit, Connections.MostCommon), null, asked.Types, asked.AsOf));
                }
            },
            iter: RandomGraphs, threads: 1);
    }

    private async Task SameCommon(ReferenceGraph graph, CommonQuery query)
    {
        IEnumerable<StatementId> Between(string a, string b) =>
            graph.Statements.OfType<Relationship>().Where(r => AnyConnected.Leads(r, a, b, Direction.Any, query.Types, query.AsOf)).Select(r => r.Id).Order();
        var expected = (from e in graph.Entities.Select(e => e.Key).Except(query.Of).Order(Utf8Order.Instance)
                        where query.Of.All(a => Between(a, e).Any())
                        select $"{e}: {string.Join(' ', query.Of.Distinct().SelectMany(a => Between(a, e)))}").ToArray();
        var found = await Connections.Common(Store, query, Cancellation);
        Assert.Equal(expected.Take(query.Limit), found.Entities.Select(c => $"{c.Entity}: {string.Join(' ', c.Relationships.Select(r => r.Id))}"));
        Assert.Equal(expected.Length > query.Limit, found.Truncated);
    }

    private async Task<IReadOnlyList<CommonEntity>> Common(params string[] of) =>
        (await Connections.Common(Store, new CommonQuery(of, Connections.MostCommon), Cancellation)).Entities;

    private static string[] Around(ReferenceGraph graph, NeighborhoodQuery query)
    {
        var distances = query.Of.Distinct().ToDictionary(k => k, _ => 0);
        for (var hop = 1; hop <= query.Hops; hop++)
        {
            foreach (var entity in graph.Entities.Where(e => !distances.ContainsKey(e.Key) && query.Kinds?.Contains(e.Kind) != false).ToArray())
            {
                if (distances.Any(d => d.Value == hop - 1 && graph.Statements.OfType<Relationship>().Any(r => AnyConnected.Leads(r, d.Key, entity.Key, Direction.Any, query.Types, query.AsOf))))
                    distances[entity.Key] = hop;
            }
        }
        return [.. distances.OrderBy(d => d.Value).ThenByDescending(d => graph.Degree(d.Key)).ThenBy(d => d.Key, Utf8Order.Instance).Select(d => d.Key)];
    }

    private Task Load() => Load(_some);

    private async Task Load(IReadOnlyList<Relationship> relationships)
    {
        Entity[] named = [Entity("a"), Entity("b", "Person"), Entity("c"), Entity("d", "Product"), Entity("e", "Person"), Entity("f", "Product"), Entity("x", "Person")];
        var others = relationships.Select(r => r.Target).Distinct().Except(named.Select(e => e.Key)).Select(k => Entity(k, "Product"));
        await Apply(new TestGraph { Entities = [.. named, .. others], Statements = relationships }.Changes(), journal: JournalDetail.Counts);
    }
}
