using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>What a character is to the making of terms.</summary>
internal enum TermClass
{
    /// <summary>Punctuation and symbols, which end words.</summary>
    Other,

    /// <summary>A letter of a script with spaces between words.</summary>
    Letter,

    /// <summary>A digit or another number.</summary>
    Digit,

    /// <summary>Han, kana, bopomofo, Hangul: no spaces between words, or words that take endings.</summary>
    Character,

    /// <summary>A combining mark; it belongs to what stands before it.</summary>
    Mark,

    /// <summary>White space.</summary>
    Blank,

    /// <summary>Removed by folding and not blank: hyphens, apostrophes, middle dots.</summary>
    Removed,

    /// <summary>'+' and '#', part of a word that they follow.</summary>
    Suffix,

    /// <summary>'.' and '&amp;', part of a word that goes on behind them.</summary>
    Infix,
}

/// <summary>Tells the <see cref="TermClass"/> of characters in NFKC.</summary>
internal static class TermClasses
{
    /// <summary>The class of <paramref name="rune"/>.</summary>
    internal static TermClass Of(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        // Variation selectors are marks and removed: as marks they leave the neighbours of a character its neighbours.
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
        {
            return TermClass.Mark;
        }
        if (Rune.IsWhiteSpace(rune))
        {
            return TermClass.Blank;
        }
        return Folding.Removes(rune) ? TermClass.Removed : OfVisible(rune, category);
    }

    private static TermClass OfVisible(Rune rune, UnicodeCategory category)
    {
        if (Rune.IsLetter(rune) || category == UnicodeCategory.LetterNumber)
        {
            return IsUnspaced(rune.Value) ? TermClass.Character : TermClass.Letter;
        }
        if (Rune.IsNumber(rune))
        {
            return TermClass.Digit;
        }
        return rune.Value switch
        {
            '+' or '#' => TermClass.Suffix,
            '.' or '&' => TermClass.Infix,
            _ => TermClass.Other,
        };
    }

    private static bool IsUnspaced(int codePoint) => codePoint is
        (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or // Hangul
        (>= 0x3005 and <= 0x3007) or (>= 0x3021 and <= 0x3029) or (>= 0x3400 and <= 0x9FFF) or // Han, 々 and 〇
        (>= 0x3040 and <= 0x312F) or (>= 0x31A0 and <= 0x31FF) or (>= 0x1AFF0 and <= 0x1B16F) or // kana, bopomofo
        (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF); // Han again
}
