namespace Graph.StoreTests;

public sealed class SqliteEntityTests(SampleStore<SqliteFixture> sample) : EntitySpecification<SqliteFixture>(sample);

public sealed class SqliteNameTests(SampleStore<SqliteFixture> sample) : NameSpecification<SqliteFixture>(sample);

public sealed class SqliteApplyTests : ApplySpecification<SqliteFixture>;

public sealed class SqlitePropertyTests : PropertySpecification<SqliteFixture>;

public sealed class SqliteOntologyUseTests(SampleStore<SqliteFixture> sample) : OntologyUseSpecification<SqliteFixture>(sample);

public sealed class SqliteImportTests : ImportSpecification<SqliteFixture>;

public sealed class SqliteNameSearchTests : NameSearchSpecification<SqliteFixture>;

public sealed class SqlitePathTests : PathSpecification<SqliteFixture>;

public sealed class SqliteNeighborhoodTests : NeighborhoodSpecification<SqliteFixture>;

public sealed class SqlitePageTests(SampleStore<SqliteFixture> sample) : PageSpecification<SqliteFixture>(sample);

public sealed class SqliteEntityFilterTests(SampleStore<SqliteFixture> sample) : EntityFilterSpecification<SqliteFixture>(sample);

public sealed class SqliteStatementFilterTests(SampleStore<SqliteFixture> sample) : StatementFilterSpecification<SqliteFixture>(sample);

public sealed class SqliteTogetherTests(SampleStore<SqliteFixture> sample) : TogetherSpecification<SqliteFixture>(sample);

public sealed class SqliteStatementTests(SampleStore<SqliteFixture> sample) : StatementSpecification<SqliteFixture>(sample);

public sealed class SqliteNeighbourTests(SampleStore<SqliteFixture> sample) : NeighbourSpecification<SqliteFixture>(sample);

public sealed class SqliteArticleTests(SampleStore<SqliteFixture> sample) : ArticleSpecification<SqliteFixture>(sample);

public sealed class SqliteJournalTests : JournalSpecification<SqliteFixture>;

public sealed class SqliteAdoptTests : AdoptSpecification<SqliteFixture>;

public sealed class SqliteConcurrencyTests : ConcurrencySpecification<SqliteFixture>;

public sealed class SqliteLoadTests : LoadSpecification<SqliteFixture>;

public sealed class SqliteBulkTests : BulkSpecification<SqliteFixture>;

public sealed class SqliteSeedRoundTripTests : SeedRoundTripSpecification<SqliteFixture>
{
    protected override string Folder => "seed";
}

public sealed class SqliteBotanicalRoundTripTests : SeedRoundTripSpecification<SqliteFixture>
{
    protected override string Folder => "tests/Seeds/botanical-expedition";
}
