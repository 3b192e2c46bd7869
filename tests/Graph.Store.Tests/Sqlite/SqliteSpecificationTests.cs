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
