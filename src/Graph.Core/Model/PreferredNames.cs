namespace Graph.Core;

/// <summary>The preferred names of an entity, the first in each language, as one text that a store keeps where it can be read without the entity.</summary>
/// <remarks>Language and name in turn, in the entity's order, each ended by U+0001. In a name that holds U+0001 or U+0002 these are written U+0002 '1' and U+0002 '2'.</remarks>
public static class PreferredNames
{
    private const char End = '\u0001', Escape = '\u0002';

    public static string Of(Entity entity) => string.Concat(entity.Names.Where(n => n.Role == NameRole.Preferred).DistinctBy(n => n.Language)
        .Select(n => $"{n.Language}{End}{Escaped(n.Text)}{End}"));

    /// <summary>What <see cref="Entity.Name"/> gives.</summary>
    public static string Choose(string names, string? language, string defaultLanguage)
    {
        ReadOnlySpan<char> rest = names, first = default, byDefault = default;
        while (rest.Length > 0)
        {
            var of = Next(ref rest);
            var name = Next(ref rest);
            if (language is not null && of.SequenceEqual(language))
                return Plain(name);
            if (first.IsEmpty)
                first = name;
            if (of.SequenceEqual(defaultLanguage))
                byDefault = name;
        }
        return Plain(byDefault.IsEmpty ? first : byDefault);
    }

    private static ReadOnlySpan<char> Next(scoped ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(End);
        if (end < 0)
            throw new FormatException("A name lacks its end.");
        var part = rest[..end];
        rest = rest[(end + 1)..];
        return part;
    }

    private static string Escaped(string text) => text.AsSpan().IndexOfAny(End, Escape) < 0 ? text
        : text.Replace("\u0002", "\u00022", StringComparison.Ordinal).Replace("\u0001", "\u00021", StringComparison.Ordinal);

    private static string Plain(ReadOnlySpan<char> text) => text.Contains(Escape)
        ? text.ToString().Replace("\u00021", "\u0001", StringComparison.Ordinal).Replace("\u00022", "\u0002", StringComparison.Ordinal)
        : text.ToString();
}
