using System.Text.RegularExpressions;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SeedLintTests
{
    private static IReadOnlyList<Problem> Check(string text) => SeedLint.Check(SeedTexts.Read(text).OrThrow());

    private static IReadOnlyList<Problem> Errors(string text) => [.. Check(text).Where(p => p.Severity == Severity.Error)];

    private static string With(string passage, string statements) => $"""
        article: {"{key: a, title: {en: A}, language: en}"}
        passages: [{"{number: 1, " + passage + "}"}]
        {SeedTexts.Entities}
        statements:
        {statements}
        """;

    [Fact]
    public void A_sound_seed_has_no_errors() => Assert.Empty(Errors(SeedTexts.WithStatements(SeedTexts.Statements)));

    [Theory]
    [InlineData("Old Mill is old. It supplies Anna.", "It supplies Anna", "", "old-mill is missing")]
    [InlineData("Old Mill is old. It supplies Anna.", "It supplies Anna", ", refers: {It: old-mill}", null)]
    [InlineData("Old Mill, est. 1900, supplies bread to Anna.", "supplies bread", "", null)]
    [InlineData("Old Milling supplies Anna.", "supplies Anna", "", "old-mill is missing")]
    [InlineData("It supplies her.", "It supplies her", "", "old-mill and anna is missing")]
    public void A_stated_relationship_is_quoted_from_a_sentence_that_names_both_ends(string text, string quote, string refers, string? missing)
    {
        var errors = Errors(With($"en: '{text}'", $"  - {{relationship: old-mill SUPPLIES anna, evidence: [{{passage: 1, en: {quote}{refers}}}]}}"));
        if (missing is null)
            Assert.Empty(errors);
        else
            Assert.Contains(missing, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_language_must_name_both_ends()
    {
        var error = Assert.Single(Errors(With("en: Old Mill supplies Anna., zh: 它供货给安娜。", "  - {relationship: old-mill SUPPLIES anna, evidence: [{passage: 1, en: Old Mill supplies Anna, zh: 供货给安娜}]}")));
        Assert.Contains("passage 1 (zh)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_stated_need_not_name_its_ends() =>
        Assert.Empty(Errors(With("en: It supplies her.", "  - {relationship: old-mill SUPPLIES anna, status: IMPLIED, evidence: [{passage: 1, en: It supplies her}]}")));

    [Fact]
    public void A_name_inside_a_longer_name_names_another()
    {
        var text = With("en: Old Mill Fair supplies Anna.", "  - {relationship: old-mill SUPPLIES anna, evidence: [{passage: 1, en: supplies Anna}]}").Replace("en: [Bread Fair]", "en: [Bread Fair, Old Mill Fair]", StringComparison.Ordinal);
        Assert.Contains("old-mill is missing", Assert.Single(Errors(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_without_a_statement_says_why()
    {
        var text = SeedTexts.WithStatements(SeedTexts.Statements).Replace("passages:\n", "passages:\n  - {number: 3, en: So much for bread.}\n", StringComparison.Ordinal);
        Assert.Contains("no statement rests on passage 3", Assert.Single(Errors(text)).Message, StringComparison.Ordinal);
        Assert.Empty(Errors(text.Replace("bread.}", "bread., unstated: only closes}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_passage_with_a_statement_gives_no_reason_for_none() =>
        Assert.Contains(Check(SeedTexts.WithStatements(SeedTexts.Statements).Replace("{number: 1,", "{number: 1, unstated: none,", StringComparison.Ordinal)), p => p.Message.Contains("but one does", StringComparison.Ordinal));

    [Fact]
    public void The_inverse_of_a_statement_is_implied()
    {
        var inverse = SeedTexts.Ontology.Replace("  RIVAL_OF:", """
              BUYS_FROM:
                pairs: [Agent -> Bakery]
                label: {zh: 从其进货, en: Supplied by}
                phrases: {en: [buys from]}
                sentence: {zh: "{source}从{target}进货", en: "{source} buys from {target}"}
                inverse: {field: sellsTo, label: {zh: 卖给, en: sells to}, phrases: {en: [sells to]}, sentence: {zh: "{target}卖给{source}", en: "{target} sells to {source}"}}
              RIVAL_OF:
            """, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", inverse);
        folder.Write("a/a.yaml", With("en: Old Mill supplies Anna.", """
              - {relationship: old-mill SUPPLIES anna, evidence: [{passage: 1, en: Old Mill supplies Anna}]}
              - {relationship: anna BUYS_FROM old-mill, evidence: [{passage: 1, en: Old Mill supplies Anna}]}
            """));
        var error = Assert.Single(SeedLint.Check(SeedReader.ReadFolder(folder.Path).OrThrow()), p => p.Severity == Severity.Error);
        Assert.Contains("anna BUYS_FROM old-mill is what", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stated_need_not_be_implied_as_well()
    {
        var error = Assert.Single(Errors(With("en: Old Mill supplies Anna.", """
              - {relationship: old-mill SUPPLIES anna, evidence: [{passage: 1, en: Old Mill supplies Anna}]}
              - {relationship: old-mill SUPPLIES anna, status: IMPLIED, evidence: [{passage: 1, en: Old Mill supplies Anna}]}
            """)));
        Assert.Contains("is IMPLIED here and STATED in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_names_what_may_be_a_name_what_is_shared_and_what_is_unused()
    {
        var advice = Check(With("en: 'Old Mill supplies Anna. In May the baker Jo Doe ate at Crust, an R&D shop.', zh: 老磨坊供货给安娜，《面包史》和CakeX说。",
            "  - {relationship: old-mill SUPPLIES anna, by: anna, evidence: [{passage: 1, en: Old Mill supplies Anna, zh: 老磨坊供货给安娜}]}").Replace("zh: [面包展], en: [Bread Fair]", "zh: [面包展], en: [Bread Fair, Crust]", StringComparison.Ordinal));
        Assert.All(advice, p => Assert.Equal(Severity.Warning, p.Severity));
        Assert.Contains(advice, p => p.Message.EndsWith("(en) holds what may be names and is not linked: Jo Doe, R&D", StringComparison.Ordinal));
        Assert.Contains(advice, p => p.Message.EndsWith("(zh) holds what may be names and is not linked: 面包史, CakeX", StringComparison.Ordinal));
        Assert.Contains(advice, p => p.Message.Contains("'Crust' in passage 1 is a name of bread-fair and crust, and links to none", StringComparison.Ordinal));
        Assert.Contains(advice, p => p.Message.Contains("has a speaker, but is STATED", StringComparison.Ordinal));
        Assert.Contains(advice, p => p.Message == "no article uses the relationship types RIVAL_OF");
    }

    [Fact]
    public void A_word_explained_must_stand_in_the_sentence() =>
        Assert.Contains(Check(With("en: Old Mill supplies Anna. He left.", "  - {relationship: old-mill SUPPLIES anna, evidence: [{passage: 1, en: Old Mill supplies Anna, refers: {He: anna}}]}")),
            p => p.Message.Contains("explains 'He', which stands in no sentence", StringComparison.Ordinal));

    [Theory]
    [InlineData("en", true)]
    [InlineData("de", false)]
    public void A_capital_is_no_name_where_every_noun_has_one(string language, bool told)
    {
        string In(string text) => Regex.Replace(text, @"\ben\b", language);
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", In(SeedTexts.Ontology));
        folder.Write("mills/a.yaml", In(SeedTexts.WithStatements(SeedTexts.Statements)).Replace("3 tons of flour.", "3 tons of flour in the Jahr der Ernte.", StringComparison.Ordinal));
        Assert.Equal(told, SeedLint.Check(SeedReader.ReadFolder(folder.Path).OrThrow()).Any(p => p.Message.Contains("what may be names", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_no_article_uses_is_told_where_it_stands()
    {
        var unused = Check(SeedTexts.WithStatements(SeedTexts.Statements)).Single(p => p.Message.Contains("uses the qualifiers scope", StringComparison.Ordinal));
        Assert.StartsWith("  scope:", SeedTexts.Ontology.Split('\n')[unused.Line - 1], StringComparison.Ordinal);
    }
}
