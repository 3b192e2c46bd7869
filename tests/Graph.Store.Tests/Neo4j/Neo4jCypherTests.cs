using System.Text;
using Graph.Core;
using Graph.SharedTests;
using Graph.Neo4jStore;
using Xunit;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>The Cypher text of every operation, approved: the same over either way in, values in parameters only.</summary>
public class Neo4jCypherTests
{
    private static readonly HashSet<string> _some = ["one", "two"];

    [Fact]
    public async Task The_text_of_every_operation_is_as_approved()
    {
        var text = new StringBuilder();
        foreach (var (name, run) in Operations())
        {
            var connection = new Recorder();
            await using var store = new Neo4jGraphStore(connection, new Neo4jStoreOptions { Uri = "http://x" }, TestOntology.Instance, TimeProvider.System);
            await run(store);
            text.Append("// ").Append(name).Append('\n').AppendJoin('\n', connection.Texts).Append("\n\n");
        }
        text.Append("// Several reads together\n").Append(new MergedReads.Template("MATCH (n:_Name) CALL () { RETURN $a AS x } CALL (n) { RETURN $b AS y LIMIT $c }", "n.name, x, y").Together).Append("\n\n");
        foreach (var work in Enum.GetValues<Work>())
            text.Append("// Apply, ").Append(work).Append('\n').Append(ChangeCypher.Of(work)).Append("\n\n");
        text.Append("// Apply, the rest\n").AppendJoin('\n', Enum.GetValues<Named>().SelectMany(n => ChangeCypher.StillUsed(n).Append(ChangeCypher.Missing(n)).Append(ChangeCypher.Remove(n)))
            .Concat([ChangeCypher.Begin, ChangeCypher.Ready, ChangeCypher.Lock, ChangeCypher.Stop, ChangeCypher.Degrees, ChangeCypher.Record, ChangeCypher.Committing, ChangeCypher.Committed,
                ChangeCypher.Renew, ChangeCypher.Adopt, AllNodes.Entities(), AllNodes.Statements, AllNodes.Articles])).Append("\n\n");
        text.Append("// Schema\n").AppendJoin('\n', Schema.Elements(TestOntology.Instance).Select(e => e.Cypher)).Append('\n');
        Approval.Verify(text.ToString().Replace("\u0001", "\\u0001", StringComparison.Ordinal), "neo4j.cypher");
    }

