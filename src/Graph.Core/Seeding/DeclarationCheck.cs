namespace Graph.Core;

/// <summary>Whether the articles of a seed agree on the entities that they declare.</summary>
internal static class DeclarationCheck
{
    public static void Check(IReadOnlyList<SeedArticle> articles, ProblemList problems)
    {
        var first = new Dictionary<string, SeedEntity>();
        var identifiers = new Dictionary<(string Entity, string Scheme), (string Value, SeedLine At)>();
        var owners = new Dictionary<(string Scheme, string Value), SeedEntity>();
        foreach (var entity in articles.SelectMany(a => a.Entities))
        {
            if (!first.TryAdd(entity.Key, entity) && first[entity.Key] is var other && other.Kind != entity.Kind)
                problems.Error(entity.At.File, entity.At.Line,
                    $"the entity '{entity.Key}' is a {entity.Kind} here and a {other.Kind} in {other.At}",
                    "Let both say the same kind, or give one another key.");
            foreach (var (scheme, value) in entity.Declaration.Identifiers)
            {
                if (!identifiers.TryAdd((entity.Key, scheme), (value, entity.At)) && identifiers[(entity.Key, scheme)] is var known
                    && known.Value != value)
                    problems.Error(entity.At.File, entity.At.Line,
                        $"the entity '{entity.Key}' has the {scheme} '{value}' here and '{known.Value}' in {known.At}", "Keep the right one.");
                if (!owners.TryAdd((scheme, value), entity) && owners[(scheme, value)] is var owner && owner.Key != entity.Key)
                    problems.Warn(entity.At.File, entity.At.Line,
                        $"'{entity.Key}' has the {scheme} '{value}', as '{owner.Key}' in {owner.At}", "Unite them if they are the same.");
            }
        }
    }
}
