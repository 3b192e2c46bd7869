using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>A whole seed goes into every store, a second time changes nothing, and what articles no longer say goes.</summary>
public abstract class ImportSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly Lazy<Seed> _seed = new(() => SeedReader.ReadFolder(Path.Combine(Root(), "seed")).OrThrow());

    protected override Ontology Ontology => _seed.Value.Ontology;

    private static IReadOnlyList<SeedArticle> Articles => _seed.Value.Articles;

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        var first = await Import(Articles);
        Assert.Equal(1, first.Change);
        Assert.Equal(Articles.SelectMany(a => a.Statements).Count(), first.Statements.Added.Count);
        var second = await Import(Articles);
        Assert.True(second.IsUnchanged, $"statements {second.Statements}, entities {second.Entities}, passages {second.Passages}, relinked {second.Relinked.Count}");
        Assert.Equal(1, (await Store.State(Cancellation)).LastChange);
    }

    [Fact]
    public async Task What_the_store_gives_is_what_the_seed_says()
    {
        await Import(Articles);
        foreach (var article in Articles)
        {
            Assert.Equal(article.Passages.Select(p => CanonicalJson.Of(p.Passage)), (await Store.PassagesOf([article.Key], Cancellation))[0].Select(CanonicalJson.Of));
            var statements = article.Statements.Select(s => s.Statement).OrderBy(s => s.Id).ToArray();
            var rows = await Store.Statements([.. statements.Select(s => s.Id)], StatementParts.Body, Cancellation);
            Assert.Equal(statements.Select(CanonicalJson.Of), rows.Select(r => r!.Body));
            var keys = article.Entities.Select(e => e.Key).ToArray();
            Assert.Equal(keys, (await Store.Entities(keys, EntityParts.Scalars, Cancellation)).Select(e => e!.Key));
        }
    }

    [Fact]
    public async Task A_second_article_unites_with_the_first_and_leaves_without_a_trace()
    {
        await Import(Articles);
        var before = await Dump();
        var second = Copy(Articles[0], "second-article");
        var report = await Import([second]);
        Assert.Empty(report.Statements.Added);
        Assert.Equal(second.Statements.Count, report.Statements.Changed.Count);
        await Import([second with { Statements = [], Entities = [], Passages = [] }]);
        Assert.Equal(before, await Dump());
    }

    [Fact]
    public async Task Statements_go_with_their_article_and_entities_with_them()
    {
        await Import(Articles);
        var empty = Articles.Select(a => a with { Statements = [], Entities = [], Passages = [] }).ToArray();
        var report = await Import(empty);
        Assert.Equal(Articles.SelectMany(a => a.Statements).Count(), report.Statements.Removed.Count);
        Assert.Empty(await Dump());
        Assert.True((await Import(empty)).IsUnchanged);
    }

    [Fact]
    public async Task An_entity_that_another_article_uses_stays_with_all_of_it()
    {
        await Import(Articles);
        await Import([Copy(Articles[0], "second-article") with { Entities = [] }]);
        var before = await Dump();
        var problems = (await Assert.ThrowsAsync<ProblemsException>(async () => await Import([Articles[0] with { Statements = [], Entities = [], Passages = [] }]))).Problems;
        Assert.All(problems, p => Assert.Contains("is no longer declared, but other sources state of it", p.Message, StringComparison.Ordinal));
        Assert.Equal(before, await Dump());
    }

    private ValueTask<ImportReport> Import(IReadOnlyList<SeedArticle> articles) => Importer.Import(Store, articles, "test", Cancellation);

    // Statements, entities and mentions as the store tells them.
    private async Task<IReadOnlyList<string>> Dump()
    {
        var statements = await Store.StatementPage(StatementFilter.Everything, PageRequest.First(10_000), StatementParts.Body, Cancellation);
        var entities = await Store.EntityPage(EntityFilter.Everything, PageRequest.First(10_000), EntityParts.Body, Cancellation);
        var mentions = await Store.Mentions([.. entities.Values.Select(e => e.Key)], MentionAnchor.Entity, PageRequest.First(10_000, SortBy.Position), Cancellation);
        return [.. statements.Values.Select(s => s.Body), .. entities.Values.Select(e => e.Body), .. mentions.SelectMany(m => m.Values).Select(m => m.ToString())];
    }

    private static SeedArticle Copy(SeedArticle article, string key) => article with
    {
        Article = article.Article with { Key = key },
        Passages = [.. article.Passages.Select(p => p with { Passage = p.Passage with { Id = p.Passage.Id with { Article = key } } })],
        Entities = [.. article.Entities.Select(e => e with { Declaration = e.Declaration with { Source = key } })],
        Statements = [.. article.Statements.Select(s => s with { Statement = s.Statement with { Evidence = [.. s.Statement.Evidence.Select(e => e with { Passage = e.Passage with { Article = key } })] } })],
    };

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Graph.sln")))
                return at.FullName;
        }
        throw new InvalidOperationException("No Graph.sln above the tests: run them from a working copy.");
    }
}
