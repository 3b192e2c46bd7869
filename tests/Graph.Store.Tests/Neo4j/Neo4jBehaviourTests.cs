using System.Diagnostics;
using Graph.Core;
using Graph.Neo4jStore;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Costs, writers and hostile text on a real server.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class Neo4jBehaviourTests : IAsyncLifetime
{
    private readonly Neo4jFixture _fixture = new();
    private Neo4jGraphStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Neo4jServer.WhyUnavailable is not null, Neo4jServer.WhyUnavailable ?? "");
        _store = (Neo4jGraphStore)await _fixture.Create(TestOntology.Instance, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Every_read_is_one_statement_whatever_the_number_of_rows()
    {
        await _store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
        string[] keys = [.. SampleGraph.Instance.Entities.Select(e => e.Key)];
        var page = new PageRequest(SortBy.Period, true, 200, WithTotal: true, WithEdges: true);
        var filter = new StatementFilter.And([StatementFilter.Affirmed, new StatementFilter.About(new HashSet<string> { "xiaomi" })]);
        var some = new EntityFilter.Some(AnchorRole.Out, StatementFilter.Everything, new EntityFilter.Name(new TextMatch(TextOperator.Contains, ["小"])));
        Func<ValueTask>[] reads =
        [
            async () => await _store.State(Cancellation),
            async () => await _store.Entities(keys, EntityParts.Body, Cancellation),
            async () => await _store.Entities(keys, Around(page), Cancellation),
            async () => await _store.Names(new NameQuery.Prefix("", 100), Cancellation),
            async () => await _store.EntityPage(some, new PageRequest(SortBy.Name, false, 200, WithTotal: true, WithEdges: true), EntityParts.Body, Cancellation),
            async () => await _store.StatementPage(filter, page, StatementParts.Body, Cancellation),
            async () => await _store.StatementsOf(keys, AnchorRole.AnyEnd, filter, page, StatementParts.Body, Cancellation),
            async () => await _store.StatementsOf(["p_news.1", "p_news.2"], AnchorRole.Passage, filter, page, StatementParts.Body, Cancellation),
            async () => await _store.Statements([.. SampleGraph.Instance.Statements.Select(s => s.Id)], StatementParts.Body, Cancellation),
            async () => await _store.Neighbours(new NeighbourQuery(keys, Direction.Any, null, null, null, 1000), Cancellation),
            async () => await _store.ShortestPaths(new PathQuery("xiaomi", "apple", 4, 1, Direction.Any, null, null), EntityParts.Body, Cancellation),
            async () => await _store.Articles(Cancellation),
            async () => await _store.PassagesOf(["news", "report"], Cancellation),
            async () => await _store.Mentions(keys, MentionAnchor.Entity, PageRequest.First(50, SortBy.Position), Cancellation),
            async () => await _store.CountStatements(filter, StatementCount.Type, Cancellation),
            async () => await _store.CountEntities(some, EntityCount.Kind, Cancellation),
            async () => await _store.Changes(0, 10, Cancellation),
        ];
        for (var i = 0; i < reads.Length; i++)
        {
            var before = _store.StatementsSent;
            await reads[i]();
            Assert.Equal((i, 1L), (i, _store.StatementsSent - before));
        }
    }

    private static EntityQuery Around(PageRequest page)
    {
        StatementsQuery Of(AnchorRole role, EntityQuery? other) => new(role, StatementFilter.Affirmed, page, StatementParts.Body, other);
        return new EntityQuery(EntityParts.Names, Of(AnchorRole.AnyEnd, new EntityQuery(EntityParts.Degree, Of(AnchorRole.Out, new EntityQuery(EntityParts.Body)))), Of(AnchorRole.Observed, null));
    }

    [Fact]
    public async Task Reads_that_would_wait_go_together_and_each_gets_its_own_answer()
    {
        await _store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
        var time = new HeldTime(); // no read is slow
        var gate = new GatedConnection(Addresses.To(Neo4jServer.Shared.Options, time));
        await using var store = new Neo4jGraphStore(gate, Neo4jServer.Shared.Options, TestOntology.Instance, time);
        string[] keys = [.. SampleGraph.Instance.Entities.Select(e => e.Key)];
        var page = new PageRequest(SortBy.Period, true, 3, WithTotal: true, WithEdges: true);
        StatementFilter About(int n) => new StatementFilter.And([StatementFilter.Affirmed, new StatementFilter.About(new HashSet<string> { keys[n] })]);
        EntityFilter Some(int n) => new EntityFilter.Some(AnchorRole.Out, StatementFilter.Everything, new EntityFilter.Key(new TextMatch(TextOperator.In, [keys[n]])));
        Func<int, ValueTask<object>>[] reads =
        [
            async n => await store.Entities([keys[n], "nobody"], EntityParts.Body, Cancellation),
            async n => await store.Entities([keys[n], "nobody"], Around(page), Cancellation),
            async n => await store.Names(new NameQuery.Exact([keys[n], "apple"]), Cancellation),
            async n => await store.Names(new NameQuery.Prefix(keys[n][..1], 5, ("a", "b"), new HashSet<string> { "Company" }), Cancellation),
            async n => await store.Names(new NameQuery.Terms(SearchTerms.OfQuery(keys[n])), Cancellation),
            async n => await store.EntityPage(Some(n), new PageRequest(SortBy.Name, false, 5, WithTotal: true, WithEdges: true), EntityParts.Body, Cancellation),
            async n => await store.EntityPage(new EntityFilter.Name(new TextMatch(TextOperator.StartsWith, [keys[n][..1]])), PageRequest.First(3), EntityParts.Degree, Cancellation),
            async n => await store.StatementPage(About(n), page, StatementParts.Body, Cancellation),
            async n => await store.StatementsOf([keys[n], "nobody"], AnchorRole.AnyEnd, StatementFilter.Affirmed, page, StatementParts.Body, Cancellation),
            async n => await store.StatementsOf([keys[n]], AnchorRole.Out, StatementFilter.Affirmed, PageRequest.First(5), StatementParts.Scalars, Cancellation),
            async n => await store.StatementsOf([keys[n]], AnchorRole.About, StatementFilter.Affirmed, PageRequest.First(5), StatementParts.Scalars, Cancellation),
            async n => await store.StatementsOf([$"p_news.{n + 1}"], AnchorRole.Passage, StatementFilter.Affirmed, page, StatementParts.Body, Cancellation),
            async n => await store.CountStatementsOf([keys[n], "nobody"], AnchorRole.AnyEnd, StatementFilter.Affirmed, StatementCount.Type, Cancellation),
            async n => await store.Statements([SampleGraph.Instance.Statements[n].Id], StatementParts.Body, Cancellation),
            async n => await store.Neighbours(new NeighbourQuery([keys[n]], Direction.Any, null, null, new DayWindow(1, 99999999), 1000), Cancellation),
            async n => await store.Neighbours(new NeighbourQuery([keys[n]], Direction.Out, null, null, null, 1000), Cancellation),
            async n => await store.ShortestPaths(new PathQuery(keys[n], keys[0], 4, 1, Direction.Any, null, new DayWindow(1, 99999999)), EntityParts.Names, Cancellation) ?? [],
            async n => await store.PassagesOf([n % 2 == 0 ? "news" : "report"], Cancellation),
            async n => await store.Mentions([keys[n]], MentionAnchor.Entity, PageRequest.First(50, SortBy.Position), Cancellation),
            async n => await store.CountStatements(About(n), StatementCount.Article, Cancellation),
            async n => await store.CountEntities(Some(n), EntityCount.Kind, Cancellation),
        ];
        foreach (var read in reads)
        {
            var alone = new List<string>();
            for (var n = 0; n < keys.Length; n++)
                alone.Add(Told(await read(n)));
            var before = store.StatementsSent;
            gate.Close();
            var all = Enumerable.Range(0, keys.Length).Select(async n => Told(await read(n))).ToArray();
            gate.Open();
            Assert.Equal(alone, await Task.WhenAll(all));
            Assert.InRange(store.StatementsSent - before, 3, keys.Length - 1); // two by themselves, and some for all others
        }
        static string Told(object answer) => System.Text.Json.JsonSerializer.Serialize(answer, Telling);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Telling = new() { Converters = { new RowTexts() } };

    // The rows of a store give only the parts that were read.
    private sealed class RowTexts : System.Text.Json.Serialization.JsonConverter<object>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(EntityRow) || typeToConvert == typeof(StatementRow);

        public override object Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(System.Text.Json.Utf8JsonWriter writer, object value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value switch
        {
            EntityRow entity => $"{entity.Key} {entity.Kind} {BodyOf(() => entity.Body)}",
            StatementRow statement => $"{statement.Id} {statement.Subject} {statement.Target} {statement.Status} {BodyOf(() => statement.Body)}",
            _ => "",
        });

        private static string BodyOf(Func<string> body)
        {
            try
            {
                return body();
            }
            catch (InvalidOperationException)
            {
                return "not read";
            }
        }
    }

    [Fact]
    public async Task A_load_into_an_empty_store_makes_the_readers_indexes_at_its_end()
    {
        ChangeSet Part(string key, bool ends) => new("load", null, [new Change.OfEntity(null, Entity(key))], JournalDetail.Counts) { Load = new LoadMark("load", "1"), EndsLoad = ends };
        var about = new StatementFilter.About(new HashSet<string> { "a" });
        await _store.Apply(Part("a", ends: false), Cancellation);
        Assert.True(await Indexes() < Schema.Elements(TestOntology.Instance).Count);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.StatementPage(about, PageRequest.First(1), StatementParts.Scalars, Cancellation));
        Assert.Contains("made at the end", fault.Message, StringComparison.Ordinal);
        Assert.NotNull((await _store.Entities(["a"], EntityParts.Body, Cancellation))[0]);
        await _store.Apply(Part("b", ends: true), Cancellation);
        Assert.Equal(Schema.Elements(TestOntology.Instance).Count, await Indexes());
        Assert.Empty((await _store.StatementPage(about, PageRequest.First(1), StatementParts.Scalars, Cancellation)).Rows);
        Assert.Empty(await _store.Check(Cancellation));

        static async Task<long> Indexes() => (await Neo4jFixture.Cypher("SHOW INDEXES YIELD name, state WHERE name IN $names AND state = 'ONLINE' RETURN count(*)",
            new Parameters { ["names"] = Schema.Elements(TestOntology.Instance).Select(e => e.Name).ToArray() }))[0].Number(0);
    }

    [Fact]
    public async Task A_load_that_could_not_begin_leaves_the_readers_their_indexes()
    {
        using var stop = new CancellationTokenSource();
        IEnumerable<Change> Stopping()
        {
            stop.Cancel();
            yield return new Change.OfEntity(null, Entity("a"));
        }
        ChangeSet Part(long? basedOn, IEnumerable<Change> changes) => new("load", basedOn, changes, JournalDetail.Counts) { Load = new LoadMark("load", "1") };
        await Assert.ThrowsAsync<ConflictException>(async () => await _store.Apply(Part(99, []), Cancellation));
        await AllIsFound();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.Apply(Part(null, Stopping()), stop.Token));
        await AllIsFound();

        async Task AllIsFound()
        {
            var about = new StatementFilter.About(new HashSet<string> { "a" });
            Assert.Empty((await _store.StatementPage(about, PageRequest.First(1), StatementParts.Scalars, Cancellation)).Rows);
            Assert.Empty(await _store.Names(new NameQuery.Terms(["a"]), Cancellation));
        }
    }

    [Fact]
    public async Task A_change_takes_few_statements_whatever_its_size()
    {
        async Task<long> Cost(int from, int count)
        {
            var before = _store.StatementsSent;
            await _store.Apply(new ChangeSet("many", null, Enumerable.Range(from, count).Select(i => new Change.OfEntity(null, Entity($"e{i}")))), Cancellation);
            return _store.StatementsSent - before;
        }
        Assert.Equal(await Cost(0, 2), await Cost(10, 1000));
    }

    [Fact]
    public async Task A_writer_of_another_process_waits_and_then_gives_up_without_a_trace()
    {
        await using var other = await Neo4jGraphStore.Open(Neo4jServer.Shared.Options with { WriterWait = TimeSpan.FromSeconds(1) }, TestOntology.Instance, TimeProvider.System, Cancellation);
        using var reached = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        IEnumerable<Change> Slow()
        {
            reached.Release();
            goOn.Wait(Cancellation);
            yield return new Change.OfEntity(null, Entity("a"));
        }
        var first = Task.Run(async () => await _store.Apply(new ChangeSet("slow", null, Slow()), Cancellation), Cancellation);
        await reached.WaitAsync(Cancellation);
        Assert.Equal(0, (await other.State(Cancellation)).LastChange); // readers go on seeing the state before
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await other.Apply(new ChangeSet("second", null, [new Change.OfEntity(null, Entity("b"))]), Cancellation));
        Assert.True(fault.IsTransient);
        Assert.Contains("Another change", fault.Message, StringComparison.Ordinal);
        goOn.Set();
        Assert.Equal(1, await first);
        Assert.Equal(2, await other.Apply(new ChangeSet("second", null, [new Change.OfEntity(null, Entity("b"))]), Cancellation));
    }

    [Fact]
    public async Task A_writer_that_is_told_to_stop_in_the_middle_of_a_statement_leaves_no_lock()
    {
        await _store.Apply(new ChangeSet("first", null, [new Change.OfEntity(null, Entity("a"))]), Cancellation);
        using var stop = new CancellationTokenSource();
        await using var held = await HeldLocks.Take("MATCH (e:_Entity {key: 'a'}) SET e._held = 1");
        var waiting = _store.Apply(new ChangeSet("stopped", null, [new Change.OfEntity(Entity("a"), Entity("a", "Person"))]), stop.Token).AsTask();
        await HeldLocks.Until("SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text STARTS WITH 'UNWIND $rows' RETURN count(*) > 0");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(2, await _store.Apply(new ChangeSet("second", null, [new Change.OfEntity(null, Entity("b"))]), Cancellation));
    }

    [Fact]
    public async Task Text_stays_text_in_every_argument()
    {
        await _store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
        string[] hostile = [.. SampleGraph.HostileNames, "') RETURN 1 //", "`}) DETACH DELETE n //", "$p0", "{key: 'x'}", "\\", "\"", "'", "a\\\" OR *:*", "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /", "\u0001", "\ud83d\ude80"];
        var before = (await _store.State(Cancellation)).LastChange;
        foreach (var text in hostile)
        {
            var set = new HashSet<string> { text };
            Assert.Null((await _store.Entities([text], EntityParts.Scalars, Cancellation))[0]);
            Assert.Empty((await _store.StatementsOf([text], AnchorRole.About, StatementFilter.Everything, PageRequest.First(5), StatementParts.Scalars, Cancellation))[0].Rows);
            Assert.Empty((await _store.StatementsOf([text], AnchorRole.Passage, StatementFilter.Everything, PageRequest.First(5), StatementParts.Scalars, Cancellation))[0].Rows);
            foreach (var filter in new StatementFilter[] { new StatementFilter.About(set), new StatementFilter.SaidBy(set), new StatementFilter.InArticle(set), new StatementFilter.Ends(set, null), new StatementFilter.OfType(set) })
                Assert.Empty((await _store.StatementPage(filter, PageRequest.First(5), StatementParts.Scalars, Cancellation)).Rows);
            Assert.Empty((await _store.EntityPage(new EntityFilter.OfKind(set), PageRequest.First(5), EntityParts.Scalars, Cancellation)).Rows);
            await _store.EntityPage(new EntityFilter.Name(new TextMatch(TextOperator.StartsWith, [text])), PageRequest.First(5) with { After = text }, EntityParts.Scalars, Cancellation);
            await _store.Names(new NameQuery.Terms([text]), Cancellation);
            await _store.Names(new NameQuery.Prefix(text, 5, (text, text), set), Cancellation);
            Assert.Empty((await _store.Neighbours(new NeighbourQuery([text], Direction.Any, set, set, null, 9), Cancellation))[0]);
        }
        Assert.Equal(new StoreState(null, before, false), await _store.State(Cancellation));
        Assert.Equal(SampleGraph.Instance.Entities.Count, (await _store.CountEntities(EntityFilter.Everything, EntityCount.All, Cancellation))[0].Count);
    }

    [Fact]
    public async Task What_somebody_changed_by_hand_is_found_by_the_check()
    {
        await _store.Apply(new ChangeSet("sample", null, SampleGraph.Instance.Changes()), Cancellation);
        Assert.Empty(await _store.Check(Cancellation));
        await Neo4jFixture.Cypher("MATCH (:_Entity {key: 'xiaomi'})-[r:DEVELOPS]->(:_Entity {key: 'su7'}) SET r.status = 'OPINION'");
        await Neo4jFixture.Cypher("MATCH (e:_Entity {key: 'jobs'}) SET e._degree = 99, e.name = 'x'");
        await Neo4jFixture.Cypher("MATCH (n:_Name {entity: 'apple'}) DELETE n");
        await Neo4jFixture.Cypher("MATCH (p:Passage {number: 10}) SET p.zh = 'x'");
        var faults = await _store.Check(Cancellation);
        foreach (var word in new[] { "DEVELOPS", "jobs disagrees with its canonical text in _degree, name", "apple has other _Name nodes", "p_news.10" })
            Assert.Contains(faults, f => f.Contains(word, StringComparison.Ordinal));
        Assert.Equal(4, faults.Count);
    }
}

