using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public sealed class ImporterTests : IAsyncDisposable
{
    private const string Other = """
        article: {key: other, title: {en: Other}, language: en}
        passages:
          - {number: 1, en: Old Mill supplies Anna. So they say.}
        statements:
          - relationship: old-mill SUPPLIES anna
            hedge: {en: they say}
            evidence: [{passage: 1, en: Old Mill supplies Anna}]
        """;

    private readonly ImportStore _store = new(SeedTexts.ParsedOntology);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static string Mills => SeedTexts.WithStatements(SeedTexts.Statements);

    private static SeedArticle Read(string text) => SeedTexts.Read(text).OrThrow().Articles[0];

    private async Task<ImportReport> Import(params string[] texts) => await Importer.Import(_store, [.. texts.Select(Read)], "test", CancellationToken.None);

    private static IReadOnlyList<Problem> ProblemsOf(Func<Task> import) => Assert.ThrowsAsync<ProblemsException>(import).GetAwaiter().GetResult().Problems;

    [Fact]
    public async Task An_empty_store_takes_all_of_it()
    {
        var report = await Import(Mills);
        Assert.Equal(1, report.Change);
        Assert.Equal((1, 2, 4, 3), (report.Articles.Added.Count, report.Passages.Added.Count, report.Entities.Added.Count, report.Statements.Added.Count));
        Assert.Equal(3, _store.StatementsById.Count);
        Assert.Equal(["anna", "crust", "old-mill", "old-mill"], _store.MentionsOf[new PassageId("mills", 1)].Where(m => m.Language == "en").Select(m => m.Entity).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await Import(Mills, Other);
        var report = await Import(Other, Mills);
        Assert.True(report.IsUnchanged);
        Assert.Equal(1, _store.LastChange);
        Assert.True(report.Statements.IsEmpty && report.Entities.IsEmpty && report.Passages.IsEmpty && report.Articles.IsEmpty);
    }

    [Fact]
    public async Task Two_articles_that_state_the_same_unite_their_evidence_in_any_order()
    {
        await Import(Mills);
        await Import(Other);
        var oneByOne = _store.Dump();
        var together = new ImportStore(SeedTexts.ParsedOntology);
        await Importer.Import(together, [Read(Other), Read(Mills)], "test", CancellationToken.None);
        Assert.Equal(oneByOne, together.Dump());
        var supplies = _store.StatementsById.Values.Single(s => s.Type == "SUPPLIES");
        Assert.Equal(["mills", "other"], supplies.SaidBy());
        Assert.Equal("they say", supplies.Hedge!.In("en")); // of the only one that has a hedge
    }

    [Fact]
    public async Task The_first_article_by_key_gives_the_words_though_it_comes_later()
    {
        var first = Other.Replace("key: other", "key: a-first", StringComparison.Ordinal);
        await Import(Mills);
        await Import(first);
        Assert.Equal("they say", _store.StatementsById.Values.Single(s => s.Type == "SUPPLIES").Hedge!.In("en"));
        Assert.True((await Import(Mills)).IsUnchanged);
    }

    [Fact]
    public async Task Two_articles_that_state_the_same_unite_their_words_language_by_language()
    {
        var one = Second("mill-a", "amongOthers: true, status: REPORTED, by: {zh: 一位师傅}, hedge: {en: they say}, validFrom: 2023?, validText: {zh: 去年起}", "{zh: 三月, en: March}");
        var two = Second("mill-b", "status: REPORTED, by: {zh: 老师傅, en: an old hand}, hedge: {zh: 听说, en: it is said}, validFrom: 2023, validText: {en: from 2023 on}", "{en: in spring}");
        await Import(one);
        await Import(two);
        await Import(one);
        var oneByOne = _store.Dump();
        var together = new ImportStore(SeedTexts.ParsedOntology);
        await Importer.Import(together, [Read(two), Read(one)], "test", CancellationToken.None);
        Assert.Equal(oneByOne, together.Dump());
        Assert.Equal(2, _store.LastChange); // the first, stated again, adds nothing

        var supplies = Assert.IsType<Relationship>(_store.StatementsById.Values.Single(s => s.Type == "SUPPLIES"));
        Assert.True(supplies.AmongOthers);
        Assert.Equal(("听说", "they say"), (supplies.Hedge!.In("zh"), supplies.Hedge.In("en")));
        Assert.Equal(("一位师傅", "an old hand"), (supplies.Speaker!.Text!.In("zh"), supplies.Speaker.Text.In("en")));
        Assert.Equal(("去年起", "from 2023 on"), (supplies.Validity!.Text!.In("zh"), supplies.Validity.Text.In("en")));
        Assert.False(supplies.Validity.Inferred); // the second says it outright
        var opened = Assert.IsType<Observation>(_store.StatementsById.Values.Single(s => s.Type == "OPENED"));
        Assert.Equal(("三月", "March"), (((DateValue)opened.Value).Words!.In("zh"), ((DateValue)opened.Value).Words!.In("en")));
    }

    private static string Second(string key, string supplies, string dateText) => Mills.Replace("key: mills", $"key: {key}", StringComparison.Ordinal)
        .Replace(SeedTexts.Statements, $$"""
            statements:
              - {relationship: old-mill SUPPLIES anna, {{supplies}}, evidence: [{passage: 1, zh: 老磨坊供货给安娜, en: Old Mill supplies Anna}]}
              - {observation: old-mill OPENED, date: 2023-03, dateText: {{dateText}}, evidence: [{passage: 1, zh: 老磨坊供货, en: Old Mill supplies}]}
            """, StringComparison.Ordinal);

    [Fact]
    public async Task A_statement_goes_with_its_last_evidence()
    {
        await Import(Mills, Other);
        var without = Mills.Replace(SeedTexts.Statements, "", StringComparison.Ordinal);
        var report = await Import(without);
        Assert.Equal(["FLOUR", "RIVAL_OF"], report.Statements.Removed.Select(s => s.Type).Order(StringComparer.Ordinal));
        Assert.Equal("SUPPLIES", Assert.Single(report.Statements.Changed).After.Type);
        await Import(Other.Split("statements:")[0]);
        Assert.Empty(_store.StatementsById);
    }

    [Fact]
    public async Task A_changed_value_is_told_as_one_change()
    {
        await Import(Mills);
        var report = await Import(Mills.Replace("amount: 3", "amount: 4", StringComparison.Ordinal));
        var (before, after) = Assert.Single(report.Statements.Changed);
        Assert.Equal((3_000_000m, 4_000_000m), (Amount(before), Amount(after)));
        Assert.NotEqual(before.Id, after.Id);
        Assert.True(report.Statements is { Added.Count: 0, Removed.Count: 0 });

        static decimal Amount(Statement s) => ((QuantityValue)((Observation)s).Value).Quantity.Amount;
    }

    [Fact]
    public async Task A_quote_that_left_its_passage_is_told()
    {
        await Import(Mills);
        var changed = Mills.Replace("Crust rivals Old Mill.", "Crust fights Old Mill.", StringComparison.Ordinal).Replace("en: Crust rivals Old Mill}", "en: Crust fights Old Mill}", StringComparison.Ordinal)
            .Replace("3 tons of flour.", "much.", StringComparison.Ordinal).Replace(SeedTexts.Statements[SeedTexts.Statements.IndexOf("- observation", StringComparison.Ordinal)..], "", StringComparison.Ordinal);
        var report = await Import(changed);
        Assert.Equal([("Crust rivals Old Mill", true), ("Old Mill used 3 tons of flour", false)], report.Stale.Select(s => (s.Evidence.Quote, s.Kept)));
        Assert.Equal(2, report.Passages.Changed.Count);
    }

    [Fact]
    public async Task An_entity_goes_with_its_last_declaration()
    {
        await Import(Mills);
        var report = await Import(Mills.Replace("  bread-fair:", "  #bread-fair:", StringComparison.Ordinal));
        Assert.Equal("bread-fair", Assert.Single(report.Entities.Removed).Key);
    }

    [Fact]
    public async Task An_entity_that_another_source_uses_cannot_go()
    {
        await Import(Mills, Other);
        var before = _store.Dump();
        var without = Mills.Replace(SeedTexts.Statements, "", StringComparison.Ordinal).Replace("  anna:", "  #anna:", StringComparison.Ordinal);
        var problem = Assert.Single(ProblemsOf(() => Import(without)));
        Assert.Contains("'anna' is no longer declared, but other sources state of it: old-mill SUPPLIES anna (mills, other)", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, _store.Dump());
    }

    [Fact]
    public async Task Another_source_may_not_declare_another_kind_or_identifier()
    {
        await Import(Mills);
        var other = Other + "\nentities:\n  crust: {kind: Person, names: {en: [Crust]}}\n  old-mill: {kind: Bakery, names: {en: [Old Mill]}, identifiers: {register: B9}}\n";
        var problems = ProblemsOf(() => Import(other));
        Assert.Contains(problems, p => p.Message.Contains("'crust' is a Person here and a Bakery in the store, as 'mills' says", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Message.Contains("has the register 'B9' here and 'B1' in the store", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kind_may_change_only_where_all_uses_still_fit()
    {
        await Import(Mills);
        await Import("""
            article: {key: third, title: {en: Third}, language: en}
            passages: [{number: 1, en: Old Mill rivals Crust.}]
            statements:
              - {relationship: crust RIVAL_OF old-mill, status: OPINION, evidence: [{passage: 1, en: Old Mill rivals Crust}]}
            """);
        var person = Mills.Replace(SeedTexts.Statements, "", StringComparison.Ordinal).Replace("crust: {kind: Bakery", "crust: {kind: Person", StringComparison.Ordinal);
        Assert.Contains("'crust' becomes a Person, but other sources state of it: crust RIVAL_OF old-mill (third)", Assert.Single(ProblemsOf(() => Import(person))).Message, StringComparison.Ordinal);
        var bakery = Mills.Replace("anna: {kind: Person", "anna: {kind: Bakery", StringComparison.Ordinal);
        Assert.Equal("Bakery", Assert.Single((await Import(bakery)).Entities.Changed).After.Kind);
    }

    [Fact]
    public async Task Names_of_several_sources_are_united_and_go_with_their_source()
    {
        await Import(Mills);
        var other = Other + "\nentities:\n  crust: {kind: Bakery, names: {en: [Crusty]}}\n";
        await Import(other);
        Assert.Equal(["脆皮", "Crust", "Crusty"], _store.EntitiesByKey["crust"].Names.Select(n => n.Text));
        await Import(Other);
        Assert.Equal(["脆皮", "Crust"], _store.EntitiesByKey["crust"].Names.Select(n => n.Text));
    }

    [Fact]
    public async Task Entities_may_be_declared_in_the_store_alone_but_must_be()
    {
        Assert.Contains("'old-mill', which is declared nowhere", ProblemsOf(() => Import(Other))[0].Message, StringComparison.Ordinal);
        await Import(Mills);
        Assert.Single((await Import(Other)).Articles.Added);
    }

    [Fact]
    public async Task A_new_name_links_in_passages_of_other_articles()
    {
        await Import(Mills, Other);
        var third = "article: {key: third, title: {en: T}, language: en}\nentities:\n  saying: {kind: Fair, names: {en: [they say]}}\n  mill-two: {kind: Bakery, names: {en: [Mill Two, {text: Old Mill, role: FORMER}]}}\n";
        var report = await Import(third);
        var other = _store.MentionsOf[new PassageId("other", 1)];
        Assert.Equal(["anna", "saying"], other.Select(m => m.Entity));
        Assert.Equal(3, report.Relinked.Count);
        Assert.Contains(report.Warnings, w => w.Message.Contains("'Old Mill' in passage 1 is a name of mill-two and old-mill", StringComparison.Ordinal));
        await Import(third.Split("entities:")[0]);
        Assert.Equal(["old-mill", "anna"], _store.MentionsOf[new PassageId("other", 1)].Select(m => m.Entity));
    }

    [Theory]
    [InlineData(", nth: 1", "crust")]
    [InlineData("", "saying")] // the longer name goes first
    public async Task What_a_seed_chose_survives_names_that_come_later(string nth, string expected)
    {
        var chosen = Other.Replace("say.}", $"say., mentions: [{{text: they, entity: crust{nth}}}]}}", StringComparison.Ordinal);
        await Import(Mills, chosen);
        Assert.Equal(["old-mill", "anna", "crust"], _store.MentionsOf[new PassageId("other", 1)].Select(m => m.Entity));
        await Import("article: {key: third, title: {en: T}, language: en}\nentities:\n  saying: {kind: Fair, names: {en: [they say]}}\n");
        Assert.Equal(["old-mill", "anna", expected], _store.MentionsOf[new PassageId("other", 1)].Select(m => m.Entity));
        Assert.True((await Import(Mills, chosen)).IsUnchanged);
    }

    [Fact]
    public async Task What_mutations_wrote_stays()
    {
        await Import(Mills);
        var supplies = _store.StatementsById.Values.Single(s => s.Type == "SUPPLIES");
        _store.StatementsById[supplies.Id] = supplies with { FromApi = true };
        Assert.True((await Import(Mills)).IsUnchanged);
        await Import(Mills.Replace(SeedTexts.Statements, "", StringComparison.Ordinal));
        Assert.Equal(["api"], Assert.Single(_store.StatementsById.Values).SaidBy());
    }

    [Fact]
    public async Task A_store_that_changed_meanwhile_is_a_conflict()
    {
        _store.BeforeApply = () =>
        {
            _store.BeforeApply = null;
            Import(Other + "\n" + SeedTexts.Entities).GetAwaiter().GetResult();
        };
        await Assert.ThrowsAsync<ConflictException>(() => Import(Mills));
        Assert.Equal(["other"], _store.ArticlesByKey.Keys);
    }

    [Fact]
    public async Task Passages_may_be_added_and_removed()
    {
        await Import(Mills);
        var fewer = SeedTexts.WithStatements("").Replace("  - {number: 2", "  - {number: 3", StringComparison.Ordinal);
        var report = await Import(fewer);
        Assert.Equal(3, Assert.Single(report.Passages.Added).Id.Number);
        Assert.Equal(2, Assert.Single(report.Passages.Removed).Id.Number);
        Assert.Equal(3, report.Statements.Removed.Count);
    }
}
