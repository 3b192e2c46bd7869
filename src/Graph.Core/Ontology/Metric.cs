namespace Graph.Core;

/// <summary>What an observation of a metric holds.</summary>
public enum MetricValue
{
    Quantity,
    Date,
    Text,
}

/// <summary>What is measured, dated or worded about one entity. Shares one namespace with the relationship types.</summary>
public sealed record Metric
{
    /// <summary><c>[A-Z][A-Z0-9_]*</c>.</summary>
    public required string Name { get; init; }

    public MetricValue Value { get; init; }

    /// <summary>Kinds as written; a kind with children means all concrete ones below it.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The base unit's code; null unless the value is a quantity.</summary>
    public string? Unit { get; init; }

    public bool AddsUpOverTime { get; init; }

    public bool AddsUpOverParts { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>Ask-phrases by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = Wording.None;

    /// <summary>Template with <c>{entity}</c>, <c>{value}</c>, <c>{period}</c>; see <see cref="SentenceTemplate"/>.</summary>
    public required LocalText Sentence { get; init; }
}

/// <summary>A unit of measure: the base unit of its family, or a multiple of one.</summary>
/// <param name="Code"><c>[A-Za-z][A-Za-z0-9_]*</c>.</param>
/// <param name="Symbol">Written beside an amount; has no text in a language that writes none, and is null when none does. See <see cref="SymbolIn"/>.</param>
/// <param name="Base">The base unit's code; its own for a base unit.</param>
/// <param name="Factor">How many base units one of this is; 1 for a base unit; above 0.</param>
public sealed record Unit(string Code, LocalText Name, LocalText? Symbol, string Base, decimal Factor)
{
    public bool IsBase => Base == Code;

    /// <summary>What is written beside an amount in this language; empty when nothing is.</summary>
    public string SymbolIn(string language) => Symbol?.In(language) ?? "";
}

/// <summary>The type of a qualifier's value.</summary>
public enum QualifierValueType
{
    Text,
    Entity,
    Quantity,
    Date,
}

/// <summary>A declared way to make statements narrower.</summary>
public sealed record QualifierType
{
    /// <summary>Keys to which the engine itself gives a meaning.</summary>
    public const string Scope = "scope", RelativeTo = "relativeTo", At = "at", Ordinal = "ordinal", Reason = "reason", Condition = "condition";

    /// <summary><c>[a-z][A-Za-z0-9]*</c>.</summary>
    public required string Key { get; init; }

    public required QualifierValueType Type { get; init; }

    /// <summary>ENTITY only: the kinds allowed; empty for any.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>QUANTITY only: the base unit.</summary>
    public string? Unit { get; init; }

    public required LocalText Label { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = Wording.None;
}
