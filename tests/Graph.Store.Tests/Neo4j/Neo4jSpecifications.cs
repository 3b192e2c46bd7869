using Xunit;

namespace Graph.StoreTests;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jApplyTests : ApplySpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jEntityTests(SampleStore<Neo4jFixture> sample) : EntitySpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jNameTests(SampleStore<Neo4jFixture> sample) : NameSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jOntologyUseTests(SampleStore<Neo4jFixture> sample) : OntologyUseSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jPropertyTests : PropertySpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jImportTests : ImportSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jNameSearchTests : NameSearchSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jPathTests : PathSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jNeighborhoodTests : NeighborhoodSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jPageTests(SampleStore<Neo4jFixture> sample) : PageSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jEntityFilterTests(SampleStore<Neo4jFixture> sample) : EntityFilterSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jStatementFilterTests(SampleStore<Neo4jFixture> sample) : StatementFilterSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jStatementTests(SampleStore<Neo4jFixture> sample) : StatementSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jNeighbourTests(SampleStore<Neo4jFixture> sample) : NeighbourSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jArticleTests(SampleStore<Neo4jFixture> sample) : ArticleSpecification<Neo4jFixture>(sample);

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jJournalTests : JournalSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jAdoptTests : AdoptSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jConcurrencyTests : ConcurrencySpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jLoadTests : LoadSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jBulkTests : BulkSpecification<Neo4jFixture>;

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jSeedRoundTripTests : SeedRoundTripSpecification<Neo4jFixture>
{
    protected override string Folder => "seed";
}

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jBotanicalRoundTripTests : SeedRoundTripSpecification<Neo4jFixture>
{
    protected override string Folder => "tests/Seeds/botanical-expedition";
}

[Collection(Neo4jCollection.Name)]
public sealed class Neo4jTogetherTests(SampleStore<Neo4jFixture> sample) : TogetherSpecification<Neo4jFixture>(sample);
