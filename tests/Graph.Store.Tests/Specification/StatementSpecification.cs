using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Statements by id, and those of anchors.</summary>
public abstract class StatementSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Answers_in_the_order_of_the_ids_null_for_unknown_ones_and_repeats()
    {
        var unknown = StatementId.Of(StatementForm.Relationship, "DEVELOPS", new byte[16]);
        StatementId[] ids = [Graph.Statements[3].Id, unknown, Graph.Statements[15].Id, Graph.Statements[3].Id];
        var rows = await Store.Statements(ids, StatementParts.Body, Cancellation);
        Assert.Equal([ids[0].ToString(), null, ids[2].ToString(), ids[0].ToString()], rows.Select(r => r?.Id.ToString()));
        Assert.Equal(CanonicalJson.Of(Graph.Statements[15]), rows[2]!.Body);
        Assert.Empty(await Store.Statements([], StatementParts.Body, Cancellation));
    }

    [Fact]
    public async Task Scalars_are_those_of_the_statement_and_the_body_is_not_there()
    {
        foreach (var (statement, row) in Graph.Statements.Zip(await Store.Statements([.. Graph.Statements.Select(s => s.Id)], StatementParts.Scalars, Cancellation)))
        {
            Assert.Equal((statement.Id, statement.Subject, (statement as Relationship)?.Target, statement.Status, statement.Polarity), (row!.Id, row.Subject, row.Target, row.Status, row.Polarity));
            Assert.Throws<InvalidOperationException>(() => row.Body);
        }
    }

    [Theory]
    [InlineData(AnchorRole.Out, "xiaomi", 8)] // two competitors, a partner whose key comes first, two products, an influence, a head; and one denied
    [InlineData(AnchorRole.In, "jobs", 4)]
    [InlineData(AnchorRole.In, "huawei", 2)]
    [InlineData(AnchorRole.Out, "huawei", 2)]
    [InlineData(AnchorRole.AnyEnd, "lei-jun", 4)]
    [InlineData(AnchorRole.Observed, "xiaomi", 6)]
    [InlineData(AnchorRole.Observed, "huawei", 2)]
    [InlineData(AnchorRole.About, "apple", 3)]
    [InlineData(AnchorRole.About, "mi-store", 1)]
    [InlineData(AnchorRole.Passage, "p_news.10", 3)]
    [InlineData(AnchorRole.Passage, "p_news.1", 6)]
    [InlineData(AnchorRole.Passage, "news.1", 0)]
    [InlineData(AnchorRole.Article, "report", 5)]
    [InlineData(AnchorRole.Article, "z9", 0)]
    public async Task Roles(AnchorRole role, string anchor, int count)
    {
        var reference = new ReferenceEvaluator(new ReferenceGraph(TestOntology.Instance, Graph.Entities, Graph.Statements));
        var expected = Graph.Statements.Where(s => reference.Touches(s, anchor, role)).Select(s => s.Id).Order().ToArray();
        var page = await Of(role, StatementFilter.Everything, anchor);
        Assert.Equal(expected, page[0].Values.Select(r => r.Id));
        Assert.Equal(count, expected.Length);
    }

    [Fact]
    public async Task Groups_answer_the_anchors_in_their_order_each_with_its_own_limit()
    {
        var pages = await Store.StatementsOf(["huawei", "nobody", "xiaomi", "huawei"], AnchorRole.AnyEnd, StatementFilter.Everything,
            new PageRequest(SortBy.Id, false, 2, WithTotal: true, WithEdges: true), StatementParts.Scalars, Cancellation);
        Assert.Equal([2, 0, 2, 2], pages.Select(p => p.Rows.Count));
        Assert.Equal([2L, 0, 8, 2], pages.Select(p => p.Total!.Value));
        Assert.Equal([false, false, true, false], pages.Select(p => p.HasNext));
        Assert.Empty(await Of(AnchorRole.Out, StatementFilter.Everything));
    }

    [Fact]
    public async Task Denials_are_given_unless_the_filter_leaves_them_out()
    {
        var all = await Of(AnchorRole.AnyEnd, StatementFilter.Everything, "huawei");
        var affirmed = await Of(AnchorRole.AnyEnd, StatementFilter.Affirmed, "huawei");
        Assert.Equal((2, 1), (all[0].Rows.Count, affirmed[0].Rows.Count));
    }

    [Fact]
    public async Task Types_narrow_an_anchor_in_every_direction()
    {
        var competes = new StatementFilter.OfType(new HashSet<string> { "COMPETES_WITH" });
        foreach (var role in new[] { AnchorRole.Out, AnchorRole.In, AnchorRole.AnyEnd })
            Assert.Equal(["apple xiaomi", "apple huawei"], (await Of(role, competes, "apple"))[0].Values.OrderByDescending(r => r.Target).Select(r => $"{r.Subject} {r.Target}"));
        Assert.Empty((await Of(AnchorRole.Observed, competes, "apple"))[0].Rows);
        Assert.Empty((await Of(AnchorRole.Out, new StatementFilter.OfType(new HashSet<string> { "REVENUE" }), "xiaomi"))[0].Rows);
    }

    private ValueTask<IReadOnlyList<Page<StatementRow>>> Of(AnchorRole role, StatementFilter filter, params string[] anchors) =>
        Store.StatementsOf(anchors, role, filter, PageRequest.First(1000), StatementParts.Scalars, Cancellation);
}
