using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

/// <summary>
/// Holds the seed's article to the original, where that is at hand: GRAPH_ARTICLE names it, or it lies at ../shared beside the
/// repository. GRAPH_SEED names another seed folder than the repository's.
/// </summary>
public class XiaomiSeedTests
{
    private const string Key = "xiaomi-ai-2024";

    private static string Folder => Environment.GetEnvironmentVariable("GRAPH_SEED") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "seed");

    private static AuditExceptions Exceptions =>
        AuditExceptions.Read(Path.Combine(Repository.Root, "tests", "Graph.Core.Tests", "Seeds", Key + ".exceptions.yaml")).OrThrow();

    [Fact]
    public void Each_passage_retells_the_paragraph_of_its_number()
    {
        var original = Original.FoundOrSkipped("article.zh.txt");
        var (_, article) = Read();
        Assert.Equal(Enumerable.Range(1, original.Paragraphs.Count), article.Passages.Select(p => p.Passage.Id.Number));
        Assert.Equal(original.Paragraphs.Select(Original.Sha256), article.Passages.Select(p => p.Passage.Sha256));
    }

    [Fact]
    public void No_text_of_ours_copies_the_article()
    {
        var original = Original.FoundOrSkipped("article.zh.txt");
        var (_, article) = Read();
        var language = article.Article.Language;
        var names = article.Entities.SelectMany(e => e.Declaration.Names).Where(n => n.Language == language).Select(n => n.Text);
        string[] texts = [.. Texts(article, language).Distinct()];
        IReadOnlyList<CommonRun> Copied(IEnumerable<AuditException> exceptions) => new CommonRuns(original, names, [.. exceptions]).In(texts);

        Assert.Equal([], Copied(Exceptions.Overlap).Select(r => $"paragraph {r.Paragraph}: {r.Han} Han characters in common: {r.Text}"));
        Assert.Equal([], Exceptions.Overlap.Where(e => Copied(Exceptions.Overlap.Where(o => o != e)).Count == 0).Select(Unneeded));
    }

    [Fact]
    public void The_graph_holds_what_the_article_counts_dates_quotes_and_attributes()
    {
        var original = Original.FoundOrSkipped("article.zh.txt");
        var (ontology, article) = Read();
        var (missing, unused) = SeedAudit.Run(original, article, ontology, Exceptions.Audit);
        Assert.True(missing.Count == 0, $"{missing.Count} missing:\n{string.Join('\n', missing)}");
        Assert.Equal([], unused.Select(Unneeded));
    }

    private static string Unneeded(AuditException exception) =>
        $"line {exception.Line}: nothing needs the exception '{exception.Token}' of paragraph {exception.Paragraph}";

    private static (Ontology Ontology, SeedArticle Article) Read()
    {
        var seed = SeedReader.ReadFolder(Folder).OrThrow();
        return (seed.Ontology, seed.Articles.Single(a => a.Key == Key));
    }

    // Passages first of all; and words, which might quote at length.
    private static IEnumerable<string> Texts(SeedArticle article, string language) => article.Passages.Select(p => p.Passage.Texts.In(language))
        .Concat(article.Entities.Select(e => e.Declaration.Summary?.In(language))).OfType<string>()
        .Concat(article.Passages.SelectMany(p => ParagraphWords.Of(article, p.Passage.Id.Number).All));
}
