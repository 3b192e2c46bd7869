using CsCheck;
using Graph.Core;
using static Graph.SharedTests.AnyEntity;
using static Graph.SharedTests.AnyValue;

namespace Graph.SharedTests;

/// <summary>Random filters, and pages to ask for.</summary>
internal static class AnyFilter
{
    private static readonly string[] TypeNames = [.. TestOntology.Instance.RelationshipTypes.Select(t => t.Name), .. TestOntology.Instance.Metrics.Select(m => m.Name), "UNKNOWN"];

    private static readonly Gen<IReadOnlySet<string>> KeySet = SetOf([.. Keys, "unknown"]);

    /// <summary>A window of days, open at either end or at both.</summary>
    public static Gen<DayWindow> Window { get; } = Gen.Select(Date.Nullable(), Date.Nullable(), DayWindow.Between);

    /// <summary>Filters of entities with all cases, nested a few levels. Unknown keys and kinds are among them.</summary>
    public static Gen<EntityFilter> EntityFilter { get; } = EntityFilters(3);

    /// <summary>Filters of statements with all cases but <see cref="Core.StatementFilter.WithId"/>, for which see <see cref="StatementFilterOn"/>.</summary>
    public static Gen<StatementFilter> StatementFilter { get; } = StatementFilters(3);

    /// <summary>As <see cref="StatementFilter"/>, with ids of the graph's statements.</summary>
    public static Gen<StatementFilter> StatementFilterOn(ReferenceGraph graph)
    {
        var ids = graph.Statements.Select(s => s.Id).Append(StatementId.Of(StatementForm.Relationship, "DEVELOPED", new byte[16])).ToArray();
        var withId = Gen.OneOf(ids).HashSet[1, ids.Length].Select(StatementFilter (set) => new StatementFilter.WithId(set));
        return Gen.Frequency((5, StatementFilter), (1, withId), (1, Gen.Select(withId, StatementFilter, StatementFilter (a, b) => new StatementFilter.And([a, b]))),
            (1, Gen.Select(withId, StatementFilter, StatementFilter (a, b) => new StatementFilter.Or([b, a]))));
    }

    /// <summary>A page of entities, its cursors those of rows of the graph.</summary>
    public static Gen<PageRequest> EntityPage(ReferenceGraph graph)
    {
        var reference = new ReferenceEvaluator(graph);
        return Gen.OneOf(SortBy.Id, SortBy.Name, SortBy.Degree).SelectMany(by => Page(by, [.. graph.Entities.Select(e => reference.SortKey(e, by))]));
    }

    /// <summary>A page of statements, its cursors those of rows of the graph. AMOUNT is among the orders only on demand: it needs a filter that fixes one metric.</summary>
    public static Gen<PageRequest> StatementPage(ReferenceGraph graph, bool byAmount = false)
    {
        var reference = new ReferenceEvaluator(graph);
        var orders = byAmount ? Gen.Const(SortBy.Amount) : Gen.OneOf(SortBy.Id, SortBy.Period, SortBy.Position);
        return orders.SelectMany(by => Page(by, [.. graph.Statements.Select(s => reference.SortKey(s, by))]));
    }

    /// <summary>A page of an order whose rows have these keys.</summary>
    public static Gen<PageRequest> Page(SortBy by, string[] keys)
    {
        var cursor = keys.Length == 0 ? Gen.Const((string?)null) : Gen.OneOf(keys).Null(0.6);
        return Gen.Select(Gen.Bool, Gen.Int[0, 12], cursor, cursor, Gen.Bool, Gen.Bool, Gen.Bool,
            (descending, limit, after, before, fromEnd, total, edges) => new PageRequest(by, descending, limit, after, before, fromEnd, total, edges));
    }

    public static Gen<TextMatch> TextMatch(Gen<string> values) => Gen.Select(Gen.Enum<TextOperator>(), values.Array[1, 3],
        (op, all) => new TextMatch(op, op == TextOperator.In ? all : [all[0]]));

