using Graph.Core;
using Graph.Neo4jStore;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>What a person reads on nodes and relationships follows the ontology.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class Neo4jAdoptionTests : IAsyncLifetime
{
    private readonly Neo4jFixture _fixture = new();
    private Neo4jGraphStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Neo4jServer.WhyUnavailable is not null, Neo4jServer.WhyUnavailable ?? "");
        _store = (Neo4jGraphStore)await _fixture.Create(TestOntology.Instance, TimeProvider.System);
        await _store.Adopt(TestOntology.Instance, Cancellation);
        await _store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
        await _store.Apply(new ChangeSet("one more", 1, [new Change.OfStatement(null, Hedged)]), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Names_words_and_quotes_are_in_the_default_language()
    {
        Assert.Equal(("据说", "范围"), await Edge());
        await _store.Adopt(TestOntology.WithLanguages("en", "zh"), Cancellation);
        Assert.Equal(("reportedly", "scope"), await Edge());
        Assert.Equal("2022: 280 billion 元", await Text("MATCH (:Company {key: 'xiaomi'})-[:REVENUE]->(o {from: '2022'}) RETURN o.name"));
        Assert.Equal("2022: 2800亿元", await Text("MATCH (:Company {key: 'xiaomi'})-[:REVENUE]->(o {from: '2022'}) RETURN o.nameZh"));
        Assert.Equal("0", await Text("MATCH (n) WHERE n.nameEn IS NOT NULL RETURN toString(count(n))"));
        Assert.Equal("Article news", await Text("MATCH (a:Article {key: 'news'}) RETURN a.name"));
        Assert.Empty(await _store.Check(Cancellation));
    }

    [Fact]
    public async Task Labels_and_units_are_those_of_the_ontology_in_force()
    {
        await _store.Adopt(TestOntology.Reworded, Cancellation);
        Assert.Equal("2022: 2800亿yuan", await Text("MATCH (:Company {key: 'xiaomi'})-[:REVENUE]->(o {from: '2022'}) RETURN o.name"));
        Assert.Equal("xiaomi", await Text("MATCH (e:Firm {key: 'xiaomi'}) RETURN e.key"));
        await _store.Adopt(TestOntology.Instance, Cancellation);
        Assert.Equal("0", await Text("MATCH (e:Firm) RETURN toString(count(e))"));
    }

    [Fact]
    public async Task A_renewal_that_was_interrupted_goes_on_with_the_next_adoption()
    {
        using var stop = new CancellationTokenSource();
        await using (await HeldLocks.Take("MATCH (s:_Statement) SET s._held = 1"))
        {
            var adopting = _store.Adopt(TestOntology.WithLanguages("en", "zh"), stop.Token).AsTask();
            await HeldLocks.Until("MATCH (a:Article {key: 'news'}) RETURN a.name = 'Article news'"); // all before statements is renewed
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adopting);
        }
        Assert.Equal(TestOntology.Instance.SourceText, (await _store.State(Cancellation)).OntologyText);
        var fault = await Assert.ThrowsAsync<ConflictException>(async () => await _store.Apply(new ChangeSet("x", null, [new Change.OfEntity(null, Entity("x"))]), Cancellation));
        Assert.Contains("another ontology", fault.Message, StringComparison.Ordinal);
        await _store.Adopt(TestOntology.Instance, Cancellation);
        Assert.Empty(await _store.Check(Cancellation));
        Assert.Equal(("据说", "范围"), await Edge());
    }

    [Fact]
    public async Task A_process_with_another_ontology_cannot_write_but_one_with_a_part_of_it_can()
    {
        await using var other = await Neo4jGraphStore.Open(Neo4jServer.Shared.Options, TestOntology.Instance, TimeProvider.System, Cancellation);
        await _store.Adopt(TestOntology.Extended, Cancellation);
        Assert.Equal(3, await other.Apply(new ChangeSet("x", null, [new Change.OfEntity(null, Entity("x"))]), Cancellation));
        await _store.Adopt(TestOntology.WithLanguages("en", "zh"), Cancellation);
        await Assert.ThrowsAsync<ConflictException>(async () => await other.Apply(new ChangeSet("y", null, [new Change.OfEntity(null, Entity("y"))]), Cancellation));
        Assert.Empty(await _store.Check(Cancellation));
    }

    [Fact]
    public async Task Of_two_that_renew_at_once_the_first_gives_up_and_the_graph_follows_the_second()
    {
        var patient = Neo4jServer.Shared.Options with { WriterWait = TimeSpan.FromMinutes(1) };
        await using var other = await Neo4jGraphStore.Open(patient, TestOntology.Instance, TimeProvider.System, Cancellation);
        Task first, second;
        await using (await HeldLocks.Take("MATCH (e:_Entity) SET e._held = 1"))
        {
            first = _store.Adopt(TestOntology.WithLanguages("en", "zh"), Cancellation).AsTask();
            await HeldLocks.Until("MATCH (m:_Meta {name: 'graph'}) RETURN m.made IS NULL");
            await HeldLocks.Until("SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text STARTS WITH 'UNWIND $rows' RETURN count(*) > 0");
            second = other.Adopt(TestOntology.Reworded, Cancellation).AsTask();
            await HeldLocks.Until("SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text ENDS WITH 'm.renewing' RETURN count(*) > 0"); // waits for the lock
        }
        var fault = await Assert.ThrowsAsync<ConflictException>(() => first);
        Assert.Contains("beside this one", fault.Message, StringComparison.Ordinal);
        await second;
        Assert.Equal(TestOntology.Instance.SourceText, _store.Ontology.SourceText);
        Assert.Equal(TestOntology.Reworded.SourceText, (await other.State(Cancellation)).OntologyText);
        Assert.Empty(await other.Check(Cancellation));
    }

    private static Relationship Hedged => Identity.Canonical(
        Relationship("apple", "DEVELOPS", "su7", qualifiers: [new Qualifier(QualifierType.Scope, new TextValue(Both("范围", "scope")))]) with { Hedge = Both("据说", "reportedly") },
        TestOntology.Instance);

    private static LocalText Both(string zh, string en) => new([new("zh", zh), new("en", en)]);

    private static async Task<(string, string)> Edge()
    {
        var row = (await Neo4jFixture.Cypher("MATCH (:Company {key: 'apple'})-[r:DEVELOPS]->(:Product {key: 'su7'}) WHERE r.hedge IS NOT NULL RETURN r.hedge, r.scope"))[0];
        return (row.Text(0), row.Text(1));
    }

    private static async Task<string> Text(string cypher) => (await Neo4jFixture.Cypher(cypher))[0].Text(0);
}
