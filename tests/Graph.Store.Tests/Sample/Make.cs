using Graph.Core;

namespace Graph.StoreTests;

/// <summary>Short ways to make model objects that fit the <see cref="TestOntology"/>.</summary>
public static class Make
{
    /// <param name="names">The first is preferred, the others aliases; <c>en:Xiaomi</c> or, in the default language, <c>小米</c>. None: the key.</param>
    public static Entity Entity(string key, string kind = "Company", params string[] names) => Entity(key, kind, Names(names.Length == 0 ? [key] : names));

    public static Entity Entity(string key, string kind, IReadOnlyList<EntityName> names, string source = "news") =>
        new(key, kind, [new Declaration(source, names, LocalText.Of("en", $"About {key}."), new Dictionary<string, string> { ["test"] = key })]);

    public static Relationship Relationship(string source, string type, string target, Status status = Status.Stated, Polarity polarity = Polarity.Affirmed,
        Period? validity = null, Speaker? speaker = null, Evidence[]? evidence = null, Qualifier[]? qualifiers = null) =>
        Identity.Canonical(
            new Relationship
            {
                Id = default,
                Source = source,
                Type = type,
                Target = target,
                Status = status,
                Polarity = polarity,
                Validity = validity,
                Speaker = speaker,
                Evidence = evidence ?? [],
                Qualifiers = qualifiers ?? [],
                FromApi = evidence is null,
            },
            TestOntology.Instance);

    public static Observation Observation(string entity, string metric, StatementValue value, Status status = Status.Stated, Polarity polarity = Polarity.Affirmed,
        Period? period = null, Speaker? speaker = null, Evidence[]? evidence = null, Qualifier[]? qualifiers = null) =>
        Identity.Canonical(
            new Observation
            {
                Id = default,
                Entity = entity,
                Type = metric,
                Value = value,
                Status = status,
                Polarity = polarity,
                Period = period,
                Speaker = speaker,
                Evidence = evidence ?? [],
                Qualifiers = qualifiers ?? [],
                FromApi = evidence is null,
            },
            TestOntology.Instance);

    public static QuantityValue Amount(decimal amount, string unit = "CNY", Bound bound = Bound.Exact, decimal? max = null) => new(Quantity.Of(amount, unit, bound, max));

    public static TextValue Words(string zh) => new(LocalText.Of("zh", zh));

    public static DateValue Date(string date) => new(PartialDate.Parse(date));

    /// <param name="from">Like <c>2022-Q3</c>; null for open.</param>
    public static Period During(string? from, string? to, PeriodRole role = PeriodRole.During) =>
        Period.Of(role, from is null ? null : Marked(from), to is null ? null : Marked(to));

    public static Speaker Speaker(string entity) => new(entity, null);

    public static Speaker Someone(string words = "an analyst") => new(null, LocalText.Of("en", words));

    public static Qualifier At(string entity) => new(QualifierType.At, new EntityValue(entity));

    public static Qualifier Scope(string text) => new(QualifierType.Scope, Words(text));

    /// <summary>Evidence in both languages of a passage of the <see cref="SampleGraph"/>'s making: its characters from <paramref name="start"/> on.</summary>
    public static Evidence[] Evidence(string article, int number, int start = 0) =>
        [.. new[] { "zh", "en" }.Select(l => new Evidence(new PassageId(article, number), l, start, start + 3, Passage(article, number).Texts.In(l)![start..(start + 3)]))];

    public static Article Article(string key) =>
        new(key, new LocalText([new("zh", $"文章 {key}"), new("en", $"Article {key}")]), "Publisher", null, PartialDate.Parse("2024-05"), $"https://example.org/{key}", "zh");

    public static Passage Passage(string article, int number) => new(new PassageId(article, number),
        new LocalText([new("zh", $"{article} 的第 {number} 段，有一些字。"), new("en", $"Paragraph {number} of {article}, with some words.")]), new string('a', 64), null);

    private static IReadOnlyList<EntityName> Names(string[] names) =>
        [.. names.Select((n, i) => (English: n.StartsWith("en:", StringComparison.Ordinal), n, i)).Select(n =>
            new EntityName(n.English ? n.n[3..] : n.n, n.English ? "en" : "zh", n.i == 0 ? NameRole.Preferred : NameRole.Alias))];

    private static PartialDate Marked(string text) => PartialDate.TryParse(text, out var date, marks: true) ? date : throw new FormatException(text);
}
