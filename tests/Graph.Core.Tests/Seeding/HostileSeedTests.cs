using System.Text;
using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class HostileSeedTests
{
    private static IReadOnlyList<Problem> Read(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        folder.WriteBytes("a.yaml", bytes);
        var read = SeedReader.Read([folder.Path], SeedTexts.ParsedOntology);
        Assert.Null(read.Value);
        Assert.NotEmpty(read.Problems);
        return read.Problems;
    }

    private static Problem First(string text) => Read(Encoding.UTF8.GetBytes(text))[0];

    [Fact]
    public void A_line_of_100_MB_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.Path + "/a.yaml"))
            file.SetLength(100 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("at most", Assert.Single(SeedReader.Read([folder.Path], SeedTexts.ParsedOntology).Problems).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_line_of_more_than_a_megabyte_is_told_by_its_number() =>
        Assert.Equal((2, true), (First("article:\n  key: " + new string('x', 2 << 20)) is var p ? p.Line : 0, p.Message.Contains("the line has", StringComparison.Ordinal)));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_told_by_their_line()
    {
        var problem = Read([.. "article:\n  key: a\n  title: "u8, 0xC3, 0x28, .. "\n"u8])[0];
        Assert.Equal((3, "the line is not UTF-8"), (problem.Line, problem.Message));
    }

    [Fact]
    public void Aliases_are_refused_before_they_can_multiply()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(", ", Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n"));
        Assert.Contains(Read(Encoding.UTF8.GetBytes(bomb)), p => p.Message == "anchors and aliases are not read");
    }

    [Theory]
    [InlineData("article: [a, b\nkey: c\n")]
    [InlineData("article: {key: 'a\n")]
    [InlineData("article:\n\tkey: a\n")]
    [InlineData("article: %\n  - a: b\n c")]
    [InlineData("--- a\n--- b\n")]
    [InlineData("article: !!binary AAAA\n")]
    [InlineData("article: {key: \"a\\uD800\"}\n")]
    [InlineData("article: {key: \"a\\0\"}\n")]
    [InlineData("? [a]\n: b\n")]
    [InlineData("- 1\n")]
    [InlineData("")]
    public void What_is_no_article_is_told_and_never_thrown(string text) => Assert.All(Read(Encoding.UTF8.GetBytes(text)), p => Assert.NotEmpty(p.Remedy));

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Contains("nested deeper than", First("article: " + new string('[', 100_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_statements_are_read()
    {
        var text = new StringBuilder(SeedTexts.Article).Append('\n').Append(SeedTexts.Entities).Append("\nstatements:\n");
        for (var i = 0; i < 100_000; i++)
            text.Append("  - {observation: old-mill FLOUR, quantity: {amount: ").Append(i).Append(", unit: ton}, evidence: [{passage: 2, zh: 3吨, en: 3 tons}]}\n");
        Assert.Equal(100_000, SeedTexts.Read(text.ToString()).OrThrow().Articles[0].Statements.Count);
    }

    [Fact]
    public void A_hundred_thousand_faults_are_told_in_bounded_number()
    {
        var text = new StringBuilder(SeedTexts.Article).Append("\nentities:\n");
        for (var i = 0; i < 20_000; i++)
            text.Append("  e").Append(i).Append(": {kind: Bakery, names: {en: [E").Append(i).Append("]}}\n");
        text.Append("statements:\n");
        for (var i = 0; i < 100_000; i++)
            text.Append("  - {relationship: f").Append(i).Append(" SUPPLIE g, x").Append(i).Append(": 1, evidence: [{passage: 1, en: no such, zh: 无}]}\n");
        Assert.Equal(1000, Read(Encoding.UTF8.GetBytes(text.ToString())).Count);
    }

    [Fact]
    public void A_mapping_of_a_hundred_thousand_wrong_keys_is_told_in_bounded_number()
    {
        var text = new StringBuilder("article:\n");
        for (var i = 0; i < 100_000; i++)
            text.Append("  key").Append(i).Append(": 1\n");
        Assert.InRange(Read(Encoding.UTF8.GetBytes(text.ToString())).Count, 1, 1000);
    }

    [Fact]
    public void Whatever_is_cut_out_or_doubled_nothing_is_thrown()
    {
        var whole = SeedTexts.WithStatements(SeedTexts.Statements);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40], Gen.Bool).Sample((at, length, twice) =>
        {
            var end = Math.Min(whole.Length, at + length);
            var read = SeedTexts.Read(twice ? whole[..end] + whole[at..] : whole[..at] + whole[end..]);
            Assert.Equal(read.HasErrors, read.Value is null);
            Assert.All(read.Problems, p => Assert.True(p.Line > 0 || p.Message.Contains("is missing", StringComparison.Ordinal), p.ToString()));
        }, iter: 500);
    }
}
