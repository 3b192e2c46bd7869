using Graph.Core;

namespace Graph.Host;

/// <summary>Ids of articles: their key with a prefix that no key can have, so that either is understood.</summary>
internal static class NodeIds
{
    public static string ArticleKey(string idOrKey) => idOrKey.StartsWith(Article.IdPrefix, StringComparison.Ordinal) ? idOrKey[Article.IdPrefix.Length..] : idOrKey;
}

internal static class Sets
{
    public static IReadOnlySet<string> Of(string value) => new HashSet<string>(1, StringComparer.Ordinal) { value };
}
