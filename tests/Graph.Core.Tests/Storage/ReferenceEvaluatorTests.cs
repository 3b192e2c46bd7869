using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

/// <summary>The meaning that the reference gives to filters, in cases that one can check by eye.</summary>
public class ReferenceEvaluatorTests
{
    private static readonly Statement Rivals = Make(new Relationship { Id = default, Source = "company-1", Type = "COMPETES_WITH", Target = "company-2" });

    private static readonly Statement Headed = Make(new Relationship { Id = default, Source = "company-1", Type = "HEADED_BY", Target = "person-1", Speaker = new Speaker("person-2", null) });

    private static readonly Statement Denied = Make(new Relationship { Id = default, Source = "company-1", Type = "HEADED_BY", Target = "person-2", Polarity = Polarity.Negated });

    private static readonly Statement Spending = Make(new Observation
    {
        Id = default,
        Entity = "company-1",
        Type = "RD_SPENDING",
        Value = new QuantityValue(Quantity.Of(16, "CNY")),
        Speaker = new Speaker(null, LocalText.Of("zh", "有人")),
        Qualifiers = [new("at", new EntityValue("event-1"))],
    });

    private static readonly ReferenceEvaluator Reference = new(new ReferenceGraph(TestOntology.Instance, AnyStatement.Cast, [Rivals, Headed, Denied, Spending], AnyEntity.Articles, AnyEntity.Passages));

    [Fact]
    public void Both_ends_of_a_symmetric_type_are_source_and_target()
    {
        foreach (var role in new[] { AnchorRole.Out, AnchorRole.In, AnchorRole.AnyEnd })
            Assert.True(Reference.Touches(Rivals, "company-1", role) && Reference.Touches(Rivals, "company-2", role));
        Assert.True(Reference.Touches(Headed, "company-1", AnchorRole.Out) && !Reference.Touches(Headed, "company-1", AnchorRole.In));
        Assert.True(Reference.Touches(Headed, "person-1", AnchorRole.In) && !Reference.Touches(Headed, "person-1", AnchorRole.Out));
    }

    [Theory]
    [InlineData("company-1", "company-2", true)]
    [InlineData("company-2", "company-1", true)]
    [InlineData("company-1", "company-1", false)] // not twice the same end
    [InlineData("company-1", "company-3", false)]
    public void Ends_are_one_assignment_of_a_symmetric_relationship(string source, string target, bool expected) =>
        Assert.Equal(expected, Reference.Matches(Rivals, new StatementFilter.Ends(Set(source), Set(target))));

    [Fact]
    public void Ends_without_targets_take_observations_too()
    {
        Assert.Equal([Rivals, Headed, Denied, Spending], Found(new StatementFilter.Ends(Set("company-1"), null)));
        Assert.Equal([Headed], Found(new StatementFilter.Ends(null, Set("person-1"))));
        Assert.Equal([Rivals, Headed, Denied, Spending], Found(new StatementFilter.Ends(null, null)));
    }

    [Fact]
    public void About_is_any_part()
    {
        Assert.Equal([Headed, Denied], Found(new StatementFilter.About(Set("person-2"))));
        Assert.Equal([Spending], Found(new StatementFilter.About(Set("event-1"))));
    }

    [Fact]
    public void Any_speaker_may_be_unnamed_but_a_speaker_asked_for_is_an_entity()
    {
        Assert.Equal([Headed, Spending], Found(new StatementFilter.SaidBy(null)));
        Assert.Equal([Headed], Found(new StatementFilter.SaidBy(Set("person-2"))));
    }

    [Fact]
    public void A_denial_is_no_connection_and_counts_for_no_degree()
    {
        Assert.Equal(["person-1"], Keys(new EntityFilter.Some(AnchorRole.In, new StatementFilter.OfType(Set("HEADED_BY")), null)));
        Assert.Equal(["company-1"], Keys(new EntityFilter.Degree(new(NumberOperator.Gt, [1]))));
        Assert.Equal([["company-2", "person-1"]], Reference.Neighbours(new(["company-1"], Direction.Any, null, null, null, 9)));
    }

