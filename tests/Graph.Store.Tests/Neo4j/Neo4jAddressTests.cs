using Graph.Core;
using Graph.Neo4jStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>What an address leads to, before any server is asked.</summary>
public class Neo4jAddressTests
{
    [Theory]
    [InlineData("bolt://localhost:7687", "http://localhost:7474")]
    [InlineData("neo4j://graph.example:7687", "http://graph.example:7474")]
    [InlineData("bolt+s://graph.example", "https://graph.example:7473")]
    [InlineData("neo4j+ssc://[::1]:7687", "https://[::1]:7473")]
    [InlineData("neo4j+s://12ab.databases.neo4j.io", "https://12ab.databases.neo4j.io")]
    public async Task Without_the_driver_bolt_says_so_and_names_the_http_address_that_would_work(string bolt, string http)
    {
        Assert.SkipUnless(typeof(Neo4jGraphStore).Assembly.GetType("Graph.Neo4jStore.BoltConnection") is null, "This build has the driver.");
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Open(new Neo4jStoreOptions { Uri = bolt, Password = "secret" }));
        Assert.Contains("without Neo4j's driver", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"Use {http} ", fault.Hint, StringComparison.Ordinal);
        Assert.Contains("-p:Neo4jDriver=true", fault.Hint, StringComparison.Ordinal);
        Assert.Contains("--build-arg NEO4J_DRIVER=true", fault.Hint, StringComparison.Ordinal);
        Assert.False(fault.IsTransient);
    }

    [Theory]
    [InlineData("ftp://host")]
    [InlineData("localhost:7474")]
    [InlineData("")]
    [InlineData("http://neo4j:secret@host:7474")]
    [InlineData("bolt://neo4j:secret@host")]
    public async Task An_address_that_cannot_be_is_bad_input_and_shows_no_password(string uri)
    {
        var fault = await Assert.ThrowsAsync<BadInputException>(async () => await Open(new Neo4jStoreOptions { Uri = uri }));
        Assert.DoesNotContain("secret", fault.Message + fault.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_out_of_range_are_all_named()
    {
        var fault = await Assert.ThrowsAsync<BadInputException>(async () => await Open(new Neo4jStoreOptions
        {
            Uri = "http://localhost:7474",
            Database = "a/b",
            ConnectTimeout = TimeSpan.Zero,
            StatementTimeout = TimeSpan.FromDays(1),
            RetryDeadline = TimeSpan.FromSeconds(-1),
            WriterWait = TimeSpan.Zero,
            PoolSize = 0,
        }));
        foreach (var name in new[] { "a/b", "ConnectTimeout", "StatementTimeout", "RetryDeadline", "WriterWait", "PoolSize" })
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.26.0", true)]
    [InlineData("5.27-aura", true)]
    [InlineData("2025.06.1", true)]
    [InlineData("5.25.1", false)]
    [InlineData("4.4.40", false)]
    [InlineData("next", false)]
    public void The_oldest_version_is_5_26(string version, bool recent) => Assert.Equal(recent, Neo4jGraphStore.IsRecent(version));

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", true)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", true)]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", false)]
    [InlineData("Neo.DatabaseError.General.UnknownError", false)]
    [InlineData("Neo.ClientError.Security.Unauthorized", false)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", false)]
    public void Codes_of_the_server_become_the_family_of_failures(string code, bool transient) =>
        Assert.Equal(transient, Assert.IsType<StoreUnavailableException>(Neo4jErrors.Translate(code, "text", "http://x", "neo4j")).IsTransient);

    [Fact]
    public async Task Transient_failures_are_tried_again_and_others_are_not()
    {
        var retries = new Retries(TimeSpan.FromSeconds(30), TimeProvider.System);
        int Tries = 0;
        ValueTask<int> Fail(bool transient)
        {
            Tries++;
            return Tries < 3 || !transient ? throw new StoreUnavailableException("m", "h", transient) : ValueTask.FromResult(Tries);
        }
        Assert.Equal(3, await retries.Run(_ => Fail(true), CancellationToken.None));
        Tries = 0;
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await retries.Run(_ => Fail(false), CancellationToken.None));
        Assert.Equal(1, Tries);
    }

    [Fact]
    public async Task Retries_end_at_the_deadline()
    {
        var time = new FixedTime();
        var tries = 0;
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await new Retries(TimeSpan.FromSeconds(3), time).Run<int>(
            _ =>
            {
                tries++;
                time.Now += TimeSpan.FromSeconds(2);
                throw new StoreUnavailableException("m", "h", isTransient: true);
            },
            CancellationToken.None));
        Assert.Equal(2, tries);
    }

    private static ValueTask<Neo4jGraphStore> Open(Neo4jStoreOptions options) => Neo4jGraphStore.Open(options, TestOntology.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
}
