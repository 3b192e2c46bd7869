using Graph.Core;
using Graph.SqliteStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Files of every format that was ever written open for ever, with all that is in them.</summary>
/// <remarks>
/// When the format changes, make the fixture of the format before it first, from the last commit that wrote it:
/// <c>dotnet run --project tests/Graph.Store.Tests -- -explicit only -method "*Make_the_fixture*"</c> writes <c>Fixtures/format-N.db</c>; then add N to the theory.
/// </remarks>
public sealed class SqliteFormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-format-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    public async Task A_file_of_an_old_format_opens_with_everything_in_it(int format)
    {
        var copy = Path.Combine(_folder, "old.db");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"format-{format}.db"), copy);
        File.SetAttributes(copy, FileAttributes.Normal);
        await using var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = copy }, TestOntology.Instance, TimeProvider.System);
        Assert.Equal(new StoreState(TestOntology.Instance.SourceText, 2, false), await store.State(Cancellation));
        Assert.Empty(await store.Check(Cancellation));
        var graph = SampleGraph.Instance;
        Assert.Equal(graph.Entities.Select(CanonicalJson.Of), (await store.Entities([.. graph.Entities.Select(e => e.Key)], EntityParts.Body, Cancellation)).Select(e => e?.Body));
        Assert.Equal(graph.Statements.Select(CanonicalJson.Of), (await store.Statements([.. graph.Statements.Select(s => s.Id)], StatementParts.Body, Cancellation)).Select(s => s?.Body));
        Assert.Equal(["sample", "later"], (await store.Changes(0, 10, Cancellation)).Select(c => c.By));
        Assert.Equal(3, await store.Apply(new ChangeSet("now", 2, [new Change.OfEntity(null, Make.Entity("now"))]), Cancellation));
        Assert.Empty(await store.Check(Cancellation));
    }

    [Fact]
    public async Task A_fresh_file_is_marked_with_the_format()
    {
        var file = Path.Combine(_folder, "fresh.db");
        await using (SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, TestOntology.Instance, TimeProvider.System))
        {
            using var other = new Connection(file, TimeSpan.Zero);
            Assert.Equal((0x47727048L, (long)Schema.Format), (other.Number("PRAGMA application_id"), other.Number("PRAGMA user_version")));
        }
    }

    [Fact(Explicit = true)]
    public async Task Make_the_fixture_of_this_format()
    {
        var file = Path.Combine(SourceFolder(), "..", "Fixtures", $"format-{Schema.Format}.db");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        await using (var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = file }, TestOntology.Instance, new FixedTime()))
        {
            await store.Adopt(TestOntology.Instance, Cancellation);
            await store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
            await store.Apply(new ChangeSet("later", null, [new Change.OfEntity(null, Make.Entity("later", "Person", "后来", "en:Later"))]), Cancellation);
        }
        using var packed = new Connection(file, TimeSpan.Zero);
        packed.ExecuteOnce("VACUUM");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
