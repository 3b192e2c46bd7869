using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

/// <summary>The test vectors of the canonical identity text: a change of any is a change of the ids in every store and export.</summary>
public class IdentityTests
{
    private static readonly Ontology Ontology = TestOntology.Instance;

    [Fact]
    public void A_plain_relationship() => Vector(
        Relation("company-1", "DEVELOPED", "aimodel-1"),
        "1:r,9:company-1,9:DEVELOPED,9:aimodel-1,-,-,8:AFFIRMED,6:STATED,-,",
        "r_DEVELOPED.l65us5p9qe0igm7m4gbrphavsg");

    [Fact]
    public void A_symmetric_relationship_has_its_ends_in_the_order_of_their_keys() => Vector(
        Relation("xiaomi", "COMPETES_WITH", "apple"),
        "1:r,5:apple,13:COMPETES_WITH,6:xiaomi,-,-,8:AFFIRMED,6:STATED,-,",
        "r_COMPETES_WITH.b3iqto2mtg79me0dud4obnc3t8");

    [Fact]
    public void A_relationship_with_dates_one_of_them_about_one_inferred() => Vector(
        Relation("xiaomi", "HEADED_BY", "lei-jun") with { Status = Status.Implied, Validity = Period.Of(PeriodRole.During, Date("2010-04-06?"), Date("2022-Q3~")) },
        "1:r,6:xiaomi,9:HEADED_BY,7:lei-jun,10:2010-04-06,8:2022-Q3~,8:AFFIRMED,7:IMPLIED,-,",
        "r_HEADED_BY.qjn97s9jhs5nson0948q5gb230");

    [Fact]
    public void A_denial_by_a_speaker_who_is_an_entity() => Vector(
        Relation("apple", "COMPETES_WITH", "xiaomi") with { Polarity = Polarity.Negated, Status = Status.Reported, Speaker = new Speaker("lei-jun", LocalText.Of("zh", "他")) },
        "1:r,5:apple,13:COMPETES_WITH,6:xiaomi,-,-,7:NEGATED,8:REPORTED,8:elei-jun,",
        "r_COMPETES_WITH.2mfe7hfa5lqhllap4atvq2c5so");

    [Fact]
    public void A_speaker_who_is_not_named() => Vector(
        Relation("apple", "COMPETES_WITH", "xiaomi") with { Status = Status.Reported, Speaker = new Speaker(null, LocalText.Of("zh", "一位分析师")) },
        "1:r,5:apple,13:COMPETES_WITH,6:xiaomi,-,-,8:AFFIRMED,8:REPORTED,1:u,",
        "r_COMPETES_WITH.ume8fvgr6nriqnuv6uda5pdq2s");

    [Fact]
    public void A_planned_range_during_a_year() => Vector(
        Observe("RD_SPENDING", new QuantityValue(Quantity.Of(15_000_000_000.00m, "CNY", Bound.Range, 16_000_000_000.50m, LocalText.Of("zh", "150亿到160亿"))))
            with { Status = Status.Planned, Period = Period.Of(PeriodRole.During, Date("2022"), Date("2022")) },
        "1:o,6:xiaomi,11:RD_SPENDING,36:q15000000000|16000000000.5|CNY|RANGE,6:DURING,4:2022,4:2022,8:AFFIRMED,7:PLANNED,-,",
        "o_RD_SPENDING.k24pnh9nqv2f9l3ls10i7iron4");

    [Fact]
    public void A_negative_fraction_since_a_year() => Vector(
        Observe("DEVICES", new QuantityValue(Quantity.Of(-0.250m, "count", Bound.AtLeast))) with { Period = Period.Of(PeriodRole.Since, Date("2010"), null) },
        "1:o,6:xiaomi,7:DEVICES,22:q-0.25||count|AT_LEAST,5:SINCE,4:2010,-,8:AFFIRMED,6:STATED,-,",
        "o_DEVICES.7natv82koik8urpdar0boki8ks");

    [Fact]
    public void A_text_that_only_the_second_language_has_with_a_period_in_words_alone() => Vector(
        Observe("SLOGAN", new TextValue(LocalText.Of("en", "Just for fans"))) with { Period = Period.Of(PeriodRole.During, null, null, LocalText.Of("en", "last year")) },
        "1:o,6:xiaomi,6:SLOGAN,14:tJust for fans,-,-,-,8:AFFIRMED,6:STATED,-,",
        "o_SLOGAN.ifv69ll4vg230ique2oheemvr8");

    [Fact]
    public void A_text_in_both_languages_counts_by_the_first_in_bytes_of_UTF_8() => Vector(
        Observe("SLOGAN", new TextValue(TestOntology.Both("为发烧而生", "Born for fans"))) with { Status = Status.Opinion },
        "1:o,6:xiaomi,6:SLOGAN,16:t为发烧而生,-,-,-,8:AFFIRMED,7:OPINION,-,",
        "o_SLOGAN.iisv2nnd3efe2r5t7anjoms390");

