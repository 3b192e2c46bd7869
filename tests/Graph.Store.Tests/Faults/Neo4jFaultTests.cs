using Graph.Core;
using Graph.Neo4jStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>A server that goes in the middle of a load.</summary>
public sealed class Neo4jFaultTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("graph-neo4j-fault-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_during_which_the_server_was_killed_completes_when_it_is_run_again()
    {
        Assert.SkipWhen(Neo4jServer.Folder is null, "No Neo4j that may be killed here.");
        using var file = new BulkFile();
        var text = await Text();
        await File.WriteAllTextAsync(file.Path, text, Cancellation);
        await using (var server = Neo4jServer.Start("--data", _home))
        await using (var store = await Neo4jGraphStore.Open(server.Options, TestOntology.Instance, TimeProvider.System, Cancellation))
        {
            var (watched, watch) = WatchedStore.On(store);
            watch.MostInOneChange = 10;
            var killer = new Killer(server);
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await BulkImport.Import(watched, file.Path, "import graph.jsonl", killer, Cancellation));
        }
        await using var again = Neo4jServer.Start("--data", _home);
        await using var after = await Neo4jGraphStore.Open(again.Options, TestOntology.Instance, TimeProvider.System, Cancellation);
        Assert.Equal("import graph.jsonl", (await after.State(Cancellation)).UnfinishedLoad?.Name);
        Assert.Empty(await after.Check(Cancellation));
        Assert.True((await file.Import(after, text)).WentOn);
        Assert.Equal(text, await BulkFile.Export(after));
        Assert.Empty(await after.Check(Cancellation));
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private static async Task<string> Text()
    {
        await using var fixture = new SqliteFixture();
        await using var store = await fixture.Create(TestOntology.Instance, TimeProvider.System);
        var graph = SampleGraph.Instance with { Entities = [.. SampleGraph.Instance.Entities.Where(e => !e.Names.Any(n => n.Text.Contains('\t')))] };
        await store.Apply(new ChangeSet("sample", null, graph.Changes()), Cancellation);
        return await BulkFile.Export(store);
    }

    // When two changes are in.
    private sealed class Killer(Neo4jServer server) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value)
        {
            if (value.Changes == 2)
                server.Kill();
        }
    }
}
