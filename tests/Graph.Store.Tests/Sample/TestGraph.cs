using Graph.Core;

namespace Graph.StoreTests;

/// <summary>A whole graph in memory, as a test builds it.</summary>
public sealed record TestGraph
{
    public IReadOnlyList<Article> Articles { get; init; } = [];

    public IReadOnlyList<Passage> Passages { get; init; } = [];

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>What puts all of it into an empty store.</summary>
    public IEnumerable<Change> Changes() =>
    [
        .. Articles.Select(a => new Change.OfArticle(null, a)),
        .. Passages.Select(p => new Change.OfPassage(null, p)),
        .. Mentions.GroupBy(m => m.Passage).Select(g => new Change.OfMentions(g.Key, [.. g])),
        .. Entities.Select(e => new Change.OfEntity(null, e)),
        .. Statements.OrderBy(s => s.Subject, Utf8Order.Instance).ThenBy(s => s.Id).Select(s => new Change.OfStatement(null, s)),
    ];

    public Entity Entity(string key) => Entities.Single(e => e.Key == key);

    public Statement Statement(string subject, string type, string? target = null) =>
        Statements.Single(s => s.Subject == subject && s.Type == type && (target is null || s is Relationship r && r.Target == target));

    /// <summary>How many affirmed relationships touch the entity.</summary>
    public long Degree(string key) => Statements.OfType<Relationship>().Count(r => r.Polarity == Polarity.Affirmed && (r.Source == key || r.Target == key));
}
