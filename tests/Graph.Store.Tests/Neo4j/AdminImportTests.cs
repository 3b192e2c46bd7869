using Graph.Core;
using Graph.Neo4jStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>What <c>export --format csv</c> writes, neo4j-admin loads, and the service takes for its own.</summary>
public sealed class AdminImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph admin-").FullName; // with a space, as folders may have

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_neo4j_admin_made_of_the_files_is_adopted_and_whole()
    {
        Assert.SkipWhen(Neo4jServer.Folder is null, "No neo4j-admin here.");
        var (home, csv) = (Path.Combine(_folder, "home"), Path.Combine(_folder, "csv"));
        var text = await Write(csv);
        Neo4jServer.AdminImport(home, Path.Combine(csv, AdminImport.Arguments));
        await using var server = Neo4jServer.Start("--data", home);
        await using var store = await Neo4jGraphStore.Open(server.Options, TestOntology.Instance, TimeProvider.System, Cancellation);
        await OntologyChange.AdoptInto(store, TestOntology.Instance, Cancellation);
        Assert.Empty(await store.Check(Cancellation));
        Assert.Equal(text, await BulkFile.Export(store));
        Assert.Equal(SampleGraph.Instance.Degree("xiaomi"), (await store.Entities(["xiaomi"], EntityParts.Degree, Cancellation))[0]!.Degree);
        Assert.Equal(2, await store.Apply(new ChangeSet("after it", 1, [new Change.OfEntity(null, Make.Entity("later"))]), Cancellation));
        Assert.Contains("\"added\":", (await store.Changes(0, 1, Cancellation))[0].Body, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> Write(string folder)
    {
        await using var fixture = new SqliteFixture();
        await using var store = await fixture.Create(TestOntology.Instance, TimeProvider.System);
        await store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
        await AdminImport.Write(store, folder, TimeProvider.System, Cancellation);
        return await BulkFile.Export(store);
    }
}
