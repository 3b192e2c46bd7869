using Graph.Core;

namespace Graph.SharedTests;

/// <summary>A small ontology with every shape that an ontology can have: abstract kinds, symmetric and functional types, all three values of metrics, units with factors, all four qualifiers.</summary>
internal static class TestOntology
{
    public static Ontology Instance { get; } = Make();

    public static LocalText Both(string zh, string en) => new([new("zh", zh), new("en", en)]);

    private static Ontology Make() => new("test", Both("试验", "Test"), ["zh", "en"],
        [
            Kind("Organization", "组织", null, "Company", "University"),
            Kind("Company", "公司", "Organization"),
            Kind("University", "大学", "Organization"),
            Kind("Person", "人物"),
            Kind("AIModel", "模型"),
            Kind("Event", "活动"),
        ],
        [
            Type("COMPETES_WITH", ["Organization -> Organization"], "{source}与{target}竞争", "{source} competes with {target}", symmetric: true),
            Type("DEVELOPED", ["Organization -> AIModel", "Person -> AIModel"], "[{from}，]{source}开发了{target}[（{reason}）]", "{source} developed {target}[ in {from}][ because {reason}]",
                "{target}由{source}开发", "{target} was developed by {source}"),
            Type("HEADED_BY", ["Organization -> Person"], "{source}由{target}领导", "{source} is headed by {target}", "{target}领导{source}", "{target} heads {source}", functional: true) with
            {
                Out = Words("HEADED_BY", "{source}由{target}领导", "{source} is headed by {target}") with { Denial = Both("{source}不由{target}领导", "{source} is not headed by {target}") },
            },
            Type("INFLUENCED_BY", ["Person -> Person", "Company -> Company"], "{source}受{target}影响", "{source} was influenced by {target}", "{target}影响了{source}", "{target} influenced {source}"),
            Type("MARRIED_TO", ["Person -> Person"], "{source}与{target}是夫妻", "{source} is married to {target}", symmetric: true, functional: true),
        ],
        [
            Metric("DEVICES", "[{period}，]{entity}的设备数为{value}", "{entity} had {value}[ in {period}]", MetricValue.Quantity, "count", "Organization"),
            Metric("FOUNDED", "{entity}成立于{value}", "{entity} was founded in {value}", MetricValue.Date, null, "Organization"),
            Metric("RD_SPENDING", "[{period}，]{entity}的研发投入为{value}", "{entity} spent {value} on R&D[ in {period}]", MetricValue.Quantity, "CNY", "Company", "University"),
            Metric("SLOGAN", "{entity}的口号是“{value}”", "{entity}'s slogan is \"{value}\"", MetricValue.Text, null, "Company", "Person"),
        ],
        [
            Unit("CNY", "元", "CNY"), Unit("CNY_10K", "万元", "10k CNY", "CNY", 10_000), Unit("CNY_100M", "亿元", "100m CNY", "CNY", 100_000_000),
            Unit("count", "台", "devices"), Unit("rank", "名", ""),
        ],
        [
            Qualifier("at", QualifierValueType.Entity, "场合", "occasion") with { Kinds = ["Event"] },
            Qualifier("ordinal", QualifierValueType.Quantity, "序次", "ordinal") with { Unit = "rank" },
            Qualifier("reason", QualifierValueType.Text, "原因", "reason"),
            Qualifier("relativeTo", QualifierValueType.Entity, "相对", "relative to"),
            Qualifier("scope", QualifierValueType.Text, "范围", "scope"),
            Qualifier("since", QualifierValueType.Date, "起始", "since"),
        ],
        "id: test\n");

    private static Kind Kind(string name, string zh, string? parent = null, params string[] children) => new()
    {
        Name = name,
        Parent = parent,
        Children = children,
        Label = Both(zh, name),
        Field = Spelling.Field(name),
        PluralField = Spelling.Field(name) + "s",
        Color = "#4477AA",
    };

    private static RelationshipType Type(string name, string[] pairs, string zh, string en, string? inverseZh = null, string? inverseEn = null, bool symmetric = false, bool functional = false) => new()
    {
        Name = name,
        Pairs = [.. pairs.Select(p => p.Split(" -> ")).Select(p => new KindPair(p[0], p[1]))],
        Symmetric = symmetric,
        Functional = functional,
        Out = Words(name, zh, en),
        In = Words(symmetric ? name : name + "_INVERSE", inverseZh ?? zh, inverseEn ?? en),
    };

    private static Wording Words(string name, string zh, string en) =>
        new() { Field = Spelling.Field(name), Label = Both("词" + name, name.ToLowerInvariant()), Sentence = Both(zh, en) };

    private static Metric Metric(string name, string zh, string en, MetricValue value, string? unit, params string[] kinds) => new()
    {
        Name = name,
        Value = value,
        Unit = unit,
        Kinds = kinds,
        Label = Both("词" + name, name.ToLowerInvariant()),
        Sentence = Both(zh, en),
    };

    private static Unit Unit(string code, string zh, string en, string? of = null, decimal factor = 1) =>
        new(code, Both(zh, code), en.Length == 0 ? LocalText.Of("zh", zh) : Both(zh, en), of ?? code, factor);

    private static QualifierType Qualifier(string key, QualifierValueType type, string zh, string en) => new() { Key = key, Type = type, Label = Both(zh, en) };
}
