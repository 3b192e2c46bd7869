using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Articles, passages and mentions; counts.</summary>
public abstract class ArticleSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Articles_come_by_key() =>
        Assert.Equal(Graph.Articles.OrderBy(a => a.Key, Utf8Order.Instance).Select(CanonicalJson.Of), (await Store.Articles(Cancellation)).Select(CanonicalJson.Of));

    [Fact]
    public async Task Passages_answer_their_ids()
    {
        var found = await Store.Passages([new("report", 2), new("report", 3), new("nowhere", 1), new("news", 10), new("' x", 1)], Cancellation);
        Assert.Equal(["p_report.2", null, null, "p_news.10", null], found.Select(p => p?.Id.ToString()));
        Assert.Equal(CanonicalJson.Of(Make.Passage("news", 10)), CanonicalJson.Of(found[3]!));
    }

    [Fact]
    public async Task Passages_of_an_article_come_by_number()
    {
        var found = await Store.PassagesOf(["report", "nowhere", "news", "z9"], Cancellation);
        Assert.Equal([[1, 2], [], [1, 2, 10], []], found.Select(a => a.Select(p => p.Id.Number).ToArray()));
    }

    [Fact]
    public async Task Mentions_of_an_entity_come_by_place()
    {
        var page = await Mentions(MentionAnchor.Entity, new PageRequest(SortBy.Position, false, 99, WithTotal: true), "xiaomi", "jobs");
        Assert.Equal(["p_news.1 en", "p_news.1 zh", "p_news.2 zh", "p_news.10 zh", "p_report.1 zh"], page[0].Values.Select(m => $"{m.Passage} {m.Language}"));
        Assert.Equal((5L, 0L), (page[0].Total, page[1].Total));
        Assert.Equal(page[0].Values.Select(SortKeys.Mention), page[0].Rows.Select(r => r.Key));
    }

    [Fact]
    public async Task Mentions_of_a_passage_come_by_language_and_start_and_are_paged()
    {
        var first = await Mentions(MentionAnchor.Passage, new PageRequest(SortBy.Position, false, 3, WithEdges: true), "p_news.1", "p_news.9", "nonsense");
        Assert.Equal(["en 0 lei-jun", "en 4 xiaomi", "zh 0 xiaomi"], first[0].Values.Select(m => $"{m.Language} {m.Start} {m.Entity}"));
        Assert.True(first[0].HasNext);
        Assert.Equal((0, 0), (first[1].Rows.Count, first[2].Rows.Count));
        var last = await Mentions(MentionAnchor.Passage, new PageRequest(SortBy.Position, true, 1), "p_news.1");
        Assert.Equal(new Mention(new PassageId("news", 1), "zh", 5, 7, "lei-jun"), Assert.Single(last[0].Values));
        Assert.Empty(await Mentions(MentionAnchor.Passage, PageRequest.First(1, SortBy.Position)));
    }

    [Fact]
    public async Task Entities_are_counted_by_kind()
    {
        var companies = new EntityFilter.OfKind(new HashSet<string> { "Company", "Person" });
        Assert.Equal([new Tally("Company", 4), new Tally("Person", 3)], await Store.CountEntities(companies, EntityCount.Kind, Cancellation));
        Assert.Equal([new Tally("", 7)], await Store.CountEntities(companies, EntityCount.All, Cancellation));
        Assert.Empty(await Store.CountEntities(new EntityFilter.Or([]), EntityCount.All, Cancellation));
    }

    [Theory]
    [InlineData(StatementCount.All, "=20")]
    [InlineData(StatementCount.Form, "OBSERVATION=9 RELATIONSHIP=11")]
    [InlineData(StatementCount.Polarity, "AFFIRMED=17 NEGATED=3")]
    [InlineData(StatementCount.Status, "OPINION=1 PLANNED=1 POSSIBLE=1 REPORTED=1 STATED=16")]
    [InlineData(StatementCount.Speaker, "huawei=1 lei-jun=1 xiaomi=1")]
    [InlineData(StatementCount.Article, "news=14 report=5")] // one has evidence in both
    [InlineData(StatementCount.Type, "COMPETES_WITH=3 DEVELOPS=2 EMPLOYEES=1 FOUNDED=1 HEADED_BY=2 INFLUENCED_BY=3 PARTNER_OF=1 REVENUE=6 SLOGAN=1")]
    public async Task Statements_are_counted_by_every_property(StatementCount by, string expected) =>
        Assert.Equal(expected, string.Join(' ', (await Store.CountStatements(StatementFilter.Everything, by, Cancellation)).Select(t => $"{t.Value}={t.Count}")));

    [Fact]
    public async Task Counts_mind_the_filter()
    {
        var filter = new StatementFilter.InArticle(new HashSet<string> { "report" });
        Assert.Equal([new Tally("news", 1), new Tally("report", 5)], await Store.CountStatements(filter, StatementCount.Article, Cancellation));
        Assert.Empty(await Store.CountStatements(new StatementFilter.Or([]), StatementCount.All, Cancellation));
    }

    [Fact]
    public async Task Statements_are_counted_anchor_by_anchor()
    {
        var counts = await Store.CountStatementsOf(["lei-jun", "nobody", "apple"], AnchorRole.AnyEnd, StatementFilter.Affirmed, StatementCount.Type, Cancellation);
        Assert.Equal(["HEADED_BY=1 INFLUENCED_BY=2 PARTNER_OF=1", "", "COMPETES_WITH=1"], counts.Select(c => string.Join(' ', c.Select(t => $"{t.Value}={t.Count}"))));
        Assert.Empty(await Store.CountStatementsOf([], AnchorRole.Out, StatementFilter.Everything, StatementCount.All, Cancellation));
    }

    private ValueTask<IReadOnlyList<Page<Mention>>> Mentions(MentionAnchor by, PageRequest page, params string[] anchors) => Store.Mentions(anchors, by, page, Cancellation);
}
