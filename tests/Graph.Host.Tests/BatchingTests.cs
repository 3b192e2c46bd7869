using Graph.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.HostTests;

/// <summary>How often the store is asked, and for what.</summary>
public sealed class BatchingTests
{
    private const string Deep = """
        { nodes{ key name degree
            relationships(first:20){ edges{ sentence other{ name mentions(first:2){ nodes{ passage{ number article{ title } } } } }
              node{ source{ key } target{ name } conflictsWith{ id } evidence{ passage{ text } } ... on Relationship { qualifiers{ entity{ key } } } } } }
            ... on Guild { rivals{ nodes{ name observations{ nodes{ value derivedFrom{ id } attributedTo{ entity{ name } } } } } } }
            ... on Ship { owners{ nodes{ name } } } degree(direction:OUT) } }
        """;

    [Fact]
    public async Task A_nested_query_makes_the_same_number_of_calls_at_any_width()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => (o.MaxCost, o.MaxDepth) = (10_000_000, 30));
        var few = await Operations(server, $"{{ entities(where:{{key:{{in:[\"cloth\",\"salt\",\"egret\"]}}}}){Deep.Replace("degree(", "out:degree(", StringComparison.Ordinal)} }}");
        var many = await Operations(server, $"{{ entities(first:100){Deep.Replace("degree(", "out:degree(", StringComparison.Ordinal)} }}");
        Assert.Equal(few, many);
        Assert.InRange(many.Count, 10, 25);
    }

    [Fact]
    public async Task One_level_asks_once_for_all_its_entities_whichever_fields_lead_there()
    {
        await using var server = await TestServer.Start(Seeds.Harbour);
        Assert.Equal(["StatementPage", "Entities"], await Operations(server, "{ relationships{ nodes{ source{ name } target{ degree } qualifiers{ entity{ key } } attributedTo{ entity{ key } } } } }"));
        Assert.Equal(["Entities"], await Operations(server, """{ a:entity(key:"anna"){ name } b:person(id:"bob"){ degree } c:node(id:"egret"){ id } nodes(ids:["salt","tea"]){ id } }"""));
        Assert.Equal(["Names", "Entities"], await Operations(server, """{ a:entity(name:"anna"){ name } b:entity(name:"盐行"){ degree } }"""));
    }

    [Fact]
    public async Task What_is_asked_of_an_entity_and_of_those_it_leads_to_is_read_in_one_operation()
    {
        await using var server = await TestServer.Start(Seeds.Harbour);
        const string Around = "relationships{ edges{ node{ status } other{ name relationships(first:2){ edges{ other{ degree } } } } } } observations{ nodes{ value } }";
        Assert.Equal(["Entities"], await Operations(server, $$"""{ entity(key:"anna"){ name {{Around}} } }"""));
        Assert.Equal(["Names", "Entities"], await Operations(server, $$"""{ entity(name:"anna"){ name {{Around}} } }"""));
        Assert.Equal(["EntityPage", "StatementsOf"], await Operations(server, "{ guilds{ nodes{ key rivals{ nodes{ name } edges{ node{ key } } } } } }"));
    }

    [Fact]
    public async Task What_only_some_kinds_are_asked_is_read_as_well_and_a_wrong_argument_spoils_its_own_field()
    {
        await using var server = await TestServer.Start(Seeds.Harbour);
        var edge = (await server.Data("""
            { entity(key:"anna"){ relationships(first:1){ edges{ other{ key } } }
              ... on Person { relationships(first:1){ edges{ other{ name degree } node{ evidence{ quote } } } } } } }
            """))["entity"]!["relationships"]!["edges"]![0]!;
        var other = (await server.Data($$"""{ entity(key:"{{edge["other"]!["key"]}}"){ key name degree } }"""))["entity"]!;
        Assert.Equal(other.ToJsonString(), edge["other"]!.ToJsonString());
        Assert.NotEmpty(edge["node"]!["evidence"]!.AsArray());
        await server.Fails("""{ entity(key:"anna"){ name relationships(first:-1){ nodes{ id } } } }""", "BAD_INPUT");
    }

    [Fact]
    public async Task No_more_is_read_than_is_selected()
    {
        var parts = new List<object?>();
        await using var server = await TestServer.Start(Seeds.Harbour, before: (_, arguments) =>
        {
            lock (parts)
                parts.AddRange(arguments.Where(a => a is EntityParts or StatementParts or PageRequest));
            return Task.CompletedTask;
        });
        await Asks("{ relationships{ nodes{ id status polarity source{ key kind } } } }", StatementParts.Scalars, 25, false, false, EntityParts.Scalars);
        await Asks("{ relationships{ totalCount } }", StatementParts.Scalars, 0, true, false, null);
        await Asks("{ relationships(first:3){ pageInfo{ hasNextPage } edges{ node{ evidence{ quote } } } } }", StatementParts.Body, 3, false, true, null);

        async Task Asks(string query, StatementParts statement, int limit, bool total, bool ends, EntityParts? entity)
        {
            parts.Clear();
            await server.Data(query);
            Assert.Equal(statement, parts.OfType<StatementParts>().Single());
            var page = parts.OfType<PageRequest>().Single();
            Assert.Equal((limit, total, ends), (page.Limit, page.WithTotal, page.WithEdges));
            Assert.Equal(entity, parts.OfType<EntityParts>().Select(p => (EntityParts?)p).SingleOrDefault());
        }
    }

    [Fact]
    public async Task Fragments_that_add_to_one_field_are_read_together()
    {
        await using var server = await TestServer.Start(Seeds.Harbour);
        var operations = await Operations(server, """
            { parties{ nodes{ relationships(first:2){ nodes{ id } } ... on Person { relationships(first:2){ nodes{ evidence{ quote } } } } ... on Guild { relationships(first:2){ nodes{ hedge } } } } } }
            """);
        Assert.Equal(["EntityPage", "StatementsOf"], operations);
    }

    [Fact]
    public async Task A_document_is_parsed_and_validated_once()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => o.CachedDocuments = 2);
        var documents = server.Services.GetRequiredService<GraphExecutor>().Documents;
        for (var i = 0; i < 3; i++)
        {
            await server.Data("query($k:String){ person(key:$k){ key } }", new { k = $"k{i}" });
            await server.Fails("{ nothing }", "VALIDATION_FAILED");
        }
        Assert.Equal(2, documents.Parsed);
        await server.Data("{ articles{ id } }");
        await server.Fails("{ nothing }", "VALIDATION_FAILED"); // used more recently than the first
        Assert.Equal(3, documents.Parsed);
        await server.Data("query($k:String){ person(key:$k){ key } }", new { k = "k" });
        Assert.Equal(4, documents.Parsed);
    }

    private static async Task<IReadOnlyList<string>> Operations(TestServer server, string query)
    {
        server.Calls.Operations.Clear();
        await server.Data(query);
        return [.. server.Calls.Operations];
    }
}