    [Fact]
    public void A_date_about_a_month_by_a_deadline() => Vector(
        Observe("FOUNDED", new DateValue(Date("2010-04~?"), LocalText.Of("zh", "那年春天"))) with { Period = Period.Of(PeriodRole.By, null, Date("2025")) },
        "1:o,6:xiaomi,7:FOUNDED,9:d2010-04~,2:BY,-,4:2025,8:AFFIRMED,6:STATED,-,",
        "o_FOUNDED.r6a47sd21a4egl41cgdnvpr73k");

    [Fact]
    public void Qualifiers_of_every_type_in_the_order_of_their_keys() => Vector(
        Relation("xiaomi", "DEVELOPED", "milm") with
        {
            Qualifiers = [new("since", new DateValue(Date("2023-Q4"))), new("scope", new TextValue(LocalText.Of("zh", "第一期"))), new("at", new EntityValue("launch")), new("ordinal", new QuantityValue(Quantity.Of(1, "rank")))],
        },
        "1:r,6:xiaomi,9:DEVELOPED,4:milm,-,-,8:AFFIRMED,6:STATED,-,2:at,7:elaunch,7:ordinal,14:q1||rank|EXACT,5:scope,10:t第一期,5:since,8:d2023-Q4,",
        "r_DEVELOPED.ha5bl52ldnvbsfvhgkurfrrhvo");

    [Fact]
    public void Words_as_written_hedges_evidence_premises_and_the_open_list_belong_to_no_identity() => AnyStatement.Of(AnyStatement.Cast)!.Sample(s =>
    {
        var words = LocalText.Of("en", "other words");
        Statement reworded = s switch
        {
            Relationship r => r with { Validity = Reworded(r.Validity, words) },
            Observation { Value: QuantityValue { Quantity: var q } } o => o with { Value = new QuantityValue(Quantity.Of(q.Amount, q.Unit, q.Bound, q.AmountMax, words)), Period = Reworded(o.Period, words) },
            Observation { Value: DateValue d } o => o with { Value = new DateValue(d.Date with { Inferred = !d.Date.Inferred }, words), Period = Reworded(o.Period, words) },
            _ => s,
        };
        reworded = reworded with { Hedge = words, Evidence = [], DerivedFrom = [s.Id], AmongOthers = !s.AmongOthers, FromApi = !s.FromApi, Speaker = s.Speaker is { } who ? new Speaker(who.Entity, words) : null };
        Assert.Equal(s.Id, Identity.Id(reworded, Ontology));
    }, iter: 1000);

    [Fact]
    public void Everything_else_does() => AnyStatement.Of(AnyStatement.Cast)!.Sample(s =>
    {
        Statement[] others =
        [
            s with { Polarity = s.Polarity == Polarity.Affirmed ? Polarity.Negated : Polarity.Affirmed },
            s with { Status = s.Status == Status.Stated ? Status.Implied : Status.Stated },
            s with { Speaker = s.Speaker is null ? new Speaker("somebody", null) : null },
            s with { Qualifiers = [.. s.Qualifiers.Where(q => q.Key != "scope"), new("scope", new TextValue(LocalText.Of("zh", "从未说过")))] },
            s is Relationship r ? r with { Target = "somebody" } : ((Observation)s) with { Entity = "somebody" },
        ];
        Assert.Equal(others.Length + 1, others.Select(o => Identity.Id(o, Ontology)).Append(s.Id).Distinct().Count());
    }, iter: 1000);

    [Fact]
    public void The_canonical_form_is_reached_at_once_from_either_end_of_a_symmetric_type() => AnyStatement.Of(AnyStatement.Cast)!.Sample(s =>
    {
        var shuffled = s with { Qualifiers = [.. s.Qualifiers.Reverse()], Evidence = [.. s.Evidence.Reverse(), .. s.Evidence] };
        if (shuffled is Relationship r && Ontology.IsSymmetric(r.Type))
            shuffled = r with { Source = r.Target, Target = r.Source };
        Assert.Equal(CanonicalJson.Of(s), CanonicalJson.Of(Identity.Canonical(shuffled, Ontology)));
    }, iter: 1000);

    private static void Vector(Statement statement, string text, string id)
    {
        var canonical = Identity.Canonical(statement, Ontology);
        Assert.Equal(text, Identity.CanonicalText(canonical, Ontology));
        Assert.Equal(id, canonical.Id.ToString());
    }

    private static Relationship Relation(string source, string type, string target) => new() { Id = default, Source = source, Type = type, Target = target };

    private static Observation Observe(string metric, StatementValue value) => new() { Id = default, Entity = "xiaomi", Type = metric, Value = value };

    private static Period? Reworded(Period? period, LocalText words) => period is { IsDated: true } ? Period.Of(period.Role, period.From, period.To, words) : null;

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date, marks: true) ? date : throw new FormatException(text);
}
