using System.Text;

namespace Graph.Core;

/// <summary>What folding has to know of the letters of the Latin script.</summary>
internal static class LatinLetters
{
    /// <summary>Whether <paramref name="rune"/> is a letter of the Latin script. It is asked after NFKD and case folding only.</summary>
    internal static bool Contains(Rune rune) => rune.Value switch
    {
        <= 'z' => rune.Value is >= 'A' and <= 'Z' or >= 'a' and <= 'z',
        <= 0x2AF => rune.Value is >= 0xC0 and not 0xD7 and not 0xF7,
        <= 0x1DBF => rune.Value is >= 0x1D00 && Rune.IsLetter(rune),
        <= 0x1EFF => rune.Value is >= 0x1E00,
        <= 0x2C7F => rune.Value is >= 0x2C60 || rune.Value is 0x2184,
        <= 0xA7FF => rune.Value is >= 0xA722 && Rune.IsLetter(rune),
        <= 0xAB6F => rune.Value is >= 0xAB30 && Rune.IsLetter(rune),
        _ => false,
    };

    /// <summary>
    /// The plain spelling of a lower-case letter that Unicode does not decompose though people type it so (ø as o), or
    /// that its full case folding spells out (ß as ss); null where the letter stands for itself.
    /// </summary>
    internal static string? Spelling(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'þ' => "th",
        'ð' or 'đ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŧ' => "t",
        _ => null,
    };
}
