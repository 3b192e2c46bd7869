using System.IO.Compression;
using System.Text;
using Graph.Core;

namespace Graph.Host;

/// <summary>What makes Neo4j Browser a place to explore the graph: a guide, a style and favourites in each language, made of the ontology and of what the graph holds.</summary>
internal sealed class BrowserKit
{
    public const string FavoritesFile = "favorites.zip";

    // Zip keeps no earlier one; the same graph gives the same bytes.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly BrowserSights _sights;

    private BrowserKit(BrowserSights sights) => _sights = sights;

    private Ontology Ontology => _sights.Ontology;

    /// <summary>Reads what the kit tells of, in a few dozen store calls at the most.</summary>
    public static async ValueTask<BrowserKit> Read(IGraphStore store, CancellationToken cancellation) => new(await BrowserSights.Read(store, cancellation));

    /// <summary>The guide's name in a language; the default language's has none in it.</summary>
    public static string GuideFile(string language, Ontology ontology) => $"guide{Part(language, ontology)}.md";

    /// <summary>The style's name in a language; the default language's has none in it.</summary>
    public static string GrassFile(string language, Ontology ontology) => $"graph{Part(language, ontology)}.grass";

    /// <summary>All file names.</summary>
    public static IEnumerable<string> FileNames(Ontology ontology) =>
        ontology.Languages.SelectMany(l => new[] { GuideFile(l, ontology), GrassFile(l, ontology) }).Append(FavoritesFile);

    /// <param name="address">Where the kit is served; null for files.</param>
    public string Guide(string language, string? address = null) => BrowserGuide.Write(_sights, language, address);

    public string Grass(string language) => BrowserGrass.Write(_sights, language);

    /// <summary>A query a file, in a folder a language.</summary>
    public byte[] Favorites()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (language, title, cypher, number) in Ontology.Languages.SelectMany(QueriesIn))
            {
                var entry = zip.CreateEntry($"{Ontology.Id} ({language})/{number:00}.cypher");
                entry.LastWriteTime = NoTime;
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
                writer.Write($"// {title.ReplaceLineEndings(" ")}\n{cypher}\n");
            }
        }
        return bytes.ToArray();
    }

    /// <summary>The file of this name; null when there is none.</summary>
    public byte[]? File(string name, string? address = null)
    {
        if (name == FavoritesFile)
            return Favorites();
        var guide = Ontology.Languages.FirstOrDefault(l => GuideFile(l, Ontology) == name);
        var grass = Ontology.Languages.FirstOrDefault(l => GrassFile(l, Ontology) == name);
        return guide is not null ? Encoding.UTF8.GetBytes(Guide(guide, address)) : grass is not null ? Encoding.UTF8.GetBytes(Grass(grass)) : null;
    }

    private IEnumerable<(string Language, string Title, string Cypher, int Number)> QueriesIn(string language) =>
        new BrowserWalk(_sights, language).Stops().SelectMany(s => s.Queries).Select((q, i) => (language, q.Title, q.Cypher, i + 1));

    private static string Part(string language, Ontology ontology) => language == ontology.DefaultLanguage ? "" : "." + language;
}
