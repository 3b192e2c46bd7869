using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class PagingTests
{
    private static readonly Gen<string> Key = Gen.Select(Gen.OneOf("1", "2"), Gen.Int[0, 9], (c, n) => $"{c}{n}\u0001x");

    private static readonly Gen<PageRequest> Request = Gen.Select(Gen.Enum<SortBy>(), Gen.Bool, Gen.Int[0, 12], Key.Null(), Key.Null(), Gen.Bool,
        (by, descending, limit, after, before, fromEnd) => new PageRequest(by, descending, limit, after, before, fromEnd, true, true));

    [Fact]
    public void Reading_the_ranges_of_a_request_gives_the_reference_page() =>
        Gen.Select(Key.HashSet[0, 15], Request).Sample((keys, request) =>
        {
            var expected = ReferenceEvaluator.Page(keys.Select(k => new Row<string>(k, k)), request);
            Assert.Equal(expected.Values, Read(keys, request));
        }, iter: 20_000);

    [Fact]
    public void A_descending_page_by_id_is_cut_at_both_cursors()
    {
        string[] keys = ["r_A", "r_B", "r_C", "r_D"];
        Assert.Equal(["r_C", "r_B"], Read(keys, new PageRequest(SortBy.Id, true, 10, After: "r_D", Before: "r_A")));
    }

    [Fact]
    public void Pages_followed_forwards_give_every_row_once() =>
        Gen.Select(Key.HashSet[0, 15], Gen.Enum<SortBy>(), Gen.Bool, Gen.Int[1, 4]).Sample((keys, by, descending, limit) =>
        {
            var rows = keys.Select(k => new Row<string>(k, k)).ToArray();
            var seen = new List<string>();
            Page<string> page;
            do
            {
                page = ReferenceEvaluator.Page(rows, new PageRequest(by, descending, limit, seen.LastOrDefault(), WithEdges: true));
                Assert.Equal(seen.Count > 0, page.HasPrevious);
                seen.AddRange(page.Values);
            }
            while (page.HasNext);
            Assert.Equal(ReferenceEvaluator.Page(rows, new PageRequest(by, descending, 99)).Values, seen);
            Assert.Equal(keys.Count, seen.Count);
        });

    [Fact]
    public void Pages_followed_backwards_give_every_row_once() =>
        Gen.Select(Key.HashSet[0, 15], Gen.Enum<SortBy>(), Gen.Bool, Gen.Int[1, 4]).Sample((keys, by, descending, limit) =>
        {
            var rows = keys.Select(k => new Row<string>(k, k)).ToArray();
            var seen = new List<string>();
            Page<string> page;
            do
            {
                page = ReferenceEvaluator.Page(rows, new PageRequest(by, descending, limit, Before: seen.FirstOrDefault(), FromEnd: true, WithEdges: true));
                Assert.Equal(seen.Count > 0, page.HasNext);
                seen.InsertRange(0, page.Values);
            }
            while (page.HasPrevious);
            Assert.Equal(ReferenceEvaluator.Page(rows, new PageRequest(by, descending, 99)).Values, seen);
        });

    [Theory]
    [InlineData(false, "11 12 21 22")]
    [InlineData(true, "12 11 22 21")]
    public void Rows_without_a_value_come_last_both_ways(bool descending, string expected)
    {
        string[] keys = ["21", "11", "22", "12"];
        Assert.Equal(expected.Split(' '), ReferenceEvaluator.Page(keys.Select(k => new Row<string>(k, k)), new PageRequest(SortBy.Period, descending, 9)).Values);
    }

    [Fact]
    public void A_limit_of_nothing_still_counts_and_has_edges()
    {
        var page = ReferenceEvaluator.Page([new Row<string>("a", "a"), new("b", "b")], new PageRequest(SortBy.Id, false, 0, After: "a", WithTotal: true, WithEdges: true));
        Assert.Empty(page.Rows);
        Assert.Equal((2L, true, true), (page.Total, page.HasPrevious, page.HasNext));
    }

    [Fact]
    public void The_largest_limit_is_no_trouble_behind_a_cursor() =>
        Assert.Equal(["b"], ReferenceEvaluator.Page([new Row<string>("a", "a"), new("b", "b")], new PageRequest(SortBy.Id, false, int.MaxValue, After: "a")).Values);

    private static List<string> Read(IEnumerable<string> keys, PageRequest request)
    {
        var found = new List<string>();
        foreach (var range in request.Ranges())
        {
            var inside = keys.Where(k => (range.Above is null || Utf8Order.Instance.Compare(k, range.Above) > 0) && (range.Below is null || Utf8Order.Instance.Compare(k, range.Below) < 0));
            found.AddRange(range.Descending ? inside.OrderDescending(Utf8Order.Instance) : inside.Order(Utf8Order.Instance));
        }
        var page = found.Take(request.Limit).ToList();
        if (request.FromEnd)
            page.Reverse();
        return page;
    }
}
