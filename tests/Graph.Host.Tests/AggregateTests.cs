namespace Graph.HostTests;

public sealed class AggregateTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Fact]
    public Task Whole_connections_are_counted_whatever_the_page() => Server.Gives(
        """
        { entities(first:1){ nodes{ key } aggregates{ kinds{ kind count } } } parties(where:{degree:{gte:2}}){ aggregates{ kinds{ kind count } } }
          relationships{ aggregates{ types{ type count } polarities{ polarity count } } }
          statements(where:{status:{eq:REPORTED}}){ aggregates{ types{ type count } metrics{ metric count } speakers{ speaker{ name(lang:EN) } count } } }
          observations{ aggregates{ metrics{ metric count } statuses{ status count } } } }
        """,
        """
        {"entities":{"nodes":[{"key":"anna"}],"aggregates":{"kinds":[{"kind":"GUILD","count":3},{"kind":"PERSON","count":2},{"kind":"OPEN_PORT","count":1},{"kind":"SHIP","count":1}]}},
         "parties":{"aggregates":{"kinds":[{"kind":"PERSON","count":2},{"kind":"GUILD","count":1}]}},
         "relationships":{"aggregates":{"types":[{"type":"HEADED_BY","count":2},{"type":"OWNS","count":2},{"type":"RIVAL_OF","count":2},{"type":"MOORED_AT","count":1}],"polarities":[{"polarity":"AFFIRMED","count":6},{"polarity":"NEGATED","count":1}]}},
         "statements":{"aggregates":{"types":[{"type":"HEADED_BY","count":1}],"metrics":[{"metric":"MOTTO","count":1}],"speakers":[{"speaker":{"name":"Anna"},"count":1}]}},
         "observations":{"aggregates":{"metrics":[{"metric":"CARGO","count":4},{"metric":"FOUNDED","count":1},{"metric":"MOTTO","count":1}],"statuses":[{"status":"STATED","count":4},{"status":"DERIVED","count":1},{"status":"REPORTED","count":1}]}}}
        """);

    [Fact]
    public Task Child_lists_are_counted_parent_by_parent() => Server.Gives(
        """
        { guilds{ nodes{ key relationships(direction:OUT){ aggregates{ types{ type count } } } rivals{ aggregates{ statuses{ status count } } }
            observations{ aggregates{ metrics{ metric count } least(metric:CARGO){ quantity{ amount } } greatest(metric:CARGO){ quantity{ amount } } } } } } }
        """,
        """
        {"guilds":{"nodes":[
          {"key":"cloth","relationships":{"aggregates":{"types":[{"type":"RIVAL_OF","count":2}]}},"rivals":{"aggregates":{"statuses":[{"status":"STATED","count":1}]}},"observations":{"aggregates":{"metrics":[],"least":null,"greatest":null}}},
          {"key":"salt","relationships":{"aggregates":{"types":[{"type":"HEADED_BY","count":2},{"type":"RIVAL_OF","count":1}]}},"rivals":{"aggregates":{"statuses":[{"status":"STATED","count":1}]}},"observations":{"aggregates":{"metrics":[{"metric":"CARGO","count":3},{"metric":"FOUNDED","count":1},{"metric":"MOTTO","count":1}],"least":{"quantity":{"amount":900}},"greatest":{"quantity":{"amount":1900}}}}},
          {"key":"tea","relationships":{"aggregates":{"types":[{"type":"RIVAL_OF","count":1}]}},"rivals":{"aggregates":{"statuses":[]}},"observations":{"aggregates":{"metrics":[],"least":null,"greatest":null}}}]}}
        """);

    [Fact]
    public async Task One_fragment_under_two_fields_counts_for_each_what_it_asks() => await Server.Gives(
        """
        { a:relationships(where:{type:{eq:OWNS}}){ ...c } b:relationships(where:{type:{eq:HEADED_BY}}){ ...c } anna:person(key:"anna"){ relationships{ ...d } } bob:person(key:"bob"){ relationships(where:{type:{eq:OWNS}}){ ...d } } }
        fragment c on RelationshipConnection { aggregates{ types{ type count } } } fragment d on EntityRelationshipConnection { aggregates{ types{ type count } } }
        """,
        """
        {"a":{"aggregates":{"types":[{"type":"OWNS","count":2}]}},"b":{"aggregates":{"types":[{"type":"HEADED_BY","count":2}]}},
         "anna":{"relationships":{"aggregates":{"types":[{"type":"HEADED_BY","count":1},{"type":"OWNS","count":1}]}}},"bob":{"relationships":{"aggregates":{"types":[{"type":"OWNS","count":1}]}}}}
        """);

    [Fact]
    public async Task Aggregates_alone_read_no_page_and_one_count_for_all_parents()
    {
        await using var server = await TestServer.Start(Seeds.Harbour);
        await server.Data("{ relationships{ aggregates{ types{ count } } } }");
        Assert.Equal(["CountStatements"], server.Calls.Operations);
        server.Calls.Operations.Clear();
        await server.Data("{ guilds{ nodes{ relationships{ aggregates{ types{ count } statuses{ count } } } observations{ aggregates{ greatest(metric:CARGO){ id } } } } } }");
        Assert.Equal(["CountStatementsOf", "CountStatementsOf", "EntityPage", "StatementsOf"], server.Calls.Operations.Order());
    }

    [Fact]
    public async Task What_has_no_amounts_has_no_greatest_and_says_so()
    {
        Assert.Equal("metric", (await Server.Fails("{ observations{ aggregates{ greatest(metric:FOUNDED){ id } } } }", "BAD_INPUT"))["argument"]!.ToString());
        await Server.Fails("{ observations{ aggregates{ speakers(first:201){ count } } } }", "LIMIT_EXCEEDED");
    }
}
