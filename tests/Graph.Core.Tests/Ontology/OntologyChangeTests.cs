using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

/// <summary>The store of these tests holds one use of nearly everything in <see cref="SmallOntology"/>.</summary>
public class OntologyChangeTests
{
    private static readonly Relationship _member = Of(new Relationship { Id = default, Type = "MEMBER_OF", Source = "ann", Target = "choir", Polarity = Polarity.Negated });

    private static readonly Relationship _knows = Of(new Relationship { Id = default, Type = "KNOWS", Source = "ann", Target = "oak" });

    private static readonly Observation _height = Of(new Observation
    {
        Id = default, Type = "HEIGHT", Entity = "oak", Value = new QuantityValue(Quantity.Of(20, "m")),
        Qualifiers = [new("at", new EntityValue("fair")), new("ordinal", new QuantityValue(Quantity.Of(1, "rank"))), new("place", new EntityValue("choir"))],
    });

    private static readonly Observation _motto = Of(new Observation { Id = default, Type = "MOTTO", Entity = "choir", Value = new TextValue(LocalText.Of("de", "Laut")) });

    private static readonly Passage _passage = new(new PassageId("news", 1), new LocalText([new("en", "Ann sings."), new("de", "Ann singt.")]), null, null);

    [Fact]
    public void Wording_and_additions_are_fine()
    {
        var after = Changed(("label: {en: club, de: Verein}", "label: {en: society, de: Klub}\n    color: \"#000000\""),
            ("  Feast:\n", "  Guild:\n    label: {en: guild, de: Gilde}\n  Feast:\n"), ("pairs: [Person -> Club]", "pairs: [Person -> Club, OldTree -> Club]\n    functional: true"),
            ("field: members", "field: folk"), ("factor: 1000", "factor: 1001"), ("kinds: [Feast]", "kinds: [Feast, Club]"));
        Assert.Empty(OntologyChange.Compare(SmallOntology.Whole, after));
    }

    [Fact]
    public void A_language_more_is_fine() => Assert.Empty(OntologyChange.Compare(SmallOntology.Whole, Speaking("en", "fr", "de")));

    [Fact]
    public void Naming_the_children_instead_of_their_parent_is_fine() =>
        Assert.Empty(OntologyChange.Compare(SmallOntology.Whole, Changed(("kinds: [Being]", "kinds: [Person, OldTree]"), ("Being -> OldTree,", "Person -> OldTree, OldTree -> OldTree,"))));

    public static TheoryData<string, (string Old, string New)[], string[]> Narrowings() => new()
    {
        { "the kind 'OldTree' is gone", [("OldTree", "Bush")], ["oak"] },
        { "the kind 'Club' has children now", [("  Feast:\n", "  Choir:\n    parent: Club\n    label: {en: choir, de: Chor}\n  Feast:\n")], ["choir"] },
        { "the relationship type 'MEMBER_OF' is gone", [("MEMBER_OF", "PART_OF")], [_member.Id.ToString()] },
        { "the relationship type 'KNOWS' no longer leads OldTree -> Person, Person -> OldTree", [("Being -> OldTree, OldTree -> Being", "OldTree -> OldTree")], [_knows.Id.ToString()] },
        { "the metric 'HEIGHT' is no longer said of OldTree", [("  OldTree:\n    parent: Being", "  OldTree:"), ("Being -> OldTree, OldTree -> Being", "Person -> OldTree, OldTree -> Person, OldTree -> OldTree")], [_height.Id.ToString()] },
        { "the relationship type 'KNOWS' is no longer symmetric", [("symmetric: true", "inverse: {field: knownBy, label: {en: x, de: x}, sentence: {en: \"{source} {target}\", de: \"{source} {target}\"}}")], [_knows.Id.ToString()] },
        { "the metric 'HEIGHT' is gone", [("HEIGHT", "SIZE")], [_height.Id.ToString()] },
        { "the metric 'HEIGHT' is in rank instead of m", [("    unit: m\n", "    unit: rank\n")], [_height.Id.ToString()] },
        { "the metric 'MOTTO' is DATE instead of TEXT", [("value: TEXT", "value: DATE")], [_motto.Id.ToString()] },
        { "the qualifier 'at' is gone", [("  at: {", "  during: {")], [_height.Id.ToString()] },
        { "the qualifier 'place' is TEXT instead of ENTITY", [("place: {type: ENTITY", "place: {type: TEXT")], [_height.Id.ToString()] },
        { "the qualifier 'ordinal' is in m instead of rank", [("unit: rank", "unit: m")], [_height.Id.ToString()] },
        { "the qualifier 'at' no longer names Feast", [("kinds: [Feast]", "kinds: [Club]")], [_height.Id.ToString()] },
        { "the qualifier 'place' no longer names Club", [("place: {type: ENTITY", "place: {type: ENTITY, kinds: [Person, OldTree, Feast]")], [_height.Id.ToString()] },
    };

