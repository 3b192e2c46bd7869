using System.Globalization;
using System.Numerics;

namespace Graph.Core;

/// <summary>Decimals that are never rounded: what does not fit a <see cref="decimal"/> exactly is refused.</summary>
internal static class ExactDecimal
{
    private const int MaxScale = 28;

    private static readonly BigInteger MaxMantissa = (BigInteger.One << 96) - 1;

    /// <summary>Parses an optional minus, digits and an optional fraction; nothing else.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        return text.Length <= 100
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && Quantity.Digits(Math.Abs(value)) == Plain(text);
    }

    /// <summary>The product, when it can be kept with all its digits.</summary>
    public static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        var (leftMantissa, leftScale) = Parts(left);
        var (rightMantissa, rightScale) = Parts(right);
        var mantissa = leftMantissa * rightMantissa;
        var scale = leftScale + rightScale;
        while (scale > 0 && mantissa % 10 == 0)
            (mantissa, scale) = (mantissa / 10, scale - 1);
        product = 0;
        if (scale > MaxScale || BigInteger.Abs(mantissa) > MaxMantissa)
            return false;
        product = (decimal)mantissa / Power(scale);
        return true;
    }

    // An exact quotient: the mantissa has at most 96 bits and the power of ten at most 28 digits.
    private static decimal Power(int scale)
    {
        var result = 1m;
        for (var i = 0; i < scale; i++)
            result *= 10;
        return result;
    }

    private static (BigInteger Mantissa, int Scale) Parts(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return (value < 0 ? -mantissa : mantissa, (bits[3] >> 16) & 0xFF);
    }

    // The digits without sign, leading zeros and trailing zeros of the fraction, as Quantity.Digits writes them.
    private static string Plain(string text)
    {
        var digits = text.TrimStart('-', '+');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? digits : digits[..point]).TrimStart('0');
        var fraction = point < 0 ? "" : digits[(point + 1)..].TrimEnd('0');
        return (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction);
    }
}
