namespace Graph.Benchmarks;

/// <summary>Sizes that figures are given for.</summary>
/// <param name="Relationships">As many are drawn, of which some 2 % are left out: those between the same two of the same type, or of one with itself.</param>
internal sealed record GraphSize(string Name, int Entities, int Relationships)
{
    public static readonly IReadOnlyList<GraphSize> All = [new("S", 10_000, 50_000), new("M", 200_000, 1_000_000), new("L", 1_000_000, 10_000_000)];

    public static GraphSize Of(string name) => All.FirstOrDefault(s => s.Name == name) ?? throw new ArgumentException($"There is no size '{name}': S, M or L.", nameof(name));

    public GeneratedGraph Graph() => new(Entities, Relationships);
}
