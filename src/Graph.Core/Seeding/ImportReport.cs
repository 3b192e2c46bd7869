namespace Graph.Core;

/// <summary>What an import did, or that there was nothing to do.</summary>
public sealed record ImportReport
{
    /// <summary>The number of the change; null when nothing was written.</summary>
    public long? Change { get; init; }

    /// <summary>Whether the articles say anything else than the store holds.</summary>
    public bool HasDifferences => !(Articles.IsEmpty && Passages.IsEmpty && Entities.IsEmpty && Statements.IsEmpty && Relinked.Count == 0);

    public bool IsUnchanged => Change is null;

    public required Differences<Article> Articles { get; init; }

    public required Differences<Passage> Passages { get; init; }

    public required Differences<Entity> Entities { get; init; }

    /// <summary>A removed and an added statement of the same triple, or of the same entity and metric, count as one changed: their ids differ.</summary>
    public required Differences<Statement> Statements { get; init; }

    /// <summary>Passages whose mentions changed, those of other articles included.</summary>
    public required IReadOnlyList<PassageId> Relinked { get; init; }

    /// <summary>Quotes that the new text of their passage no longer holds.</summary>
    public required IReadOnlyList<StaleQuote> Stale { get; init; }

    /// <summary>Names that link to none.</summary>
    public required IReadOnlyList<Problem> Warnings { get; init; }
}

/// <summary>What was added, changed and removed, each in order.</summary>
public sealed record Differences<T>(IReadOnlyList<T> Added, IReadOnlyList<(T Before, T After)> Changed, IReadOnlyList<T> Removed)
{
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    /// <summary><c>3 added, 1 changed, 0 removed</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Added.Count} added, {Changed.Count} changed, {Removed.Count} removed");
}

/// <param name="Statement">As it was.</param>
/// <param name="Evidence">What no longer stands where it was quoted.</param>
/// <param name="Kept">Whether the statement stays, by new or other evidence.</param>
public sealed record StaleQuote(Statement Statement, Evidence Evidence, bool Kept);
