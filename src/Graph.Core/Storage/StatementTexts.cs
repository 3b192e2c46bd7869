namespace Graph.Core;

/// <summary>The words of a statement, wherever they stand.</summary>
internal static class StatementTexts
{
    /// <summary>Whether any of it is in this language, its evidence included.</summary>
    public static bool Has(Statement statement, string language) =>
        statement.Evidence.Any(e => e.Language == language) || All(statement).Any(t => t?.In(language) is not null);

    private static IEnumerable<LocalText?> All(Statement statement) =>
    [
        statement.Hedge, statement.Speaker?.Text, statement.When?.Text,
        .. statement is Observation observation ? OfValue(observation.Value) : [],
        .. statement.Qualifiers.SelectMany(q => OfValue(q.Value)),
    ];

    private static IEnumerable<LocalText?> OfValue(StatementValue value) => value switch
    {
        TextValue text => [text.Text],
        DateValue date => [date.Words],
        QuantityValue quantity => [quantity.Quantity.Text],
        _ => [],
    };
}
