using CsCheck;
using Graph.Core;
using static Graph.SharedTests.AnyValue;

namespace Graph.SharedTests;

/// <summary>Random entities, and the articles that tell of them.</summary>
internal static class AnyEntity
{
    /// <summary>Two articles with passages in one or both languages; every generated graph has them all.</summary>
    public static IReadOnlyList<Article> Articles { get; } =
    [
        new("first-news", TestOntology.Both("第一条", "First"), "Publisher", null, PartialDate.Parse("2024-01") with { Inferred = true }, "https://example.org/1", "zh"),
        new("second", LocalText.Of("en", "Second"), null, "Someone", null, null, "en"),
    ];

    public static IReadOnlyList<Passage> Passages { get; } =
    [
        new(new("first-news", 1), TestOntology.Both("小米由雷军领导，据说与苹果竞争。", "Xiaomi is headed by Lei Jun. It reportedly competes with Apple."), new string('a', 64), null),
        new(new("first-news", 2), TestOntology.Both("“人车家全生态”是它的口号。", "Its slogan: \"Human x Car x Home\"."), null, null),
        new(new("first-news", 10), LocalText.Of("zh", "承上启下的一段话，什么也没有说。"), null, "leads over"),
        new(new("second", 1), LocalText.Of("en", "They spent 16 billion yuan in 2022, more than ever before."), null, null),
    ];

    public static string[] Keys { get; } = ["a", "a-b", "a0", "ab", "b", "c", "lei-jun", "x1", "x10", "x2"];

    public static string[] ConcreteKinds { get; } = [.. TestOntology.Instance.Kinds.Where(k => !k.IsAbstract).Select(k => k.Name)];

    public static Gen<Evidence> Evidence { get; } =
        Gen.OneOf(Passages.SelectMany(p => p.Texts.Select(t => (p.Id, Language: t.Key, Text: t.Value))).ToArray())
            .SelectMany(p => Gen.Select(Gen.Int[0, p.Text.Length - 3], Gen.Int[1, 3], (start, length) => new Evidence(p.Id, p.Language, start, start + length, p.Text.Substring(start, length))));

    private static readonly Gen<EntityName> Name = Gen.Select(Words, Gen.OneOf("zh", "en"), Gen.Enum<NameRole>(), Seldom, (text, language, role, common) => new EntityName(text, language, role, !common));

    private static readonly Gen<Declaration> Declaration = Gen.Select(Name.Array[0, 3], Text.Null(), Gen.OneOf("wikidata", "isin").Null(), Words,
        (names, summary, scheme, value) => new Declaration("", names, summary, scheme is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [scheme] = value }));

    public static Gen<Entity> Of(string key) => Gen.Select(Gen.OneOf(ConcreteKinds), Words, Declaration, Declaration, Gen.Int[1, 7], (kind, preferred, first, second, sources) =>
    {
        first = first with { Names = [new EntityName(preferred, sources % 2 == 0 ? "zh" : "en", NameRole.Preferred), .. first.Names] };
        string[] said = sources switch { 1 => ["api"], 2 or 3 => ["second", "first-news"], 4 => ["first-news", "api"], _ => ["first-news"] };
        return new Entity(key, kind, said.Select((source, i) => (i == 0 ? first : second) with { Source = source }));
    });

    public static Gen<Entity[]> Several { get; } = Gen.Shuffle(Keys, 0, 8).SelectMany(keys => keys.Length == 0 ? Gen.Const(Array.Empty<Entity>()) : Each(keys.Select(Of)));

    /// <summary>One of each.</summary>
    public static Gen<T[]> Each<T>(IEnumerable<Gen<T>> generators) =>
        generators.Aggregate(Gen.Const(Array.Empty<T>()), (all, next) => Gen.Select(all, next, (before, one) => before.Append(one).ToArray()));
}
