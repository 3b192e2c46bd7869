using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Comparisons of texts and numbers as Cypher predicates that are never null. Neo4j compares text by code point, as UTF-8 bytes do.</summary>
internal static class Matches
{
    /// <param name="text">An expression that is never null.</param>
    public static string Of(string text, TextMatch match, Arguments arguments) => match.Operator switch
    {
        TextOperator.In => $"{text} IN {arguments.Add(match.Values)}",
        TextOperator.Contains => $"{text} CONTAINS {arguments.Add(match.Value)}",
        TextOperator.StartsWith => $"{text} STARTS WITH {arguments.Add(match.Value)}",
        TextOperator.Gt => $"{text} > {arguments.Add(match.Value)}",
        TextOperator.Gte => $"{text} >= {arguments.Add(match.Value)}",
        TextOperator.Lt => $"{text} < {arguments.Add(match.Value)}",
        TextOperator.Lte => $"{text} <= {arguments.Add(match.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    /// <summary>An expression for a whole number against decimals: those are brought to the nearest whole number that asks the same.</summary>
    public static string OfWhole(string number, NumberMatch match, Arguments arguments) => match.Operator switch
    {
        NumberOperator.In => $"{number} IN {arguments.Add(match.Values.Where(v => v == decimal.Truncate(v)).Select(Whole).ToArray())}",
        NumberOperator.Gt => $"{number} > {arguments.Add(Whole(decimal.Floor(match.Value)))}",
        NumberOperator.Gte => $"{number} >= {arguments.Add(Whole(decimal.Ceiling(match.Value)))}",
        NumberOperator.Lt => $"{number} < {arguments.Add(Whole(decimal.Ceiling(match.Value)))}",
        NumberOperator.Lte => $"{number} <= {arguments.Add(Whole(decimal.Floor(match.Value)))}",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    /// <summary>An exact decimal, kept as the text of its sort key, or null, which matches nothing.</summary>
    public static string OfAmount(string key, NumberMatch match, Arguments arguments)
    {
        object value = match.Operator == NumberOperator.In ? match.Values.Select(SortKeys.Amount).ToArray() : SortKeys.Amount(match.Value);
        var comparison = match.Operator switch
        {
            NumberOperator.In => "IN",
            NumberOperator.Gt => ">",
            NumberOperator.Gte => ">=",
            NumberOperator.Lt => "<",
            NumberOperator.Lte => "<=",
            _ => throw new ArgumentOutOfRangeException(nameof(match)),
        };
        return $"({key} IS NOT NULL AND {key} {comparison} {arguments.Add(value)})";
    }

    /// <summary>Predicates with one operator between; of none, what is neutral to it.</summary>
    public static string Join(string between, IEnumerable<string> predicates)
    {
        var all = predicates.ToArray();
        return all.Length switch
        {
            0 => between == "AND" ? "true" : "false",
            1 => all[0],
            _ => $"({string.Join($" {between} ", all)})",
        };
    }

    private static long Whole(decimal value) => (long)Math.Clamp(value, long.MinValue, long.MaxValue);
}
