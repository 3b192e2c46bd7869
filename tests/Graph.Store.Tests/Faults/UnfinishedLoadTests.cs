using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Everybody who asks is told that a load is unfinished.</summary>
public sealed partial class UnfinishedLoadTests : IAsyncLifetime
{
    private readonly GraphProcess _graph = new();

    public async ValueTask InitializeAsync()
    {
        await using var store = GraphProcess.Open(_graph.Database);
        await OntologyChange.AdoptInto(store, store.Ontology, CancellationToken.None);
        var load = new LoadMark("import big.jsonl", "0123");
        var article = new Article("big", LocalText.Of("en", "Big"), null, null, null, null, "en");
        await store.Apply(new ChangeSet("part", null, [new Change.OfArticle(null, article)]) { Load = load }, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _graph.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Check_says_so_and_another_import_and_an_export_are_refused()
    {
        foreach (var arguments in new[] { ["check", "--store"], ["import", _graph.WriteBulk("small", 3, 2)], new[] { "export" } })
        {
            var result = _graph.Run(arguments);
            Assert.Equal(1, result.Code);
            Assert.Contains("A load is unfinished: import big.jsonl.", result.Errors, StringComparison.Ordinal);
            Assert.Contains(LoadMark.Remedy, result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_service_says_so_when_it_starts_and_when_it_is_asked_for_its_health()
    {
        using var process = _graph.Start("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            var output = "";
            for (string? line; !output.Contains("unfinished", StringComparison.Ordinal) && (line = await process.StandardOutput.ReadLineAsync()) is not null;)
                output += line + "\n";
            Assert.Contains("A load is unfinished: import big.jsonl.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
            using var http = new HttpClient();
            var health = JsonNode.Parse(await http.GetStringAsync(new Uri(Address().Match(output).Value + "/health/ready")))!;
            Assert.Equal(("ready", true), ((string?)health["status"], (bool?)health["unfinishedLoad"]));
        }
        finally
        {
            process.Kill();
        }
    }

    [GeneratedRegex("http://(localhost|127\\.0\\.0\\.1):[0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
