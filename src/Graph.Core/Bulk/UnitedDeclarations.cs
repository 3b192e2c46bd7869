namespace Graph.Core;

/// <summary>Unites two declarations of one entity by one source.</summary>
internal static class UnitedDeclarations
{
    /// <summary>All names, texts and identifiers of both, the first's where both have one. A second preferred name in a language becomes an
    /// alias.</summary>
    public static Declaration Of(Declaration first, Declaration second) => new(
        first.Source,
        [.. first.Names, .. second.Names.Where(n => !first.Names.Any(f => (f.Text, f.Language) == (n.Text, n.Language)))
            .Select(n => Beside(first, n))],
        UnitedWords.Unite(first.Summary, second.Summary),
        first.Identifiers.UnionBy(second.Identifiers, i => i.Key).ToDictionary());

    /// <summary>A scheme of which the two have different values; null when there is none.</summary>
    public static string? OtherIdentifier(Declaration first, Declaration second) =>
        first.Identifiers.Keys.Where(s => second.Identifiers.TryGetValue(s, out var other) && other != first.Identifiers[s])
            .Min(StringComparer.Ordinal);

    private static EntityName Beside(Declaration first, EntityName name) =>
        name.Role == NameRole.Preferred && first.Names.Any(f => f.Role == NameRole.Preferred && f.Language == name.Language)
            ? name with { Role = NameRole.Alias } : name;
}
