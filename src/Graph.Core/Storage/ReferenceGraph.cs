namespace Graph.Core;

/// <summary>A whole graph in memory as model objects: what <see cref="ReferenceEvaluator"/> reads. A snapshot; nothing is checked or copied deeply.</summary>
public sealed class ReferenceGraph
{
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<StatementId, Statement> _statements;
    private readonly Dictionary<string, long> _degrees;

    public ReferenceGraph(Ontology ontology, IEnumerable<Entity>? entities = null, IEnumerable<Statement>? statements = null,
        IEnumerable<Article>? articles = null, IEnumerable<Passage>? passages = null, IEnumerable<Mention>? mentions = null)
    {
        Ontology = ontology;
        _entities = (entities ?? []).ToDictionary(e => e.Key);
        _statements = (statements ?? []).ToDictionary(s => s.Id);
        _degrees = _statements.Values.OfType<Relationship>().Where(r => r.Polarity == Polarity.Affirmed)
            .SelectMany(r => new[] { r.Source, r.Target }).GroupBy(key => key).ToDictionary(g => g.Key, g => g.LongCount());
        Articles = [.. articles ?? []];
        Passages = [.. passages ?? []];
        Mentions = [.. mentions ?? []];
    }

    public Ontology Ontology { get; }

    public IReadOnlyCollection<Entity> Entities => _entities.Values;

    public IReadOnlyCollection<Statement> Statements => _statements.Values;

    public IReadOnlyList<Article> Articles { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<Mention> Mentions { get; }

    public Entity? Entity(string key) => _entities.GetValueOrDefault(key);

    public Statement? Statement(StatementId id) => _statements.GetValueOrDefault(id);

    /// <summary>How many AFFIRMED relationships touch the entity; each touches two.</summary>
    public long Degree(string key) => _degrees.GetValueOrDefault(key);
}
