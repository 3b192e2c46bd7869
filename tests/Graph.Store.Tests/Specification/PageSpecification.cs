using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Pages: every order, both directions, from both ends.</summary>
public abstract class PageSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    private static readonly ReferenceEvaluator _reference =
        new(new ReferenceGraph(TestOntology.Instance, Graph.Entities, Graph.Statements, Graph.Articles, Graph.Passages, Graph.Mentions));

    [Theory]
    [MemberData(nameof(PageOrders.OfEntities), MemberType = typeof(PageOrders))]
    public async Task Entities_walked_forwards_and_backwards_are_all_of_them_in_order(SortBy by, bool descending, int size)
    {
        var all = _reference.EntityPage(EntityFilter.Everything, new PageRequest(by, descending, 1000)).Rows.Select(r => (r.Key, r.Value.Key)).ToArray();
        await Walk(all, by, descending, size, async page =>
        {
            var got = await Store.EntityPage(EntityFilter.Everything, page, EntityParts.Scalars, Cancellation);
            return new Page<string>([.. got.Rows.Select(r => new Row<string>(r.Value.Key, r.Key))], got.Total, got.HasPrevious, got.HasNext);
        });
    }

    [Theory]
    [MemberData(nameof(PageOrders.OfStatements), MemberType = typeof(PageOrders))]
    public async Task Statements_walked_forwards_and_backwards_are_all_of_them_in_order(SortBy by, bool descending, int size)
    {
        var filter = by == SortBy.Amount ? new StatementFilter.OfType(new HashSet<string> { "REVENUE" }) : StatementFilter.Everything;
        var all = _reference.StatementPage(filter, new PageRequest(by, descending, 1000)).Rows.Select(r => (r.Key, r.Value.Id.ToString())).ToArray();
        Assert.True(all.Length > 4);
        await Walk(all, by, descending, size, async page =>
        {
            var got = await Store.StatementPage(filter, page, StatementParts.Scalars, Cancellation);
            return new Page<string>([.. got.Rows.Select(r => new Row<string>(r.Value.Id.ToString(), r.Key))], got.Total, got.HasPrevious, got.HasNext);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_without_a_value_come_last_in_both_directions(bool descending)
    {
        var page = await Store.StatementPage(StatementFilter.Everything, new PageRequest(SortBy.Period, descending, 1000), StatementParts.Body, Cancellation);
        var dated = page.Values.Select(r => r.Statement.When is { IsDated: true }).ToArray();
        Assert.Equal(dated.OrderByDescending(d => d), dated);
        Assert.Contains(false, dated);
        Assert.Contains(true, dated);
    }

    [Fact]
    public async Task Amounts_are_in_the_order_of_numbers()
    {
        var filter = new StatementFilter.OfType(new HashSet<string> { "REVENUE" });
        var page = await Store.StatementPage(filter, new PageRequest(SortBy.Amount, false, 1000), StatementParts.Body, Cancellation);
        Assert.Equal([-1.5m, 0, 0.25m, 9, 271_000_000_000, 280_000_000_000], page.Values.Select(r => ((QuantityValue)((Observation)r.Statement).Value).Quantity.Amount));
    }

    [Fact]
    public async Task A_limit_of_none_gives_the_total_alone()
    {
        var page = await Store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Id, false, 0, WithTotal: true), EntityParts.Body, Cancellation);
        Assert.Equal((0, (long?)Graph.Entities.Count), (page.Rows.Count, page.Total));
    }

    [Fact]
    public async Task Totals_and_edges_come_only_when_asked_for()
    {
        var page = await Store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Id, false, 2, After: "b"), EntityParts.Scalars, Cancellation);
        Assert.Equal((2, (long?)null, false, false), (page.Rows.Count, page.Total, page.HasPrevious, page.HasNext));
    }

    [Fact]
    public async Task A_cursor_need_not_be_a_row_that_is_still_there()
    {
        var page = await Store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Id, false, 1, After: "hu", Before: "hx", WithEdges: true), EntityParts.Scalars, Cancellation);
        Assert.Equal("huawei", Assert.Single(page.Values).Key);
        Assert.True(page.HasPrevious && page.HasNext);
    }

    [Fact]
    public async Task Orders_of_other_things_are_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.EntityPage(EntityFilter.Everything, PageRequest.First(1, SortBy.Period), EntityParts.Scalars, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.StatementPage(StatementFilter.Everything, PageRequest.First(1, SortBy.Name), StatementParts.Scalars, Cancellation));
    }

    private static async Task Walk((string Key, string Id)[] all, SortBy by, bool descending, int size, Func<PageRequest, Task<Page<string>>> read)
    {
        var (forwards, backwards) = (new List<(string, string)>(), new List<(string, string)>());
        for (var page = new PageRequest(by, descending, size, WithTotal: true, WithEdges: true); ;)
        {
            var got = await read(page);
            Assert.Equal(all.Length, got.Total);
            Assert.Equal(forwards.Count > 0, got.HasPrevious);
            forwards.AddRange(got.Rows.Select(r => (r.Key, r.Value)));
            Assert.Equal(forwards.Count < all.Length, got.HasNext);
            if (!got.HasNext)
                break;
            page = page with { After = got.Rows[^1].Key };
        }
        Assert.Equal(all, forwards);
        for (var page = new PageRequest(by, descending, size, FromEnd: true, WithEdges: true); ;)
        {
            var got = await read(page);
            Assert.Equal(backwards.Count > 0, got.HasNext);
            backwards.InsertRange(0, got.Rows.Select(r => (r.Key, r.Value)));
            Assert.Equal(backwards.Count < all.Length, got.HasPrevious);
            if (!got.HasPrevious)
                break;
            page = page with { Before = got.Rows[0].Key };
        }
        Assert.Equal(all, backwards);
    }
}

/// <summary>Orders, directions and page sizes to walk in.</summary>
public static class PageOrders
{
    public static TheoryData<SortBy, bool, int> OfEntities => Orders(SortBy.Id, SortBy.Name, SortBy.Degree);

    public static TheoryData<SortBy, bool, int> OfStatements => Orders(SortBy.Id, SortBy.Period, SortBy.Position, SortBy.Amount);

    private static TheoryData<SortBy, bool, int> Orders(params SortBy[] orders)
    {
        var data = new TheoryData<SortBy, bool, int>();
        foreach (var by in orders)
        {
            foreach (var size in new[] { 1, 3, 1000 })
            {
                data.Add(by, false, size);
                data.Add(by, true, size);
            }
        }
        return data;
    }
}
