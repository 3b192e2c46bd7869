using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Graph.Core;

/// <summary>What makes two statements one: the canonical text, and the id made of it.</summary>
/// <remarks>
/// The canonical text is a sequence of fields in UTF-8. A field that has a value is written as netstring: its length in bytes in decimal, <c>:</c>, the bytes,
/// <c>,</c>. A field without value is <c>-,</c>. In order:
/// <list type="number">
/// <item><c>r</c> or <c>o</c>; source or entity; type or metric</item>
/// <item>relationship: target, validFrom, validTo. Observation: the value, then role (<c>AT DURING BY SINCE</c>), from, to of a dated period</item>
/// <item><c>AFFIRMED</c> or <c>NEGATED</c>; the status in upper case; the speaker: <c>e</c> and its entity's key, or <c>u</c> when it is words alone</item>
/// <item>for each qualifier by key (bytes): key, value</item>
/// </list>
/// A date is its text, with <c>~</c> when about. A value is <c>q</c> amount <c>|</c> amountMax or nothing <c>|</c> unit <c>|</c> bound, <c>d</c> date, <c>e</c> key, or <c>t</c> and the text in the first of
/// the ontology's languages that has one. The hash is the first 16 bytes of SHA-256 over the canonical text. Words as written, hedges, evidence, premises and the open list belong to no identity.
/// </remarks>
public static class Identity
{
    /// <summary>The canonical text. The statement's own id is not read.</summary>
    public static string CanonicalText(Statement statement, Ontology ontology)
    {
        var text = new StringBuilder(160);
        Field(text, statement.Form == StatementForm.Relationship ? "r" : "o");
        Field(text, statement.Subject);
        Field(text, statement.Type);
        if (statement is Relationship relationship)
            Field(text, relationship.Target, Date(relationship.Validity?.From), Date(relationship.Validity?.To));
        else if (statement is Observation observation)
            Observed(text, observation, ontology);
        Field(text, Upper(statement.Polarity), Upper(statement.Status));
        Field(text, statement.Speaker is not { } speaker ? null : speaker.Entity is { } entity ? "e" + entity : "u");
        foreach (var qualifier in statement.Qualifiers.OrderBy(q => q.Key, StringComparer.Ordinal))
            Field(text, qualifier.Key, Value(qualifier.Value, ontology));
        return text.ToString();
    }

    /// <summary>The id that belongs to what the statement says.</summary>
    public static StatementId Id(Statement statement, Ontology ontology)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(statement, ontology)), hash);
        return StatementId.Of(statement.Form, statement.Type, hash[..16]);
    }

    /// <summary>Whether two values count as one; two that are missing do.</summary>
    public static bool SameValue(StatementValue? one, StatementValue? other, Ontology ontology) =>
        one is null || other is null ? one is null && other is null : Value(one, ontology) == Value(other, ontology);

    /// <summary>The same statement in canonical form: a symmetric one's ends ordered by key, qualifiers and evidence in order, and its id set.</summary>
    public static T Canonical<T>(T statement, Ontology ontology)
        where T : Statement
    {
        Statement ordered = statement with
        {
            Qualifiers = [.. statement.Qualifiers.OrderBy(q => q.Key, StringComparer.Ordinal)],
            Evidence = [.. statement.Evidence.Distinct().OrderBy(e => e.Passage).ThenBy(e => e.Language, StringComparer.Ordinal).ThenBy(e => e.Start).ThenBy(e => e.End)],
        };
        if (ordered is Relationship r && ontology.IsSymmetric(r.Type) && Utf8Order.Instance.Compare(r.Source, r.Target) > 0)
            ordered = r with { Source = r.Target, Target = r.Source };
        return (T)(ordered with { Id = Id(ordered, ontology) });
    }

    private static void Observed(StringBuilder text, Observation observation, Ontology ontology)
    {
        var period = observation.Period is { IsDated: true } dated ? dated : null;
        Field(text, Value(observation.Value, ontology), period is null ? null : Upper(period.Role), Date(period?.From), Date(period?.To));
    }

    private static string Value(StatementValue value, Ontology ontology) => value switch
    {
        QuantityValue { Quantity: var q } => $"q{Quantity.Digits(q.Amount)}|{(q.AmountMax is { } max ? Quantity.Digits(max) : "")}|{q.Unit}|{Spelling.EnumValue(q.Bound.ToString())}",
        DateValue d => "d" + Date(d.Date),
        EntityValue e => "e" + e.Key,
        TextValue t => "t" + t.Text.Best(null, ontology.Languages),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string? Date(PartialDate? date) => date is not { } d ? null : d.About ? d + "~" : d.ToString();

    private static string Upper<T>(T value)
        where T : struct, Enum => value.ToString().ToUpperInvariant();

    private static void Field(StringBuilder text, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (value is null)
                text.Append("-,");
            else
                text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(value)}:{value},");
        }
    }
}
