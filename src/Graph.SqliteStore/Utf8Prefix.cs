using System.Text;

namespace Graph.SqliteStore;

/// <summary>Prefixes as ranges of UTF-8 bytes.</summary>
internal static class Utf8Prefix
{
    /// <summary>The least text above all that begin with <paramref name="prefix"/>, or null when there is none: the last code point that can be raised, raised by one.</summary>
    public static string? End(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToArray();
        var last = Array.FindLastIndex(runes, r => r.Value < 0x10FFFF);
        if (last < 0)
            return null;
        var next = runes[last].Value == 0xD7FF ? 0xE000 : runes[last].Value + 1;
        var result = new StringBuilder(prefix.Length);
        foreach (var rune in runes.AsSpan(0, last))
            result.Append(rune.ToString());
        return result.Append(new Rune(next).ToString()).ToString();
    }
}
