using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class SentencesTests
{
    private static readonly Ontology Ontology = TestOntology.Instance;

    private static readonly Relationship Influence = new() { Id = default, Source = "lei-jun", Type = "INFLUENCED_BY", Target = "elon-musk" };

    private static readonly Relationship Rivalry = new() { Id = default, Source = "apple", Type = "COMPETES_WITH", Target = "xiaomi" };

    private static readonly Observation Spending = new()
    {
        Id = default,
        Entity = "xiaomi",
        Type = "RD_SPENDING",
        Value = new QuantityValue(Quantity.Of(16_000_000_000, "CNY")),
        Period = Period.Of(PeriodRole.During, PartialDate.Parse("2022"), PartialDate.Parse("2022")),
    };

    [Fact]
    public void A_relationship_reads_well_from_both_ends()
    {
        Says(Influence, "雷军受马斯克影响", "Lei Jun was influenced by Elon Musk");
        Says(Influence, "马斯克影响了雷军", "Elon Musk influenced Lei Jun", fromTarget: true);
    }

    [Fact]
    public void A_symmetric_one_begins_with_the_end_it_is_seen_from()
    {
        Says(Rivalry, "苹果与小米竞争", "Apple competes with Xiaomi");
        Says(Rivalry, "小米与苹果竞争", "Xiaomi competes with Apple", fromTarget: true);
    }

    [Fact]
    public void A_denial_uses_the_types_words_or_the_engines()
    {
        var headed = new Relationship { Id = default, Source = "xiaomi", Type = "HEADED_BY", Target = "elon-musk", Polarity = Polarity.Negated };
        Says(headed, "小米不由马斯克领导", "Xiaomi is not headed by Elon Musk");
        Says(headed, "小米不由马斯克领导", "Xiaomi is not headed by Elon Musk", fromTarget: true);
        Says(Rivalry with { Polarity = Polarity.Negated }, "并非苹果与小米竞争", "It is not so that Apple competes with Xiaomi");
    }

    [Fact]
    public void A_hedge_leads_when_it_can_and_is_quoted_when_it_cannot()
    {
        Says(Rivalry with { Status = Status.Reported, Hedge = TestOntology.Both("据说", "reportedly") }, "据说，苹果与小米竞争", "Reportedly, Apple competes with Xiaomi");
        Says(Rivalry with { Status = Status.Reported, Hedge = TestOntology.Both("又一次放出豪言", "a bold pledge") }, "苹果与小米竞争（“又一次放出豪言”）", "Apple competes with Xiaomi (“a bold pledge”)");
    }

    [Fact]
    public void Hearsay_without_words_in_the_language_gets_the_engines()
    {
        Says(Rivalry with { Status = Status.Reported }, "据称，苹果与小米竞争", "Reportedly, Apple competes with Xiaomi");
        Says(Rivalry with { Status = Status.Reported, Hedge = LocalText.Of("zh", "据传") }, "据传，苹果与小米竞争", "Reportedly, Apple competes with Xiaomi");
    }

    [Fact]
    public void The_speaker_is_named()
    {
        Says(Rivalry with { Status = Status.Reported, Speaker = new Speaker("lei-jun", null) }, "雷军称，苹果与小米竞争", "Apple competes with Xiaomi, according to Lei Jun");
        Says(Rivalry with { Speaker = new Speaker(null, TestOntology.Both("一位分析师", "an analyst")) }, "一位分析师称，苹果与小米竞争", "Apple competes with Xiaomi, according to an analyst");
        Says(Rivalry with { Status = Status.Reported, Speaker = new Speaker("lei-jun", null), Hedge = TestOntology.Both("据说", "reportedly"), Polarity = Polarity.Negated },
            "雷军称，据说，并非苹果与小米竞争", "Reportedly, it is not so that Apple competes with Xiaomi, according to Lei Jun");
    }

    [Theory]
    [InlineData(Status.Planned, "（计划）", " (planned)")]
    [InlineData(Status.Possible, "（可能）", " (possible)")]
    [InlineData(Status.Opinion, "（观点）", " (opinion)")]
    [InlineData(Status.Stated, "", "")]
    [InlineData(Status.Implied, "（推知）", " (implied)")]
    [InlineData(Status.Derived, "（推算）", " (calculated)")]
    public void What_is_not_simply_said_is_marked(Status status, string zh, string en) =>
        Says(Rivalry with { Status = status }, "苹果与小米竞争" + zh, "Apple competes with Xiaomi" + en);

    [Fact]
    public void A_hedge_that_says_the_status_saves_the_mark()
    {
        Says(Rivalry with { Status = Status.Possible, Hedge = TestOntology.Both("或许", "perhaps") }, "或许，苹果与小米竞争", "Perhaps, Apple competes with Xiaomi");
        Says(Rivalry with { Status = Status.Planned, Hedge = TestOntology.Both("目标", "the goal") }, "苹果与小米竞争（“目标”）", "Apple competes with Xiaomi (“the goal”)");
    }

    [Fact]
    public void An_observation_shows_value_and_period()
    {
        Says(Spending, "2022年，小米的研发投入为160亿元", "Xiaomi spent 16 billion CNY on R&D in 2022");
        Says(Spending with { Period = null }, "小米的研发投入为160亿元", "Xiaomi spent 16 billion CNY on R&D");
    }

    [Theory]
    [InlineData(PeriodRole.By, null, "2025", "到2025年，小米的研发投入为160亿元", "Xiaomi spent 16 billion CNY on R&D (by 2025)")]
    [InlineData(PeriodRole.At, "2022-10-24", "2022-10-24", "2022年10月24日，小米的研发投入为160亿元", "Xiaomi spent 16 billion CNY on R&D (24 October 2022)")]
    [InlineData(PeriodRole.During, "2020", "2022", "2020年至2022年，小米的研发投入为160亿元", "Xiaomi spent 16 billion CNY on R&D in 2020–2022")]
    public void A_period_that_does_not_fit_the_template_stands_behind(PeriodRole role, string? from, string? to, string zh, string en) =>
        Says(Spending with { Period = Period.Of(role, from is null ? null : PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to)) }, zh, en);

    [Fact]
    public void What_the_template_does_not_show_is_added_with_its_label()
    {
        Says(Spending with { Qualifiers = [new("at", new EntityValue("launch")), new("scope", new TextValue(TestOntology.Both("第一期", "first phase")))] },
            "2022年，小米的研发投入为160亿元（场合：发布会；范围：第一期）", "Xiaomi spent 16 billion CNY on R&D in 2022 (occasion: the launch; scope: first phase)");
        Says(Rivalry with { AmongOthers = true }, "苹果与小米竞争（等）", "Apple competes with Xiaomi (among others)");
    }

    [Fact]
    public void Validity_is_shown_once_wherever_there_is_room()
    {
        var developed = new Relationship { Id = default, Source = "xiaomi", Type = "DEVELOPED", Target = "model", Validity = Period.Of(PeriodRole.During, PartialDate.Parse("2023-10"), PartialDate.Parse("2024")) };
        Says(developed, "2023年10月，小米开发了大模型（至2024年）", "Xiaomi developed MiLM in October 2023 (until 2024)");
        Says(developed, "大模型由小米开发（2023年10月至2024年）", "MiLM was developed by Xiaomi (October 2023–2024)", fromTarget: true);
        Says(developed with { Qualifiers = [new("reason", new TextValue(TestOntology.Both("需要", "need")))] }, "2023年10月，小米开发了大模型（需要；至2024年）", "Xiaomi developed MiLM in October 2023 because need (until 2024)");
    }

    [Theory]
    [InlineData(null, null, "直到她去世", "until her death", "苹果与小米竞争（直到她去世）", "Apple competes with Xiaomi (until her death)")]
    [InlineData("2010", null, "直到她去世", "until her death", "苹果与小米竞争（2010年起；“直到她去世”）", "Apple competes with Xiaomi (from 2010; “until her death”)")]
    [InlineData("2010", null, "2010年起", "from 2010 on", "苹果与小米竞争（2010年起）", "Apple competes with Xiaomi (from 2010)")]
    [InlineData("2010", "2012", "两年间", "for two years", "苹果与小米竞争（2010年至2012年）", "Apple competes with Xiaomi (2010–2012)")]
    public void The_words_of_a_validity_stand_where_a_date_is_missing(string? from, string? to, string zhWords, string enWords, string zh, string en) =>
        Says(Rivalry with { Validity = Period.Of(PeriodRole.During, Date(from), Date(to), TestOntology.Both(zhWords, enWords)) }, zh, en);

    [Theory]
    [InlineData("iPhone", "iPhone competes with b")]
    [InlineData("adaptive zoom", "Adaptive zoom competes with b")]
    public void A_sentence_begins_with_a_capital_unless_its_first_word_has_one_inside(string name, string expected) =>
        Assert.Equal(expected, Sentences.Of(Rivalry, "en", Ontology, key => key == "apple" ? name : "b"));

    [Fact]
    public void A_hedge_that_names_the_speaker_saves_naming_him_again() => Says(
        Rivalry with { Status = Status.Reported, Speaker = new Speaker("lei-jun", null), Hedge = TestOntology.Both("据雷军说", "according to Lei Jun") },
        "据雷军说，苹果与小米竞争", "According to Lei Jun, Apple competes with Xiaomi");

    [Fact]
    public void A_word_that_only_looks_like_a_hedge_does_not_lead() =>
        Says(Rivalry with { Hedge = TestOntology.Both("只需", "only") }, "苹果与小米竞争（“只需”）", "Apple competes with Xiaomi (“only”)");

    [Fact]
    public void A_date_is_said_as_a_date_not_in_words_that_age() => Says(
        new Observation { Id = default, Entity = "xiaomi", Type = "FOUNDED", Value = new DateValue(PartialDate.Parse("2010-04"), TestOntology.Both("上个月", "last month")) },
        "小米成立于2010年4月", "Xiaomi was founded in April 2010");

    [Fact]
    public void Every_statement_names_its_ends_and_says_its_value_in_every_language() => AnyStatement.Of(AnyStatement.Cast)!.Sample(s =>
    {
        foreach (var language in new[] { "zh", "en", "fr" })
        {
            foreach (var fromTarget in new[] { false, true })
            {
                var text = Sentences.Of(s, language, Ontology, key => $"<{key}>", fromTarget);
                Assert.All(s.Entities(), key => Assert.Contains($"<{key}>", text, StringComparison.Ordinal));
                if (s is Observation o)
                    Assert.Contains(ValueText.Of(o.Value, language, Ontology), text, StringComparison.Ordinal);
                if (s.Hedge?.In(language) is { } hedge)
                    Assert.Contains(hedge[1..], text, StringComparison.Ordinal);
                Assert.All(s.Qualifiers, q => Assert.Contains(ValueText.Of(q.Value, language, Ontology, key => $"<{key}>"), text, StringComparison.Ordinal));
            }
        }
    }, iter: 2000);

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    private static void Says(Statement statement, string zh, string en, bool fromTarget = false)
    {
        Assert.Equal(zh, Sentences.Of(statement, "zh", Ontology, key => key switch { "lei-jun" => "雷军", "elon-musk" => "马斯克", "apple" => "苹果", "xiaomi" => "小米", "launch" => "发布会", _ => "大模型" }, fromTarget));
        Assert.Equal(en, Sentences.Of(statement, "en", Ontology, key => key switch { "lei-jun" => "Lei Jun", "elon-musk" => "Elon Musk", "apple" => "Apple", "xiaomi" => "Xiaomi", "launch" => "the launch", _ => "MiLM" }, fromTarget));
    }
}
