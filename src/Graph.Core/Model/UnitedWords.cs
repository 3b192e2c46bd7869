namespace Graph.Core;

/// <summary>Unites what several sources say of one statement beside its identity: words as written, hedges, open lists, which dates are inferred.</summary>
internal static class UnitedWords
{
    /// <summary>The statement in the words of the first, in each language completed by those of the others.</summary>
    /// <param name="said">All of one identity, by source; at least one.</param>
    public static Statement Of(IEnumerable<Statement> said) => said.Aggregate(Unite);

    private static Statement Unite(Statement first, Statement second)
    {
        var united = first with
        {
            Hedge = Unite(first.Hedge, second.Hedge),
            Speaker = first.Speaker is { } speaker ? new Speaker(speaker.Entity, Unite(speaker.Text, second.Speaker?.Text)) : null,
            Qualifiers = [.. first.Qualifiers.Select(q => q with { Value = Unite(q.Value, second.QualifierValue(q.Key)) })],
            AmongOthers = first.AmongOthers || second.AmongOthers,
        };
        return (united, second) switch
        {
            (Relationship one, Relationship other) => one with { Validity = Unite(one.Validity, other.Validity) },
            (Observation one, Observation other) => one with { Value = Unite(one.Value, other.Value), Period = Unite(one.Period, other.Period) },
            _ => throw new ArgumentException("The statements differ in form.", nameof(second)),
        };
    }

    internal static LocalText? Unite(LocalText? first, LocalText? second) =>
        first is null || second is null ? first ?? second : new LocalText(first.Concat(second.Where(t => first.In(t.Key) is null)));

    private static StatementValue Unite(StatementValue first, StatementValue? second) => (first, second) switch
    {
        (QuantityValue { Quantity: var one }, QuantityValue { Quantity.Text: { } words }) =>
            new QuantityValue(Quantity.Of(one.Amount, one.Unit, one.Bound, one.AmountMax, Unite(one.Text, words))),
        (DateValue one, DateValue other) => new DateValue(Unite(one.Date, other.Date)!.Value, Unite(one.Words, other.Words)),
        (TextValue one, TextValue other) => new TextValue(Unite(one.Text, other.Text)!),
        _ => first,
    };

    // Words without dates belong to no identity: a period may be in one of them only.
    private static Period? Unite(Period? first, Period? second) => first is null || second is null ? first ?? second
        : Period.Of(first.Role, Unite(first.From, second.From), Unite(first.To, second.To), Unite(first.Text, second.Text));

    // What one text says outright is not inferred.
    private static PartialDate? Unite(PartialDate? first, PartialDate? second) =>
        first is { Inferred: true } date && second is { Inferred: false } ? date with { Inferred = false } : first;
}