    public static Gen<NumberMatch> NumberMatch(Gen<decimal> values) => Gen.Select(Gen.Enum<NumberOperator>(), values.Array[1, 3],
        (op, all) => new NumberMatch(op, op == NumberOperator.In ? all : [all[0]]));

    private static Gen<EntityFilter> EntityFilters(int depth)
    {
        var leaf = Gen.OneOf(
            SetOf([.. ConcreteKinds, "Unknown"]).Select(EntityFilter (kinds) => new EntityFilter.OfKind(kinds)),
            TextMatch(Gen.OneOf([.. Keys, "", "x", "unknown"])).Select(EntityFilter (m) => new EntityFilter.Key(m)),
            TextMatch(Words.Select(Folding.Fold)).Select(EntityFilter (m) => new EntityFilter.Name(m)),
            NumberMatch(Gen.Int[0, 4].Select(n => (decimal)n)).Select(EntityFilter (m) => new EntityFilter.Degree(m)));
        if (depth == 0)
            return leaf;
        var inner = EntityFilters(depth - 1);
        var statement = StatementFilters(depth - 1);
        return Gen.Frequency(
            (4, leaf),
            (1, inner.Array[0, 3].Select(EntityFilter (all) => new EntityFilter.And(all))),
            (1, inner.Array[0, 3].Select(EntityFilter (any) => new EntityFilter.Or(any))),
            (1, inner.Select(EntityFilter (f) => new EntityFilter.Not(f))),
            (2, Gen.Select(Gen.OneOf(AnchorRole.Out, AnchorRole.In, AnchorRole.AnyEnd), statement, inner.Null(), EntityFilter (role, s, other) => new EntityFilter.Some(role, s, other))),
            (1, Gen.Select(Gen.OneOf(AnchorRole.Observed, AnchorRole.About), statement, EntityFilter (role, s) => new EntityFilter.Some(role, s, null))));
    }

    private static Gen<StatementFilter> StatementFilters(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Enum<StatementForm>().Select(StatementFilter (form) => new StatementFilter.OfForm(form)),
            SetOf(TypeNames).Select(StatementFilter (names) => new StatementFilter.OfType(names)),
            Gen.Enum<Status>().HashSet[0, 3].Select(StatementFilter (any) => new StatementFilter.OfStatus(any)),
            Gen.Enum<Polarity>().Select(StatementFilter (p) => new StatementFilter.OfPolarity(p)),
            KeySet.Null().Select(StatementFilter (keys) => new StatementFilter.SaidBy(keys)),
            SetOf("first-news", "second", "unknown").Select(StatementFilter (keys) => new StatementFilter.InArticle(keys)),
            Gen.OneOf([.. Passages.Select(p => p.Id), new PassageId("unknown", 1)]).HashSet[0, 3].Select(StatementFilter (ids) => new StatementFilter.InPassage(ids)),
            KeySet.Select(StatementFilter (keys) => new StatementFilter.About(keys)),
            Gen.Select(KeySet.Null(), KeySet.Null(), StatementFilter (sources, targets) => new StatementFilter.Ends(sources, targets)),
            Window.Select(StatementFilter (w) => new StatementFilter.Within(w)),
            NumberMatch(Amount).Select(StatementFilter (m) => new StatementFilter.Amount(m)));
        if (depth == 0)
            return leaf;
        var inner = StatementFilters(depth - 1);
        return Gen.Frequency(
            (5, leaf),
            (1, inner.Array[0, 3].Select(StatementFilter (all) => new StatementFilter.And(all))),
            (1, inner.Array[0, 3].Select(StatementFilter (any) => new StatementFilter.Or(any))),
            (1, inner.Select(StatementFilter (f) => new StatementFilter.Not(f))));
    }

    private static Gen<IReadOnlySet<string>> SetOf(params string[] values) =>
        Gen.OneOf(values).HashSet[0, Math.Min(4, values.Length)].Select(IReadOnlySet<string> (set) => set);
}
