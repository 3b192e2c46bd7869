using System.Text.Json.Nodes;

namespace Graph.HostTests;

public sealed class PagingTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Theory]
    [InlineData("entities", "orderBy:{field:KEY}")]
    [InlineData("entities", "orderBy:{field:NAME, order:DESC}")]
    [InlineData("entities", "orderBy:{field:DEGREE, order:DESC}")]
    [InlineData("relationships", "orderBy:{field:VALID_FROM}")]
    [InlineData("relationships", "orderBy:{field:VALID_FROM, order:DESC}")]
    [InlineData("observations", "orderBy:{field:PERIOD, order:DESC}")]
    [InlineData("observations", "where:{metric:{eq:CARGO}}, orderBy:{field:AMOUNT, order:DESC}")]
    [InlineData("statements", "orderBy:{field:POSITION}")]
    public async Task Pages_forward_and_backward_join_to_the_whole(string field, string arguments)
    {
        var whole = Ids((await Server.Data($"{{ {field}({arguments}, first:200){{ edges{{ node{{ id }} }} }} }}"))[field]!);
        List<string> forward = [], backward = [];
        string after = "", before = "";
        for (var more = true; more;)
        {
            var page = await Page(field, $"{arguments}, first:2{after}");
            Assert.Equal(forward.Count > 0, page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
            Assert.Equal(whole.Count, page["totalCount"]!.GetValue<int>());
            forward.AddRange(Ids(page));
            more = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>();
            after = $", after:\"{page["pageInfo"]!["endCursor"]}\"";
        }
        for (var more = true; more;)
        {
            var page = await Page(field, $"{arguments}, last:2{before}");
            Assert.Equal(backward.Count > 0, page["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
            backward.InsertRange(0, Ids(page));
            more = page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>();
            before = $", before:\"{page["pageInfo"]!["startCursor"]}\"";
        }
        Assert.Equal(whole, forward);
        Assert.Equal(whole, backward);
    }

    [Fact]
    public Task Orders_follow_their_values_and_put_what_has_none_last() => Server.Gives(
        """
        { amounts:observations(where:{metric:{eq:CARGO}}, orderBy:{field:AMOUNT, order:DESC}){ nodes{ quantity{ amount } } }
          from:relationships(where:{type:{in:[OWNS,MOORED_AT]}}, orderBy:{field:VALID_FROM, order:DESC}){ nodes{ validFrom } }
          names:people(orderBy:{field:NAME, order:DESC}){ nodes{ name } } }
        """,
        """
        {"amounts":{"nodes":[{"quantity":{"amount":1900}},{"quantity":{"amount":1500}},{"quantity":{"amount":1000}},{"quantity":{"amount":900}}]},
         "from":{"nodes":[{"validFrom":"1889"},{"validFrom":"1885"},{"validFrom":null}]},"names":{"nodes":[{"name":"鲍勃"},{"name":"安娜"}]}}
        """);

    [Fact]
    public async Task Child_lists_page_for_each_parent_with_the_same_cursors()
    {
        var first = (await Server.Data("{ guilds{ nodes{ key observations(first:1){ pageInfo{ hasNextPage endCursor } totalCount } } } }"))["guilds"]!["nodes"]!.AsArray();
        var salt = first.Single(g => g!["key"]!.ToString() == "salt")!["observations"]!;
        Assert.True(salt["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        Assert.Equal(5, salt["totalCount"]!.GetValue<int>());
        var rest = await Server.Data("query($after:String){ guild(key:\"salt\"){ observations(after:$after){ nodes{ id } pageInfo{ hasPreviousPage } } } }", new { after = salt["pageInfo"]!["endCursor"]!.ToString() });
        Assert.Equal(4, rest["guild"]!["observations"]!["nodes"]!.AsArray().Count);
        Assert.True(rest["guild"]!["observations"]!["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
    }

    [Fact]
    public Task A_page_of_none_tells_how_many_there_are() => Server.Gives("{ entities(first:0){ totalCount nodes{ key } } }", """{"entities":{"totalCount":7,"nodes":[]}}""");

    [Theory]
    [InlineData("entities(first:1, last:1){ totalCount }", "BAD_INPUT")]
    [InlineData("entities(first:-1){ totalCount }", "BAD_INPUT")]
    [InlineData("entities(last:-1){ totalCount }", "BAD_INPUT")]
    [InlineData("entities(first:201){ totalCount }", "LIMIT_EXCEEDED")]
    [InlineData("entities(last:201){ totalCount }", "LIMIT_EXCEEDED")]
    [InlineData("entities(after:\"\"){ totalCount }", "BAD_CURSOR")]
    [InlineData("entities(after:\"%%%\"){ totalCount }", "BAD_CURSOR")]
    [InlineData("entities(before:\"AAAAAAAAAAAAAAAAAAAA\"){ totalCount }", "BAD_CURSOR")]
    [InlineData("observations(orderBy:{field:AMOUNT}){ totalCount }", "BAD_INPUT")]
    [InlineData("observations(where:{NOT:{metric:{eq:CARGO}}}, orderBy:{field:AMOUNT}){ totalCount }", "BAD_INPUT")]
    public async Task What_no_page_can_be_is_that_fields_error_alone(string field, string code)
    {
        var answer = await Server.Ask($"{{ wrong:{field} right:person(key:\"anna\"){{ key }} }}");
        Assert.Equal(code, Assert.Single(answer["errors"]!.AsArray())!["extensions"]!["code"]!.ToString());
        Assert.Null(answer["data"]!["wrong"]);
        Assert.Equal("anna", answer["data"]!["right"]!["key"]!.ToString());
    }

    [Theory]
    [InlineData("entities", "orderBy:{field:NAME}")] // another order
    [InlineData("entities", "where:{name:{startsWith:\"a\"}}")] // another filter
    [InlineData("people", "first:2")] // another field
    [InlineData("relationships", "first:2")]
    public async Task A_cursor_belongs_to_its_field_filter_and_order(string field, string arguments)
    {
        var cursor = (await Page("entities", "first:1"))["pageInfo"]!["endCursor"]!.ToString();
        var failure = await Server.Fails($"{{ {field}({arguments}, after:\"{cursor}\"){{ totalCount }} }}", "BAD_CURSOR");
        Assert.Equal("after", failure["argument"]!.ToString());
    }

    [Fact]
    public async Task A_cursor_serves_the_same_filter_sent_another_way()
    {
        var cursor = (await Page("entities", "where:{kind:{eq:PARTY}, degree:{gte:0}}, first:1"))["pageInfo"]!["endCursor"]!.ToString();
        var data = await Server.Data("query($w:EntityFilter, $a:String){ entities(where:$w, after:$a){ nodes{ key } } }",
            new { w = new { degree = new { gte = 0 }, name = (object?)null, kind = new { eq = "PARTY" } }, a = cursor });
        Assert.Equal(4, data["entities"]!["nodes"]!.AsArray().Count);
    }

    private async Task<JsonNode> Page(string field, string arguments) =>
        (await Server.Data($"{{ {field}({arguments}){{ totalCount edges{{ cursor node{{ id }} }} pageInfo{{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"))[field]!;

    private static List<string> Ids(JsonNode page) => [.. page["edges"]!.AsArray().Select(e => e!["node"]!["id"]!.ToString())];
}
