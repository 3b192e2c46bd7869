using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Entities by key.</summary>
public abstract class EntitySpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Answers_in_the_order_of_the_keys_null_for_unknown_ones_and_repeats()
    {
        var rows = await Store.Entities(["xiaomi", "nobody", "apple", "xiaomi", "", "x'\"\0 {}"], EntityParts.Scalars, Cancellation);
        Assert.Equal(["xiaomi", null, "apple", "xiaomi", null, null], rows.Select(r => r?.Key));
        Assert.Equal("Company", rows[0]!.Kind);
    }

    [Fact]
    public async Task No_keys_give_no_rows() => Assert.Empty(await Store.Entities([], EntityParts.Body, Cancellation));

    [Fact]
    public async Task The_body_is_the_canonical_text_of_every_entity()
    {
        var rows = await Store.Entities([.. Graph.Entities.Select(e => e.Key)], EntityParts.Body | EntityParts.Degree, Cancellation);
        Assert.Equal(Graph.Entities.Select(CanonicalJson.Of), rows.Select(r => r!.Body));
        Assert.Equal(Graph.Entities.Select(e => Graph.Degree(e.Key)), rows.Select(r => r!.Degree));
    }

    [Fact]
    public async Task Names_are_shown_in_every_language_without_the_body()
    {
        var rows = await Store.Entities([.. Graph.Entities.Select(e => e.Key)], EntityParts.Names, Cancellation);
        foreach (var (entity, row) in Graph.Entities.Zip(rows))
            Assert.Equal(Shown(l => entity.Name(l, Store.Ontology)), Shown(l => row!.Name(l, Store.Ontology)));

        static IEnumerable<string> Shown(Func<string?, string> name) => new[] { null, "zh", "en", "fr" }.Select(name);
    }

    [Fact]
    public async Task Parts_that_were_not_asked_for_are_not_there()
    {
        var scalars = (await Store.Entities(["xiaomi"], EntityParts.Scalars, Cancellation))[0]!;
        Assert.Throws<InvalidOperationException>(() => scalars.Body);
        Assert.Throws<InvalidOperationException>(() => scalars.Degree);
        Assert.Throws<InvalidOperationException>(() => scalars.Name(null, Store.Ontology));
        var degree = (await Store.Entities(["xiaomi"], EntityParts.Degree, Cancellation))[0]!;
        Assert.Throws<InvalidOperationException>(() => degree.Body);
        Assert.Equal(Graph.Degree("xiaomi"), degree.Degree);
    }

    [Fact]
    public async Task Degree_counts_affirmed_relationships_at_either_end()
    {
        var rows = await Store.Entities(["xiaomi", "huawei", "jobs", "loner"], EntityParts.Degree, Cancellation);
        Assert.Equal([7L, 1, 3, 0], rows.Select(r => r!.Degree));
    }
}
