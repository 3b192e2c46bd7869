using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>The only write: all or nothing, numbered.</summary>
public abstract class ApplySpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task An_empty_store_says_so_and_counts_from_one()
    {
        Assert.Equal(new StoreState(null, 0, true), await Store.State(Cancellation));
        Assert.Equal(1, await Apply([new Change.OfEntity(null, Entity("a"))]));
        Assert.Equal(2, await Apply([new Change.OfEntity(null, Entity("b"))]));
        Assert.Equal(new StoreState(null, 2, false), await Store.State(Cancellation));
    }

    [Fact]
    public async Task An_added_graph_is_all_there()
    {
        var graph = SampleGraph.Instance;
        await Apply(graph.Changes());
        var entities = await Store.EntityPage(EntityFilter.Everything, PageRequest.First(1000), EntityParts.Body, Cancellation);
        Assert.Equal(graph.Entities.OrderBy(e => e.Key, Utf8Order.Instance).Select(CanonicalJson.Of), entities.Values.Select(e => e.Body));
        var statements = await Store.StatementPage(StatementFilter.Everything, PageRequest.First(1000), StatementParts.Body, Cancellation);
        Assert.Equal(graph.Statements.OrderBy(s => s.Id).Select(CanonicalJson.Of), statements.Values.Select(s => s.Body));
        Assert.Equal(graph.Articles, await Store.Articles(Cancellation));
        Assert.Equal(graph.Passages, await Store.Passages([.. graph.Passages.Select(p => p.Id)], Cancellation));
    }

    [Fact]
    public async Task Removing_everything_leaves_an_empty_store()
    {
        await Apply(SampleGraph.Instance.Changes());
        await Apply(SampleGraph.Instance.Changes().Select(Undo));
        Assert.Equal(new StoreState(null, 2, true), await Store.State(Cancellation));
        Assert.Empty(await Store.Names(new NameQuery.Prefix("", 10), Cancellation));
        Assert.Empty((await Store.Mentions(["xiaomi"], MentionAnchor.Entity, PageRequest.First(10, SortBy.Position), Cancellation))[0].Rows);
    }

    [Fact]
    public async Task A_changed_entity_has_its_new_names_and_kind_only()
    {
        var (before, after) = (Entity("a", "Company", "旧名", "en:Old"), Entity("a", "Product", "新名", "en:New"));
        await Apply([new Change.OfEntity(null, before)]);
        await Apply([new Change.OfEntity(before, after)]);
        var row = (await Store.Entities(["a"], EntityParts.Body, Cancellation))[0]!;
        Assert.Equal((CanonicalJson.Of(after), "Product"), (row.Body, row.Kind));
        Assert.Empty(await Store.Names(new NameQuery.Exact([Folding.Fold("旧名")]), Cancellation));
        Assert.Empty(await Store.Names(new NameQuery.Terms(["旧名"]), Cancellation));
        Assert.Single(await Store.Names(new NameQuery.Exact([Folding.Fold("新名")]), Cancellation));
        Assert.Single(await Store.Names(new NameQuery.Terms(["新名"]), Cancellation));
    }

    [Fact]
    public async Task A_changed_statement_keeps_its_id_and_has_its_new_evidence_only()
    {
        var before = Relationship("a", "DEVELOPS", "b", evidence: Evidence("news", 1));
        var after = before with { Evidence = Evidence("news", 2) };
        await Apply([.. NewsWith("a", "b"), new Change.OfStatement(null, before)]);
        await Apply([new Change.OfStatement(before, after)]);
        Assert.Equal(CanonicalJson.Of(after), (await Store.Statements([before.Id], StatementParts.Body, Cancellation))[0]!.Body);
        var byPassage = await Store.StatementsOf(["p_news.1", "p_news.2"], AnchorRole.Passage, StatementFilter.Everything, PageRequest.First(9), StatementParts.Scalars, Cancellation);
        Assert.Equal([0, 1], byPassage.Select(p => p.Rows.Count));
    }

    [Fact]
    public async Task Degrees_follow_affirmed_relationships_only()
    {
        var yes = Relationship("a", "DEVELOPS", "b");
        var no = Relationship("a", "DEVELOPS", "b", polarity: Polarity.Negated);
        var mutual = Relationship("b", "PARTNER_OF", "a");
        await Apply([.. NewsWith("a", "b"), new Change.OfStatement(null, yes), new Change.OfStatement(null, no), new Change.OfStatement(null, mutual)]);
        Assert.Equal([2L, 2], await Degrees("a", "b"));
        await Apply([new Change.OfStatement(yes, null), new Change.OfStatement(no, null)]);
        Assert.Equal([1L, 1], await Degrees("a", "b"));
        var later = Relationship("a", "COMPETES_WITH", "b");
        await Apply([new Change.OfStatement(null, later), new Change.OfStatement(later, later with { FromApi = false })]);
        Assert.Equal([2L, 2], await Degrees("a", "b"));
        var byDegree = await Store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Degree, true, 9), EntityParts.Degree, Cancellation);
        Assert.Equal([SortKeys.Degree(2, "b"), SortKeys.Degree(2, "a")], byDegree.Rows.Select(r => r.Key));
    }

    [Fact]
    public async Task A_change_based_on_an_older_state_is_a_conflict()
    {
        await Apply([new Change.OfEntity(null, Entity("a"))], basedOn: 0);
        await Assert.ThrowsAsync<ConflictException>(async () => await Apply([new Change.OfEntity(null, Entity("b"))], basedOn: 0));
        Assert.Equal(new StoreState(null, 1, false), await Store.State(Cancellation));
        Assert.Equal(2, await Apply([new Change.OfEntity(null, Entity("b"))], basedOn: 1));
    }

    [Fact]
    public async Task What_does_not_fit_is_a_conflict_and_changes_nothing()
    {
        var standing = Relationship("a", "DEVELOPS", "b", evidence: Evidence("news", 1));
        await Apply([.. NewsWith("a", "b", "c"), new Change.OfStatement(null, standing)]);
        var free = Relationship("a", "DEVELOPS", "c");
        Change[] wrong =
        [
            new Change.OfEntity(null, Entity("a")), // there already
            new Change.OfEntity(Entity("x"), Entity("x", "Product")), // not there
            new Change.OfEntity(Entity("x"), null),
            new Change.OfEntity(Entity("a"), null), // a statement needs it
            new Change.OfStatement(null, standing),
            new Change.OfStatement(free, free with { FromApi = false }),
            new Change.OfStatement(free, null),
            new Change.OfStatement(null, Relationship("a", "DEVELOPS", "nobody")),
            new Change.OfStatement(null, Relationship("nobody", "DEVELOPS", "a")),
            new Change.OfStatement(null, Relationship("a", "DEVELOPS", "c", speaker: Speaker("nobody"))),
            new Change.OfStatement(null, Relationship("a", "DEVELOPS", "c", qualifiers: [At("nobody")])),
            new Change.OfStatement(null, Relationship("a", "DEVELOPS", "c", evidence: Evidence("news", 9))),
            new Change.OfPassage(Passage("news", 1), null), // evidence needs it
            new Change.OfPassage(null, Passage("nowhere", 1)),
            new Change.OfArticle(Article("news"), null), // its passages need it
            new Change.OfMentions(new PassageId("news", 1), [new Mention(new PassageId("news", 1), "zh", 0, 1, "nobody")]),
        ];
        foreach (var change in wrong)
        {
            await Assert.ThrowsAsync<ConflictException>(async () => await Apply([new Change.OfEntity(null, Entity("before")), change, new Change.OfEntity(null, Entity("behind"))]));
            Assert.Equal(new StoreState(null, 1, false), await Store.State(Cancellation));
            Assert.Equal([null, null], await Store.Entities(["before", "behind"], EntityParts.Scalars, Cancellation));
        }
    }

    [Fact]
    public async Task A_stream_that_fails_changes_nothing_and_its_own_exception_comes_out()
    {
        static IEnumerable<Change> Failing()
        {
            for (var i = 0; i < 500; i++)
                yield return new Change.OfEntity(null, Entity($"e{i}"));
            throw new InvalidDataException("the source broke");
        }

        await Assert.ThrowsAsync<InvalidDataException>(async () => await Apply(Failing(), journal: JournalDetail.Counts));
        Assert.Equal(new StoreState(null, 0, true), await Store.State(Cancellation));
        Assert.Equal(1, await Apply([new Change.OfEntity(null, Entity("e1"))]));
    }

    [Fact]
    public async Task Being_told_to_stop_changes_nothing()
    {
        using var source = new CancellationTokenSource();
        IEnumerable<Change> Stopping()
        {
            for (var i = 0; i < 2000; i++)
            {
                if (i == 1000)
                    source.Cancel();
                yield return new Change.OfEntity(null, Entity($"e{i}"));
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Apply(new ChangeSet("test", null, Stopping()), source.Token));
        Assert.Equal(new StoreState(null, 0, true), await Store.State(Cancellation));
    }

    [Fact]
    public async Task An_entity_and_its_statements_may_go_in_one_change()
    {
        var statement = Relationship("a", "DEVELOPS", "b", evidence: Evidence("news", 1));
        await Apply([.. NewsWith("a", "b"), new Change.OfStatement(null, statement)]);
        await Apply([new Change.OfArticle(Article("news"), null), new Change.OfPassage(Passage("news", 1), null), new Change.OfPassage(Passage("news", 2), null), new Change.OfEntity(Entity("a"), null), new Change.OfStatement(statement, null)]);
        Assert.Equal([0L], await Degrees("b"));
        Assert.Empty(await Store.Articles(Cancellation));
    }

    [Fact]
    public async Task Mentions_of_a_passage_are_replaced_as_a_whole_and_go_with_it()
    {
        var (one, two) = (new PassageId("news", 1), new PassageId("news", 2));
        await Apply([.. NewsWith("a", "b"), new Change.OfMentions(one, [new Mention(one, "zh", 0, 1, "a"), new Mention(one, "en", 3, 5, "b")]), new Change.OfMentions(two, [new Mention(two, "zh", 0, 1, "a")])]);
        await Apply([new Change.OfMentions(one, [new Mention(one, "zh", 2, 4, "b")])]);
        Assert.Equal([new Mention(one, "zh", 2, 4, "b")], await MentionsOf("p_news.1"));
        await Apply([new Change.OfPassage(Passage("news", 2), null)]);
        Assert.Empty(await MentionsOf("p_news.2"));
    }

    protected async Task<IEnumerable<long>> Degrees(params string[] keys) =>
        (await Store.Entities(keys, EntityParts.Degree, Cancellation)).Select(e => e!.Degree);

    private static IEnumerable<Change> NewsWith(params string[] entities) =>
        new TestGraph { Articles = [Article("news")], Passages = [Passage("news", 1), Passage("news", 2)], Entities = [.. entities.Select(e => Entity(e))] }.Changes();

    private static Change Undo(Change change) => change switch
    {
        Change.OfArticle c => new Change.OfArticle(c.After, c.Before),
        Change.OfPassage c => new Change.OfPassage(c.After, c.Before),
        Change.OfMentions c => new Change.OfMentions(c.Passage, []),
        Change.OfEntity c => new Change.OfEntity(c.After, c.Before),
        Change.OfStatement c => new Change.OfStatement(c.After, c.Before),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private async Task<IEnumerable<Mention>> MentionsOf(string passage) =>
        (await Store.Mentions([passage], MentionAnchor.Passage, PageRequest.First(99, SortBy.Position), Cancellation))[0].Values;
}
