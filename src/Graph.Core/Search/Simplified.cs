using System.Text;

namespace Graph.Core;

/// <summary>
/// Simplified Han characters for traditional ones, character by character, from the embedded <c>simplified.txt</c>
/// (see <c>Data/NOTICE</c>). It knows no phrases: where a traditional character has several simplified ones, the most
/// usual stands for all, which is right for finding names and wrong for writing them.
/// </summary>
internal static class Simplified
{
    // Every pair begins in one of these two blocks of the BMP or, a few dozen, beyond it.
    private const int First = 0x3400;
    private const int Last = 0x9FFF;

    // Read when first asked: a process that folds ASCII only never pays for it.
    private static readonly Lazy<Table> Loaded = new(Load);

    /// <summary>The simplified code point for <paramref name="codePoint"/>; itself where it has none.</summary>
    internal static int Of(int codePoint)
    {
        if (codePoint < First)
        {
            return codePoint;
        }
        var table = Loaded.Value;
        if (codePoint <= Last)
        {
            var found = table.Dense[codePoint - First];
            return found == 0 ? codePoint : found;
        }
        return table.Sparse.GetValueOrDefault(codePoint, codePoint);
    }

    /// <summary>All pairs of the table, in no particular order.</summary>
    internal static IEnumerable<(Rune From, Rune To)> Pairs()
    {
        using var stream = typeof(Simplified).Assembly.GetManifestResourceStream("simplified.txt")
            ?? throw new InvalidOperationException("The assembly lacks its resource simplified.txt.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var from = Rune.GetRuneAt(line, 0);
            yield return (from, Rune.GetRuneAt(line, from.Utf16SequenceLength));
        }
    }

    private static Table Load()
    {
        var table = new Table(new int[Last - First + 1], []);
        foreach (var (from, to) in Pairs())
        {
            if (from.Value is >= First and <= Last)
            {
                table.Dense[from.Value - First] = to.Value;
            }
            else
            {
                table.Sparse[from.Value] = to.Value;
            }
        }
        return table;
    }

    private sealed record Table(int[] Dense, Dictionary<int, int> Sparse);
}
