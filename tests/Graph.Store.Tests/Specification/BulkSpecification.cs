using Graph.Core;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>What goes out as JSON Lines comes in again, the same on every store.</summary>
public abstract class BulkSpecification<TFixture> : StoreSpecification<TFixture>
    where TFixture : StoreFixture, new()
{
    // Without the name that no seed may have.
    private static readonly TestGraph _graph = SampleGraph.Instance with { Entities = [.. SampleGraph.Instance.Entities.Where(e => !e.Names.Any(n => n.Text.Contains('\t')))] };

    [Fact]
    public async Task An_export_imported_anywhere_gives_the_same_export()
    {
        using var file = new BulkFile();
        await Apply(_graph.Changes());
        var text = await BulkFile.Export(Store);
        await using var elsewhere = new SqliteFixture();
        await using (var other = await elsewhere.Create(Ontology, Time))
        {
            await file.Import(other, text);
            Assert.Equal(text, await BulkFile.Export(other));
            Assert.Empty(await other.Check(Cancellation));
        }
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(_graph.Articles.Count + _graph.Passages.Count + 4 + _graph.Entities.Count + _graph.Statements.Count + 2, lines.Length);
        Assert.Equal("""{"graph":1,"ontology":"test"}""", lines[0]);
        Assert.Equal($$"""{"end":{{lines.Length - 1}}}""", lines[^1]);
    }

    [Fact]
    public async Task An_import_gives_the_same_export_and_again_changes_nothing()
    {
        using var file = new BulkFile();
        var text = await Text();
        var first = await file.Import(Store, text);
        Assert.Equal((_graph.Entities.Count, _graph.Statements.Count, 1L), (first.Entities, first.Statements, first.Change));
        Assert.Equal(text, await BulkFile.Export(Store));
        var second = await file.Import(Store, text);
        Assert.Null(second.Change);
        Assert.Equal(1, (await Store.State(Cancellation)).LastChange);
    }

    [Fact]
    public async Task What_the_store_has_stays_and_is_united_with_the_file()
    {
        using var file = new BulkFile();
        var mine = new Entity("xiaomi", "Company", [new Declaration(Sources.Api, [new EntityName("小米科技", "zh", NameRole.Preferred)], null, new Dictionary<string, string>())]);
        var said = Relationship("xiaomi", "COMPETES_WITH", "huawei", validity: During("2020", null)); // as the article says
        var others = new[] { "huawei", "mine" }.Select(k => Entity(k, "Company", [new EntityName(k, "zh", NameRole.Preferred)], Sources.Api));
        await Apply([.. others.Append(mine).Select(e => new Change.OfEntity(null, e)), new Change.OfStatement(null, said)]);
        await file.Import(Store, await Text());
        var xiaomi = (await Store.Entities(["xiaomi"], EntityParts.Body, Cancellation))[0]!.Entity;
        Assert.Equal([Sources.Api, "news"], xiaomi.Declarations.Select(d => d.Source));
        var united = (await Store.Statements([said.Id], StatementParts.Body, Cancellation))[0]!.Statement;
        Assert.True(united.FromApi);
        Assert.Equal(2, united.Evidence.Count);
        Assert.NotNull((await Store.Entities(["mine"], EntityParts.Scalars, Cancellation))[0]);
    }

    [Fact]
    public async Task What_one_source_says_in_the_store_and_in_the_file_is_united_the_stores_words_first()
    {
        using var file = new BulkFile();
        await Apply(Api("小米", "in the store", "stores", 3, "ada"));
        var text = await Text(Api("米", "in the file", "files", 4, "bob"));
        await file.Import(Store, text);
        var xiaomi = (await Store.Entities(["xiaomi"], EntityParts.Body, Cancellation))[0]!.Entity;
        var declared = Assert.Single(xiaomi.Declarations);
        Assert.Equal([("小米", NameRole.Preferred), ("米", NameRole.Alias)], declared.Names.Select(n => (n.Text, n.Role)));
        Assert.Equal(("in the store", "1"), (declared.Summary!.In("en"), declared.Identifiers["stores"]));
        Assert.Equal("2", declared.Identifiers["files"]);
        var first = PageRequest.First(9, SortBy.Period);
        var statement = (await Store.StatementPage(StatementFilter.Everything, first, StatementParts.Body, Cancellation)).Values
            .Select(r => r.Statement).Single(s => s.Status == Status.Derived);
        Assert.Equal("in the store", statement.Hedge!.In("en"));
        Assert.Equal([3m, 4m], statement.DerivedFrom.Select(p => Premise(p)));
        var mentions = await Store.Mentions([new PassageId("news", 1).ToString()], MentionAnchor.Passage, PageRequest.First(9, SortBy.Position),
            Cancellation);
        Assert.Equal([("ada", 0), ("bob", 4)], mentions[0].Values.Select(m => (m.Entity, m.Start)));
        Assert.Empty(await Store.Check(Cancellation));
        Assert.Null((await file.Import(Store, text)).Change);
        var united = await BulkFile.Export(Store);
        Assert.Null((await file.Import(Store, united)).Change);
    }

    [Fact]
    public async Task An_identifier_that_is_another_in_the_store_is_a_fault()
    {
        using var file = new BulkFile();
        var (here, there) = (Entity("xiaomi"), new Entity("xiaomi", "Company", [Entity("xiaomi").Declarations[0] with
        {
            Identifiers = new Dictionary<string, string> { ["test"] = "another" },
        }]));
        await Apply([new Change.OfArticle(null, Article("news")), new Change.OfEntity(null, here)]);
        var text = await Text([new Change.OfArticle(null, Article("news")), new Change.OfEntity(null, there)]);
        var fault = Assert.Single((await Assert.ThrowsAsync<ProblemsException>(() => file.Import(Store, text))).Problems);
        Assert.Contains("'xiaomi' has the test 'xiaomi' in the store, here 'another'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_faults_names_them_all_and_changes_nothing()
    {
        using var file = new BulkFile();
        await Apply([new Change.OfArticle(null, Article("news") with { Author = "another" }), new Change.OfEntity(null, Entity("su7", "Person"))]);
        var lines = (await Text()).Split('\n');
        lines[^4] = lines[^4].Replace("\"status\":\"", "\"status\":\"X", StringComparison.Ordinal);
        var faults = await Assert.ThrowsAsync<ProblemsException>(() => file.Import(Store, string.Join('\n', lines)));
        Assert.Equal(3, faults.Problems.Count);
        Assert.Equal((file.Path, 2), (faults.Problems[0].File, faults.Problems[0].Line));
        Assert.Contains("another article 'news'", faults.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("is a Person in the store", faults.Problems[1].Message, StringComparison.Ordinal);
        Assert.Equal(lines.Length - 3, faults.Problems[2].Line);
        Assert.Equal(1, (await Store.State(Cancellation)).LastChange);
    }

    [Fact]
    public async Task An_interrupted_load_completes_when_it_is_run_again()
    {
        using var file = new BulkFile();
        var text = await Text();
        var (store, watch) = WatchedStore.On(Store);
        (watch.MostInOneChange, watch.ChangesLeft) = (7, 3);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => file.Import(store, text));
        var unfinished = (await Store.State(Cancellation)).UnfinishedLoad;
        Assert.Equal("import graph.jsonl", unfinished?.Name);
        await Assert.ThrowsAsync<ConflictException>(() => BulkFile.Export(Store));
        var another = text.Replace("About su7.", "About it.", StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConflictException>(() => file.Import(Store, another));
        watch.ChangesLeft = null;
        var report = await file.Import(store, text);
        Assert.True(report.WentOn);
        Assert.Null((await Store.State(Cancellation)).UnfinishedLoad);
        Assert.Equal(text, await BulkFile.Export(Store));
    }

    [Fact]
    public async Task A_load_whose_last_part_alone_was_lost_completes()
    {
        using var file = new BulkFile();
        var text = await Text();
        var (store, watch) = WatchedStore.On(Store);
        (watch.MostInOneChange, watch.ChangesLeft) = (1, null);
        await file.Import(store, text);
        var mark = new LoadMark("import graph.jsonl", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))));
        await Store.Apply(new ChangeSet("as if", null, []) { Load = mark }, Cancellation);
        Assert.True((await file.Import(store, text)).WentOn);
        Assert.Null((await Store.State(Cancellation)).UnfinishedLoad);
        Assert.Equal(text, await BulkFile.Export(Store));
    }

    // Everything here comes from the API, except the passage and who is named in it.
    private static Change[] Api(string name, string words, string scheme, decimal premise, string named)
    {
        var xiaomi = new Entity("xiaomi", "Company", [new Declaration(Sources.Api, [new EntityName(name, "zh", NameRole.Preferred)],
            LocalText.Of("en", words), new Dictionary<string, string> { [scheme] = scheme == "stores" ? "1" : "2" })]);
        var premises = Observation("xiaomi", "REVENUE", Amount(premise));
        var derived = Observation("xiaomi", "REVENUE", Amount(100), Status.Derived) with
        {
            Hedge = LocalText.Of("en", words),
            DerivedFrom = [premises.Id],
        };
        var place = named == "ada" ? (0, 3) : (4, 7);
        return
        [
            new Change.OfArticle(null, Article("news")), new Change.OfPassage(null, Passage("news", 1)), new Change.OfEntity(null, xiaomi),
            .. new[] { "ada", "bob" }.Select(k => new Change.OfEntity(null, Entity(k, "Person", [new EntityName(k, "zh", NameRole.Preferred)],
                Sources.Api))),
            new Change.OfMentions(new PassageId("news", 1), [new Mention(new PassageId("news", 1), "en", place.Item1, place.Item2, named)]),
            new Change.OfStatement(null, premises), new Change.OfStatement(null, derived),
        ];
    }

    private static decimal Premise(StatementId id) =>
        new[] { 3m, 4m }.Single(a => Observation("xiaomi", "REVENUE", Amount(a)).Id == id);

    private Task<string> Text() => Text(_graph.Changes());

    // What a store holds that the graph was put into as it is.
    private async Task<string> Text(IEnumerable<Change> changes)
    {
        await using var elsewhere = new SqliteFixture();
        await using var store = await elsewhere.Create(Ontology, Time);
        await store.Apply(new ChangeSet("sample", null, changes), Cancellation);
        return await BulkFile.Export(store);
    }
}
