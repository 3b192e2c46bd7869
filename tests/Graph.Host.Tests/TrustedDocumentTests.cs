using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Host;

namespace Graph.HostTests;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Query = """query person($k:String){ person(key:$k){ name } }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("graph-trusted-").FullName;

    private static string Hash => PersistedQueries.HashOf(Query);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string, string> Forms => new()
    {
        { "one.graphql", Query, "one" },
        { "deeper/two.gql", Query, $"sha256:{Hash}" },
        { "relay.json", JsonSerializer.Serialize(new Dictionary<string, string> { ["9f8b"] = Query }), "9f8b" },
        {
            "apollo.json", JsonSerializer.Serialize(new { format = "apollo-persisted-query-manifest", version = 1, operations = new[] { new { id = "x1", name = "person", type = "query", body = Query } } }),
            "x1"
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_document_of_the_folder_is_answered_by_its_id(string file, string content, string id)
    {
        Write(file, content);
        await using var server = await TestServer.Start(Seeds.Harbour, http: o => o.TrustedDocuments = _folder);
        foreach (var name in new[] { "id", "documentId" })
        {
            Assert.Equal("鲍勃", await Ask(server, new Dictionary<string, object> { [name] = id, ["variables"] = new { k = "bob" } }));
            var url = $"/graphql?{name}={Uri.EscapeDataString(id)}&variables={Uri.EscapeDataString("""{"k":"bob"}""")}";
            Assert.Equal("鲍勃", JsonNode.Parse(await server.Http.GetStringAsync(new Uri(url, UriKind.Relative)))!["data"]!["person"]!["name"]!.ToString());
        }
        Assert.Equal("鲍勃", await Ask(server, new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash } }, variables = new { k = "bob" } }));
        Assert.Equal("PersistedQueryNotFound", await Ask(server, new { id = "unknown" }));
    }

    [Fact]
    public async Task With_the_switch_nothing_else_is_answered()
    {
        Write("one.graphql", Query);
        await using var server = await TestServer.Start(Seeds.Harbour, http: o => (o.TrustedDocuments, o.TrustedDocumentsOnly) = (_folder, true));
        Assert.Equal("鲍勃", await Ask(server, new { query = Query, variables = new { k = "bob" } }));
        const string other = "{ articles{ id } }";
        var hash = new { persistedQuery = new { version = 1, sha256Hash = PersistedQueries.HashOf(other) } };
        foreach (var body in new object[] { new { query = other }, new { query = other, extensions = hash } })
        {
            using var response = await server.Http.PostAsJsonAsync("/graphql", body);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
        Assert.Equal("PersistedQueryNotFound", await Ask(server, new { extensions = hash }));
    }

    [Fact]
    public async Task Faults_of_the_folder_are_told_at_start_with_file_and_line()
    {
        Write("one.graphql", Query);
        Write("broken.graphql", "{\n  person(\n}");
        Write("list.json", "[1]");
        Write("null.json", """{"x": null}""");
        Write("number.json", """{"x": 3}""");
        Write("same.json", """{"one": "{ articles { id } }"}""");
        var fault = await Assert.ThrowsAsync<ProblemsException>(() => TestServer.Start(Seeds.Harbour, http: o => o.TrustedDocuments = _folder));
        Assert.Equal(["broken.graphql:3", "list.json:0", "null.json:0", "number.json:0", "same.json:0"], fault.Problems.Select(p => $"{Path.GetFileName(p.File)}:{p.Line}"));
        await Assert.ThrowsAsync<ProblemsException>(() => TestServer.Start(Seeds.Harbour, http: o => o.TrustedDocuments = Path.Combine(_folder, "none")));
    }

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    // The name of the person asked for, or the message of the error.
    private static async Task<string> Ask(TestServer server, object body)
    {
        using var response = await server.Http.PostAsJsonAsync("/graphql", body);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (answer["errors"]?[0]!["message"] ?? answer["data"]!["person"]!["name"])!.ToString();
    }
}