    [Fact]
    public async Task Other_values_make_the_same_text_and_no_value_is_in_it()
    {
        async Task<string> Text(string value)
        {
            var connection = new Recorder();
            await using var store = new Neo4jGraphStore(connection, new Neo4jStoreOptions { Uri = "http://x" }, TestOntology.Instance, TimeProvider.System);
            var set = new HashSet<string> { value };
            var statements = new StatementFilter.And([new StatementFilter.OfType(set), new StatementFilter.About(set), new StatementFilter.SaidBy(set), new StatementFilter.InArticle(set), new StatementFilter.Ends(set, set)]);
            await store.StatementPage(statements, new PageRequest(SortBy.Id, false, 5, value, value + "z"), StatementParts.Body, default);
            await store.StatementsOf([value], AnchorRole.About, statements, PageRequest.First(5), StatementParts.Body, default);
            await store.EntityPage(new EntityFilter.Or([new EntityFilter.OfKind(set), new EntityFilter.Key(new TextMatch(TextOperator.Contains, [value])), new EntityFilter.Name(new TextMatch(TextOperator.In, [value]))]), PageRequest.First(5), EntityParts.Body, default);
            await store.Names(new NameQuery.Terms([value], 10, set), default);
            return string.Join('\n', connection.Texts);
        }
        var hostile = await Text("`x\"'}) DETACH DELETE n //");
        Assert.Equal(await Text("plain"), hostile);
        Assert.DoesNotContain("plain", await Text("plain"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, Func<Neo4jGraphStore, ValueTask> Run)> Operations()
    {
        var everything = new PageRequest(SortBy.Id, false, 25, "after", "before", WithTotal: true, WithEdges: true);
        yield return ("Entities", async s => await s.Entities(["a"], EntityParts.Body | EntityParts.Degree, default));
        yield return ("Names, exact", async s => await s.Names(new NameQuery.Exact(["a"]), default));
        yield return ("Names, by prefix, of kinds, after a place", async s => await s.Names(new NameQuery.Prefix("a", 5, ("a", "b"), _some), default));
        yield return ("Names, by terms", async s => await s.Names(new NameQuery.Terms(["a", "b"]), default));
        yield return ("EntityPage, all, by name", async s => await s.EntityPage(EntityFilter.Everything, PageRequest.First(25, SortBy.Name), EntityParts.Scalars, default));
        yield return ("EntityPage, one kind, with everything", async s => await s.EntityPage(new EntityFilter.OfKind(new HashSet<string> { "Person" }), everything, EntityParts.Body, default));
        yield return ("EntityPage, by the beginning of a name", async s => await s.EntityPage(new EntityFilter.Name(new TextMatch(TextOperator.StartsWith, ["a"])), PageRequest.First(25), EntityParts.Scalars, default));
        yield return ("EntityPage, with some relationship", async s => await s.EntityPage(
            new EntityFilter.Not(new EntityFilter.Some(AnchorRole.Out, new StatementFilter.OfType(_some), new EntityFilter.Degree(new NumberMatch(NumberOperator.Gt, [2.5m])))), PageRequest.First(25), EntityParts.Scalars, default));
        yield return ("StatementPage, all", async s => await s.StatementPage(StatementFilter.Everything, PageRequest.First(25), StatementParts.Scalars, default));
        yield return ("StatementPage, by period, descending, with everything", async s => await s.StatementPage(StatementFilter.Affirmed, everything with { By = SortBy.Period, Descending = true, After = null, Before = null }, StatementParts.Body, default));
        yield return ("StatementPage, about entities", async s => await s.StatementPage(new StatementFilter.About(_some), PageRequest.First(25), StatementParts.Scalars, default));
        yield return ("StatementPage, every filter", async s => await s.StatementPage(EveryFilter(), PageRequest.First(25), StatementParts.Scalars, default));
        foreach (var role in Enum.GetValues<AnchorRole>())
            yield return ($"StatementsOf, {role}", async s => await s.StatementsOf(["a"], role, StatementFilter.Everything, PageRequest.First(25), StatementParts.Body, default));
        yield return ("Entities, with relationships and what they lead to", async s => await s.Entities(["a"], new EntityQuery(EntityParts.Names,
            Out(new EntityQuery(EntityParts.Names | EntityParts.Degree, Out(new EntityQuery(EntityParts.Scalars))))), default));
        yield return ("Statements", async s => await s.Statements([Relationship("a", "DEVELOPS", "b").Id], StatementParts.Body, default));
        foreach (var direction in Enum.GetValues<Direction>())
            yield return ($"Neighbours, {direction}", async s => await s.Neighbours(new NeighbourQuery(["a"], direction, null, _some, new DayWindow(1, 2), 9), default));
        yield return ("ShortestPaths", async s => await s.ShortestPaths(new PathQuery("a", "b", 4, 3, Direction.Any, null, new DayWindow(1, 2)), EntityParts.Names, default));
        yield return ("Articles", async s => await s.Articles(default));
        yield return ("Passages", async s => await s.Passages([new PassageId("a", 1)], default));
        yield return ("PassagesOf", async s => await s.PassagesOf(["a"], default));
        yield return ("Mentions", async s => await s.Mentions(["a"], MentionAnchor.Entity, everything, default));
        yield return ("CountEntities", async s => await s.CountEntities(EntityFilter.Everything, EntityCount.Kind, default));
        foreach (var by in Enum.GetValues<StatementCount>())
            yield return ($"CountStatements, {by}", async s => await s.CountStatements(StatementFilter.Everything, by, default));
        foreach (var role in Enum.GetValues<AnchorRole>())
            yield return ($"CountStatementsOf, {role}", async s => await s.CountStatementsOf(["a"], role, StatementFilter.Everything, StatementCount.Status, default));
        yield return ("Changes", async s => await s.Changes(0, 5, default));
    }

    private static StatementsQuery Out(EntityQuery other) => new(AnchorRole.Out, new StatementFilter.OfType(_some), PageRequest.First(25), StatementParts.Scalars, other);

    private static StatementFilter.Or EveryFilter() => new(
    [
        new StatementFilter.And([]),
        new StatementFilter.Or([]),
        new StatementFilter.Not(new StatementFilter.OfForm(StatementForm.Observation)),
        new StatementFilter.OfForm(StatementForm.Relationship),
        new StatementFilter.OfType(_some),
        new StatementFilter.OfStatus(new HashSet<Status> { Status.Planned }),
        StatementFilter.Affirmed,
        new StatementFilter.WithId(new HashSet<StatementId>()),
        new StatementFilter.SaidBy(null),
        new StatementFilter.SaidBy(_some),
        new StatementFilter.InArticle(_some),
        new StatementFilter.InPassage(new HashSet<PassageId> { new("a", 1) }),
        new StatementFilter.About(_some),
        new StatementFilter.Ends(_some, null),
        new StatementFilter.Ends(null, _some),
        new StatementFilter.Ends(_some, _some),
        new StatementFilter.Within(new DayWindow(1, 2)),
        new StatementFilter.Amount(new NumberMatch(NumberOperator.Gte, [1.5m])),
        new StatementFilter.Amount(new NumberMatch(NumberOperator.In, [1, 2])),
    ]);

    // Answers every statement with an empty page.
    private sealed class Recorder : IConnection
    {
        private static readonly object?[] Nothing = [], EmptyPage = [new object?[] { Nothing, null, false, false }];

        public List<string> Texts { get; } = [];

        public string Address => "http://x";

        public long Statements => Texts.Count;

        public ValueTask<string> ServerVersion(CancellationToken cancellation) => ValueTask.FromResult("5.26.0");

        public ValueTask<Rows> Read(string cypher, Parameters parameters, CancellationToken cancellation)
        {
            Texts.Add(cypher);
            return ValueTask.FromResult(!cypher.EndsWith("RETURN found, done, begun", StringComparison.Ordinal) ? new Rows([])
                : new Rows([[cypher.Contains($"collect([{PageCypher.Columns}])", StringComparison.Ordinal) ? EmptyPage : Nothing, "", ""]]));
        }

        public ValueTask<Rows> Write(string cypher, Parameters parameters, CancellationToken cancellation) => Read(cypher, parameters, cancellation);

        public ValueTask<ITransaction> Begin(CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
