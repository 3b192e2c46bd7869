using System.Globalization;
using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>A graph made of a fixed seed: power-law degrees, two names an entity, one piece of evidence a relationship into 1,000 passages. Streamed, never held.</summary>
internal sealed class GeneratedGraph(int entities, int relationships)
{
    public const int Passages = 1000;

    private const int Seed = 20241124;
    private const string Article = "generated";

    private static readonly string[] Syllables = ["澎", "湃", "小", "米", "雷", "军", "星", "河", "天", "启", "云", "海", "光", "年", "智", "能", "未", "来", "山", "川", "风", "华", "极", "光", "深", "蓝", "金", "石", "明", "远"];
    private static readonly string[] Words = ["Hyper", "Nova", "Star", "River", "Cloud", "Deep", "Blue", "Gold", "Stone", "Light", "North", "Peak", "Delta", "Quant", "Aero", "Vision", "Pulse", "Core", "Logic", "Mind"];

    public int Entities => entities;

    public static string Key(int n) => string.Create(CultureInfo.InvariantCulture, $"entity-{n}");

    public static string ChineseName(int n)
    {
        var random = new Random((n * 7919) + 13);
        return string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)])) + n.ToString(CultureInfo.InvariantCulture);
    }

    public static string EnglishName(int n) => string.Create(CultureInfo.InvariantCulture, $"{Words[n % Words.Length]} {Words[n / Words.Length % Words.Length]} {n}");

    public IEnumerable<Change> Changes()
    {
        yield return new Change.OfArticle(null, new Article(Article, LocalText.Of("en", "Generated"), null, null, null, null, "en"));
        for (var n = 1; n <= Passages; n++)
            yield return new Change.OfPassage(null, PassageOf(n));
        for (var n = 0; n < entities; n++)
            yield return new Change.OfEntity(null, EntityOf(n));
        foreach (var relationship in Relationships())
            yield return new Change.OfStatement(null, relationship);
    }

    private static Passage PassageOf(int n) => new(new PassageId(Article, n), LocalText.Of("zh", string.Create(CultureInfo.InvariantCulture, $"段落 {n} 说一个与另一个有关。")), null, null);

    private static Entity EntityOf(int n) => new(Key(n), BenchmarkOntology.KindName(n % 5),
    [
        new Declaration(Article, [new EntityName(ChineseName(n), "zh", NameRole.Preferred), new EntityName(EnglishName(n), "en", NameRole.Preferred)], null, new Dictionary<string, string>()),
    ]);

    // By source; both out-degree and the choice of targets follow a power law, on different entities.
    private IEnumerable<Relationship> Relationships()
    {
        var random = new Random(Seed);
        var mean = (double)relationships / entities;
        var made = 0;
        for (var source = 0; source < entities && made < relationships; source++)
        {
            var degree = Math.Min((int)Math.Ceiling(mean / 2 / Math.Pow(1 - random.NextDouble(), 1 / 2.1)) - (random.Next(2)), 5000);
            if (source == entities - 1)
                degree = relationships - made;
            var used = new HashSet<(int, int)>();
            for (var i = 0; i < degree && made < relationships; i++)
            {
                var target = Target(random);
                var type = random.Next(BenchmarkOntology.Types);
                if (target == source || (type < 2 && target < source) || !used.Add((type, target)))
                    continue;
                made++;
                yield return RelationshipOf(source, type, target, random);
            }
        }
    }

    private int Target(Random random) => (int)(entities * Math.Pow(random.NextDouble(), 2.5));

    private static Relationship RelationshipOf(int source, int type, int target, Random random)
    {
        var passage = new PassageId(Article, random.Next(Passages) + 1);
        return Identity.Canonical(
            new Relationship
            {
                Id = default,
                Source = Key(source),
                Type = BenchmarkOntology.TypeName(type),
                Target = Key(target),
                Validity = random.Next(4) == 0 ? Period.Of(PeriodRole.During, PartialDate.OfYear(2000 + random.Next(25)), null) : null,
                Status = random.Next(10) == 0 ? Status.Reported : Status.Stated,
                Evidence = [new Evidence(passage, "zh", 0, 2, "段落")],
            },
            BenchmarkOntology.Instance);
    }
}
