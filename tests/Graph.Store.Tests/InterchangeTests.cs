using System.Diagnostics;
using System.Xml.Linq;
using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>GraphML and RDF hold the graph, and other people's readers take them.</summary>
public sealed class InterchangeTests : IDisposable
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";

    private readonly string _folder = Directory.CreateTempSubdirectory("graph-interchange-").FullName;

    private static TestGraph Graph => SampleGraph.Instance;

    [Fact]
    public async Task GraphML_has_a_node_an_entity_and_an_edge_a_relationship()
    {
        var file = await Write("graph.graphml", GraphMlExport.Write);
        var graph = XDocument.Load(file).Root!.Element(GraphMl + "graph")!;
        var observations = Graph.Statements.OfType<Observation>().Count();
        Assert.Equal(Graph.Entities.Count + observations, graph.Elements(GraphMl + "node").Count());
        Assert.Equal(Graph.Statements.Count, graph.Elements(GraphMl + "edge").Count());
        var denial = Graph.Statements.OfType<Relationship>().Single(r => r is { Type: "COMPETES_WITH", Polarity: Polarity.Negated });
        var denied = graph.Elements(GraphMl + "edge").Single(e => (string?)e.Attribute("id") == denial.Id.ToString());
        Assert.Contains(denied.Elements(GraphMl + "data"), d => (string?)d.Attribute("key") == "edge_type" && d.Value == "NOT_COMPETES_WITH");
    }

    [Fact]
    public async Task Networkx_reads_the_GraphML()
    {
        var file = await Write("graph.graphml", GraphMlExport.Write);
        Assert.Equal($"{Graph.Entities.Count + Graph.Statements.OfType<Observation>().Count()} {Graph.Statements.Count}",
            Python("networkx", $"import networkx; g = networkx.read_graphml('{file}', force_multigraph=True); print(g.number_of_nodes(), g.number_of_edges())"));
    }

    [Fact]
    public async Task Rdflib_reads_the_Turtle_and_finds_a_statement_with_its_quote()
    {
        var file = await Write("graph.ttl", RdfExport.Write);
        var triples = (await File.ReadAllLinesAsync(file)).Where(l => l.Length > 0 && !l.StartsWith('@')).Distinct().Count();
        const string Query = """
            prefix e: <urn:graph:test:entity:> prefix p: <urn:graph:test:statements:> prefix ps: <urn:graph:test:value:> prefix prov: <http://www.w3.org/ns/prov#>
            prefix g: <urn:graph:test:term:> select ?q where { e:lei-jun p:INFLUENCED_BY ?s . ?s ps:INFLUENCED_BY e:jobs ; g:status "STATED" ; prov:wasDerivedFrom/g:quote ?q . filter(lang(?q) = "zh") }
            """;
        var quote = Graph.Statements.Single(s => s is Relationship { Source: "lei-jun", Target: "jobs", Status: Status.Stated }).Evidence.Single(e => e.Language == "zh").Quote;
        Assert.Equal($"{triples} {quote}", Python("rdflib",
            $"import rdflib; g = rdflib.Graph().parse('{file}', format='turtle'); print(len(g), *[r[0] for r in g.query('''{Query}''')])"));
    }

    [Fact]
    public async Task Turtle_says_no_more_of_amounts_and_dates_than_the_text_does()
    {
        var scope = new Qualifier("ordinal", new QuantityValue(Quantity.Of(2, "rank", Bound.Range, 5, LocalText.Of("en", "two to five"))));
        var about = Make.Relationship("a", "INFLUENCED_BY", "b", validity: Make.During("2020~", "2023-10?"), qualifiers: [scope]);
        var people = new[] { "a", "b" }.Select(k =>
            new Change.OfEntity(null, Make.Entity(k, "Person", [new EntityName(k, "en", NameRole.Preferred)], Sources.Api)));
        Change[] changes = [.. people, new Change.OfStatement(null, about)];
        var lines = await File.ReadAllLinesAsync(await Write("graph.ttl", RdfExport.Write, changes));
        var (node, value) = ($"s:{about.Id}", $"s:{about.Id}-ordinal");
        Assert.All(
            new[]
            {
                $"{node} g:from \"2020~\"^^g:date .", $"{node} g:to \"2023-10?\"^^g:date .", $"{node} pqv:ordinal {value} .",
                $"{value} g:amount \"2\"^^xsd:decimal .", $"{value} g:amountMax \"5\"^^xsd:decimal .", $"{value} g:unit \"rank\" .",
                $"{value} g:bound \"RANGE\" .", $"{value} g:valueText \"two to five\"@en .",
            },
            line => Assert.Contains(line, lines));
        var graphMl = await File.ReadAllTextAsync(await Write("graph.graphml", GraphMlExport.Write, changes));
        Assert.Contains(">2020~<", graphMl, StringComparison.Ordinal);
        Assert.Contains(">2023-10?<", graphMl, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> Write(string name, Func<IGraphStore, Stream, CancellationToken, ValueTask> write,
        IReadOnlyList<Change>? changes = null)
    {
        await using var fixture = new SqliteFixture();
        await using var store = await fixture.Create(TestOntology.Instance, TimeProvider.System);
        await store.Apply(new ChangeSet("sample", null, changes ?? [.. Graph.Changes()]), CancellationToken.None);
        var file = Path.Combine(_folder, name);
        await using (var stream = File.Create(file))
            await write(store, stream, CancellationToken.None);
        return file;
    }

    private static string Python(string module, string program)
    {
        const string Interpreter = "/usr/bin/python3"; // Debian's, where its packages are
        var isThere = File.Exists(Interpreter) && Run(Interpreter, $"import {module}").Code == 0;
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", $"No {module} here: apt-get install python3-{module}.");
        var (code, output) = Run(Interpreter, program);
        Assert.True(code == 0, output);
        return output.Trim();
    }

    private static (int Code, string Output) Run(string interpreter, string program)
    {
        using var process = Process.Start(new ProcessStartInfo(interpreter, ["-c", program]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : errors.Result);
    }
}
