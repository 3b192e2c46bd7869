using System.Text;

namespace Graph.Core;

/// <summary>
/// Compares strings by the bytes of their UTF-8, which is the order of their code points and the order in which both
/// stores compare text. <see cref="StringComparer.Ordinal"/> differs: it puts characters beyond the BMP before U+E000.
/// A lone surrogate counts as U+FFFD, as it is encoded. Null sorts first. Allocates nothing.
/// </summary>
public sealed class Utf8Order : IComparer<string>
{
    private Utf8Order()
    {
    }

    /// <summary>The one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <summary>Negative, zero or positive as <paramref name="x"/> sorts before, with or after <paramref name="y"/>.</summary>
    public int Compare(string? x, string? y)
    {
        if (ReferenceEquals(x, y))
        {
            return 0;
        }
        return x is null ? -1 : y is null ? 1 : Compare(x.AsSpan(), y.AsSpan());
    }

    /// <summary>As <see cref="Compare(string, string)"/>, for parts of strings.</summary>
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var same = x.CommonPrefixLength(y);
        // The difference may lie in the second half of a pair; then the whole pair is compared.
        if (same > 0 && char.IsHighSurrogate(x[same - 1]))
        {
            same--;
        }
        return CompareRunes(x[same..], y[same..]);
    }

    private static int CompareRunes(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (!x.IsEmpty && !y.IsEmpty)
        {
            // Of a lone surrogate this makes U+FFFD, of length 1.
            _ = Rune.DecodeFromUtf16(x, out var left, out var leftLength);
            _ = Rune.DecodeFromUtf16(y, out var right, out var rightLength);
            if (left != right)
            {
                return left.Value.CompareTo(right.Value);
            }
            x = x[leftLength..];
            y = y[rightLength..];
        }
        return x.Length.CompareTo(y.Length);
    }
}
