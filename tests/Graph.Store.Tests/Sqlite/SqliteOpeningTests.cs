using Graph.Core;
using Graph.SqliteStore;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Files that are not ours, not whole or not to be written: a clear error, and the file left as it was.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-opening-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "test.db");

    [Fact]
    public async Task A_new_file_is_made_with_its_folders()
    {
        var deep = System.IO.Path.Combine(_folder, "a", "b", "new.db");
        await using (var store = Open(deep))
            Assert.Equal($"sqlite {deep}", store.Description);
        Assert.True(File.Exists(deep));
    }

    [Fact]
    public async Task An_empty_file_is_a_new_store()
    {
        await File.WriteAllBytesAsync(Path, [], TestContext.Current.CancellationToken);
        await using var store = Open(Path);
        Assert.True((await store.State(TestContext.Current.CancellationToken)).IsEmpty);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_was()
    {
        using (var other = new Connection(Path, TimeSpan.Zero))
            other.ExecuteOnce("CREATE TABLE notes(text); INSERT INTO notes VALUES ('mine')");
        Refuses("is not a graph store");
    }

    [Fact]
    public void A_database_that_another_program_has_marked_is_refused()
    {
        using (var other = new Connection(Path, TimeSpan.Zero))
            other.ExecuteOnce("PRAGMA application_id = 1234");
        Refuses("is not a graph store");
    }

    [Fact]
    public void Garbage_is_refused()
    {
        File.WriteAllText(Path, string.Concat(Enumerable.Repeat("This is a text file and no database at all. ", 200)));
        Refuses("is not a graph store");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_truncated_file_is_refused(double part)
    {
        await Fill();
        using (var file = File.OpenWrite(Path))
            file.SetLength((long)(file.Length * part) & ~4095);
        Refuses("is damaged");
    }

    [Fact]
    public async Task A_file_cut_within_its_header_is_refused()
    {
        await Fill();
        using (var file = File.OpenWrite(Path))
            file.SetLength(60);
        Refuses("is damaged");
    }

    [Fact]
    public async Task A_newer_format_is_refused()
    {
        await Fill();
        using (var newer = new Connection(Path, TimeSpan.Zero))
            newer.ExecuteOnce("PRAGMA user_version = 99");
        Refuses("has format 99");
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(Path);
        var failure = Assert.Throws<StoreUnavailableException>(() => Open(Path));
        Assert.Contains("is a folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_so()
    {
        File.WriteAllText(Path, "in the way");
        var failure = Assert.Throws<StoreUnavailableException>(() => Open(System.IO.Path.Combine(Path, "below", "x.db")));
        Assert.Contains("cannot be made", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Hint);
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Who has all rights may write every file.");
        await Fill();
        File.SetAttributes(Path, FileAttributes.ReadOnly);
        Refuses("cannot be written");
    }

    [Fact]
    public async Task Damage_found_while_reading_is_told_as_such()
    {
        await Fill();
        var bytes = await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken);
        for (var at = 4096 * 2; at < bytes.Length; at++)
            bytes[at] = 0xA5;
        await File.WriteAllBytesAsync(Path, bytes, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            await using var store = Open(Path);
            await store.EntityPage(EntityFilter.Everything, PageRequest.First(1000), EntityParts.Body, TestContext.Current.CancellationToken);
        });
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public void Options_out_of_range_are_named_all_at_once()
    {
        var failure = Assert.Throws<BadInputException>(() => SqliteGraphStore.Open(
            new SqliteStoreOptions { File = "", BusyTimeout = TimeSpan.FromHours(1), CacheMegabytes = 0, Readers = 65, MapMegabytes = -1, MaxMegabytes = 0 }, TestOntology.Instance, TimeProvider.System));
        foreach (var option in new[] { "File", "BusyTimeout", "CacheMegabytes", "Readers", "MapMegabytes", "MaxMegabytes" })
            Assert.Contains(option, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SqliteGraphStore Open(string path) => SqliteGraphStore.Open(new SqliteStoreOptions { File = path }, TestOntology.Instance, TimeProvider.System);

    private async Task Fill()
    {
        await using var store = Open(Path);
        await store.Apply(new ChangeSet("test", null, SampleGraph.Instance.Changes()), TestContext.Current.CancellationToken);
    }

    private void Refuses(string saying)
    {
        var before = File.ReadAllBytes(Path);
        var failure = Assert.Throws<StoreUnavailableException>(() => Open(Path));
        Assert.Contains(saying, failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
        Assert.NotEmpty(failure.Hint);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }
}
