using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Words of the full-text indexes, whose analyzer parts words at white space only, and queries for them.</summary>
internal static class Tokens
{
    /// <summary>More alternatives than this are not asked of Lucene, which refuses above 1,024.</summary>
    public const int MostAlternatives = 500;

    public static string Entity(string key) => "e:" + key;

    public static string Speaker(string key) => "s:" + key;

    public static string Passage(PassageId id) => "p:" + id;

    public static string Article(string key) => "a:" + key;

    public static string Kind(string kind) => "kind:" + kind;

    /// <summary>All that a statement refers to.</summary>
    public static List<string> Of(Statement statement) =>
    [
        .. statement.Entities().Select(Entity),
        .. statement.Speaker?.Entity is { } speaker ? new[] { Speaker(speaker) } : [],
        .. statement.Evidence.Select(e => e.Passage).Distinct().Select(Passage),
        .. statement.Evidence.Select(e => e.Passage.Article).Distinct().Select(Article),
    ];

    /// <summary>A query for any of the words.</summary>
    public static string AnyOf(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>A query for all of the words.</summary>
    public static string AllOf(IEnumerable<string> words) => string.Join(' ', words.Select(w => "+" + Quote(w)));

    // Within quotes Lucene minds only quotes and backslashes.
    private static string Quote(string word) =>
        $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
