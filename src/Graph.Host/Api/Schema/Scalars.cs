using System.Globalization;
using System.Numerics;
using Graph.Core;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>A JSON number with all its digits, in and out; 28 significant digits.</summary>
internal sealed class DecimalScalar : ScalarGraphType
{
    public DecimalScalar()
    {
        Name = "Decimal";
        Description = "An exact decimal number: a JSON number with all its digits, at most 28 significant ones. It is never rounded.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLIntValue x => (object?)Exact(x.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLFloatValue x => (object?)Exact(x.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        decimal exact => (object)Normal(exact),
        int whole => (decimal)whole,
        long whole => (decimal)whole,
        BigInteger big => (object?)Exact(big.ToString(CultureInfo.InvariantCulture)) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    /// <summary>The number that the digits say, or null when a decimal cannot hold all of them.</summary>
    internal static decimal? Exact(string digits)
    {
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        return Significant(digits) == Significant(value.ToString(CultureInfo.InvariantCulture)) ? Normal(value) : null;
    }

    // Parsing rounds what is too long; then the significant digits differ.
    private static string Significant(string digits)
    {
        var mantissa = digits.Split('e', 'E')[0];
        return mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '+', '0').TrimEnd('0');
    }

    private static decimal Normal(decimal value) => decimal.Parse(Quantity.Digits(value), CultureInfo.InvariantCulture);
}

/// <summary>An id is text: one that was sent as a whole number is read as its digits.</summary>
internal sealed class IdScalar : ScalarGraphType
{
    public IdScalar()
    {
        Name = "ID";
        Description = "An opaque id; an entity's is its key.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue x => x.Value.ToString(),
        GraphQLIntValue x => x.Value.ToString(),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or string => value,
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
        decimal whole when whole == Math.Truncate(whole) => Quantity.Digits(whole),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value;
}

/// <summary><c>2022</c>, <c>2022-Q3</c>, <c>2023-10</c> or <c>2023-10-24</c>.</summary>
internal sealed class PartialDateScalar : ScalarGraphType
{
    public PartialDateScalar()
    {
        Name = "PartialDate";
        Description = "A date as far as it is known: `2022`, `2022-Q3`, `2023-10` or `2023-10-24`. As an argument it means the whole of that time.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue x => PartialDate.TryParse(x.Value.ToString(), out var date) ? date : ThrowLiteralConversionError(value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text when PartialDate.TryParse(text, out var date) => date,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is PartialDate date ? date.ToString() : value is null ? null : ThrowSerializationError(value);
}
