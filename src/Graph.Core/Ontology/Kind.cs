namespace Graph.Core;

/// <summary>What an entity can be. A kind with children is abstract: it covers them, and no entity is directly of it.</summary>
public sealed record Kind
{
    /// <summary><c>[A-Z][A-Za-z0-9]*</c>, as in GraphQL and as a Neo4j label.</summary>
    public required string Name { get; init; }

    public string? Parent { get; init; }

    /// <summary>Names of the direct children, in the ontology's order.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    public bool IsAbstract => Children.Count > 0;

    public required LocalText Label { get; init; }

    /// <summary>The plural per language; a language that is missing here uses <see cref="Label"/>.</summary>
    public LocalText? Labels { get; init; }

    /// <summary>Other words for the kind in a question, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; init; } = Wording.None;

    /// <summary>The GraphQL field of one entity of this kind (<c>aiModel</c>).</summary>
    public required string Field { get; init; }

    /// <summary>The GraphQL field of many (<c>aiModels</c>).</summary>
    public required string PluralField { get; init; }

    /// <summary><c>#RRGGBB</c>.</summary>
    public required string Color { get; init; }

    /// <summary>The spelling in enums (<c>AI_MODEL</c>).</summary>
    public string EnumName => Spelling.EnumValue(Name);
}
