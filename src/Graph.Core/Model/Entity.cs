namespace Graph.Core;

/// <summary>What a name is to its entity.</summary>
public enum NameRole
{
    Preferred,
    Alias,
    Abbreviation,
    Former,
    Nickname,
    FamilyName,
    GivenName,
}

/// <summary>A name of an entity. Several entities may share one.</summary>
/// <param name="Text">1 to 500 UTF-16 units, NFC, without surrounding white space.</param>
/// <param name="Linkable">False for a name too common to link by itself.</param>
public sealed record EntityName(string Text, string Language, NameRole Role, bool Linkable = true)
{
    public const int MaxLength = 500;
}

/// <summary>What one source declares of an entity.</summary>
/// <param name="Source">An article's key, or <see cref="Sources.Api"/>.</param>
public sealed record Declaration(string Source, IReadOnlyList<EntityName> Names, LocalText? Summary, IReadOnlyDictionary<string, string> Identifiers);

/// <summary>Who says something: an article by its key, or the API's mutations.</summary>
public static class Sources
{
    public const string Api = "api";
}

/// <summary>A person, company, work ... with its names. What it is, is declared by one or more sources; what is stated of it, is a <see cref="Statement"/>.</summary>
public sealed class Entity
{
    private IReadOnlyList<EntityName>? _names;

    public Entity(string key, string kind, IEnumerable<Declaration> declarations)
    {
        (Key, Kind) = (key, kind);
        Declarations = [.. declarations.OrderBy(d => d.Source, Utf8Order.Instance)];
        if (Declarations.Count == 0 || !Names.Any(n => n.Role == NameRole.Preferred))
            throw new ArgumentException($"Entity '{key}' needs a declaration and a preferred name.", nameof(declarations));
    }

    /// <summary><c>[a-z0-9]+(-[a-z0-9]+)*</c>, unique and immutable; also the id.</summary>
    public string Key { get; }

    /// <summary>A concrete kind's name.</summary>
    public string Kind { get; }

    /// <summary>By source.</summary>
    public IReadOnlyList<Declaration> Declarations { get; }

    /// <summary>All names in the order of the declarations; the same text, language and role once (linkable if any says so).</summary>
    public IReadOnlyList<EntityName> Names => _names ??= [.. Declarations.SelectMany(d => d.Names)
        .GroupBy(n => (n.Text, n.Language, n.Role)).Select(g => g.FirstOrDefault(n => n.Linkable) ?? g.First())];

    /// <summary>Per language, of the first declaration that has one.</summary>
    public LocalText? Summary => LocalText.OrNull(Declarations.Where(d => d.Summary is not null).SelectMany(d => d.Summary!).DistinctBy(t => t.Key));

    /// <summary>Scheme to value, of the first declaration that has the scheme.</summary>
    public IReadOnlyDictionary<string, string> Identifiers =>
        Declarations.SelectMany(d => d.Identifiers).DistinctBy(i => i.Key).OrderBy(i => i.Key, StringComparer.Ordinal).ToDictionary(i => i.Key, i => i.Value);

    /// <summary>The preferred name in <paramref name="language"/>, else in the default language, else the first preferred.</summary>
    public string Name(string? language, Ontology ontology) =>
        Preferred(language) ?? Preferred(ontology.DefaultLanguage) ?? Names.First(n => n.Role == NameRole.Preferred).Text;

    private string? Preferred(string? language) =>
        language is null ? null : Names.FirstOrDefault(n => n.Role == NameRole.Preferred && n.Language == language)?.Text;
}
