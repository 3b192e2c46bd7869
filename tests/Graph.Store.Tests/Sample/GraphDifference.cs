using Graph.Core;

namespace Graph.StoreTests;

/// <summary>The changes from one graph to another, in the order that a change set wants.</summary>
internal static class GraphDifference
{
    public static IEnumerable<Change> Between(ReferenceGraph before, ReferenceGraph after) =>
    [
        .. Pairs(before.Articles, after.Articles, a => a.Key, CanonicalJson.Of).Select(p => new Change.OfArticle(p.Before, p.After)),
        .. Pairs(before.Passages, after.Passages, p => p.Id, CanonicalJson.Of).Select(p => new Change.OfPassage(p.Before, p.After)),
        .. before.Mentions.Concat(after.Mentions).Select(m => m.Passage).Distinct()
            .Select(p => new Change.OfMentions(p, [.. after.Mentions.Where(m => m.Passage == p)])),
        .. Pairs(before.Entities, after.Entities, e => e.Key, CanonicalJson.Of).Select(p => new Change.OfEntity(p.Before, p.After)),
        .. Pairs(before.Statements, after.Statements, s => s.Id, CanonicalJson.Of).Select(p => new Change.OfStatement(p.Before, p.After)),
    ];

    private static IEnumerable<(T? Before, T? After)> Pairs<T, TKey>(IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key, Func<T, string> text)
        where T : class
        where TKey : notnull
    {
        var (old, now) = (before.ToDictionary(key), after.ToDictionary(key));
        return old.Keys.Union(now.Keys).Select(k => (Before: old.GetValueOrDefault(k), After: now.GetValueOrDefault(k)))
            .Where(p => p.Before is null || p.After is null || text(p.Before) != text(p.After));
    }
}
