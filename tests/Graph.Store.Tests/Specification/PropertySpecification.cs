using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Random graphs and questions: the store answers as <see cref="ReferenceEvaluator"/> does, to the byte. Each graph replaces the one before by a change set.</summary>
public abstract class PropertySpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    private const int Questions = 25; // a graph

    protected override Ontology Ontology => SharedTests.TestOntology.Instance;

    [Fact]
    public Task Pages_of_entities() => Ask(graph => Gen.Select(AnyFilter.EntityFilter, AnyFilter.EntityPage(graph)), async (reference, filter, page) =>
        Same(reference.EntityPage(filter, page), await Store.EntityPage(filter, page, EntityParts.Body | EntityParts.Degree, Cancellation), CanonicalJson.Of, r => r.Body));

    [Fact]
    public Task Pages_of_statements() => Ask(graph => Gen.Select(AnyFilter.StatementFilterOn(graph), AnyFilter.StatementPage(graph)), async (reference, filter, page) =>
        Same(reference.StatementPage(filter, page), await Store.StatementPage(filter, page, StatementParts.Body, Cancellation), CanonicalJson.Of, r => r.Body));

    [Fact]
    public Task Pages_by_amount() => Ask(
        graph => Gen.Select(AnyFilter.StatementFilter, AnyFilter.StatementPage(graph, byAmount: true), Gen.OneOf("DEVICES", "RD_SPENDING", "SLOGAN"),
            (filter, page, metric) => (new StatementFilter.And([new StatementFilter.OfType(new HashSet<string> { metric }), filter]), page)),
        async (reference, filter, page) =>
            Same(reference.StatementPage(filter, page), await Store.StatementPage(filter, page, StatementParts.Body, Cancellation), CanonicalJson.Of, r => r.Body));

    [Fact]
    public Task Statements_of_anchors() => Ask(
        graph => Gen.Select(AnyAnchors, AnyFilter.StatementFilterOn(graph), AnyFilter.StatementPage(graph), (anchors, filter, page) => ((anchors.Role, anchors.Anchors, filter), page)),
        async (reference, what, page) =>
        {
            var expected = reference.StatementsOf(what.Anchors, what.Role, what.filter, page);
            var actual = await Store.StatementsOf(what.Anchors, what.Role, what.filter, page, StatementParts.Body, Cancellation);
            Assert.Equal(expected.Count, actual.Count);
            foreach (var (e, a) in expected.Zip(actual))
                Same(e, a, CanonicalJson.Of, r => r.Body);
        });

    [Fact]
    public Task Mentions() => Ask(
        graph => Gen.Select(Gen.OneOf([.. AnyEntity.Keys, .. AnyEntity.Passages.Select(p => p.Id.ToString()), "unknown"]).Array[0, 4], Gen.Enum<MentionAnchor>(),
            AnyFilter.Page(SortBy.Position, [.. graph.Mentions.Select(SortKeys.Mention)]), (anchors, by, page) => ((anchors, by), page)),
        async (reference, what, page) =>
        {
            var actual = await Store.Mentions(what.anchors, what.by, page, Cancellation);
            foreach (var (e, a) in reference.Mentions(what.anchors, what.by, page).Zip(actual))
                Same(e, a, m => m.ToString(), m => m.ToString());
        });

    [Fact]
    public Task Neighbours() => Ask(
        graph => Gen.Select(Gen.OneOf([.. AnyEntity.Keys, "unknown"]).Array[0, 4], Gen.Enum<Direction>(), Set([.. Ontology.RelationshipTypes.Select(t => t.Name), "UNKNOWN"]),
            Set([.. AnyEntity.ConcreteKinds, "Unknown"]), AnyFilter.Window.Nullable(), Gen.Int[1, 30],
            (keys, direction, types, kinds, window, limit) => (new NeighbourQuery(keys, direction, types, kinds, window, limit), 0)),
        async (reference, query, _) =>
        {
            IReadOnlyList<IReadOnlyList<string>> expected;
            try
            {
                expected = reference.Neighbours(query);
            }
            catch (LimitExceededException)
            {
                await Assert.ThrowsAsync<LimitExceededException>(async () => await Store.Neighbours(query, Cancellation));
                return;
            }
            Assert.Equal(expected, await Store.Neighbours(query, Cancellation));
        });

    [Fact]
    public Task Counts() => Ask(
        graph => Gen.Select(AnyFilter.EntityFilter, AnyFilter.StatementFilterOn(graph), Gen.Enum<EntityCount>(), Gen.Enum<StatementCount>(), (entities, statements, e, s) => ((entities, e), (statements, s))),
        async (reference, entities, statements) =>
        {
            Assert.Equal(reference.CountEntities(entities.entities, entities.e), await Store.CountEntities(entities.entities, entities.e, Cancellation));
            Assert.Equal(reference.CountStatements(statements.statements, statements.s), await Store.CountStatements(statements.statements, statements.s, Cancellation));
        });

    [Fact]
    public Task Counts_of_anchors() => Ask(
        graph => Gen.Select(AnyAnchors, AnyFilter.StatementFilterOn(graph), Gen.Enum<StatementCount>(), (anchors, filter, by) => ((anchors.Role, anchors.Anchors), (filter, by))),
        async (reference, of, what) => Assert.Equal(
            reference.CountStatementsOf(of.Anchors, of.Role, what.filter, what.by), await Store.CountStatementsOf(of.Anchors, of.Role, what.filter, what.by, Cancellation)));

    [Fact]
    public Task Names() => Ask(graph => Gen.Select(AnyNameQuery(graph), Gen.Const(0)), async (reference, query, _) =>
        Assert.Equal(reference.Names(query, SearchTerms.Of), await Store.Names(query, Cancellation)));

    private static Gen<(AnchorRole Role, string[] Anchors)> AnyAnchors => Gen.Enum<AnchorRole>().SelectMany(role => Gen.OneOf<string>(role switch
    {
        AnchorRole.Passage => [.. AnyEntity.Passages.Select(p => p.Id.ToString()), "p_unknown.1", "nonsense"],
        AnchorRole.Article => ["first-news", "second", "unknown"],
        _ => [.. AnyEntity.Keys, "unknown"],
    }).Array[0, 4].Select(anchors => (role, anchors)));

    private static Gen<IReadOnlySet<string>?> Set(params string[] values) =>
        Gen.OneOf(values).HashSet[0, Math.Min(3, values.Length)].Select(IReadOnlySet<string> (set) => set).Null();

    private static Gen<NameQuery> AnyNameQuery(ReferenceGraph graph)
    {
        var names = graph.Entities.SelectMany(e => e.Names.Select(n => (Folded: Folding.Fold(n.Text), n.Text, e.Key))).Append((Folded: "x", Text: "x", Key: "x")).ToArray();
        var kinds = Set([.. AnyEntity.ConcreteKinds, "Unknown"]);
        return Gen.OneOf(
            Gen.Select(Gen.OneOf(names).Array[0, 3], kinds, NameQuery (some, k) => new NameQuery.Exact([.. some.Select(n => n.Folded).Distinct()], k)),
            Gen.Select(Gen.OneOf(names), Gen.Int[0, 2], Gen.OneOf(names), Gen.Bool, Gen.Int[1, 9], kinds, NameQuery (n, length, after, goOn, limit, k) =>
                new NameQuery.Prefix(string.Concat(n.Folded.EnumerateRunes().Take(length)), limit, goOn ? (after.Folded, after.Key) : null, k)),
            Gen.Select(Gen.OneOf(names).Array[1, 2], kinds, NameQuery (some, k) => new NameQuery.Terms([.. some.SelectMany(n => SearchTerms.OfQuery(n.Text)).DefaultIfEmpty("x").Distinct().Take(3)], 1000, k)));
    }

    private static void Same<TExpected, TActual>(Page<TExpected> expected, Page<TActual> actual, Func<TExpected, string> expectedText, Func<TActual, string> actualText)
    {
        Assert.Equal(expected.Rows.Select(r => (r.Key, expectedText(r.Value))), actual.Rows.Select(r => (r.Key, actualText(r.Value))));
        Assert.Equal((expected.Total, expected.HasPrevious, expected.HasNext), (actual.Total, actual.HasPrevious, actual.HasNext));
    }

    private Task Ask<T1, T2>(Func<ReferenceGraph, Gen<(T1, T2)>> questions, Func<ReferenceEvaluator, T1, T2, Task> check)
    {
        var cases = AnyGraph.Whole.SelectMany(graph => questions(graph).Array[Questions].Select(asked => (graph, asked)));
        return cases.SampleAsync(
            async c =>
            {
                await Replace(c.graph);
                var reference = new ReferenceEvaluator(c.graph);
                foreach (var (first, second) in c.asked)
                {
                    try
                    {
                        await check(reference, first, second);
                    }
                    catch (Exception failure) when (failure is not OperationCanceledException)
                    {
                        throw new Xunit.Sdk.XunitException($"{first} {second}: {failure.Message}", failure);
                    }
                }
            },
            iter: RandomGraphs, threads: 1, print: c => string.Join('\n', c.graph.Statements.Select(CanonicalJson.Of)));
    }
}
