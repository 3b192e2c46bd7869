namespace Graph.Core;

/// <summary>A directed relation between kinds of entities, with its words in both directions.</summary>
public sealed record RelationshipType
{
    /// <summary><c>[A-Z][A-Z0-9_]*</c>, not beginning with <c>NOT_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Allowed ends as written; a kind with children means all concrete ones below it.</summary>
    public required IReadOnlyList<KindPair> Pairs { get; init; }

    /// <summary>Holds both ways: stored once with the lesser key as source, never reversed.</summary>
    public bool Symmetric { get; init; }

    /// <summary>A source has one target at a time.</summary>
    public bool Functional { get; init; }

    /// <summary>From the source's side: its field leads to targets.</summary>
    public required Wording Out { get; init; }

    /// <summary>From the target's side. For a symmetric type the same as <see cref="Out"/>.</summary>
    public required Wording In { get; init; }
}

/// <summary>One allowed pair of ends.</summary>
public readonly record struct KindPair(string From, string To)
{
    public override string ToString() => $"{From} -> {To}";
}

/// <summary>How one direction of a relationship type is named, asked for and said.</summary>
public sealed record Wording
{
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> None = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The GraphQL field on the entity seen from (<c>influencedBy</c>).</summary>
    public required string Field { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>Ask-phrases by language, without the asked entity's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = None;

    /// <summary>Nouns for what the other end is to this one ("rival"), by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = None;

    /// <summary>Template with <c>{source}</c> and <c>{target}</c>; see <see cref="SentenceTemplate"/>.</summary>
    public required LocalText Sentence { get; init; }

    /// <summary>Template of the denial; null when the engine's general wording serves.</summary>
    public LocalText? Denial { get; init; }
}
