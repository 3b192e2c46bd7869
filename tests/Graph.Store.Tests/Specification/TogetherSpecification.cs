using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Entities with statements, the entities at their other ends, and so on: what is read together is what operations one after the other give.</summary>
public abstract class TogetherSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    private static readonly EntityParts[] Parts = [EntityParts.Scalars, EntityParts.Names, EntityParts.Degree | EntityParts.Body, EntityParts.Degree | EntityParts.Names];

    [Fact]
    public async Task Two_levels_with_names()
    {
        var second = Out(null);
        var first = Out(new EntityQuery(EntityParts.Names, second));
        var query = new EntityQuery(EntityParts.Names, first);
        var rows = await Store.Entities(["xiaomi", "nobody", "huawei"], query, Cancellation);
        Assert.Equal(["xiaomi", null, "huawei"], rows.Select(r => r?.Key));
        var competitor = rows[0]!.PageOf(first)!.Values.First(r => r.Id.Type == "COMPETES_WITH" && r.OtherThan("xiaomi") == "huawei");
        Assert.Equal(Graph.Entities.First(e => e.Key == "huawei").Name("en", Store.Ontology), competitor.Other!.Name("en", Store.Ontology));
        Assert.Equal(rows[2]!.PageOf(first)!.Values.Select(r => r.Id), competitor.Other.PageOf(second)!.Values.Select(r => r.Id));
        Assert.Null(rows[0]!.PageOf(second));

        static StatementsQuery Out(EntityQuery? other) =>
            new(AnchorRole.Out, StatementFilter.Affirmed, PageRequest.First(20), StatementParts.Scalars, other);
    }

    [Fact]
    public async Task Any_depth_and_order()
    {
        SortBy[] orders = [SortBy.Id, SortBy.Period, SortBy.Position];
        var page = Gen.Select(Gen.OneOf(orders), Gen.Bool, Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Bool, (by, descending, limit, fromEnd, total, edges) =>
            new PageRequest(by, descending, limit, FromEnd: fromEnd, WithTotal: total, WithEdges: edges));
        var filter = Gen.OneOf<StatementFilter>(StatementFilter.Everything, StatementFilter.Affirmed,
            new StatementFilter.OfType(new HashSet<string> { "COMPETES_WITH", "DEVELOPS" }), new StatementFilter.About(new HashSet<string> { "xiaomi" }));
        Gen<StatementsQuery> Statements(int depth) => Gen.Select(Gen.Enum<AnchorRole>(), filter, page, Gen.Enum<StatementParts>(), Entity(depth - 1), Gen.Bool, (role, f, p, parts, other, with) =>
            new StatementsQuery(role is AnchorRole.Passage or AnchorRole.Article ? AnchorRole.AnyEnd : role, f, p, parts, with && role is AnchorRole.Out or AnchorRole.In or AnchorRole.AnyEnd ? other : null));
        Gen<EntityQuery> Entity(int depth) => depth == 0 ? Gen.OneOf(Parts).Select(p => new EntityQuery(p))
            : Gen.Select(Gen.OneOf(Parts), Statements(depth).Array[0, 2], (p, statements) => new EntityQuery(p, statements));
        await Gen.Select(Entity(3), Gen.OneOf("xiaomi", "huawei", "apple", "jobs", "nobody").Array[0, 3]).SampleAsync(
            async (query, keys) => Assert.Equal(await Expected(keys, query), (await Store.Entities(keys, query, Cancellation)).Select(r => Told(r, query))),
            iter: 25, threads: 1);
    }

    [Fact]
    public void What_is_no_end_has_no_other_end() => Assert.Throws<ArgumentException>(() =>
        new StatementsQuery(AnchorRole.Observed, StatementFilter.Everything, PageRequest.First(1), StatementParts.Scalars, new EntityQuery(EntityParts.Scalars)));

    // By the operations that read one thing.
    private async Task<IReadOnlyList<string>> Expected(IReadOnlyList<string> keys, EntityQuery query)
    {
        var result = new List<string>();
        foreach (var row in await Store.Entities(keys, query.Parts, Cancellation))
        {
            var pages = new List<string>();
            foreach (var of in row is null ? [] : query.Statements)
            {
                var page = (await Store.StatementsOf([row!.Key], of.Role, of.Filter, of.Page, of.Parts, Cancellation))[0];
                var others = of.Other is null ? [.. page.Rows.Select(_ => "")] : await Expected([.. page.Values.Select(r => r.OtherThan(row.Key))], of.Other);
                pages.Add(Told(page, others));
            }
            result.Add(Told(row, query.Parts, pages));
        }
        return result;
    }

    private string Told(EntityRow? row, EntityQuery query) => Told(row, query.Parts, [.. row is null ? [] : query.Statements.Select(of => row.PageOf(of)!).Zip(query.Statements, (page, of) =>
        Told(page, [.. page.Values.Select(r => of.Other is null ? "" : Told(r.Other, of.Other))]))]);

    private string Told(EntityRow? row, EntityParts parts, IReadOnlyList<string> pages) => row is null ? "nothing"
        : $"{row.Key} {row.Kind} {(parts.HasFlag(EntityParts.Degree) ? row.Degree : "")} {(parts.HasFlag(EntityParts.Body) ? row.Body : "")} "
            + (parts.HasFlag(EntityParts.Names) ? row.Name("en", Store.Ontology) : "") + string.Concat(pages.Select(p => $"[{p}]"));

    private static string Told(Page<StatementRow> page, IReadOnlyList<string> others) =>
        $"{page.Total} {page.HasPrevious} {page.HasNext} " + string.Join(", ", page.Rows.Zip(others, (r, other) => $"{r.Key} {r.Value.Id} {r.Value.Subject} {r.Value.Target} {r.Value.Status} {r.Value.Polarity} ({other})"));
}
