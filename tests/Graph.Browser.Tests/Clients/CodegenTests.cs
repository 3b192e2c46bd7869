namespace Graph.BrowserTests;

/// <summary>On the embedded store alone: the schema does not depend on the store.</summary>
[Collection(OneDatabase.Name)]
public sealed class CodegenTests
{
    [Theory]
    [InlineData("seed")]
    [InlineData("tests/Seeds/botanical-expedition")]
    public async Task Codegen_types_the_schema_and_its_persisted_documents_are_trusted(string seed)
    {
        await NodeProject.Require();
        await using (var graph = await ServedGraph.Embedded(seed, TestContext.Current.CancellationToken))
            await NodeProject.Run("codegen.mjs", $"{graph.Url}/graphql");
        await using var closed = await ServedGraph.Embedded(seed, TestContext.Current.CancellationToken,
            ("Graph:Http:TrustedDocuments", Path.Combine(NodeProject.Folder, "generated", "codegen")), ("Graph:Http:TrustedDocumentsOnly", "true"));
        await NodeProject.Run("trusted.mjs", $"{closed.Url}/graphql");
    }
}