/// <summary>A server that goes away and comes back.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class Neo4jOutageTests
{
    [Fact]
    public async Task A_lost_server_is_told_quickly_and_found_again_when_it_is_back()
    {
        Assert.SkipWhen(Neo4jServer.Folder is null, "Only a server that the test starts may be stopped: shared/neo4j is not there.");
        var cancellation = TestContext.Current.CancellationToken;
        var data = Directory.CreateTempSubdirectory("graph-neo4j-outage-").FullName;
        var server = Neo4jServer.Start("--data", data);
        try
        {
            await using var store = await Neo4jGraphStore.Open(server.Options, TestOntology.Instance, TimeProvider.System, cancellation);
            await store.Apply(new ChangeSet("one", null, [new Change.OfEntity(null, Entity("a"))]), cancellation);
            server.Stop();

            var watch = Stopwatch.StartNew();
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Entities(["a"], EntityParts.Scalars, cancellation));
            Assert.True(fault.IsTransient);
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Apply(new ChangeSet("two", null, []), cancellation));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

            server = Neo4jServer.Start("--data", data, "--http", new Uri(server.Uri).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.NotNull((await store.Entities(["a"], EntityParts.Scalars, cancellation))[0]);
            Assert.Equal(2, await store.Apply(new ChangeSet("two", null, []), cancellation));
        }
        finally
        {
            server.Stop();
            Directory.Delete(data, recursive: true);
        }
    }
}
