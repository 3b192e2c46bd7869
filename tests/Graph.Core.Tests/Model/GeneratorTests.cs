using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

/// <summary>What the other properties rely on: that the random graphs are valid and hold every shape.</summary>
public class GeneratorTests
{
    [Fact]
    public void Random_graphs_are_valid_and_canonical() => AnyGraph.Whole.Sample(graph =>
    {
        foreach (var statement in graph.Statements)
        {
            Assert.Equal(Identity.Canonical(statement, graph.Ontology).Id, statement.Id);
            Assert.All(statement.Entities(), key => Assert.NotNull(graph.Entity(key)));
            Assert.All(statement.Evidence, e => Assert.Equal(e.Quote, graph.Passages.Single(p => p.Id == e.Passage).Texts.In(e.Language)![e.Start..e.End]));
            Assert.All(statement.DerivedFrom, id => Assert.NotNull(graph.Statement(id)));
            Assert.NotEmpty(statement.SaidBy());
        }
    });

    [Fact]
    public void Random_statements_have_every_shape()
    {
        var all = AnyStatement.Of(AnyStatement.Cast)!.Array[2000].Single();
        Assert.Equal(9, all.Select(s => s.Type).Distinct().Count());
        Assert.Equal(Enum.GetValues<Status>().Length, all.Select(s => s.Status).Distinct().Count());
        Assert.Equal(6, all.SelectMany(s => s.Qualifiers).Select(q => q.Key).Distinct().Count());
        Assert.Equal(4, all.Select(s => s.When?.Role).OfType<PeriodRole>().Distinct().Count());
        Assert.Equal(7, all.OfType<Observation>().Select(o => (o.Value as QuantityValue)?.Quantity.Bound).OfType<Bound>().Distinct().Count());
    }

    [Fact]
    public void Random_filters_pass_some_and_stop_some() // a property over filters that match nothing, or everything, says nothing
    {
        var (passed, stopped) = (0, 0);
        AnyGraph.Whole.SelectMany(g => AnyFilter.StatementFilterOn(g).Select(f => (Graph: g, Filter: f))).Sample(x =>
        {
            var count = new ReferenceEvaluator(x.Graph).StatementPage(x.Filter, PageRequest.First(99)).Rows.Count;
            Interlocked.Add(ref passed, count);
            Interlocked.Add(ref stopped, x.Graph.Statements.Count - count);
        }, iter: 500);
        Assert.True(passed > stopped / 5 && stopped > passed / 5, $"{passed} passed, {stopped} stopped");
    }
}
