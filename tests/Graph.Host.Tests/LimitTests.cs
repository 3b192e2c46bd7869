using System.Net;
using System.Text;

namespace Graph.HostTests;

public sealed class LimitTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    // As graphql-js 16 sends it.
    private const string Introspection = """
        query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType }
          directives { name description isRepeatable locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    private static string Nested(int levels, string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));

    public static TheoryData<string, string> Hostile => new()
    {
        { "Bytes", "{ articles{ id } } #" + new string('x', 100_000) },
        { "Tokens", "{ " + string.Join(' ', Enumerable.Repeat("a", 10_001)) + " }" },
        { "Nesting", Nested(3_000, "{ a", "", "}") },
        { "Nesting", "{ entities(where:" + Nested(1_000, "{NOT:", "{}", "}") + "){ totalCount } }" },
        { "Depth", "{ ship(key:\"egret\")" + Nested(7, "{ owners{ nodes{ owns{ nodes", "{ key }", " } } } }") + " }" },
        { "Fields", "{ person(key:\"anna\"){ " + string.Join(' ', Enumerable.Repeat("key", 3_000)) + " } }" },
        { "Fields", "{ ...f0 } " + string.Concat(Enumerable.Range(0, 30).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} ")) + "fragment f30 on Query { articles{ id } }" },
        { "Aliases", "{ " + string.Join(' ', Enumerable.Range(0, 101).Select(i => $"a{i}:articles{{ id }}")) + " }" },
        { "Definitions", string.Concat(Enumerable.Range(0, 501).Select(i => $"query a{i}{{ articles{{ id }} }} ")) },
        { "Definitions", "query(" + string.Concat(Enumerable.Range(0, 500).Select(i => $"$v{i}:Int ")) + "){ articles{ id } }" },
        { "Directives", "{ articles{ id " + string.Concat(Enumerable.Repeat("@include(if:true) ", 101)) + "} }" },
        { "Cost", "{ entities(first:200){ nodes{ relationships(first:200){ nodes{ id source{ key } } } } } }" },
        { "Cost", "{ __schema{ types{ fields{ type{ fields{ type{ fields{ name type{ name } } } } } } } } }" },
        { "Cost", "{ " + string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i}:search(text:\"x{i}\"){{ score }} ")) + "}" },
        { "Cost", "{ " + string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i}:paths(from:\"anna\", to:\"bob\"){{ length }} ")) + "}" },
        { "Conditions", "{ entities(where:{key:{in:[" + string.Join(',', Enumerable.Repeat("\"a\"", 201)) + "]}}){ totalCount } }" },
        { "Conditions on connections", "{ entities(where:{OR:[" + string.Concat(Enumerable.Repeat("{owns:{some:{}, none:{}}} ", 10)) + "{relationships:{some:{}}}]}){ totalCount } }" },
        { "Depth of the filter", "{ entities(where:" + Nested(9, "{NOT:", "{}", "}") + "){ totalCount } }" },
        { "Length", "{ search(text:\"" + new string('x', 501) + "\"){ score } }" },
        { "Length", "{ entity(name:\"" + new string('x', 501) + "\"){ key } }" },
        { "Length", "{ entities(where:{name:{contains:\"" + new string('x', 501) + "\"}}){ totalCount } }" },
        { "'ids'", "{ nodes(ids:[" + string.Join(',', Enumerable.Repeat("\"a\"", 201)) + "]){ id } }" },
        { "'first'", "{ search(text:\"x\", first:201){ score } }" },
        { "'maxHops'", "{ paths(from:\"anna\", to:\"bob\", maxHops:7){ length } }" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_request_is_told_its_limit_and_the_next_one_works(string what, string query)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answer = await Server.Ask(query);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal("LIMIT_EXCEEDED", error["extensions"]!["code"]!.ToString());
        Assert.StartsWith(what, error["message"]!.ToString(), StringComparison.Ordinal);
        Assert.True(error["extensions"]!["actual"]!.GetValue<long>() > error["extensions"]!["limit"]!.GetValue<long>());
        await Server.Gives("""{ person(key:"anna"){ key } }""", """{"person":{"key":"anna"}}""");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        using var response = await Server.Http.PostAsync("/graphql", new StringContent("{\"query\":\"" + new string(' ', 300_000) + "\"}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("LIMIT_EXCEEDED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cost_is_told_on_request_and_is_the_same_inline_and_by_variable()
    {
        const string Inner = "{ nodes{ key relationships(first:10){ edges{ node{ id } } totalCount } } }";
        var inline = await Server.Ask($"{{ entities(first:50, where:{{kind:{{eq:SHIP}}}}){Inner} }}", null, ("GraphQL-Cost", "report"));
        var variable = await Server.Ask($"query($n:Int, $w:EntityFilter){{ entities(first:$n, where:$w){Inner} }}", new { n = 50, w = new { kind = new { eq = "SHIP" } } }, ("GraphQL-Cost", "report"));
        // 1 page, 50 times: the node, its key, a page, 10 edges with node and id, a total.
        Assert.Equal(1 + (50 * (1 + 1 + 1 + (10 * 3) + 1)), inline["extensions"]!["cost"]!["actual"]!.GetValue<int>());
        Assert.Equal(inline["extensions"]!.ToJsonString(), variable["extensions"]!.ToJsonString());
        Assert.Null((await Server.Ask("{ articles{ id } }"))["extensions"]);
    }

    [Fact]
    public async Task The_standard_introspection_passes_with_room_to_spare()
    {
        var answer = await Server.Ask(Introspection, null, ("GraphQL-Cost", "report"));
        Assert.True(answer["errors"] is null, answer["errors"]?.ToJsonString());
        Assert.InRange(answer["extensions"]!["cost"]!["actual"]!.GetValue<int>(), 1, 25_000);
    }

    [Fact]
    public async Task Limits_that_contradict_themselves_are_all_told_at_start()
    {
        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TestServer.Start(Seeds.Harbour, o => (o.MaxDepth, o.MaxTokens, o.DefaultPageSize) = (0, 1, 201)));
        Assert.Equal(3, failure.Failures.Count());
    }
}
