using Graph.Core;
using Graph.SharedTests;
using Xunit;
using TestOntology = Graph.StoreTests.TestOntology;

namespace Graph.StoreTests;

/// <summary>What an ontology is used for is found on every store, whether a filter tells it or reading does.</summary>
public abstract class OntologyUseSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    private static readonly Ontology _before = TestOntology.Instance;

    [Fact]
    public Task Kinds_that_are_gone() => SameAsInMemory(3,
        kinds: [.. _before.Kinds.Where(k => k.Name != "Product")],
        types: [.. _before.RelationshipTypes.Where(t => t.Name is not ("DEVELOPS" or "COMPETES_WITH"))],
        metrics: [.. _before.Metrics.Select(m => m with { Kinds = ["Agent"] })]);

    [Fact]
    public Task Types_and_metrics_that_are_gone() => SameAsInMemory(4,
        types: [.. _before.RelationshipTypes.Where(t => t.Name is not ("DEVELOPS" or "HEADED_BY"))],
        metrics: [.. _before.Metrics.Where(m => m.Name is not ("REVENUE" or "SLOGAN"))]);

    [Fact]
    public Task Pairs_and_kinds_of_metrics_that_are_gone() => SameAsInMemory(2,
        types: [.. _before.RelationshipTypes.Select(t => t.Name == "INFLUENCED_BY" ? t with { Pairs = [new("Person", "Person")] } : t)],
        metrics: [.. _before.Metrics.Select(m => m.Name == "SLOGAN" ? m with { Kinds = ["Agent"] } : m)]);

    [Fact]
    public Task Qualifiers_that_are_gone_or_narrowed() => SameAsInMemory(2, qualifiers:
    [
        .. _before.Qualifiers.Where(q => q.Key != QualifierType.Scope).Select(q => q.Key == QualifierType.At ? q with { Kinds = ["Person"] } : q),
    ]);

    [Fact]
    public Task Languages_that_are_gone() => SameAsInMemory(4, languages: ["zh"]);

    [Fact]
    public Task The_default_language() => SameAsInMemory(1, languages: ["en", "zh"]);

    private async Task SameAsInMemory(int used, IReadOnlyList<string>? languages = null, IReadOnlyList<Kind>? kinds = null, IReadOnlyList<RelationshipType>? types = null,
        IReadOnlyList<Metric>? metrics = null, IReadOnlyList<QualifierType>? qualifiers = null)
    {
        var after = new Ontology(_before.Id, _before.Title, languages ?? _before.Languages, kinds ?? _before.Kinds, types ?? _before.RelationshipTypes,
            metrics ?? _before.Metrics, _before.Units, qualifiers ?? _before.Qualifiers, "narrowed");
        var narrowings = OntologyChange.Compare(_before, after);
        var memory = new ReferenceStore(new ReferenceGraph(_before, Graph.Entities, Graph.Statements, Graph.Articles, Graph.Passages, Graph.Mentions));
        var expected = await OntologyChange.Uses(memory, narrowings, Cancellation);
        Assert.Equal(used, expected.Count);
        Assert.Equal(expected.Select(u => u.ToString()), (await OntologyChange.Uses(Store, narrowings, Cancellation)).Select(u => u.ToString()));
    }
}
