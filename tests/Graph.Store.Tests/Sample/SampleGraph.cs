using Graph.Core;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>The graph that the reading specifications look at: small, with one of every case that stores tend to get wrong.</summary>
public static class SampleGraph
{
    /// <summary>Names that are hostile to some query language.</summary>
    public static IReadOnlyList<string> HostileNames { get; } =
    [
        "O'Brien \"the\" {x} [y] (z)", "a AND b OR NOT c*", "name:x^2 ~ \\ /re/", "'; DROP TABLE entity; --", "$param `tick` %_like%", "🚀 rocket 👩‍🚀",
        new string('长', 500), "Ｆｕｌｌ　Ｗｉｄｔｈ", "ﬀ ligature İi", "*", "a\tb",
    ];

    public static TestGraph Instance { get; } = new()
    {
        Articles = [Article("news"), Article("report"), Article("z9")],
        Passages = [Passage("news", 1), Passage("news", 2), Passage("news", 10), Passage("report", 1), Passage("report", 2)],
        Mentions =
        [
            new Mention(new PassageId("news", 1), "zh", 0, 2, "xiaomi"),
            new Mention(new PassageId("news", 1), "en", 4, 6, "xiaomi"),
            new Mention(new PassageId("news", 10), "zh", 0, 2, "xiaomi"),
            new Mention(new PassageId("news", 2), "zh", 0, 2, "xiaomi"),
            new Mention(new PassageId("report", 1), "zh", 1, 3, "xiaomi"),
            new Mention(new PassageId("news", 1), "zh", 5, 7, "lei-jun"),
            new Mention(new PassageId("news", 1), "en", 0, 3, "lei-jun"),
        ],
        Entities =
        [
            Entity("xiaomi", "Company", "小米", "en:Xiaomi", "小米集团", "en:MI"),
            Entity("huawei", "Company", "华为", "en:Huawei"),
            Entity("apple", "Company", "苹果", "en:Apple"),
            Entity("lei-jun", "Person", "雷军", "en:Lei Jun", "雷布斯"),
            Entity("jobs", "Person", "乔布斯", "en:Steve Jobs"),
            Entity("hyperos", "Product", "澎湃OS", "en:HyperOS", "小米澎湃"),
            Entity("su7", "Product", "小米SU7", "en:SU7"),
            Entity("loner", "Person", "独行者", "en:Loner"),
            Entity("mi-store", "Company", "小米", "en:Mi Store"),
            .. HostileNames.Select((name, i) => Entity($"hostile-{i}", "Product", name)),
        ],
        Statements =
        [
            Relationship("lei-jun", "INFLUENCED_BY", "jobs", evidence: Evidence("news", 1)),
            Relationship("lei-jun", "INFLUENCED_BY", "jobs", Status.Opinion, speaker: Someone(), evidence: Evidence("report", 1)),
            Relationship("xiaomi", "INFLUENCED_BY", "jobs", Status.Reported, speaker: Speaker("lei-jun"), evidence: Evidence("news", 2)),
            Relationship("xiaomi", "COMPETES_WITH", "huawei", evidence: Evidence("news", 1, 2), validity: During("2020", null)),
            Relationship("xiaomi", "COMPETES_WITH", "apple", Status.Planned, evidence: [.. Evidence("news", 10), .. Evidence("report", 2)]),
            Relationship("huawei", "COMPETES_WITH", "apple", polarity: Polarity.Negated, evidence: Evidence("news", 2, 4)),
            Relationship("xiaomi", "PARTNER_OF", "lei-jun", evidence: Evidence("news", 1, 1)),
            Relationship("xiaomi", "DEVELOPS", "hyperos", validity: During("2023-10", null), qualifiers: [At("apple")], evidence: Evidence("news", 1, 3)),
            Relationship("xiaomi", "DEVELOPS", "su7", validity: During("2021-03-30", "2024-03-28"), evidence: Evidence("report", 1, 1)),
            Relationship("xiaomi", "HEADED_BY", "lei-jun"),
            Relationship("xiaomi", "HEADED_BY", "jobs", polarity: Polarity.Negated, speaker: Speaker("huawei"), evidence: Evidence("news", 2, 1)),
            Observation("xiaomi", "REVENUE", Amount(280_000_000_000), period: During("2022", "2022"), evidence: Evidence("news", 2, 2)),
            Observation("xiaomi", "REVENUE", Amount(271_000_000_000, bound: Bound.Over), period: During("2023", "2023"), evidence: Evidence("report", 1, 5)),
            Observation("xiaomi", "REVENUE", Amount(-1.5m), period: During(null, "2019~", PeriodRole.By), speaker: Someone(), evidence: Evidence("news", 1, 6)),
            Observation("xiaomi", "REVENUE", Amount(0), Status.Possible),
            Observation("huawei", "REVENUE", Amount(9, bound: Bound.Range, max: 12), evidence: Evidence("news", 10, 2), qualifiers: [Scope("手机")]),
            Observation("huawei", "REVENUE", Amount(0.25m), period: During("2023-Q1", null, PeriodRole.Since), polarity: Polarity.Negated, evidence: Evidence("news", 10, 5)),
            Observation("xiaomi", "FOUNDED", Date("2010-04-06"), evidence: Evidence("news", 1, 8)),
            Observation("hyperos", "SLOGAN", Words("人车家全生态"), speaker: Speaker("xiaomi"), evidence: Evidence("report", 2, 1)),
            Observation("xiaomi", "EMPLOYEES", Amount(33_000, "person", Bound.About), period: During("2023-12", "2023-12", PeriodRole.At), qualifiers: [At("mi-store")], evidence: Evidence("news", 2, 7)),
        ],
    };
}
