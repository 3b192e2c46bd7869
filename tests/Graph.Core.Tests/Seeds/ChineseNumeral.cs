using System.Globalization;

namespace Graph.CoreTests;

/// <summary>Reads numbers as Chinese text writes them: 1600, 32.5亿, 一千二百, 十, 千, 两.</summary>
internal static class ChineseNumeral
{
    /// <summary>Characters that a number in Han characters consists of.</summary>
    public const string Digits = "零〇一二两三四五六七八九十百千万亿";

    /// <summary>Throws <see cref="FormatException"/> for what is none.</summary>
    public static decimal Parse(string text)
    {
        var magnitudes = text.AsSpan().TrimStart("0123456789.");
        var plain = text[..(text.Length - magnitudes.Length)];
        if (plain.Length == 0)
            return ParseHan(text);
        var number = decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        foreach (var magnitude in magnitudes)
            number *= Magnitude(magnitude) ?? throw new FormatException($"'{text}' is no number.");
        return number;
    }

    // 千百十 multiply the digit before them, 万 what stands behind the last 亿, 亿 all before it; one without a digit counts once.
    private static decimal ParseHan(string text)
    {
        decimal total = 0, section = 0, digit = 0;
        var bare = true;
        foreach (var c in text)
        {
            var magnitude = Magnitude(c);
            if (magnitude is null)
            {
                digit = (digit * 10) + Digit(c);
                bare = false;
            }
            else if (magnitude < 10_000)
            {
                section += (bare ? 1 : digit) * magnitude.Value;
                (digit, bare) = (0, true);
            }
            else
            {
                var before = section + digit;
                total = c == '万' && before > 0 ? total + (before * magnitude.Value) : (total + before == 0 ? 1 : total + before) * magnitude.Value;
                (section, digit, bare) = (0, 0, true);
            }
        }
        return total + section + digit;
    }

    private static decimal? Magnitude(char c) => c switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => null };

    private static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => throw new FormatException($"'{c}' is no digit."),
    };
}
