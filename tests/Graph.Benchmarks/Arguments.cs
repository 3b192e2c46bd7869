using System.Globalization;

namespace Graph.Benchmarks;

/// <summary>What follows a table's name on the command line.</summary>
internal sealed class Arguments(string[] words)
{
    /// <summary>The sizes named, in their order.</summary>
    public IReadOnlyList<GraphSize> Sizes => [.. words.Where(w => GraphSize.All.Any(s => s.Name == w)).Select(GraphSize.Of)];

    /// <summary>The size named first; M when none is.</summary>
    public GraphSize Size => Sizes is [var size, ..] ? size : GraphSize.Of("M");

    /// <summary>How long a round of one question to one contestant takes; 5 s when not said.</summary>
    public TimeSpan Time => TimeSpan.FromSeconds(double.Parse(After("--seconds") ?? "5", CultureInfo.InvariantCulture));

    /// <summary>The folder in which loaded files stay; null when they go.</summary>
    public string? Keep => After("--keep") is { } folder ? Directory.CreateDirectory(folder).FullName : null;

    public bool Has(string option) => words.Contains(option);

    private string? After(string option) => words.SkipWhile(w => w != option).Skip(1).FirstOrDefault();
}
