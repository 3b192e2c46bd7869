using System.Text;

namespace Graph.Core;

/// <summary>Cuts a part of a word into pieces: MacOS9 into mac, os and 9.</summary>
internal static class TermPieces
{
    private enum Kind
    {
        Small, // and letters of scripts without case
        Capital,
        Digit,
        Suffix,
    }

    /// <summary>
    /// The pieces of <paramref name="part"/>, folded: cut where letters and digits meet, before a capital that follows a
    /// small letter or begins a small-lettered piece (MiKTeX: mi, k, te, x; OSName: os, name), and behind '+' and '#'.
    /// </summary>
    internal static IReadOnlyList<string> Of(string part)
    {
        var pieces = new List<string>();
        var start = 0;
        Kind? before = null;
        var at = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            var next = at + rune.Utf16SequenceLength;
            if (KindOf(rune) is { } kind)
            {
                if (before is { } previous && IsBorder(previous, kind, KindAt(part, next)))
                {
                    pieces.Add(Folding.Fold(part[start..at]));
                    start = at;
                }
                before = kind;
            }
            at = next;
        }
        pieces.Add(Folding.Fold(part[start..]));
        return pieces;
    }

    private static bool IsBorder(Kind before, Kind here, Kind? after) => (before, here) switch
    {
        (_, Kind.Suffix) => false,
        (Kind.Capital, Kind.Capital) => after == Kind.Small,
        (Kind.Capital, Kind.Small) => false,
        _ => before != here,
    };

    // Null for marks and for the decimal point, which stay with what stands before them.
    private static Kind? KindOf(Rune rune) => TermClasses.Of(rune) switch
    {
        TermClass.Letter => Rune.IsUpper(rune) ? Kind.Capital : Kind.Small,
        TermClass.Digit => Kind.Digit,
        TermClass.Suffix => Kind.Suffix,
        _ => null,
    };

    private static Kind? KindAt(string part, int at) => at < part.Length ? KindOf(Rune.GetRuneAt(part, at)) : null;
}
