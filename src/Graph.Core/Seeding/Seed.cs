namespace Graph.Core;

/// <summary>Where something stands in a seed, for messages.</summary>
/// <param name="File">As its author named it.</param>
/// <param name="Line">1-based.</param>
public readonly record struct SeedLine(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>A folder of data: an ontology, and what articles say in its terms.</summary>
/// <param name="Articles">By key.</param>
public sealed record Seed(Ontology Ontology, IReadOnlyList<SeedArticle> Articles);

/// <summary>One article with everything that it declares and states, and where each stands.</summary>
/// <param name="Passages">By number.</param>
/// <param name="Entities">By key.</param>
/// <param name="Statements">As written; each identity once.</param>
public sealed record SeedArticle(
    Article Article, IReadOnlyList<SeedPassage> Passages, IReadOnlyList<SeedEntity> Entities, IReadOnlyList<SeedStatement> Statements, SeedLine At)
{
    public string Key => Article.Key;
}

/// <param name="Mentioned">The entities that <see cref="Passage.Chosen"/> names, and where the seed does.</param>
public sealed record SeedPassage(Passage Passage, IReadOnlyList<(string Entity, SeedLine At)> Mentioned, SeedLine At);

/// <summary>What an article declares of an entity.</summary>
/// <param name="Kind">A concrete kind.</param>
public sealed record SeedEntity(string Key, string Kind, Declaration Declaration, SeedLine At);

/// <summary>A statement in canonical form, with what only its seed knows.</summary>
/// <param name="Name">The seed's own <c>id</c> for it; null without.</param>
/// <param name="Refers">Whom pronouns and paraphrases in its evidence mean.</param>
public sealed record SeedStatement(Statement Statement, string? Name, IReadOnlyList<Referent> Refers, SeedLine At)
{
    /// <summary>Where its qualifiers stand, by key; empty when only <see cref="At"/> is known.</summary>
    public IReadOnlyDictionary<string, SeedLine> QualifierLines { get; init; } = new Dictionary<string, SeedLine>();

    public SeedLine LineOf(Qualifier qualifier) => QualifierLines.GetValueOrDefault(qualifier.Key, At);
}

/// <summary>A word of a passage that stands for an entity, for one statement.</summary>
public sealed record Referent(PassageId Passage, string Word, string Entity, SeedLine At);
