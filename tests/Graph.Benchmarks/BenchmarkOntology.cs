using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>Five kinds, twenty relationship types between all of them, two of which are symmetric.</summary>
internal static class BenchmarkOntology
{
    public const int Types = 20;

    public static Ontology Instance { get; } = new("benchmark", Text("Benchmark"), ["zh", "en"],
        [.. Enumerable.Range(0, 5).Select(Kind)], [.. Enumerable.Range(0, Types).Select(Type)], [], [], [], "benchmark");

    public static string KindName(int n) => $"Kind{(char)('A' + n)}";

    public static string TypeName(int n) => FormattableString.Invariant($"RELATES_{n:00}");

    private static Kind Kind(int n) => new()
    {
        Name = KindName(n),
        Label = Text(KindName(n)),
        Field = "kind" + n,
        PluralField = "kinds" + n,
        Color = "#777777",
    };

    private static RelationshipType Type(int n)
    {
        var wording = new Wording { Field = "relates" + n, Label = Text(TypeName(n)), Sentence = Text("{source} {target}") };
        return new RelationshipType
        {
            Name = TypeName(n),
            Pairs = [.. from a in Enumerable.Range(0, 5) from b in Enumerable.Range(0, 5) select new KindPair(KindName(a), KindName(b))],
            Symmetric = n < 2,
            Out = wording,
            In = n < 2 ? wording : wording with { Field = "related" + n },
        };
    }

    private static LocalText Text(string text) => new([new("zh", text), new("en", text)]);
}
