using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

/// <summary>Each fault of an ontology, alone in an otherwise right file: told once, in the right line, naming the key and a way out.</summary>
public class OntologyFaultTests
{
    [Theory]
    [InlineData("id: small-town", "id: Small_Town", "id: Small", "is not spelt [a-z0-9]", "lower-case")]
    [InlineData("id: small-town", "title2: {}", "title2", "'title2' is not a key", "Did you mean 'title'?", "'id' is missing")]
    [InlineData("languages: [en, de]", "languages: [en, de, english]", "languages:", "'english', which is no language tag", "zh-Hant")]
    [InlineData("languages: [en, de]", "languages: [en, de, en]", "languages:", "'en' twice", "Keep one")]
    [InlineData("  Club:\n", "  Club Of Friends:\n    label: {en: x, de: x}\n  Club:\n", "  Club Of Friends:", "is not spelt [A-Z]", "Rename")]
    [InlineData("label: {en: club, de: Verein}", "label: {en: club}", "label: {en: club}", "'label' has no text in 'de'", "Add de:")]
    [InlineData("    label: {en: feast, de: Fest}", "    color: \"#123456\"", "color: \"#123456\"", "'label' is missing", "Add label: {en: ..., de: ...}")]
    [InlineData("color: \"#a1b2c3\"", "color: blue", "color: blue", "not #RRGGBB", "hexadecimal")]
    [InlineData("    parent: Being\n    label: {en: old", "    parent: Bieng\n    label: {en: old", "parent: Bieng", "which is no kind", "Did you mean 'Being'?", "Being -> OldTree")]
    [InlineData("plural: people", "plural: all people", "plural: all", "not spelt [a-z]", "camelCase")]
    [InlineData("plural: people", "plurals: people", "plurals: people", "'plurals' is not a key of the kind Person", "Did you mean 'plural'?")]
    [InlineData("  MEMBER_OF:\n", "  NOT_MEMBER_OF:\n", "  NOT_MEMBER_OF:", "not beginning with NOT_", "Rename")]
    [InlineData("pairs: [Person -> Club]", "pairs: [Person -> Clubb]", "pairs: [Person", "names 'Clubb', which is no kind", "Did you mean 'Club'?")]
    [InlineData("pairs: [Person -> Club]", "pairs: [Person Club]", "pairs: [Person", "is no pair", "Write Kind -> Kind")]
    [InlineData("    pairs: [Person -> Club]\n", "", "    label: {en: member of,", "'pairs' of MEMBER_OF is missing", "Add 'pairs:")]
    [InlineData("[Person -> Person, Being -> OldTree, OldTree -> Being]", "[Being -> OldTree]", "pairs: [Being ->", "'Being -> OldTree' without 'OldTree -> Being'", "Add OldTree -> Being")]
    [InlineData("symmetric: true", "symmetric: yes", "symmetric: yes", "not true or false", "Write true or false", "'inverse' of KNOWS is missing")]
    [InlineData("    symmetric: true\n", "", "    pairs: [Person -> Person", "'inverse' of KNOWS is missing", "symmetric: true")]
    [InlineData("pairs: [Person -> Club]", "pairs: [Person -> Club, Club -> Person]\n    symmetric: true", "inverse:", "does not go with 'symmetric: true'", "Remove 'inverse'")]
    [InlineData("      field: members\n", "", "label: {en: has member", "'field' is missing", "how the target sees MEMBER_OF")]
    [InlineData("{target} has the member {source}", "{target} has a member", "sentence: {en: \"{target} has", "has no {source} outside brackets", "Put {source}")]
    [InlineData("[ since {from}]", " since {from}", "sentence: {en: \"{source} belongs", "{from} outside brackets", "Put it in brackets")]
    [InlineData("[ since {from}]", "[ since {frm}]", "sentence: {en: \"{source} belongs", "unknown placeholder {frm}", "Did you mean 'from'?")]
    [InlineData("[ since {from}]", "[ since {from}", "sentence: {en: \"{source} belongs", "is not closed", "[...]")]
    [InlineData("{source} does not belong to {target}", "{source} does not belong", "denial:", "'denial' in 'en' has no {target}", "Put {target}")]
    [InlineData("de: \"{source} gehört nicht zu {target}\"", "fr: \"{source} {target}\"", "denial:", "'denial' has no text in 'de'", "Add de:", "'fr' is not a key")]
    [InlineData("  HEIGHT:\n", "  KNOWS:\n", "KNOWS:\n    kinds", "is a metric and a relationship type", "Rename")]
    [InlineData("kinds: [Being]", "kinds: [Beings]", "kinds: [Beings]", "names 'Beings', which is no kind", "Did you mean 'Being'?")]
    [InlineData("    kinds: [Being]\n", "", "    unit: m\n", "'kinds' of HEIGHT is missing", "Add 'kinds:")]
    [InlineData("    unit: m\n", "", "    kinds: [Being]", "'unit' is missing", "base unit")]
    [InlineData("    unit: m\n", "    unit: km\n", "    unit: km\n", "which is a multiple of m", "unit: m")]
    [InlineData("    unit: m\n", "    unit: cubit\n", "    unit: cubit\n", "which is no unit", "Declare it")]
    [InlineData("    value: DATE\n", "    value: DATE\n    unit: m\n", "    unit: m\n    kinds: [Person]", "goes with value QUANTITY only", "Remove 'unit'")]
    [InlineData("    value: TEXT\n", "    value: TEXT\n    additive: {time: true}\n", "    additive: {time: true}\n    kinds", "goes with value QUANTITY only", "Remove 'additive'")]
    [InlineData("    value: TEXT\n", "    value: text\n    unit: m\n", "    value: text", "not one of the known values", "QUANTITY, DATE, TEXT")]
    [InlineData("{entity} has {value}", "{entity} has [{value}]", "sentence: {en: \"{entity} has", "has no {value} outside brackets", "Put {value}")]
    [InlineData("[, at {place}]", "[, at {plaec}]", "sentence: {en: \"{entity} is", "unknown placeholder {plaec}", "Did you mean 'place'?")]
    [InlineData("base: m, factor: 1000", "base: m", "km: {name", "'factor' is missing", "how many m")]
    [InlineData("base: m, factor: 1000", "base: m, factor: 0", "km: {name", "not above 0", "how many m")]
    [InlineData("base: m, factor: 1000", "base: m, factor: 1e3", "km: {name", "not a number", "digits")]
    [InlineData("base: m, factor: 1000", "factor: 1000", "km: {name", "goes with 'base' only", "Add 'base:'")]
    [InlineData("base: m, factor: 1000", "base: mm, factor: 1000", "km: {name", "which is no unit", "Did you mean 'm'?")]
    [InlineData("base: m, factor: 1000", "base: km, factor: 1000", "km: {name", "is its own base", "base unit")]
    [InlineData("symbol: {en: km, de: km}", "symbol: {en: km}", "km: {name", "'symbol' has no text in 'de'", "de: \"\"")]
    [InlineData("scope: {type: TEXT, ", "scope: {", "scope: {", "'type' of the qualifier scope is missing", "QUANTITY or DATE")]
    [InlineData("scope: {type: TEXT, ", "scope: {type: TEXT, unit: m, ", "scope: {", "goes with type QUANTITY only", "Remove 'unit'")]
    [InlineData("scope: {type: TEXT, ", "scope: {type: TEXT, kinds: [Club], ", "scope: {", "goes with type ENTITY only", "Remove 'kinds'")]
    [InlineData("type: ENTITY, kinds: [Feast]", "type: ENTITY, kinds: [Feasts]", "at: {", "names 'Feasts', which is no kind", "Did you mean 'Feast'?")]
    [InlineData("scope: {type: TEXT, ", "Scope: {type: TEXT, ", "Scope: {", "is not spelt [a-z]", "Rename")]
    public void A_fault_is_told_with_line_key_and_remedy(string old, string @new, string where, string message, string remedy, string? alsoTold = null)
    {
        var yaml = SmallOntology.With(old, @new);
        var result = OntologyReader.Parse(yaml, "ontology.yaml");
        Assert.Null(result.Value);
        var problem = Assert.Single(result.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(("ontology.yaml", SmallOntology.LineOf(yaml, where)), (problem.File, problem.Line));
        Assert.All(result.Problems.Where(p => p != problem), p => Assert.Contains(alsoTold ?? "nothing else is told", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parents_in_a_circle_are_told_at_one_of_them()
    {
        var yaml = SmallOntology.With("  Being:\n", "  Being:\n    parent: Person\n");
        var problem = Assert.Single(OntologyReader.Parse(yaml, "o.yaml").Problems, p => p.Message.Contains("circle", StringComparison.Ordinal));
        Assert.Contains("Being -> Person -> Being", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_whose_bases_lead_in_a_circle_are_both_told()
    {
        var yaml = SmallOntology.With("symbol: {en: m, de: m}}", "symbol: {en: m, de: m}, base: km, factor: 0.001}");
        Assert.Equal(2, OntologyReader.Parse(yaml, "o.yaml").Problems.Count(p => p.Message.Contains("which is itself a multiple of", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var yaml = SmallOntology.Text.Replace("de: Verein", "", StringComparison.Ordinal).Replace("Person -> Club", "Person -> Clubb", StringComparison.Ordinal)
            .Replace("factor: 1000", "factor: -1", StringComparison.Ordinal).Replace("value: DATE", "value: DAY\n    unit: m", StringComparison.Ordinal);
        Assert.Equal(4, OntologyReader.Parse(yaml, "o.yaml").Problems.Count);
    }

    [Fact]
    public void Without_languages_those_of_the_title_serve_to_read_the_rest()
    {
        var yaml = SmallOntology.With("languages: [en, de]\n", "").Replace("de: Verein", "", StringComparison.Ordinal);
        Assert.Equal(["'languages' is missing", "'label' has no text in 'de'"], OntologyReader.Parse(yaml, "o.yaml").Problems.Select(p => p.Message));
    }

    [Fact]
    public void The_same_phrase_of_two_types_is_a_warning_that_names_both()
    {
        var yaml = SmallOntology.With("phrases: {en: [how tall]}", "phrases: {en: [Who Belongs To]}");
        var result = OntologyReader.Parse(yaml, "o.yaml");
        Assert.NotNull(result.Value);
        var warning = Assert.Single(result.Problems);
        Assert.Equal((Severity.Warning, SmallOntology.LineOf(yaml, "Who Belongs To")), (warning.Severity, warning.Line));
        Assert.Contains("the inverse of MEMBER_OF", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[a, b]")]
    [InlineData("id: [\n")]
    [InlineData("kinds: {? [a] : b, '': {}, '___': {label: {}}}\nlanguages: [en]\nrelationships: {'': {}, '_': {pairs: {}}}\nqualifiers: [x]\nunits: {m: 3}\nmetrics: {A: }")]
    [InlineData("languages: [en]\nkinds: {A: {parent: A, label: {en: a}}, B: {parent: C}, C: {parent: B}}")]
    public void Nonsense_gives_problems_and_never_throws(string yaml)
    {
        var result = OntologyReader.Parse(yaml, "o.yaml");
        Assert.Null(result.Value);
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void Whatever_is_cut_out_or_doubled_nothing_is_thrown_and_errors_name_a_line()
    {
        var lines = SmallOntology.Text.Split('\n');
        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Bool).Sample((line, from, length, twice) =>
        {
            var text = lines[line];
            var (start, end) = (Math.Min(from, text.Length), Math.Min(from + length, text.Length));
            var edited = lines.ToArray();
            edited[line] = twice ? text[..end] + text[start..] : text[..start] + text[end..];
            var result = OntologyReader.Parse(string.Join('\n', edited), "o.yaml");
            return (result.Value is null) == result.HasErrors && result.Problems.All(p => p is { File: "o.yaml", Line: > 0, Remedy.Length: > 0 });
        }, iter: 1000);
    }

    [Fact]
    public void Whatever_is_put_in_nothing_is_thrown()
    {
        string[] pieces = ["{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "'", "\"", "#", "&a ", "*a", "!t ", "|", ">", "%", "@", "`", ",", "? ", "---", "...", "\t", "\0", "\ud800", "~", "<<: "];
        Gen.Select(Gen.Int[0, SmallOntology.Text.Length], Gen.Int[0, pieces.Length - 1].Array[1, 4], Gen.Bool).Sample((at, put, cut) =>
        {
            var result = OntologyReader.Parse(SmallOntology.Text[..at] + string.Concat(put.Select(i => pieces[i])) + (cut ? "" : SmallOntology.Text[at..]), "o.yaml");
            return (result.Value is null) == result.HasErrors;
        }, iter: 1000);
    }

    [Fact]
    public void An_unclosed_brace_before_the_end_is_told()
    {
        var problem = Assert.Single(OntologyReader.Parse("id: a\nkinds:\n  A: {label: x\n  B:\n", "o.yaml").Problems);
        Assert.Contains("not YAML", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tower_of_kinds_is_refused()
    {
        var tower = string.Concat(Enumerable.Range(1, 900).Select(i => $"  K{i}: {{parent: K{i - 1}, label: {{en: k}}}}\n"));
        var result = OntologyReader.Parse($"id: a\ntitle: {{en: A}}\nlanguages: [en]\nkinds:\n  K0: {{label: {{en: k}}}}\n{tower}", "o.yaml");
        Assert.Contains("more than 32 kinds above it", result.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_kinds_than_a_schema_bears_are_refused()
    {
        var crowd = string.Concat(Enumerable.Range(1, 1001).Select(i => $"  K{i}: {{label: {{en: k}}}}\n"));
        var result = OntologyReader.Parse($"id: a\ntitle: {{en: A}}\nlanguages: [en]\nkinds:\n{crowd}", "o.yaml");
        Assert.Contains("at most 1000", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[zh, EN]", "'languages' has 'EN', which is no language tag", "Did you mean 'en'?")]
    [InlineData("[zh, em]", "'en' is not a key of title, nor in ", "Did you mean 'em'?")]
    public void A_mistyped_language_is_one_fault(string languages, string message, string remedy)
    {
        var text = SeedTexts.Ontology.Replace("[zh, en]", languages, StringComparison.Ordinal);
        var problem = Assert.Single(OntologyReader.Parse(text, "ontology.yaml").Problems);
        Assert.Equal(3, problem.Line + (problem.Message.Contains("title", StringComparison.Ordinal) ? 1 : 0));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }
}
