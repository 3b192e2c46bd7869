using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SeedFaultTests
{
    private const string Head = "  - relationship: old-mill SUPPLIES anna\n";
    private const string Quotes = "    evidence: [{passage: 1, zh: 老磨坊供货给安娜, en: Old Mill supplies Anna}]\n";
    private const string Flour = "  - observation: old-mill FLOUR\n" + Quotes;

    public static TheoryData<string, string, string> Statements => new()
    {
        { "  - relationship: old-mill SUPLIES anna\n" + Quotes, "the relationship type 'SUPLIES' is not in the ontology", "Did you mean 'SUPPLIES'?" },
        { "  - relationship: old-mill FLOUR anna\n" + Quotes, "'FLOUR' is not in the ontology", "It is a metric" },
        { "  - relationship: old-mill SUPPLIES old-mill\n" + Quotes, "'old-mill' is related to itself", "two different ends" },
        { "  - relationship: old-mill SUPPLIES\n" + Quotes, "not three words", "source TYPE target" },
        { "  - observation: old-mill FLOWER\n" + Quotes, "the metric 'FLOWER' is not in the ontology", "FLOUR" },
        { "  - observation: old-mill RIVAL_OF\n" + Quotes, "'RIVAL_OF' is not in the ontology", "It is a relationship type" },
        { "  - status: STATED\n" + Quotes, "neither 'relationship' nor 'observation'", "Write one of" },
        { Head + "    observation: old-mill FLOUR\n" + Quotes, "both 'relationship' and 'observation'", "Write one of" },
        { Head + "    statsu: STATED\n" + Quotes, "'statsu' is not a key of a statement", "Did you mean 'status'?" },
        { Head + "    status: SAID\n" + Quotes, "'status' is 'SAID'", "DERIVED, IMPLIED" },
        { Head + "    quantity: {amount: 1, unit: ton}\n" + Quotes, "'quantity' belongs to an observation", "Remove it" },
        { Head + "    validFrom: 2023-02-30\n" + Quotes, "'validFrom' is '2023-02-30', which is no date", "2023-10-24" },
        { Head + "    validFrom: 2024\n    validTo: 2023\n" + Quotes, "it ends (2023) before it begins (2024)", "Exchange validFrom and validTo" },
        { Head + "    qualifiers: {scop: {zh: 黑}}\n" + Quotes, "the qualifier 'scop' is not in the ontology", "Did you mean 'scope'?" },
        { Head + "    qualifiers: {at: [x]}\n" + Quotes, "the qualifier 'at' is a list", "key of an entity" },
        { Head + "    qualifiers: {noted: soon}\n" + Quotes, "'noted' is 'soon', which is no date", "Write 2022" },
        { Head + "    hedge: 据说\n" + Quotes, "'hedge' is '据说', not text per language", "{zh: ..., en: ...}" },
        { Head + "    hedge: {fr: on dit}\n" + Quotes, "'fr' is not a key of hedge", "Known: en, zh" },
        { Head + "    by: {}\n" + Quotes, "'by' names nobody", "Write a key" },
        { Head + "    status: DERIVED\n" + Quotes, "a DERIVED statement needs 'derivedFrom'", "'id'" },
        { Head + "    derivedFrom: [x]\n" + Quotes, "'derivedFrom' belongs to a DERIVED statement", "status: DERIVED" },
        { Head + "    status: DERIVED\n    derivedFrom: [x]\n" + Quotes, "'derivedFrom' names 'x', which is no statement's id", "Give the premise that id" },
        { Head + "    id: x\n    status: DERIVED\n    derivedFrom: [x]\n" + Quotes, "the statement is derived from itself", "Remove" },
        { Flour, "the observation has no 'quantity'", "Add quantity" },
        { Flour + "    quantity: {amount: 1600}\n", "'quantity' has no 'unit'", "one of gram, ton" },
        { Flour + "    quantity: {amount: 1, unit: count}\n", "the unit 'count' is of count, but 'quantity' is measured in gram", "gram, ton" },
        { Flour + "    quantity: {amount: 1, unit: kg}\n", "the unit 'kg' is not in the ontology", "gram, ton" },
        { Flour + "    quantity: {amount: 1 600, unit: ton}\n", "'amount' is '1 600', not a number", "without separators" },
        { Flour + "    quantity: {amount: 79228162514264337593543950335, unit: ton}\n", "does not fit 28 digits in gram", "fewer digits" },
        { Flour + "    quantity: {amount: 0.12345678901234567890123456789012, unit: ton}\n", "not a number of at most 28 digits", "digits" },
        { Flour + "    quantity: {amount: 2, amountMax: 1, unit: ton}\n", "'amountMax' must be above 'amount'", "RANGE" },
        { Flour + "    quantity: {amount: 2, bound: RANGE, unit: ton}\n", "a RANGE needs 'amountMax'", "RANGE" },
        { Flour + "    quantity: {amount: 2, unit: ton}\n    date: 2022\n", "'date' belongs to a metric of another value", "Remove it" },
        { Flour + "    quantity: {amount: 2, unit: ton}\n    validFrom: 2022\n", "'validFrom' belongs to a relationship", "Remove it" },
        { Flour + "    quantity: {amount: 2, unit: ton}\n    period: {at: 2022, by: 2023}\n", "both 'at' and 'by'", "Keep one" },
        { Flour + "    quantity: {amount: 2, unit: ton}\n    period: {}\n", "a period needs a date or words", "{at: date}" },
        { Flour + "    quantity: {amount: 2, unit: ton}\n    period: {by: {from: 2022}}\n", "a deadline (by) has no 'from'", "Write" },
        { Flour + "    quantity: {amount: 1,240, unit: ton}\n", "'240' is not a key of 'quantity'", "numbers are written plain, 1240" },
        { Head + "    qualifiers: {scope: {en: all, because of it}}\n" + Quotes, "'because of it' is not a key of scope", "in quotes: \"all, because of it\"" },
        { Flour + "    quantity: {amount: 2, unit: ton}\n    period: 2022\n", "'period' is '2022', which does not say how", "{since: date}" },
        { Head, "the statement has no 'evidence'", "Add evidence" },
        { Head + "    evidence: [{passage: 9, zh: 老磨坊, en: Old Mill}]\n", "there is no passage '9'", "number of one of its passages" },
        { Head + "    evidence: [{passage: 1, zh: 老磨坊供货给安娜}]\n", "the evidence has no quote in 'en'", "Add en" },
        { Head + "    evidence: [{passage: 1, zh: 老磨坊供货给安娜, en: Old Mill suplies Anna}]\n", "'Old Mill suplies Anna' does not stand in passage 1 (en)", "it differs behind 'Old Mill sup'" },
        { Head + "    evidence: [{passage: 1, zh: '老磨坊供货给安娜.', en: Old Mill supplies Anna}]\n", "does not stand in passage 1 (zh)", "only in white space, width, case or punctuation: copy '老磨坊供货给安娜'" },
        { Head + "    evidence: [{passage: 1, zh: 老磨坊供货给安娜, en: Nothing of it}]\n", "does not stand in passage 1 (en)", "Copy the words from this passage" },
        { Head + "    evidence: [{passage: 1, zh: 老磨坊, en: Crust}]\n", "'老磨坊' stands 2 times in passage 1 (zh)", "Add nth: {zh: 1}" },
        { Head + "    evidence: [{passage: 1, zh: 老磨坊, en: Old Mill, nth: 3}]\n", "stands 2 times in passage 1 (zh), not 3", "from 1 to 2" },
        { Head + "    evidence: [{passage: 1, zh: 老磨坊, en: Old Mill, nth: two}]\n", "'nth' is 'two'", "Count" },
        { Head + Quotes + Head + Quotes, "says the same as the one in a.yaml:15", "Unite them" },
        { "  - relationship: crust RIVAL_OF old-mill\n" + Quotes + "  - relationship: old-mill RIVAL_OF crust\n" + Quotes, "seen from its other end", "Unite them" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_fault_of_a_statement_is_told_with_line_and_remedy(string statements, string message, string remedy)
    {
        var read = SeedTexts.Read(SeedTexts.WithStatements("statements:\n" + statements));
        Assert.Null(read.Value);
        var problem = Assert.Single(read.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Equal("a.yaml", problem.File);
        Assert.InRange(problem.Line, 15, 20);
    }

    public static TheoryData<string, string, string> Articles => new()
    {
        { "key: mills", "key: Mills", "'Mills' is no key" },
        { "key: mills", "key: api", "the key 'api' is taken" },
        { "language: zh", "language: fr", "'language' is 'fr', which the ontology does not have" },
        { "date: 2024-01?", "date: 2024-13", "'date' is '2024-13', which is no date" },
        { "date: 2024-01?", "url: javascript:alert(1)", "not a web address" },
        { "title: {zh: 磨坊, en: Mills}", "titel: {zh: 磨坊}", "'titel' is not a key of 'article'" },
        { "article:", "articel:", "the section 'article' is missing" },
        { "{number: 2,", "{number: 1,", "passage 1 stands twice" },
        { "{number: 2,", "{number: 0,", "'number' is '0'" },
        { "{number: 2,", "{number: 2, sha256: abc,", "'sha256' is not 64 hexadecimal digits" },
        { "{number: 2,", "{number: 2, fr: Bonjour,", "'fr' is not a key of a passage" },
        { "{number: 2,", "{number: 2, mentions: [{text: 糕点, entity: crust}],", "'糕点' does not stand in the passage" },
        { "kind: Fair", "kind: Faire", "the kind 'Faire' is not in the ontology" },
        { "kind: Fair", "kind: Agent", "the kind 'Agent' covers others" },
        { "kind: Fair,", "", "the entity 'bread-fair' has no 'kind'" },
        { "  crust:", "  anna:", "the key 'anna' stands twice" },
        { "  crust:", "  Crust_:", "'Crust_' is no key" },
        { "names: {zh: [脆皮], en: [Crust]}", "names: {zh: [{text: 脆皮, role: ALIAS}]}", "the entity 'crust' has no preferred name" },
        { "names: {zh: [脆皮], en: [Crust]}", "names: {zh: [脆皮, '']}", "a name is empty" },
        { "names: {zh: [脆皮], en: [Crust]}", "names: {zh: [脆皮, 脆皮]}", "the name '脆皮' stands twice" },
        { "names: {zh: [脆皮], en: [Crust]}", "names: {zh: [{text: 脆皮, role: NICK}]}", "'role' is 'NICK'" },
        { "names: {zh: [脆皮], en: [Crust]}", "names: {zh: [脆皮], fr: [Croute]}", "'fr' is not a key of 'names'" },
        { "identifiers: {register: B1}", "identifiers: {register: [B1]}", "the identifier 'register' is a list" },
        { "entities:", "entitys:", "'entitys' is not a key of an article's file" },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public void A_fault_of_an_article_is_told_with_its_line(string there, string instead, string message)
    {
        var text = SeedTexts.WithStatements(SeedTexts.Statements);
        Assert.Contains(there, text, StringComparison.Ordinal);
        var read = SeedTexts.Read(text.Replace(there, instead, StringComparison.Ordinal));
        Assert.Null(read.Value);
        var problem = Assert.Single(read.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal("a.yaml", problem.File);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_name_of_more_than_500_characters_is_an_error()
    {
        var text = SeedTexts.WithStatements(SeedTexts.Statements).Replace("[Crust]", $"[{new string('x', 501)}]", StringComparison.Ordinal);
        Assert.Contains("the name has 501 characters", Assert.Single(SeedTexts.Read(text).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna SUPPLIES old-mill", "SUPPLIES leads from a Bakery to a Person, not from a Person")]
    [InlineData("bread-fair SUPPLIES anna", "SUPPLIES does not lead from a Fair")]
    [InlineData("old-mill SUPPLIES ana", "the relationship ends at 'ana', which is declared nowhere")]
    public void Ends_must_exist_and_fit_the_type(string triple, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements($"statements:\n  - relationship: {triple}\n" + Quotes));
        Assert.Contains(message, Assert.Single(SeedReader.ReadFolder(folder.Path).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    qualifiers: {at: crust}\n", "the qualifier 'at' is not of a Bakery ('crust')")]
    [InlineData("    by: nobody\n", "'by' names 'nobody', which is declared nowhere")]
    public void Speakers_and_qualifiers_must_exist_and_fit(string key, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements("statements:\n" + Head + key + Quotes));
        Assert.Contains(message, Assert.Single(SeedReader.ReadFolder(folder.Path).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_must_apply_to_the_kind()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements("statements:\n  - observation: anna FLOUR\n    quantity: {amount: 1, unit: ton}\n" + Quotes));
        Assert.Contains("the metric FLOUR is not said of a Person ('anna')", Assert.Single(SeedReader.ReadFolder(folder.Path).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_must_agree_on_kinds_and_identifiers()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements(SeedTexts.Statements));
        folder.Write("other/a.yaml", """
            article: {key: other, title: {en: Other}, language: en}
            entities:
              crust: {kind: Person, names: {en: [Crust]}}
              old-mill: {kind: Bakery, names: {en: [Old Mill]}, identifiers: {register: B2}}
              new-mill: {kind: Bakery, names: {en: [New Mill]}, identifiers: {register: B1}}
            """);
        var problems = SeedReader.ReadFolder(folder.Path).Problems;
        Assert.Contains(problems, p => p.Line == 3 && p.Message.Contains("'crust' is a Person here and a Bakery in", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Line == 4 && p.Message.Contains("has the register 'B2' here and 'B1' in", StringComparison.Ordinal));
        Assert.Contains(problems, p => p is { Line: 5, Severity: Severity.Warning } && p.Message.Contains("as 'old-mill' in", StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("a/a.yaml", "article: {key: a}\nstatements: [{relationship: x}]\n");
        folder.Write("b/b.yaml", "article: {key: b, title: {en: B}, language: fr}\npassages: [1]\n");
        folder.Write("b/c.yml", "");
        folder.Write("stray.yaml", "");
        var files = SeedReader.ReadFolder(folder.Path).Problems.Select(p => p.File[(folder.Path.Length + 1)..]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["a/a.yaml", "b/b.yaml", "b/c.yml", "stray.yaml"], files);
    }

    private const string Other = """
        article: {key: other, title: {en: Other}, language: en}
        passages: [{number: 1, en: Old Mill supplies Anna.}]
        statements:
          - relationship: old-mill SUPPLIES anna
            evidence: [{passage: 1, en: Old Mill supplies Anna}]
        """;

    [Theory]
    [InlineData("anna: {kind: Person,", "anna: {kind: Agent,", "the kind 'Agent' covers others")]
    [InlineData("title: {zh: 磨坊, en: Mills}", "publisher: Miller", "'title' is missing")]
    [InlineData("entities:", "entities:\n\t", "this is not YAML")]
    public void A_fault_of_one_article_is_not_told_again_where_others_use_its_entities(string there, string instead, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements(SeedTexts.Statements).Replace(there, instead, StringComparison.Ordinal));
        folder.Write("other/a.yaml", Other);
        var problem = Assert.Single(SeedReader.ReadFolder(folder.Path).Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_kinds_of_one_entity_are_one_fault_wherever_it_is_used()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements(SeedTexts.Statements));
        folder.Write("above/a.yaml", Other.Replace("key: other", "key: above", StringComparison.Ordinal) + "\nentities:\n  anna: {kind: Fair, names: {en: [Anna]}}\n");
        Assert.Contains("'anna' is a Person here and a Fair in", Assert.Single(SeedReader.ReadFolder(folder.Path).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_qualifier_that_does_not_fit_is_told_with_its_own_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ontology.yaml", SeedTexts.Ontology);
        folder.Write("mills/a.yaml", SeedTexts.WithStatements("statements:\n" + Head + "    qualifiers:\n      at: crust\n" + Quotes));
        Assert.Equal(17, Assert.Single(SeedReader.ReadFolder(folder.Path).Problems).Line);
    }

    [Fact]
    public void A_wrong_path_says_what_it_means()
    {
        var problem = Assert.Single(SeedReader.ReadFolder("no/such/seed").Problems).ToString();
        Assert.Equal($"no/such/seed: error: there is no such folder. Name the folder of a seed: from the working directory, it means {Path.GetFullPath("no/such/seed")}.", problem);
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", SeedTexts.Article);
        Assert.Contains("the folder has no ontology.yaml. Name the seed itself", Assert.Single(SeedReader.ReadFolder(folder.Path).Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem()
    {
        Assert.Contains("no such file or folder", Assert.Single(SeedReader.Read(["/nowhere/at/all"], SeedTexts.ParsedOntology).Problems).Message, StringComparison.Ordinal);
        Assert.True(SeedReader.ReadFolder("/nowhere/at/all").HasErrors);
    }
}
