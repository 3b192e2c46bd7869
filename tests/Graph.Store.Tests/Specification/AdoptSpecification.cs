using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Taking an ontology into force.</summary>
public abstract class AdoptSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task The_text_is_kept_and_the_ontology_in_force()
    {
        await Store.Adopt(TestOntology.Instance, Cancellation);
        Assert.Equal(TestOntology.Instance.SourceText, (await Store.State(Cancellation)).OntologyText);
        await Apply(SampleGraph.Instance.Changes());
        await Store.Adopt(TestOntology.Extended, Cancellation);
        Assert.Same(TestOntology.Extended, Store.Ontology);
        await using var again = await OpenAgain(TestOntology.Extended);
        Assert.Equal(new StoreState(TestOntology.Extended.SourceText, 1, false), await again.State(Cancellation));
    }

    [Fact]
    public async Task What_an_extension_adds_can_be_stored_and_found()
    {
        await Store.Adopt(TestOntology.Instance, Cancellation);
        await Apply(SampleGraph.Instance.Changes());
        await Store.Adopt(TestOntology.Extended, Cancellation);
        var located = Relationship("xiaomi", "LOCATED_IN", "beijing");
        await Apply([new Change.OfEntity(null, Entity("beijing", "Place")), new Change.OfStatement(null, located), new Change.OfStatement(null, Observation("xiaomi", "FLOORS", Amount(8, "person")))]);
        Assert.Equal([located.Id], await Ids(new StatementFilter.OfType(new HashSet<string> { "LOCATED_IN" })));
        Assert.Single(await Ids(new StatementFilter.OfType(new HashSet<string> { "FLOORS" })));
        var neighbours = await Store.Neighbours(new NeighbourQuery(["beijing"], Direction.In, null, null, null, 10), Cancellation);
        Assert.Equal(["xiaomi"], neighbours[0]);
    }

    [Fact]
    public async Task Another_default_language_orders_anew()
    {
        var english = TestOntology.WithLanguages("en", "zh");
        var graph = new TestGraph { Entities = [Names("a", "一", "zoo"), Names("b", "丁", "ant")] };
        await Store.Adopt(TestOntology.Instance, Cancellation);
        await Apply(graph.Changes());
        await Store.Adopt(english, Cancellation);
        var page = await Store.EntityPage(EntityFilter.Everything, PageRequest.First(9, SortBy.Name), EntityParts.Scalars, Cancellation);
        Assert.Equal(["b", "a"], page.Values.Select(r => r.Key));
    }

    [Fact]
    public async Task Other_words_languages_and_ancestors_leave_the_store_whole()
    {
        await Store.Adopt(TestOntology.Instance, Cancellation);
        await Apply(SampleGraph.Instance.Changes());
        var before = await Bodies();
        foreach (var next in new[] { TestOntology.Reworded, TestOntology.WithLanguages("en", "zh"), TestOntology.WithLanguages("zh", "en", "fr"), TestOntology.Extended, TestOntology.Instance })
        {
            await Store.Adopt(next, Cancellation);
            Assert.Empty(await Store.Check(Cancellation));
            Assert.Equal(before, await Bodies());
        }
    }

    private static Entity Names(string key, string zh, string en) =>
        Entity(key, "Company", [new EntityName(zh, "zh", NameRole.Preferred), new EntityName(en, "en", NameRole.Preferred)]);

    private async Task<IEnumerable<string>> Bodies()
    {
        var entities = await Store.EntityPage(EntityFilter.Everything, PageRequest.First(1000), EntityParts.Body, Cancellation);
        var statements = await Store.StatementPage(StatementFilter.Everything, PageRequest.First(1000), StatementParts.Body, Cancellation);
        return [.. entities.Values.Select(e => e.Body), .. statements.Values.Select(s => s.Body)];
    }

    private async Task<IEnumerable<StatementId>> Ids(StatementFilter filter) =>
        (await Store.StatementPage(filter, PageRequest.First(9), StatementParts.Scalars, Cancellation)).Values.Select(r => r.Id);
}