    [Theory]
    [MemberData(nameof(Narrowings))]
    public async Task What_is_in_use_cannot_be_narrowed(string what, (string Old, string New)[] edits, string[] ids)
    {
        var store = Filled();
        var refused = await Assert.ThrowsAsync<OntologyInUseException>(async () => await OntologyChange.AdoptInto(store, Changed(edits), default));
        var use = Assert.Single(refused.Uses);
        Assert.StartsWith(what, use.What, StringComparison.Ordinal);
        Assert.Equal(ids.Length, use.Count);
        Assert.Equal(ids, use.Ids);
        Assert.Equal(ErrorCode.Conflict, refused.Code);
        Assert.Contains(use.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Null(store.Adopted);
    }

    [Theory]
    [InlineData("MONEY", "WEALTH")]
    [InlineData("OldTree -> Being]", "OldTree -> Person]", "Being -> OldTree", "Person -> OldTree")]
    [InlineData("  scope: {type: TEXT", "  scope: {type: DATE")]
    [InlineData("  Feast:\n", "  Ball:\n", "[Feast]", "[]")]
    public async Task What_nothing_uses_may_be_narrowed(string old, string @new, string alsoOld = "id: small-town", string alsoNew = "id: small-town")
    {
        var graph = new ReferenceGraph(SmallOntology.Whole, [Entity("ann", "Person"), Entity("choir", "Club"), Entity("oak", "OldTree")], [_member, _knows, _motto]);
        var store = new ReferenceStore(graph);
        var after = Changed((old, @new), (alsoOld, alsoNew));
        Assert.NotEmpty(OntologyChange.Compare(SmallOntology.Whole, after));
        await OntologyChange.AdoptInto(store, after, default);
        Assert.Same(after, store.Adopted);
    }

    [Fact]
    public async Task A_language_cannot_go_while_names_passages_or_words_are_in_it()
    {
        var uses = await Uses(Filled(), Speaking("en"));
        Assert.All(uses, u => Assert.Equal("the language 'de' is gone", u.What));
        Assert.Equal(["ann", "p_news.1", _motto.Id.ToString()], uses.SelectMany(u => u.Ids));
    }

    [Fact]
    public async Task The_default_language_stays_once_there_are_entities()
    {
        var uses = await Uses(Filled(), Speaking("de", "en"));
        Assert.Equal(("the default language is no longer 'en'", 4L), (uses[0].What, uses[0].Count));
    }

    [Fact]
    public async Task Languages_keep_their_order_where_a_text_counts_by_the_first_that_has_one()
    {
        var before = Speaking("en", "de", "fr");
        var texts = new LocalText([new("de", "Laut"), new("fr", "Fort")]);
        var motto = Identity.Canonical(_motto with { Value = new TextValue(texts) }, before);
        var store = new ReferenceStore(new ReferenceGraph(before, [Entity("choir", "Club")], [motto, Identity.Canonical(_motto with { Value = new TextValue(LocalText.Of("fr", "Doux")) }, before)]));
        var uses = await OntologyChange.Uses(store, OntologyChange.Compare(before, Speaking("en", "fr", "de")), default);
        Assert.Equal([motto.Id.ToString()], Assert.Single(uses).Ids);
    }

    [Fact]
    public async Task Of_many_uses_all_are_counted_and_ten_listed()
    {
        var people = Enumerable.Range(0, 2500).Select(i => Entity($"p-{i}", "Person", i % 2 == 0 ? "de" : "en"));
        var store = new ReferenceStore(new ReferenceGraph(SmallOntology.Whole, people));
        var byFilter = Assert.Single(await Uses(store, Changed(("Person", "Human"))));
        Assert.Equal((2500L, 10), (byFilter.Count, byFilter.Ids.Count));
        var byReading = Assert.Single(await Uses(store, Speaking("en")));
        Assert.Equal((1250L, 10), (byReading.Count, byReading.Ids.Count));
    }

    [Fact]
    public async Task An_empty_store_takes_any_ontology()
    {
        var store = new ReferenceStore(new ReferenceGraph(SmallOntology.Whole));
        var other = Changed(("Person", "Human"));
        await OntologyChange.AdoptInto(store, other, default);
        Assert.Same(other, store.Adopted);
    }

    [Fact]
    public async Task A_kept_ontology_that_this_version_cannot_read_is_a_conflict()
    {
        var store = new ReferenceStore(new ReferenceGraph(SmallOntology.Whole, [Entity("ann", "Person")])) { OntologyText = "id: from-the-future" };
        await Assert.ThrowsAsync<ConflictException>(async () => await OntologyChange.AdoptInto(store, SmallOntology.Whole, default));
    }

    private static ReferenceStore Filled() => new(new ReferenceGraph(SmallOntology.Whole,
        [Entity("ann", "Person", "de"), Entity("choir", "Club"), Entity("oak", "OldTree"), Entity("fair", "Feast")], [_member, _knows, _height, _motto],
        [new Article("news", LocalText.Of("en", "News"), null, null, null, null, "en")], [_passage]));

    private static ValueTask<IReadOnlyList<OntologyUse>> Uses(ReferenceStore store, Ontology after) =>
        OntologyChange.Uses(store, OntologyChange.Compare(SmallOntology.Whole, after), default);

    private static Ontology Changed(params (string Old, string New)[] edits) =>
        OntologyReader.Parse(edits.Aggregate(SmallOntology.Text, (text, e) => text.Replace(e.Old, e.New, StringComparison.Ordinal)), "o.yaml").OrThrow();

    private static Ontology Speaking(params string[] languages)
    {
        var o = SmallOntology.Whole;
        return new Ontology(o.Id, o.Title, languages, o.Kinds, o.RelationshipTypes, o.Metrics, o.Units, o.Qualifiers, o.SourceText + string.Join(' ', languages));
    }

    private static Entity Entity(string key, string kind, string language = "en") =>
        new(key, kind, [new Declaration("news", [new EntityName(key, language, NameRole.Preferred)], null, new Dictionary<string, string>())]);

    private static T Of<T>(T statement)
        where T : Statement => Identity.Canonical(statement, SmallOntology.Whole);
}
