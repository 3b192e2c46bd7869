using System.Runtime.CompilerServices;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class ReservedNamesTests
{
    [Theory]
    [InlineData("  Feast:\n", "  Path:\n    label: {en: x, de: x}\n  Feast:\n", "  Path:", "kind name 'Path', which the service itself has", "another name for the kind")]
    [InlineData("  Feast:\n", "  Passage:\n    label: {en: x, de: x}\n  Feast:\n", "  Passage:", "kind name 'Passage'", "another name for the kind")]
    [InlineData("  Feast:\n", "  SinkFilter:\n    label: {en: x, de: x}\n  Feast:\n", "  SinkFilter:", "ends in Filter", "another name for the kind")]
    [InlineData("  Feast:\n", "  OLDTree:\n    label: {en: x, de: x}\n    field: x\n  Feast:\n", "  OLDTree:", "'OLD_TREE', which the kind OldTree has already", "another name for the kind")]
    [InlineData("  Feast:\n", "  Common:\n    label: {en: x, de: x}\n  Feast:\n", "  Common:", "field of Query 'common', which the service itself has", "another 'field:'")]
    [InlineData("  Feast:\n", "  Feast:\n    plural: search\n", "    plural: search", "'search', which the service itself has", "another 'plural:'")]
    [InlineData("  Feast:\n", "  Feast:\n    plural: feast\n", "    plural: feast", "'feast', which the field of the kind Feast has already", "another 'plural:'")]
    [InlineData("  Feast:\n", "  Feast:\n    field: people\n    plural: feasts\n", "    field: people", "'people', which the plural of the kind Person has already", "another 'field:'")]
    [InlineData("field: members", "field: names", "field: names", "field of entities 'names', which the service itself has", "the inverse of MEMBER_OF another 'field:'")]
    [InlineData("field: members", "field: memberOf", "field: memberOf", "'memberOf', which the field of MEMBER_OF has already", "another 'field:'")]
    [InlineData("field: members", "field: club", "field: club", "'ClubConnection', which the kind Club has already", "another 'field:'")]
    [InlineData("field: members", "field: mention", "field: mention", "'MentionConnection', which the service itself has", "another 'field:'")]
    [InlineData("scope: {type", "speaker: {type", "speaker: {type", "'speaker' of a qualifier is taken", "another name")]
    [InlineData("scope: {type", "source: {type", "source: {type", "'source' of a qualifier is taken", "another name")]
    public void A_name_that_is_taken_is_told_with_line_and_remedy(string old, string @new, string where, string message, string remedy)
    {
        var yaml = SmallOntology.With(old, @new);
        var problem = Assert.Single(OntologyReader.Parse(yaml, "ontology.yaml").Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(SmallOntology.LineOf(yaml, where), problem.Line);
    }

    [Fact]
    public void A_kind_with_children_takes_no_singular_field() =>
        Assert.Empty(OntologyReader.Parse(SmallOntology.With("  Being:\n", "  Being:\n    field: node\n    plural: beings\n"), "o.yaml").Problems);

    [Fact]
    public void A_field_given_frees_a_name_that_is_taken() =>
        Assert.Empty(OntologyReader.Parse(SmallOntology.With("  Feast:\n", "  Common:\n    field: commonLand\n    label: {en: x, de: x}\n  Feast:\n"), "o.yaml").Problems);

    [Fact]
    public void The_page_for_authors_lists_the_names_that_are_taken()
    {
        const string Begin = "<!-- reserved:begin -->\n", End = "<!-- reserved:end -->";
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../seed/README.md"));
        var page = File.ReadAllText(path);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("GRAPH_APPROVE") == "1")
            File.WriteAllText(path, page[..begin] + ReservedNames.Markdown() + page[end..]);
        else
            Assert.True(page[begin..end] == ReservedNames.Markdown(), $"The section of {path} is out of date. Run this test with GRAPH_APPROVE=1 to write it, and read the difference.");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
