using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SeedReaderTests
{
    private const string Evidence = "\n    evidence: [{passage: 1, zh: 老磨坊供货给安娜, en: Old Mill supplies Anna}]\n";

    [Fact]
    public void A_whole_seed_is_read_with_lines()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/article.yaml", SeedTexts.Article);
        folder.Write("mills/entities.yaml", SeedTexts.Entities);
        folder.Write("mills/statements.yaml", SeedTexts.Statements);
        var seed = SeedReader.ReadFolder(folder.Path).OrThrow();
        var article = Assert.Single(seed.Articles);
        Assert.Equal(["anna", "bread-fair", "crust", "old-mill"], article.Entities.Select(e => e.Key));
        Assert.Equal([1, 2], article.Passages.Select(p => p.Passage.Id.Number));
        Assert.Equal(3, article.Statements.Count);
        Assert.EndsWith("mills/statements.yaml", article.Statements[1].At.File, StringComparison.Ordinal);
        Assert.Equal(4, article.Statements[1].At.Line);
        Assert.True(article.Article.Date!.Value.Inferred);
    }

    [Fact]
    public void Quotes_become_spans_of_the_passage()
    {
        var article = SeedTexts.Read(SeedTexts.WithStatements(SeedTexts.Statements)).OrThrow().Articles[0];
        var texts = article.Passages.ToDictionary(p => p.Passage.Id, p => p.Passage.Texts);
        foreach (var evidence in article.Statements.SelectMany(s => s.Statement.Evidence))
            Assert.Equal(evidence.Quote, texts[evidence.Passage].In(evidence.Language)![evidence.Start..evidence.End]);
        Assert.Equal(6, article.Statements.SelectMany(s => s.Statement.Evidence).Count());
    }

    [Fact]
    public void A_symmetric_relationship_has_its_ends_in_order()
    {
        var rivals = Assert.IsType<Relationship>(SeedTexts.One("  - relationship: old-mill RIVAL_OF crust" + Evidence));
        Assert.Equal(("crust", "old-mill"), (rivals.Source, rivals.Target));
    }

    [Fact]
    public void Amounts_are_kept_exactly_in_the_base_unit()
    {
        var flour = (Observation)SeedTexts.One("  - observation: old-mill FLOUR\n    quantity: {amount: 0.1234567890123456789, unit: ton, bound: ABOUT}" + Evidence);
        var quantity = ((QuantityValue)flour.Value).Quantity;
        Assert.Equal((123456.7890123456789m, "gram", Bound.About), (quantity.Amount, quantity.Unit, quantity.Bound));
    }

    [Fact]
    public void Every_key_of_a_statement_is_read()
    {
        var statement = (Observation)SeedTexts.One("""
              - observation: old-mill FLOUR
                quantity: {amount: 3, amountMax: 4.50, unit: ton, bound: RANGE, text: {zh: 三到四吨半, en: 3 to 4.5 tons}}
                period: {during: {from: 2022, to: 2023-Q2~}, text: {zh: 近年, en: in recent years}}
                status: REPORTED
                polarity: NEGATED
                by: {entity: anna, en: the owner}
                hedge: {zh: 据说, en: reportedly}
                qualifiers: {scope: {zh: 黑麦, en: rye}, at: bread-fair, ordinal: 3, noted: 2024-01-05}
                amongOthers: true
            """ + Evidence);
        Assert.Equal((3_000_000m, 4_500_000m), (((QuantityValue)statement.Value).Quantity.Amount, ((QuantityValue)statement.Value).Quantity.AmountMax));
        Assert.Equal(("2022", "2023-Q2~"), (statement.Period!.From!.Value.ToMarkedString(), statement.Period.To!.Value.ToMarkedString()));
        Assert.Equal("in recent years", statement.Period.Text!.In("en"));
        Assert.Equal((Status.Reported, Polarity.Negated, true), (statement.Status, statement.Polarity, statement.AmongOthers));
        Assert.Equal(("anna", "the owner"), (statement.Speaker!.Entity, statement.Speaker.Text!.In("en")));
        Assert.Equal("据说", statement.Hedge!.In("zh"));
        Assert.Equal(["at", "noted", "ordinal", "scope"], statement.Qualifiers.Select(q => q.Key));
        Assert.Equal(new EntityValue("bread-fair"), statement.QualifierValue("at"));
    }

    [Theory]
    [InlineData("{at: 2023}", PeriodRole.At, "2023", "2023")]
    [InlineData("{by: 2023-10}", PeriodRole.By, null, "2023-10")]
    [InlineData("{since: 2023-10-24}", PeriodRole.Since, "2023-10-24", null)]
    [InlineData("{during: {to: 2023}}", PeriodRole.During, null, "2023")]
    [InlineData("{text: {zh: 近来}}", PeriodRole.During, null, null)]
    public void Periods_have_a_role(string written, PeriodRole role, string? from, string? to)
    {
        var period = ((Observation)SeedTexts.One($"  - observation: old-mill MOTTO\n    text: {{zh: 香}}\n    period: {written}" + Evidence)).Period!;
        Assert.Equal((role, from, to), (period.Role, period.From?.ToString(), period.To?.ToString()));
    }

    [Fact]
    public void Validity_may_be_words_alone()
    {
        var statement = (Relationship)SeedTexts.One("  - relationship: old-mill SUPPLIES anna\n    validText: {zh: 从前}" + Evidence);
        Assert.Equal(("从前", false), (statement.Validity!.Text!.In("zh"), statement.Validity.IsDated));
    }

    [Fact]
    public void A_derived_statement_knows_its_premises()
    {
        var statements = SeedTexts.Read(SeedTexts.WithStatements($"""
            statements:
              - observation: crust FLOUR
                quantity: {"{amount: 2, unit: ton}"}
                status: DERIVED
                derivedFrom: [mill, mill]
                evidence: [{"{passage: 2, zh: 面粉, en: flour}"}]
              - observation: old-mill FLOUR
                id: mill
                quantity: {"{amount: 3, unit: ton}"}
                evidence: [{"{passage: 2, zh: 面粉, en: flour}"}]
            """)).OrThrow().Articles[0].Statements;
        Assert.Equal([statements[1].Statement.Id], statements[0].Statement.DerivedFrom);
    }

    [Fact]
    public void Nth_says_which_occurrence_is_meant()
    {
        var statement = SeedTexts.One("  - observation: old-mill MOTTO\n    text: {zh: 香}\n    evidence: [{passage: 1, zh: 老磨坊, en: Old Mill, nth: 2}]\n");
        Assert.Equal([37, 12], statement.Evidence.Select(e => e.Start));
    }

    [Fact]
    public void Texts_are_compared_in_normal_form()
    {
        var text = SeedTexts.WithStatements("""
            statements:
              - observation: crust MOTTO
                text: {en: Crème}
                evidence: [{passage: 3, en: "Cre\u0300me"}]
            """).Replace("passages:\n", "passages:\n  - {number: 3, en: Crème first.}\n", StringComparison.Ordinal);
        var evidence = Assert.Single(SeedTexts.Read(text).OrThrow().Articles[0].Statements[0].Statement.Evidence);
        Assert.Equal((0, 5, "Crème"), (evidence.Start, evidence.End, evidence.Quote));
    }

    [Fact]
    public void An_article_for_a_filled_store_may_use_entities_that_it_does_not_declare()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.Article + "\n" + SeedTexts.Statements);
        Assert.False(SeedReader.Read([folder.Path + "/mills"], SeedTexts.ParsedOntology).HasErrors);
        Assert.False(SeedReader.Read([folder.Path + "/mills/a.yaml"], SeedTexts.ParsedOntology).HasErrors);
        var whole = SeedReader.ReadFolder(folder.Path);
        Assert.Equal(["old-mill", "crust"], whole.Problems.Select(p => p.Message.Split('\'')[1]).Distinct().Where(k => k != "anna"));
    }

    [Fact]
    public void An_entity_may_be_declared_by_another_article_of_the_seed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.Article + "\n" + SeedTexts.Statements);
        folder.Write("other/a.yaml", SeedTexts.Entities + "\narticle: {key: other, title: {en: Other}, language: en}\n");
        Assert.Equal(["mills", "other"], SeedReader.ReadFolder(folder.Path).OrThrow().Articles.Select(a => a.Key));
    }
}
