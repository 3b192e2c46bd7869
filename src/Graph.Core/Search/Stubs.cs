namespace Graph.Core;

/// <summary>Replaced by the real ones when folding lands.</summary>
public static class Folding
{
    public static string Fold(string text) => text.ToUpperInvariant();
}

/// <summary>See above.</summary>
public sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y) => System.Text.Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(y!));
}
