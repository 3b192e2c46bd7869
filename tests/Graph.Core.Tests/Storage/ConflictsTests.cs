using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class ConflictsTests
{
    private static readonly Ontology Ontology = TestOntology.Instance;

    /// <summary>Pairs of statements near each other: the second is the first with one or two parts of a third.</summary>
    private static readonly Gen<(Statement One, Statement Other)> Pairs = Gen.Select(AnyStatement.Of(AnyStatement.Cast)!, AnyStatement.Of(AnyStatement.Cast)!, Gen.Int[0, 255], (one, other, mix) =>
    {
        var near = one with
        {
            Polarity = (mix & 1) > 0 ? other.Polarity : one.Polarity,
            Status = (mix & 2) > 0 ? other.Status : one.Status,
            Qualifiers = (mix & 12) == 12 ? other.Qualifiers : one.Qualifiers,
        };
        if (near is Observation o && other is Observation o2 && o2.Type == o.Type)
            near = o with { Value = (mix & 16) > 0 ? o2.Value : o.Value, Period = (mix & 96) == 96 ? o2.Period : o.Period };
        if (near is Relationship r && other is Relationship r2)
            near = r with { Target = (mix & 16) > 0 && r2.Target != r.Source ? r2.Target : r.Target, Validity = (mix & 96) == 96 ? r2.Validity : r.Validity };
        return (one, Identity.Canonical(near, Ontology));
    });

    [Fact]
    public void A_conflict_is_mutual() =>
        Pairs.Sample(p => Assert.Equal(Conflicts.Between(p.One, p.Other, Ontology), Conflicts.Between(p.Other, p.One, Ontology)), iter: 3000);

    [Fact]
    public void Nothing_conflicts_with_itself_or_in_other_words() => AnyStatement.Of(AnyStatement.Cast)!.Sample(s =>
    {
        Assert.False(Conflicts.Between(s, s, Ontology));
        Assert.False(Conflicts.Between(s, s with { Hedge = LocalText.Of("zh", "据说"), Evidence = [] }, Ontology));
    });

    [Fact]
    public void Plans_possibilities_and_opinions_conflict_with_nothing() => Pairs.Sample(p =>
    {
        if (Conflicts.Between(p.One, p.Other, Ontology))
        {
            foreach (var status in new[] { Status.Planned, Status.Possible, Status.Opinion })
                Assert.False(Conflicts.Between(p.One, Identity.Canonical(p.Other with { Status = status }, Ontology), Ontology));
        }
    }, iter: 3000);

    [Theory]
    [InlineData("scope")]
    [InlineData("relativeTo")]
    public void What_differs_in_scope_or_comparison_does_not_conflict(string key) => Pairs.Sample(p =>
    {
        StatementValue value = key == "scope" ? new TextValue(LocalText.Of("zh", "别的范围")) : new EntityValue("nobody");
        var narrowed = p.Other with { Qualifiers = [.. p.Other.Qualifiers.Where(q => q.Key != key), new Qualifier(key, value)] };
        Assert.False(Conflicts.Between(p.One, Identity.Canonical(narrowed, Ontology), Ontology));
    });

    [Fact]
    public void Random_pairs_do_conflict_often_enough_to_say_something()
    {
        var found = Pairs.Array[1000].Single().Count(p => Conflicts.Between(p.One, p.Other, Ontology));
        Assert.InRange(found, 20, 900);
    }

    [Fact]
    public void Affirming_and_denying_the_same_conflicts() => AnyStatement.Of(AnyStatement.Cast)!.Where(s => s.Status is Status.Stated).Sample(s =>
    {
        var denied = Identity.Canonical(s with { Polarity = s.Polarity == Polarity.Affirmed ? Polarity.Negated : Polarity.Affirmed, Status = Status.Reported, Speaker = null }, Ontology);
        Assert.True(Conflicts.Between(s, denied, Ontology));
    });

    [Theory]
    [InlineData(null, null, null, null, true)] // both undated count as the same time
    [InlineData("2010", "2015", null, null, false)]
    [InlineData("2010", "2015", "2012", "2014", true)]
    [InlineData("2010", "2015", "2015", "2018", false)] // may have changed within 2015
    [InlineData("2010", "2015-06", "2014-03-01", "2018", true)]
    [InlineData("2010", "2012-01-01", "2012-01-01", "2014", false)] // handed over that day
    [InlineData("2010~", "2012", "2010", "2011", false)] // about 2010 may be 2011
    [InlineData("2010", null, "2012", null, false)] // nobody said that the first stayed
    [InlineData("2010", null, "2009", "2015", true)] // at the end of 2010 both
    [InlineData(null, "2012", "2009", "2015", true)]
    [InlineData("9999", null, "9999", null, false)] // the calendar's end
    public void Two_targets_of_a_functional_type_conflict_at_surely_overlapping_times(string? from, string? to, string? from2, string? to2, bool expected)
    {
        var one = Related("company-1", "HEADED_BY", "person-1", from, to);
        Assert.Equal(expected, Conflicts.Between(one, Related("company-1", "HEADED_BY", "person-2", from2, to2), Ontology));
        Assert.False(Conflicts.Between(one, Related("company-2", "HEADED_BY", "person-2", from2, to2), Ontology));
        Assert.False(Conflicts.Between(one, Identity.Canonical(Related("company-1", "HEADED_BY", "person-2", from2, to2) with { Polarity = Polarity.Negated }, Ontology), Ontology));
    }

    [Fact]
    public void One_person_may_head_two_companies() =>
        Assert.False(Conflicts.Between(Related("company-1", "HEADED_BY", "person-1"), Related("company-2", "HEADED_BY", "person-1"), Ontology));

    [Fact]
    public void A_symmetric_functional_type_holds_for_both_ends()
    {
        var one = Related("person-1", "MARRIED_TO", "person-2");
        Assert.True(Conflicts.Between(one, Related("person-3", "MARRIED_TO", "person-2"), Ontology));
        Assert.True(Conflicts.Between(one, Related("person-3", "MARRIED_TO", "person-1"), Ontology));
        Assert.False(Conflicts.Between(one, Related("person-3", "MARRIED_TO", "person-4"), Ontology));
        Assert.True(Conflicts.Between(one, Identity.Canonical(Related("person-2", "MARRIED_TO", "person-1") with { Polarity = Polarity.Negated }, Ontology), Ontology));
    }

    [Fact]
    public void Rivals_are_no_conflict() => Assert.False(Conflicts.Between(Related("company-1", "COMPETES_WITH", "company-2"), Related("company-1", "COMPETES_WITH", "company-3"), Ontology));

    [Theory]
    [InlineData("16", Bound.Exact, "2022", "17", Bound.Exact, "2022", true)]
    [InlineData("16", Bound.Exact, "2022", "17", Bound.Exact, "2023", false)]
    [InlineData("16", Bound.Exact, "2022", "17", Bound.Exact, null, false)] // one dated is not the same
    [InlineData("16", Bound.Exact, null, "17", Bound.Exact, null, true)]
    [InlineData("16", Bound.Exact, "2022", "17", Bound.Exact, "2022-Q1", false)]
    [InlineData("16", Bound.Exact, "2022~", "17", Bound.Exact, "2022~", false)]
    [InlineData("16", Bound.Over, "2022", "17", Bound.Exact, "2022", false)]
    [InlineData("16", Bound.Over, "2022", "16", Bound.Exact, "2022", true)]
    [InlineData("16", Bound.AtLeast, "2022", "16", Bound.Exact, "2022", false)]
    [InlineData("16", Bound.About, "2022", "20", Bound.Exact, "2022", false)]
    [InlineData("16", Bound.About, "2022", "30", Bound.Exact, "2022", true)]
    public void Values_of_surely_the_same_period_conflict_when_their_bounds_exclude_each_other(string amount, Bound bound, string? when, string amount2, Bound bound2, string? when2, bool expected) =>
        Assert.Equal(expected, Conflicts.Between(Spent(amount, bound, when), Spent(amount2, bound2, when2), Ontology));

    [Theory]
    [InlineData(PeriodRole.At, PeriodRole.At, true)]
    [InlineData(PeriodRole.During, PeriodRole.At, false)]
    [InlineData(PeriodRole.By, PeriodRole.By, false)]
    public void Only_two_levels_or_two_flows_exclude_each_other(PeriodRole role, PeriodRole role2, bool expected)
    {
        var date = PartialDate.Parse("2022");
        Period On(PeriodRole r) => Period.Of(r, r == PeriodRole.By ? null : date, date);
        Assert.Equal(expected, Conflicts.Between(Observed("RD_SPENDING", new QuantityValue(Quantity.Of(1, "CNY")), On(role)), Observed("RD_SPENDING", new QuantityValue(Quantity.Of(2, "CNY")), On(role2)), Ontology));
    }

    [Fact]
    public void Dates_conflict_when_they_cannot_be_the_same_day_and_texts_never()
    {
        Statement Founded(string date) => Observed("FOUNDED", new DateValue(PartialDate.Parse(date)), null);
        Assert.True(Conflicts.Between(Founded("2010"), Founded("2011-04"), Ontology));
        Assert.False(Conflicts.Between(Founded("2010"), Founded("2010-04"), Ontology));
        Assert.False(Conflicts.Between(Observed("SLOGAN", new TextValue(LocalText.Of("zh", "一")), null), Observed("SLOGAN", new TextValue(LocalText.Of("zh", "二")), null), Ontology));
    }

    [Fact]
    public void A_store_is_asked_twice_at_most_and_gives_what_all_pairs_give() => AnyStatement.Several(AnyStatement.Cast).Select(s => s.Concat(Twins(s)).DistinctBy(x => x.Id).ToArray()).Sample(all =>
    {
        var store = new ReferenceStore(new ReferenceGraph(Ontology, AnyStatement.Cast, all));
        var found = Conflicts.Find(store, all, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Assert.True(store.Calls <= 2);
        Assert.Equal(all.Select(a => all.Where(b => Conflicts.Between(a, b, Ontology)).Select(b => b.Id).Order()), found.Select(f => f.Select(s => s.Id)));
    });

    private static IEnumerable<Statement> Twins(IEnumerable<Statement> statements) => statements.Select(s => Identity.Canonical(s switch
    {
        Relationship r when AnyStatement.Cast.FirstOrDefault(e => e.Key != r.Target && e.Key != r.Source && e.Kind == AnyStatement.Cast.First(t => t.Key == r.Target).Kind) is { } other => r with { Target = other.Key },
        Observation { Value: QuantityValue { Quantity: var q } } o => o with { Value = new QuantityValue(Quantity.Of(q.Amount == 1 ? 2 : 1, q.Unit)) },
        _ => s with { Polarity = Polarity.Negated },
    }, Ontology));

    private static Relationship Related(string source, string type, string target, string? from = null, string? to = null) => Identity.Canonical(
        new Relationship { Id = default, Source = source, Type = type, Target = target, Validity = from is null && to is null ? null : Period.Of(PeriodRole.During, Date(from), Date(to)) }, Ontology);

    private static Observation Spent(string amount, Bound bound, string? when) =>
        Observed("RD_SPENDING", new QuantityValue(Quantity.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "CNY", bound)), when is null ? null : Period.Of(PeriodRole.During, Date(when), Date(when)));

    private static Observation Observed(string metric, StatementValue value, Period? period) =>
        Identity.Canonical(new Observation { Id = default, Entity = "company-1", Type = metric, Value = value, Period = period }, Ontology);

    private static PartialDate? Date(string? text) => text is not null && PartialDate.TryParse(text, out var date, marks: true) ? date : null;
}
