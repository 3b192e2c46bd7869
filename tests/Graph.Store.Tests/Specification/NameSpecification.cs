using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Names: exact, by prefix, by terms.</summary>
public abstract class NameSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task An_exact_name_finds_all_entities_that_share_it()
    {
        var hits = await Store.Names(new NameQuery.Exact([Folding.Fold("小米")]), Cancellation);
        Assert.Equal(["mi-store", "xiaomi"], hits.Select(h => h.Entity));
        Assert.Equal(new EntityName("小米", "zh", NameRole.Preferred), hits[0].Name);
    }

    [Fact]
    public async Task Exact_takes_several_texts_and_kinds()
    {
        string[] folded = [Folding.Fold("xiaomi"), Folding.Fold("lei jun"), Folding.Fold("nothing")];
        Assert.Equal(["lei-jun", "xiaomi"], (await Store.Names(new NameQuery.Exact(folded), Cancellation)).Select(h => h.Entity));
        var people = new NameQuery.Exact(folded, new HashSet<string> { "Person", "Unknown" });
        Assert.Equal(["lei-jun"], (await Store.Names(people, Cancellation)).Select(h => h.Entity));
        Assert.Empty(await Store.Names(new NameQuery.Exact([]), Cancellation));
    }

    [Fact]
    public async Task Every_hostile_name_is_found_exactly_by_prefix_and_by_terms()
    {
        foreach (var (name, key) in SampleGraph.HostileNames.Select((n, i) => (n, $"hostile-{i}")))
        {
            var folded = Folding.Fold(name);
            Assert.Equal([key], (await Store.Names(new NameQuery.Exact([folded]), Cancellation)).Select(h => h.Entity));
            Assert.Contains(key, (await Store.Names(new NameQuery.Prefix(folded, 1000), Cancellation)).Select(h => h.Entity));
            if (SearchTerms.OfQuery(name) is { Count: > 0 } terms)
                Assert.Contains(key, (await Store.Names(new NameQuery.Terms(terms), Cancellation)).Select(h => h.Entity));
        }
    }

    [Fact]
    public async Task A_prefix_gives_names_in_order_and_goes_on_after_a_place()
    {
        var all = await Store.Names(new NameQuery.Prefix(Folding.Fold("小米"), 100), Cancellation);
        Assert.Equal([("小米", "mi-store"), ("小米", "xiaomi"), ("小米SU7", "su7"), ("小米澎湃", "hyperos"), ("小米集团", "xiaomi")],
            all.Select(h => (h.Name.Text, h.Entity)));
        var first = await Store.Names(new NameQuery.Prefix(Folding.Fold("小米"), 2), Cancellation);
        var rest = await Store.Names(new NameQuery.Prefix(Folding.Fold("小米"), 2, (first[1].Folded, first[1].Entity)), Cancellation);
        Assert.Equal(all.Take(4), first.Concat(rest));
    }

    [Fact]
    public async Task A_prefix_minds_kinds_before_the_limit()
    {
        var hits = await Store.Names(new NameQuery.Prefix(Folding.Fold("小米"), 1, null, new HashSet<string> { "Product" }), Cancellation);
        Assert.Equal(["su7"], hits.Select(h => h.Entity));
    }

    [Fact]
    public async Task An_empty_prefix_gives_every_name_in_the_order_of_their_bytes()
    {
        var hits = await Store.Names(new NameQuery.Prefix("", 1000), Cancellation);
        var expected = Graph.Entities.SelectMany(e => e.Names.Select(n => (Folded: Folding.Fold(n.Text), e.Key)))
            .OrderBy(n => n.Folded, Utf8Order.Instance).ThenBy(n => n.Key, Utf8Order.Instance);
        Assert.Equal(expected, hits.Select(h => (h.Folded, h.Entity)));
    }

    [Fact]
    public async Task Terms_find_names_that_have_all_of_them()
    {
        var hits = await Store.Names(new NameQuery.Terms(["小米"]), Cancellation);
        Assert.Equal(["mi-store", "xiaomi", "su7", "hyperos", "xiaomi"], hits.Select(h => h.Entity));
        Assert.Equal(["hyperos"], (await Store.Names(new NameQuery.Terms(["小米", "澎湃"]), Cancellation)).Select(h => h.Entity));
        Assert.Empty(await Store.Names(new NameQuery.Terms(["小米", "nothing"]), Cancellation));
    }

    [Fact]
    public async Task Terms_are_words_and_no_query_language()
    {
        string[] hostile = ["小米 OR 澎湃", "*", "\"", "小*", "terms:小米", "NEAR(小米)", "-", "", "AND", "a\"b", "\0", "_entity:[* TO *]", "小米~2"];
        foreach (var term in hostile.Select(Folding.Fold))
            Assert.Empty(await Store.Names(new NameQuery.Terms([term, "小米", "澎湃", "nothing"]), Cancellation));
        Assert.Empty(await Store.Names(new NameQuery.Terms([]), Cancellation));
    }

    [Fact]
    public async Task Terms_keep_to_the_limit_and_to_kinds()
    {
        Assert.Equal(2, (await Store.Names(new NameQuery.Terms(["小米"], 2), Cancellation)).Count);
        var companies = await Store.Names(new NameQuery.Terms(["小米"], 1000, new HashSet<string> { "Company" }), Cancellation);
        Assert.Equal(["mi-store", "xiaomi", "xiaomi"], companies.Select(h => h.Entity));
    }
}
