using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>A whole seed out and in again, across stores, byte for byte.</summary>
public abstract class SeedRoundTripSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private Seed? _seed;

    /// <summary>Of the seed, under the root of the repository.</summary>
    protected abstract string Folder { get; }

    protected override Ontology Ontology => Seed.Ontology;

    private Seed Seed => _seed ??= SeedReader.ReadFolder(Path.Combine(Root(), Folder)).OrThrow();

    [Fact]
    public async Task An_export_of_the_seed_imported_gives_the_same_export_and_the_seed_finds_nothing_to_change()
    {
        using var file = new BulkFile();
        await using var elsewhere = new SqliteFixture();
        string text;
        await using (var other = await elsewhere.Create(Ontology, Time))
        {
            await Importer.Import(other, Seed.Articles, "test", Cancellation);
            text = await BulkFile.Export(other);
        }
        await file.Import(Store, text);
        Assert.Equal(text, await BulkFile.Export(Store));
        Assert.True((await Importer.Import(Store, Seed.Articles, "test", Cancellation)).IsUnchanged);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Graph.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The root is not found.");
        return folder;
    }
}
