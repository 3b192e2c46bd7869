using System.Diagnostics;
using Graph.Core;
using Graph.SqliteStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>A full disk, another process's writer, a query that takes too long, a file changed behind the store's back.</summary>
public sealed class SqliteLimitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-limits-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder, "test.db");

    [Fact]
    public async Task A_full_disk_loses_nothing_of_what_was_there_and_keeps_nothing_of_what_was_not()
    {
        await using var store = Open(new SqliteStoreOptions { File = Path, MaxMegabytes = 1 });
        await store.Apply(new ChangeSet("test", null, SampleGraph.Instance.Changes()), Cancellation);
        foreach (var journal in Enum.GetValues<JournalDetail>())
        {
            var failure = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Apply(
                new ChangeSet("too much", null, Enumerable.Range(0, 20_000).Select(n => new Change.OfEntity(null, Make.Entity($"e{n}"))), journal), Cancellation));
            Assert.Contains("no room left", failure.Message, StringComparison.Ordinal);
        }
        Assert.Equal(new StoreState(null, 1, false), await store.State(Cancellation));
        Assert.Null((await store.Entities(["e0"], EntityParts.Scalars, Cancellation))[0]);
        await store.Apply(new ChangeSet("a little", null, [new Change.OfEntity(null, Make.Entity("little"))]), Cancellation);
        Assert.Empty(await store.Check(Cancellation));
    }

    [Fact]
    public async Task A_second_writer_waits_then_fails_clearly_while_readers_go_on()
    {
        await using var store = Open(new SqliteStoreOptions { File = Path, BusyTimeout = TimeSpan.FromMilliseconds(400) });
        await store.Apply(new ChangeSet("test", null, [new Change.OfEntity(null, Make.Entity("a"))]), Cancellation);
        using (var other = new Connection(Path, TimeSpan.Zero))
        {
            other.ExecuteOnce("BEGIN IMMEDIATE");
            var start = Stopwatch.GetTimestamp();
            var failure = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Apply(new ChangeSet("second", null, [new Change.OfEntity(null, Make.Entity("b"))]), Cancellation));
            Assert.True(failure.IsTransient);
            Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(400), "It did not wait.");
            Assert.NotNull((await store.Entities(["a"], EntityParts.Scalars, Cancellation))[0]);
        }
        Assert.Equal(2, await store.Apply(new ChangeSet("second", null, [new Change.OfEntity(null, Make.Entity("b"))]), Cancellation));
    }

    [Fact]
    public async Task A_writer_that_waits_for_another_can_be_told_to_stop()
    {
        await using var store = Open(new SqliteStoreOptions { File = Path, BusyTimeout = TimeSpan.FromMinutes(5) });
        using var other = new Connection(Path, TimeSpan.Zero);
        other.ExecuteOnce("BEGIN IMMEDIATE");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Apply(new ChangeSet("second", null, []), soon.Token));
    }

    [Fact]
    public async Task A_query_that_takes_long_can_be_told_to_stop_and_the_next_one_runs()
    {
        await using var store = Open(new SqliteStoreOptions { File = Path });
        await store.Apply(new ChangeSet("test", null, Enumerable.Range(0, 3000).Select(n => new Change.OfEntity(null, Make.Entity($"e{n}"))), JournalDetail.Counts), Cancellation);
        // Each entity is compared with all names, many times over: minutes.
        EntityFilter long_ = new EntityFilter.Some(AnchorRole.AnyEnd, StatementFilter.Everything, null);
        for (var n = 0; n < 400; n++)
            long_ = new EntityFilter.Or([long_, new EntityFilter.Name(new TextMatch(TextOperator.Contains, [$"x{n}"]))]);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var start = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.CountEntities(long_, EntityCount.All, soon.Token));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
        Assert.Equal([new Tally("", 3000)], await store.CountEntities(EntityFilter.Everything, EntityCount.All, Cancellation));
    }

    [Theory]
    [InlineData("UPDATE entity SET by_name = 'x' WHERE key = 'apple'", "apple")]
    [InlineData("UPDATE entity SET kind = 'Person' WHERE key = 'apple'", "apple")]
    [InlineData("UPDATE entity SET degree = 9 WHERE key = 'apple'", "degree")]
    [InlineData("UPDATE entity SET body = replace(body, 'Apple', 'Pear') WHERE key = 'apple'", "names")]
    [InlineData("UPDATE name SET folded = 'x' WHERE entity = 'apple'", "names")]
    [InlineData("DELETE FROM name WHERE entity = 'apple'", "names")]
    [InlineData("DELETE FROM name_terms WHERE rowid = 1", "terms")]
    [InlineData("INSERT INTO name_terms(rowid, terms) VALUES (999, 'x')", "name_terms")]
    [InlineData("UPDATE statement SET status = 'OPINION' WHERE type = 'FOUNDED'", "status")]
    [InlineData("UPDATE statement SET by_period = NULL WHERE type = 'EMPLOYEES'", "by_period")]
    [InlineData("UPDATE statement SET by_amount = 'x' WHERE type = 'EMPLOYEES'", "by_amount")]
    [InlineData("UPDATE statement SET to_day = 20200101 WHERE type = 'EMPLOYEES'", "days")]
    [InlineData("UPDATE statement SET speaker = NULL, spoken = 0 WHERE type = 'SLOGAN'", "speaker")]
    [InlineData("UPDATE statement_body SET body = replace(body, '2010-04-06', '2010-04-07')", "id")]
    [InlineData("DELETE FROM statement_body WHERE n = 1", "statement_body")]
    [InlineData("DELETE FROM evidence WHERE article = 'report'", "reference")]
    [InlineData("INSERT INTO evidence VALUES ('news', 2, 999)", "evidence")]
    [InlineData("DELETE FROM qualified WHERE entity = 'apple'", "reference")]
    [InlineData("UPDATE mention SET start = 7 WHERE entity = 'lei-jun'", "by_place")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM entity WHERE key = 'apple'", "not there")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM passage WHERE number = 10", "not there")]
    [InlineData("UPDATE change SET number = 5", "gaps")]
    public async Task Check_finds_what_was_changed_behind_its_back(string damage, string told)
    {
        await using var store = Open(new SqliteStoreOptions { File = Path });
        await store.Apply(new ChangeSet("test", null, SampleGraph.Instance.Changes()), Cancellation);
        Assert.Empty(await store.Check(Cancellation));
        using (var other = new Connection(Path, TimeSpan.FromSeconds(5)))
            other.ExecuteOnce(damage);
        Assert.Contains(await store.Check(Cancellation), f => f.Contains(told, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SqliteGraphStore Open(SqliteStoreOptions options) => SqliteGraphStore.Open(options, TestOntology.Instance, TimeProvider.System);
}
