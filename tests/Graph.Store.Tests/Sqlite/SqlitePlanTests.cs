using Graph.Core;
using Graph.SqliteStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>What must stay quick on large graphs is read by an index: SQLite's own plans say so.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    private readonly SqliteFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Operations => [.. Asked.Keys];

    private static Dictionary<string, Func<IGraphStore, ValueTask>> Asked { get; } = new()
    {
        ["entities by key"] = async s => await s.Entities(["a", "b"], EntityParts.Body, Cancellation),
        ["exact names"] = async s => await s.Names(new NameQuery.Exact(["a", "b"]), Cancellation),
        ["names by prefix"] = async s => await s.Names(new NameQuery.Prefix("a", 10, ("ab", "x")), Cancellation),
        ["names by terms"] = async s => await s.Names(new NameQuery.Terms(["a", "b"]), Cancellation),
        ["entities by key order"] = async s => await s.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Id, true, 25, After: "x"), EntityParts.Body, Cancellation),
        ["entities by name order"] = async s => await s.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Name, false, 25, After: "x", WithEdges: true), EntityParts.Body, Cancellation),
        ["entities of a kind by name order"] = async s => await s.EntityPage(new EntityFilter.OfKind(new HashSet<string> { "Company" }), new PageRequest(SortBy.Name, true, 25, Before: "x"), EntityParts.Body, Cancellation),
        ["entities by degree"] = async s => await s.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Degree, true, 25, After: "x"), EntityParts.Degree, Cancellation),
        ["statements by id order"] = async s => await s.StatementPage(StatementFilter.Everything, new PageRequest(SortBy.Id, false, 25, After: "r"), StatementParts.Body, Cancellation),
        ["statements of a type by id order"] = async s => await s.StatementPage(Types("DEVELOPS"), new PageRequest(SortBy.Id, true, 25), StatementParts.Body, Cancellation),
        ["statements by period"] = async s => await s.StatementPage(StatementFilter.Everything, new PageRequest(SortBy.Period, true, 25, WithEdges: true), StatementParts.Body, Cancellation),
        ["statements of a type by period"] = async s => await s.StatementPage(Types("REVENUE"), new PageRequest(SortBy.Period, false, 25), StatementParts.Body, Cancellation),
        ["statements by position"] = async s => await s.StatementPage(StatementFilter.Everything, new PageRequest(SortBy.Position, false, 25), StatementParts.Body, Cancellation),
        ["observations by amount"] = async s => await s.StatementPage(Types("REVENUE"), new PageRequest(SortBy.Amount, true, 25), StatementParts.Body, Cancellation),
        ["relationships from an entity"] = async s => await s.StatementsOf(["a"], AnchorRole.Out, StatementFilter.Affirmed, PageRequest.First(25), StatementParts.Body, Cancellation),
        ["relationships of a symmetric type"] = async s => await s.StatementsOf(["a"], AnchorRole.In, Types("COMPETES_WITH"), PageRequest.First(25), StatementParts.Body, Cancellation),
        ["observations of an entity"] = async s => await s.StatementsOf(["a"], AnchorRole.Observed, StatementFilter.Everything, PageRequest.First(25), StatementParts.Body, Cancellation),
        ["mentions of an entity"] = async s => await s.Mentions(["a"], MentionAnchor.Entity, PageRequest.First(25, SortBy.Position), Cancellation),
        ["mentions of a passage"] = async s => await s.Mentions(["p_a.1"], MentionAnchor.Passage, PageRequest.First(25, SortBy.Position), Cancellation),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Is_read_in_order_by_an_index(string operation)
    {
        await using var store = (SqliteGraphStore)await _fixture.Create(TestOntology.Instance, TimeProvider.System);
        await Asked[operation](store);
        using var connection = new Connection(_fixture.File, TimeSpan.Zero);
        foreach (var sql in store.PreparedTexts.Where(s => s.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            var plan = Plan(connection, sql);
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && !step.Contains("CONSTANT ROW", StringComparison.Ordinal) && !step.Contains("(subquery", StringComparison.Ordinal));
            if (!operation.Contains("names", StringComparison.Ordinal)) // which are sorted when names are equal, or few
                Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(StatementParts.Scalars, null)]
    [InlineData(StatementParts.Scalars, "DEVELOPS")]
    [InlineData(StatementParts.Body, "DEVELOPS,HEADED_BY")]
    public async Task What_an_entity_is_shown_with_is_read_from_indexes_alone(StatementParts parts, string? types)
    {
        await using var store = (SqliteGraphStore)await _fixture.Create(TestOntology.Instance, TimeProvider.System);
        var filter = types is null ? StatementFilter.Affirmed : new StatementFilter.And([StatementFilter.Affirmed, Types(types.Split(','))]);
        await store.StatementsOf(["a", "b"], AnchorRole.AnyEnd, filter, new PageRequest(SortBy.Id, false, 25, WithTotal: true, WithEdges: true), parts, Cancellation);
        await store.Entities(["a", "b"], EntityParts.Names | EntityParts.Degree, Cancellation);
        await store.Names(new NameQuery.Exact(["a"]), Cancellation);
        await store.Names(new NameQuery.Prefix("a", 10), Cancellation);
        using var connection = new Connection(_fixture.File, TimeSpan.Zero);
        foreach (var sql in store.PreparedTexts.Where(s => s.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            var plan = Plan(connection, sql);
            Assert.DoesNotContain(plan, step => step.StartsWith("SEARCH s ", StringComparison.Ordinal) && !step.Contains("COVERING", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.StartsWith("SEARCH e ", StringComparison.Ordinal) && !step.Contains("COVERING", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.StartsWith("SEARCH name ", StringComparison.Ordinal) && !step.Contains("COVERING", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _fixture.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static StatementFilter Types(params string[] names) => new StatementFilter.OfType(names.ToHashSet());

    private static List<string> Plan(Connection connection, string sql)
    {
        using var explain = connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (explain.Step())
            steps.Add(explain.Text(3));
        return steps;
    }
}
