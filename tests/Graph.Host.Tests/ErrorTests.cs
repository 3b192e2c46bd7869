using System.Net.Http.Json;
using System.Text;

namespace Graph.HostTests;

public sealed class ErrorTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Fact]
    public async Task What_does_not_parse_says_where()
    {
        var answer = await Server.Ask("{ person(");
        Assert.Equal("PARSE_FAILED", answer["errors"]![0]!["extensions"]!["code"]!.ToString());
        Assert.Equal(1, answer["errors"]![0]!["locations"]![0]!["line"]!.GetValue<int>());
        Assert.Null(answer["data"]);
    }

    [Theory]
    [InlineData(900, "\n", 1)]
    [InlineData(900, " ", 1)]
    [InlineData(5_000, " ", 1)]
    [InlineData(500, ", #x\r\n", 2)]
    public async Task What_does_not_parse_says_where_on_lines_of_any_length(int words, string between, int fields)
    {
        var text = "{ " + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("abcdefghi ", fields)) + between, words));
        var location = (await Server.Ask(text + "%"))["errors"]![0]!["locations"]![0]!;
        var last = Math.Max(text.LastIndexOf('\n') + 1, 0);
        Assert.Equal((text.Count(c => c == '\n') + 1, text.Length - last + 1), (location["line"]!.GetValue<int>(), location["column"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{ entities(where:{kind:{eq:DRAGON}}){ totalCount } }")]
    [InlineData("{ relationships(where:{asOf:\"1890-13\"}){ totalCount } }")]
    [InlineData("query($a:String){ articles{ id } }")]
    [InlineData("{ person(key:\"anna\"){ ...a } } fragment a on Person { ...a }")]
    public Task What_the_schema_does_not_have_is_VALIDATION_FAILED(string query) => Server.Fails(query, "VALIDATION_FAILED");

    [Fact]
    public async Task A_document_that_is_not_valid_is_answered_alike_when_it_comes_again()
    {
        string[] documents =
        [
            "{ nothing }",
            "{ articles{ id } } fragment unused on Query { articles{ id } }",
            "{ " + string.Concat(Enumerable.Range(0, 100).Select(i => $"nothing{i} ")) + "}",
        ];
        foreach (var document in documents)
        {
            var first = await Server.Ask(document);
            Assert.Equal("VALIDATION_FAILED", first["errors"]![0]!["extensions"]!["code"]!.ToString());
            Assert.InRange(first["errors"]!.AsArray().Count, 1, 20);
            Assert.Equal(first.ToJsonString(), (await Server.Ask(document)).ToJsonString());
        }
    }

    [Fact]
    public async Task A_variable_of_the_wrong_type_is_BAD_INPUT()
    {
        await Server.Fails("query($d:PartialDate){ relationships(where:{asOf:$d}){ totalCount } }", "BAD_INPUT", new { d = "1890-13" });
        await Server.Fails("query($k:Kind){ entities(where:{kind:{eq:$k}}){ totalCount } }", "BAD_INPUT", new { k = "DRAGON" });
        await Server.Fails("query($k:String!){ person(key:$k){ key } }", "BAD_INPUT");
        await Server.Fails("query($n:Int){ entities(first:$n){ totalCount } }", "BAD_INPUT", new { n = 1.5 });
        await Server.Fails("query($n:Int){ entities(first:$n){ totalCount } }", "BAD_INPUT", new { n = 10_000_000_000 });
    }

    [Fact]
    public async Task An_operation_that_is_not_there_is_BAD_REQUEST()
    {
        await Server.Fails("query a{ articles{ id } } query b{ articles{ id } }", "BAD_REQUEST");
        await Server.Fails("fragment a on Person { key }", "BAD_REQUEST");
        using var response = await Server.Http.PostAsJsonAsync("/graphql", new { query = "query a{ articles{ id } }", operationName = "c" });
        Assert.Contains("BAD_REQUEST", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ambiguous_name_lists_its_candidates()
    {
        var failure = await Server.Fails("""{ entity(name:"老板"){ key } }""", "AMBIGUOUS_NAME");
        Assert.Equal(["anna", "bob"], failure["candidates"]!.AsArray().Select(c => c!.ToString()));
    }

    [Theory]
    [InlineData("{ entity{ key } }")]
    [InlineData("{ entity(id:\"anna\", key:\"anna\"){ key } }")]
    public Task An_entity_is_asked_for_by_exactly_one_argument(string query) => Server.Fails(query, "BAD_INPUT");

    [Fact]
    public async Task Unknown_entities_in_traversals_are_NOT_FOUND()
    {
        Assert.Equal("nobody", (await Server.Fails("""{ paths(from:"anna", to:"nobody"){ length } }""", "NOT_FOUND"))["id"]!.ToString());
        await Server.Fails("""{ neighborhood(of:["nobody"]){ truncated } }""", "NOT_FOUND");
        await Server.Fails("""{ common(of:["anna","nobody"]){ entity{ key } } }""", "NOT_FOUND");
    }

    [Fact]
    public async Task A_bad_id_among_several_spoils_its_own_entry()
    {
        var answer = await Server.Ask("""{ nodes(ids:["anna","\ud83d","nobody","a_first-article","p_first-article.1"]){ id } articles{ key } }""");
        Assert.Equal("""[{"id":"anna"},null,null,{"id":"a_first-article"},{"id":"p_first-article.1"}]""", answer["data"]!["nodes"]!.ToJsonString());
        Assert.Equal("first-article", answer["data"]!["articles"]![0]!["key"]!.ToString());
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal(("""["nodes",1]""", "BAD_INPUT"), (error["path"]!.ToJsonString(), error["extensions"]!["code"]!.ToString()));
    }

    [Fact]
    public async Task Too_many_ids_spoil_the_entries_beyond_the_limit()
    {
        var answer = await Server.Ask($$"""{ nodes(ids:[{{string.Join(',', Enumerable.Repeat("\"anna\"", 205))}}]){ id } articles{ key } }""");
        var entries = answer["data"]!["nodes"]!.AsArray();
        Assert.Equal((205, 200), (entries.Count, entries.Count(e => e is not null)));
        Assert.Equal("first-article", answer["data"]!["articles"]![0]!["key"]!.ToString());
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal(("""["nodes",200]""", "LIMIT_EXCEEDED", 200, 205),
            (error["path"]!.ToJsonString(), error["extensions"]!["code"]!.ToString(), error["extensions"]!["limit"]!.GetValue<int>(), error["extensions"]!["actual"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_an_error_wherever_it_stands()
    {
        await Server.Fails("""{ search(text:"\ud83d"){ score } }""", "BAD_INPUT");
        await Server.Fails("""{ entity(name:"\ud83d"){ key } }""", "BAD_INPUT");
        await Server.Fails("""{ entities(where:{name:{eq:"\ud83d"}}){ totalCount } }""", "BAD_INPUT");
        await Server.Fails("""{ relationships(where:{asOf:"\ud83d"}){ totalCount } }""", "VALIDATION_FAILED");
        foreach (var body in new[] { """{"query":"query($t:String!){ search(text:$t){ score } }","variables":{"t":"\ud83d"}}""", """{"query":"{ articles{ id } \ud83d }"}""" })
        {
            using var response = await Server.Http.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
            Assert.Equal(400, (int)response.StatusCode);
            Assert.Contains("BAD_REQUEST", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_nobody_foresaw_is_masked_and_logged_once_with_its_trace_id()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, before: (operation, _) =>
            operation == nameof(IGraphStore.Entities) ? throw new InvalidOperationException("secret: SELECT * FROM /secret/graph.db") : Task.CompletedTask);
        var answer = await server.Ask("""{ relationships{ nodes{ source{ key } } } articles{ key } }""");
        var text = answer.ToJsonString();
        foreach (var inner in new[] { "secret", "SELECT", "/root", "InvalidOperation", "   at " })
            Assert.DoesNotContain(inner, text, StringComparison.Ordinal);
        Assert.All(answer["errors"]!.AsArray(), e => Assert.Equal("INTERNAL", e!["extensions"]!["code"]!.ToString()));
        Assert.Equal("first-article", answer["data"]!["articles"]![0]!["key"]!.ToString());
        var line = Assert.Single(server.Log.Lines);
        Assert.Contains("secret", line, StringComparison.Ordinal);
        Assert.Contains(answer["errors"]![0]!["extensions"]!["traceId"]!.ToString(), line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Try again in a moment.")]
    [InlineData(false, "Tell whoever runs this server the trace id.")]
    public async Task A_store_that_is_away_is_STORE_UNAVAILABLE_and_says_why_in_the_log_alone(bool transient, string hint)
    {
        await using var server = await TestServer.Start(Seeds.Harbour, before: (_, _) =>
            throw new StoreUnavailableException("'/secret/graph.db' is away.", "Give /secret more room.", transient, new IOException("/secret")));
        var failure = await server.Fails("{ entities{ totalCount } }", "STORE_UNAVAILABLE");
        Assert.Equal(hint, failure["hint"]!.ToString());
        var answer = (await server.Ask("{ a:entities{ totalCount } person(key:\"anna\"){ key } }")).ToJsonString();
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Contains(failure["traceId"]!.ToString(), server.Log.Lines.First(), StringComparison.Ordinal);
        Assert.Contains("/secret/graph.db", server.Log.Lines.First(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "sql", "INTERNAL" }, { "null", "INTERNAL" }, { "file", "INTERNAL" }, { "cancelled", "INTERNAL" }, { "timeout", "INTERNAL" }, { "several", "INTERNAL" }, { "cypher", "STORE_UNAVAILABLE" },
        { "conflict", "CONFLICT" }, { "limit", "LIMIT_EXCEEDED" }, { "slow", "TIMEOUT" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_store_throws_shows_nothing_of_the_inside(string what, string code)
    {
        var inner = new InvalidOperationException("MATCH (n) RETURN n at /secret/store.db");
        Exception Failure() => what switch
        {
            "sql" => new InvalidOperationException("SQLite says 'no such column: secret' (1) to: SELECT secret FROM entity"),
            "null" => new NullReferenceException(),
            "file" => new FileNotFoundException("Could not find file '/secret/store.db'."),
            "cancelled" => new TaskCanceledException("secret", inner),
            "timeout" => new TimeoutException("secret", inner),
            "several" => new AggregateException("secret", inner, new HttpRequestException("http://secret:7474")),
            "cypher" => new StoreUnavailableException("Neo4j at http://secret failed: MATCH (n) (Neo.DatabaseError)", "secret", false, inner),
            "conflict" => new ConflictException("The change does not fit.", "Make it anew."),
            "limit" => new LimitExceededException("neighbours", 1, 2, "Ask for less."),
            _ => new GraphTimeoutException(TimeSpan.FromSeconds(1)),
        };
        await using var server = await TestServer.Start(Seeds.Harbour, before: (_, _) => throw Failure());
        foreach (var query in new[]
        {
            "{ entities{ totalCount } }", "{ person(key:\"anna\"){ key } }", "{ nodes(ids:[\"anna\",\"r_X.00000000000000000000000000\",\"p_a.1\",\"a_a\"]){ id } }", "{ search(text:\"a\"){ score } }",
            "{ paths(from:\"anna\", to:\"bob\"){ length } }", "{ articles{ id } }", "{ statistics{ entities } }", "{ relationships{ aggregates{ types{ count } } } }",
        })
        {
            var answer = await server.Ask(query);
            var text = answer.ToJsonString();
            foreach (var told in new[] { "secret", "SELECT", "MATCH", "Exception", "   at ", ".cs", "Neo.", "neo4j", "SQLite", "System." })
                Assert.DoesNotContain(told, text, StringComparison.OrdinalIgnoreCase);
            Assert.All(answer["errors"]!.AsArray(), e => Assert.Equal(code, e!["extensions"]!["code"]!.ToString()));
        }
    }

    [Fact]
    public void Every_code_has_its_spelling()
    {
        string[] codes = [.. Enum.GetValues<ErrorCode>().Select(Graph.Host.GraphErrors.Code), Graph.Host.GraphErrors.ParseFailed, Graph.Host.GraphErrors.ValidationFailed, Graph.Host.GraphErrors.Internal];
        Assert.Empty(new[]
        {
            "PARSE_FAILED", "VALIDATION_FAILED", "BAD_REQUEST", "BAD_INPUT", "BAD_CURSOR", "NOT_FOUND", "AMBIGUOUS_NAME", "LIMIT_EXCEEDED", "TIMEOUT", "UNAUTHENTICATED", "CONFLICT",
            "STORE_UNAVAILABLE", "PERSISTED_QUERY_NOT_FOUND", "INTERNAL",
        }.Except(codes));
    }

    [Theory]
    [InlineData("query($v:Int){ entities(first:$v){ totalCount } }", "1.5", "$v")]
    [InlineData("query($v:Int){ entities(first:$v){ totalCount } }", "10000000000", "$v")]
    [InlineData("query($v:Int){ entities(first:$v){ totalCount } }", "{\"a\":[1]}", "$v")]
    [InlineData("query($v:Int){ entities(first:$v){ totalCount } }", "[1,2]", "$v")]
    [InlineData("query($v:EntityFilter){ entities(where:$v){ totalCount } }", "{\"key\":{\"eq\":5}}", "$v.key.eq")]
    [InlineData("query($v:EntityFilter){ entities(where:$v){ totalCount } }", "{\"kind\":{\"eq\":{\"x\":1}}}", "$v.kind.eq")]
    [InlineData("query($v:EntityFilter){ entities(where:$v){ totalCount } }", "{\"nothing\":1}", "nothing")]
    [InlineData("query($v:[ID!]!){ nodes(ids:$v){ id } }", "[null]", "$v[0]")]
    [InlineData("query($v:ID!){ node(id:$v){ id } }", "1.5", "$v")]
    [InlineData("query($v:ID!){ node(id:$v){ id } }", "true", "$v")]
    [InlineData("query($v:Decimal){ observations(where:{amount:{eq:$v}}){ totalCount } }", "1e999", "$v")]
    [InlineData("query($v:PartialDate){ statements(where:{asOf:$v}){ totalCount } }", "2022", "$v")]
    [InlineData("query($v:Boolean){ statements(where:{hasSpeaker:$v}){ totalCount } }", "\"yes\"", "$v")]
    [InlineData("query($v:[Kind!]){ search(text:\"x\", kinds:$v){ score } }", "[\"DRAGON\"]", "$v[0]")]
    public async Task A_variable_that_does_not_fit_is_named_in_the_words_of_GraphQL(string query, string value, string named)
    {
        using var response = await Server.Http.PostAsync("/graphql", new StringContent("{\"query\":" + System.Text.Json.JsonSerializer.Serialize(query) + ",\"variables\":{\"v\":" + value + "}}", Encoding.UTF8, "application/json"));
        var error = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Equal("BAD_INPUT", error["extensions"]!["code"]!.ToString());
        var message = error["message"]!.ToString();
        Assert.Contains(named, message, StringComparison.Ordinal);
        foreach (var inner in new[] { "System", "Dictionary", "List`", "Int32", "BigInteger", "Double", "Unhandled", "Exception", "Decimal'" })
            Assert.DoesNotContain(inner, message.Replace("'Decimal'", "", StringComparison.Ordinal).Replace("\"Decimal\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_TIMEOUT()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => o.Timeout = TimeSpan.FromMilliseconds(200),
            before: (_, arguments) => Task.Delay(Timeout.Infinite, (CancellationToken)arguments[^1]!));
        await server.Fails("{ entities{ totalCount } }", "TIMEOUT");
    }

    [Fact]
    public async Task A_message_does_not_repeat_at_length_what_was_sent()
    {
        var answer = await Server.Ask($"{{ entities(first:\"{new string('x', 50_000)}\"){{ totalCount }} }}");
        Assert.InRange(answer.ToJsonString().Length, 1, 2_000);
        Assert.InRange((await Server.Ask($"{{ {new string('x', 50_000)}( }}")).ToJsonString().Length, 1, 2_000);
    }

    [Fact]
    public async Task An_answer_lists_no_more_errors_than_it_may()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"a{i}:entities(after:\"x\"){{ totalCount }}"));
        Assert.Equal(20, (await Server.Ask($"{{ {fields} }}"))["errors"]!.AsArray().Count);
    }
}