    [Fact]
    public void The_other_end_is_the_one_that_is_not_the_entity()
    {
        var other = new EntityFilter.Key(new(TextOperator.In, ["company-1"]));
        Assert.Equal(["company-2", "person-1"], Keys(new EntityFilter.Some(AnchorRole.AnyEnd, StatementFilter.Everything, other)));
        Assert.Equal(["company-2"], Keys(new EntityFilter.Some(AnchorRole.Out, StatementFilter.Everything, other)));
        Assert.Throws<ArgumentException>(() => Keys(new EntityFilter.Some(AnchorRole.Observed, StatementFilter.Everything, other)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Keys(new EntityFilter.Some(AnchorRole.Passage, StatementFilter.Everything, null)));
    }

    [Fact]
    public void Of_no_filters_all_pass_and_any_stops()
    {
        Assert.Equal(4, Found(new StatementFilter.And([])).Count());
        Assert.Empty(Found(new StatementFilter.Or([])));
        Assert.Empty(Found(new StatementFilter.Not(StatementFilter.Everything)));
    }

    [Fact]
    public void More_neighbours_than_the_limit_are_an_error()
    {
        var error = Assert.Throws<LimitExceededException>(() => Reference.Neighbours(new(["company-1", "company-2"], Direction.Any, null, null, null, 2)));
        Assert.Equal((2, 3), (error.Limit, error.Actual));
    }

    [Fact]
    public void Neighbours_are_narrowed_by_direction_type_and_kind()
    {
        Assert.Equal([["company-1"]], Reference.Neighbours(new(["person-1"], Direction.In, null, null, null, 9)));
        Assert.Equal([[]], Reference.Neighbours(new(["person-1"], Direction.Out, null, null, null, 9)));
        Assert.Equal([["company-2"]], Reference.Neighbours(new(["company-1"], Direction.In, null, null, null, 9)));
        Assert.Equal([["person-1"], []], Reference.Neighbours(new(["company-1", "nobody"], Direction.Any, Set("HEADED_BY"), Set("Person"), null, 9)));
    }

    [Fact]
    public void Counts_are_by_value_and_leave_out_what_is_not_there()
    {
        Assert.Equal([new("COMPETES_WITH", 1), new("HEADED_BY", 2), new("RD_SPENDING", 1)], Reference.CountStatements(StatementFilter.Everything, StatementCount.Type));
        Assert.Equal([new("OBSERVATION", 1), new("RELATIONSHIP", 3)], Reference.CountStatements(StatementFilter.Everything, StatementCount.Form));
        Assert.Equal([new("person-2", 1)], Reference.CountStatements(StatementFilter.Everything, StatementCount.Speaker));
        Assert.Equal([new("", 4)], Reference.CountStatements(StatementFilter.Everything, StatementCount.All));
        Assert.Empty(Reference.CountStatements(new StatementFilter.Or([]), StatementCount.All));
        Assert.Equal([[new Tally("HEADED_BY", 1)], []], Reference.CountStatementsOf(["person-1", "nobody"], AnchorRole.In, StatementFilter.Everything, StatementCount.Type));
    }

    [Fact]
    public void Names_behind_a_place_are_those_of_later_texts_and_later_entities()
    {
        var person = Reference.Names(new NameQuery.Prefix(Folding.Fold("Person"), 9), _ => []);
        Assert.Equal(["person-1", "person-2", "person-3"], person.Select(h => h.Entity));
        var rest = Reference.Names(new NameQuery.Prefix(Folding.Fold("Person"), 1, (person[0].Folded, person[0].Entity)), _ => []);
        Assert.Equal(["person-2"], rest.Select(h => h.Entity));
        Assert.Empty(Reference.Names(new NameQuery.Exact([person[0].Folded], Set("Company")), _ => []));
    }

    private static IEnumerable<Statement> Found(StatementFilter filter)
    {
        Statement[] order = [Rivals, Headed, Denied, Spending];
        return Reference.StatementPage(filter, PageRequest.First(PageRequest.NoLimit)).Values.OrderBy(s => Array.IndexOf(order, s));
    }

    private static IEnumerable<string> Keys(EntityFilter filter) => Reference.EntityPage(filter, PageRequest.First(PageRequest.NoLimit)).Values.Select(e => e.Key);

    private static HashSet<string> Set(params string[] values) => [.. values];

    private static Statement Make(Statement statement) => Identity.Canonical(statement, TestOntology.Instance);
}
