using Graph.Core;

namespace Graph.StoreTests;

/// <summary>A small ontology with one of everything: an abstract kind, a symmetric and a functional type, metrics of all values, qualifiers.</summary>
public static class TestOntology
{
    public static Ontology Instance { get; } = Create();

    /// <summary>The same meaning, said in other words, with one more kind, type and metric.</summary>
    public static Ontology Extended { get; } = Create("test ontology, extended", extended: true);

    /// <summary>Other words for units, one unit more, and another ancestor for two kinds.</summary>
    public static Ontology Reworded { get; } = new("test", Text("Test"), Instance.Languages,
        [Kind("Agent", children: ["Person", "Firm"]), Kind("Person", "Agent"), Kind("Firm", "Agent", ["Company"]), Kind("Company", "Firm"), Kind("Product")],
        Instance.RelationshipTypes, Instance.Metrics,
        [new Unit("CNY", Text("yuan"), Text("yuan"), "CNY", 1), new Unit("dozen", Text("dozen"), Text("dozen"), "person", 12), Instance.FindUnit("person")!],
        Instance.Qualifiers, "test ontology, reworded");

    /// <summary>The same in these languages; the first is the default.</summary>
    public static Ontology WithLanguages(params string[] languages) => new("test", Instance.Title, languages, Instance.Kinds, Instance.RelationshipTypes,
        Instance.Metrics, Instance.Units, Instance.Qualifiers, $"test ontology in {string.Join(", ", languages)}");

    private static Ontology Create(string source = "test ontology", bool extended = false) => new("test", Text("Test"), ["zh", "en"],
        [
            Kind("Agent", children: ["Person", "Company"]),
            Kind("Person", "Agent"),
            Kind("Company", "Agent"),
            Kind("Product"),
            .. extended ? [Kind("Place")] : Array.Empty<Kind>(),
        ],
        [
            Type("INFLUENCED_BY", ["Agent -> Person"]),
            Type("COMPETES_WITH", ["Company -> Company", "Product -> Product"], symmetric: true),
            Type("PARTNER_OF", ["Agent -> Agent"], symmetric: true),
            Type("DEVELOPS", ["Company -> Product"]),
            Type("HEADED_BY", ["Company -> Person"], functional: true),
            .. extended ? [Type("LOCATED_IN", ["Company -> Place"])] : Array.Empty<RelationshipType>(),
        ],
        [
            Metric("REVENUE", MetricValue.Quantity, "CNY"),
            Metric("EMPLOYEES", MetricValue.Quantity, "person"),
            Metric("FOUNDED", MetricValue.Date),
            Metric("SLOGAN", MetricValue.Text),
            .. extended ? [Metric("FLOORS", MetricValue.Quantity, "person")] : Array.Empty<Metric>(),
        ],
        [new Unit("CNY", Text("元"), Text("元"), "CNY", 1), new Unit("person", Text("人"), Text("人"), "person", 1)],
        [
            new QualifierType { Key = QualifierType.Scope, Type = QualifierValueType.Text, Label = Text("scope") },
            new QualifierType { Key = QualifierType.At, Type = QualifierValueType.Entity, Label = Text("at") },
            new QualifierType { Key = QualifierType.RelativeTo, Type = QualifierValueType.Entity, Label = Text("relative to") },
        ],
        source);

    private static LocalText Text(string text) => new([new("zh", text), new("en", text)]);

    private static Kind Kind(string name, string? parent = null, IReadOnlyList<string>? children = null) => new()
    {
        Name = name,
        Parent = parent,
        Children = children ?? [],
        Label = Text(name),
        Field = Spelling.Field(name),
        PluralField = Spelling.Field(name) + "s",
        Color = "#777777",
    };

    private static RelationshipType Type(string name, string[] pairs, bool symmetric = false, bool functional = false)
    {
        var wording = new Wording { Field = Spelling.Field(name), Label = Text(name), Sentence = Text("{source} " + name + " {target}") };
        return new RelationshipType
        {
            Name = name,
            Pairs = [.. pairs.Select(p => p.Split(" -> ")).Select(p => new KindPair(p[0], p[1]))],
            Symmetric = symmetric,
            Functional = functional,
            Out = wording,
            In = symmetric ? wording : wording with { Field = wording.Field + "Inverse" },
        };
    }

    private static Metric Metric(string name, MetricValue value, string? unit = null) => new()
    {
        Name = name,
        Value = value,
        Unit = unit,
        Kinds = ["Agent", "Product"],
        Label = Text(name),
        Sentence = Text("{entity} " + name + " {value}"),
    };
}
