using System.Net;

namespace Graph.HostTests;

public sealed class IntrospectionTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    [Theory]
    [InlineData("{ __schema{ types{ name } } }")]
    [InlineData("""{ __type(name:"Person"){ name } }""")]
    public async Task The_schema_is_told_unless_introspection_is_off(string query)
    {
        Assert.Null((await harbour.Server.Ask(query))["errors"]);
        await using var closed = await TestServer.Start(Seeds.Harbour, o => o.Introspection = false);
        await closed.Fails(query, "VALIDATION_FAILED");
        await closed.Gives("""{ person(key:"anna"){ __typename } }""", """{"person":{"__typename":"Person"}}""");
        using var sdl = await closed.Http.GetAsync(new Uri("/graphql?sdl", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, sdl.StatusCode);
    }

    [Theory]
    [InlineData("{ persn(key:\"anna\"){ key } }")]
    [InlineData("{ person(ky:\"anna\"){ key } }")]
    [InlineData("{ person(key:\"anna\"){ kee } }")]
    [InlineData("{ ...on Persn{ key } }")]
    [InlineData("{ entities(where:{kind:{eq:PERSN}}){ totalCount } }")]
    public async Task Without_it_errors_do_not_suggest_names_either(string query)
    {
        await using var closed = await TestServer.Start(Seeds.Harbour, o => o.Introspection = false);
        Assert.DoesNotContain("Did you mean", (await closed.Ask(query)).ToJsonString(), StringComparison.Ordinal);
    }
}
