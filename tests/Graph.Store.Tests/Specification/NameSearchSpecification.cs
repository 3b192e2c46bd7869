using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Entities by what people call them: <see cref="NameSearch"/> on the store.</summary>
public abstract class NameSearchSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly HashSet<string> _products = ["Product"];

    [Fact]
    public async Task Preferred_names_come_before_others_then_beginnings_then_names_with_all_the_words()
    {
        await Load(Entity("covers-less", "Product", "某国产小米手机"), Entity("covers-more", "Product", "国产小米"), Entity("begins-later", "Product", "小米汽车"), Entity("begins", "Product", "小米SU7"),
            Entity("alias", "Company", "米店", "小米"), Entity("preferred", "Company", "小米"), Entity("other", "Company", "大米"));
        var hits = await Search("小米");
        Assert.Equal([("preferred", 1), ("alias", 0.9), ("begins", 0.7), ("begins-later", 0.7), ("covers-more", 0.25), ("covers-less", 0.1429)], hits.Select(h => (h.Entity, h.Score)));
        Assert.Equal(new EntityName("小米", "zh", NameRole.Alias), hits[1].MatchedOn);
        Assert.Equal(["begins", "begins-later"], (await Search("小米", _products, 2)).Select(h => h.Entity));
        for (var count = 0; count <= 7; count++)
            Assert.Equal(hits.Take(count), await Search("小米", count: count));
    }

    [Fact]
    public async Task Of_equal_names_the_better_connected_entity_comes_first_whatever_the_role()
    {
        Entity Named(string key, NameRole role) => Entity(key, "Person", [new EntityName(key, "en", NameRole.Preferred), new EntityName("雷总", "zh", role)]);
        await Apply(new TestGraph
        {
            Entities = [Named("b", NameRole.Alias), Named("a", NameRole.Alias), Named("c", NameRole.Nickname), Named("d", NameRole.Abbreviation)],
            Statements = [Relationship("c", "PARTNER_OF", "d"), Relationship("c", "INFLUENCED_BY", "d"), Relationship("c", "INFLUENCED_BY", "a", polarity: Polarity.Negated), Relationship("d", "PARTNER_OF", "b")],
        }.Changes());
        Assert.Equal(["d", "c", "b", "a"], (await Search("雷总")).Select(h => h.Entity));
    }

    [Fact]
    public async Task An_entity_is_listed_once_at_its_best()
    {
        await Load(Entity("mi", "Company", "小米", "小米集团", "小米公司", "en:小米"), Entity("su7", "Product", "小米汽车", "小米SU7"));
        Assert.Equal([("mi", "小米"), ("su7", "小米SU7")], (await Search("小米")).Select(h => (h.Entity, h.MatchedOn.Text)));
    }

    [Fact]
    public async Task Many_names_of_one_entity_hide_no_other_and_cost_few_calls()
    {
        var names = Enumerable.Range(0, 400).Select(i => new EntityName($"Mi {i}", "en", i == 0 ? NameRole.Preferred : NameRole.Alias));
        var alike = Enumerable.Range(1, 6).SelectMany(spaces => new[] { "en", "zh" }.Select(l => new EntityName($"Mi{new string(' ', spaces)}0", l, NameRole.Former)));
        await Load(Entity("many", "Company", [.. names, .. alike]), Entity("next", "Company", "en:Mi Z"), Entity("words", "Company", "en:The Mi"));
        var (store, watch) = WatchedStore.On(Store);
        Assert.Equal(["many", "next", "words"], (await NameSearch.Search(store, "mi", null, 10, Cancellation)).Select(h => h.Entity));
        Assert.InRange(watch.Calls.Count, 3, 6);
    }

    [Fact]
    public async Task Spellings_that_people_take_for_the_same_find_the_same()
    {
        await Load(Entity("hyperos", "Product", "小米澎湃OS", "en:HyperOS", "澎湃"), Entity("musk", "Person", "埃隆·马斯克", "en:Elon Musk"), Entity("x", "Product", "en:Hyper", "en:OSX"));
        foreach (var text in new[] { "HyperOS", "hyper os", "HYPER-OS", "ＨｙｐｅｒＯＳ", " Hyper  OS ", "澎湃", "小米 澎湃 OS", "小米澎湃", "澎湃OS" })
            Assert.Equal("hyperos", (await Search(text))[0].Entity);
        foreach (var text in new[] { "馬斯克", "马斯克", "埃隆馬斯克", "埃隆 马斯克", "musk", "Musk Elon", "elonmusk", "elon" })
            Assert.Equal(["musk"], (await Search(text)).Select(h => h.Entity));
        Assert.Empty(await Search("musk tesla"));
    }

    [Fact]
    public async Task Hostile_text_is_only_text_and_blank_text_finds_nothing()
    {
        await Load([.. SampleGraph.HostileNames.Select((name, i) => Entity($"hostile-{i}", "Product", name))]);
        foreach (var (name, i) in SampleGraph.HostileNames.Select((n, i) => (n, i)))
            Assert.Equal(($"hostile-{i}", 1.0), (await Search(name)).Select(h => (h.Entity, h.Score)).First());
        foreach (var blank in new[] { "", " ", "\t\n", "\u3000", "\0", "\u200B", "%", "_", "?", "\ud800", "\uFFFF", "-", "\"", "x OR 1=1", "hostile-0", new string('啊', 100_000), string.Concat(Enumerable.Repeat("w ", 5_000)) })
            Assert.Empty(await Search(blank));
    }

    [Fact]
    public async Task A_name_is_resolved_to_whom_it_is_the_preferred_name_of()
    {
        await Load(Entity("xiaomi", "Company", "小米", "en:Xiaomi"), Entity("grain", "Product", "谷子", "小米", "米"), Entity("rice", "Product", "大米", "米"), Entity("two-b", "Person", "张伟"),
            Entity("two-a", "Person", "張偉"), Entity("two-c", "Company", "張偉"));
        var (store, watch) = WatchedStore.On(Store);
        var resolved = await NameSearch.Resolve(store, ["小米", "XIAO MI", "米", "张伟", "nobody", "", "小米", "小", "\" OR"], null, Cancellation);
        Assert.Equal(["xiaomi", "xiaomi", "grain rice", "two-a two-b two-c", "", "", "xiaomi", "", ""], resolved.Select(keys => string.Join(' ', keys)));
        Assert.Equal(["Names"], watch.Calls);
        var products = await NameSearch.Resolve(Store, ["小米", "张伟"], _products, Cancellation);
        Assert.Equal(["grain", ""], products.Select(keys => string.Join(' ', keys)));
        Assert.Empty(await NameSearch.Resolve(Store, [], null, Cancellation));
    }

    [Fact]
    public Task Any_names_are_ranked_as_looking_at_every_name_ranks_them()
    {
        var name = Gen.Select(AnyValue.Words, Gen.OneOf("zh", "en"), Gen.Enum<NameRole>(), (text, language, role) => new EntityName(text, language, role));
        var graph = Gen.Select(name.Array[8, 8].Array[8], AnyConnected.Graph, (names, connected) => new ReferenceGraph(Ontology,
            AnyConnected.Entities.Select((e, i) => Entity(e.Key, e.Kind, [names[i][0] with { Role = NameRole.Preferred }, .. names[i].Skip(1).Take(i % 4).Where(n => n.Role != NameRole.Preferred)])),
            connected.Statements));
        var query = Gen.Select(Gen.OneOf(AnyValue.Words, Gen.OneOf("x", "米", "xiaomi", "os hyper", "LEI", "")), AnyConnected.Kinds, Gen.Int[1, 9]);
        return Gen.Select(graph, query.Array[15]).SampleAsync(
            async (g, queries) =>
            {
                await Replace(g);
                foreach (var (text, kinds, count) in queries)
                    Assert.Equal(Ranked(g, text, kinds).Take(count), await Search(text, kinds, count));
            },
            iter: RandomGraphs, threads: 1);
    }

    private static IEnumerable<SearchHit> Ranked(ReferenceGraph graph, string text, IReadOnlySet<string>? kinds)
    {
        var (folded, terms) = (Folding.Fold(text), SearchTerms.OfQuery(text));
        if (folded.Length == 0)
            return [];
        double Score(EntityName name) => Folding.Fold(name.Text) is var own && own == folded ? (name.Role == NameRole.Preferred ? 1 : 0.9) : own.StartsWith(folded, StringComparison.Ordinal) ? 0.7
            : terms.Count > 0 && terms.All(SearchTerms.Of(name.Text).Contains) ? 0.5 * Math.Min(1, (double)folded.Length / own.Length) : 0;
        return graph.Entities.Where(e => kinds?.Contains(e.Kind) != false).SelectMany(e => e.Names.Select(n => (Entity: e.Key, Name: n, Score: Score(n), Folded: Folding.Fold(n.Text)))).Where(h => h.Score > 0)
            .OrderByDescending(h => h.Score).ThenByDescending(h => h.Score >= 0.9 ? graph.Degree(h.Entity) : 0).ThenBy(h => h.Score == 0.7 ? h.Folded : "", Utf8Order.Instance).ThenBy(h => h.Entity, Utf8Order.Instance)
            .ThenBy(h => h.Folded, Utf8Order.Instance).ThenBy(h => h.Name.Text, Utf8Order.Instance).ThenBy(h => h.Name.Language, Utf8Order.Instance).ThenBy(h => Spelling.EnumValue(h.Name.Role.ToString()), Utf8Order.Instance)
            .DistinctBy(h => h.Entity).Select(h => new SearchHit(h.Entity, Math.Round(h.Score, 4), h.Name));
    }

    private ValueTask<IReadOnlyList<SearchHit>> Search(string text, IReadOnlySet<string>? kinds = null, int count = 10) => NameSearch.Search(Store, text, kinds, count, Cancellation);

    private async Task Load(params Entity[] entities) => await Apply(new TestGraph { Entities = entities }.Changes());
}
