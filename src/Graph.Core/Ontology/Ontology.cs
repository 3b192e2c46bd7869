using System.Collections.Frozen;

namespace Graph.Core;

/// <summary>What can be said: kinds, relationship types, metrics, units, qualifiers and languages. Immutable, and valid by construction of its reader.</summary>
public sealed class Ontology
{
    private readonly FrozenDictionary<string, Kind> _kinds;
    private readonly FrozenDictionary<string, RelationshipType> _types;
    private readonly FrozenDictionary<string, Metric> _metrics;
    private readonly FrozenDictionary<string, Unit> _units;
    private readonly FrozenDictionary<string, QualifierType> _qualifiers;
    private readonly FrozenDictionary<string, FrozenSet<string>> _covered; // kind -> concrete kinds it covers, itself when concrete
    private readonly FrozenDictionary<string, FrozenSet<(string, string)>> _pairs; // type -> concrete pairs

    public Ontology(string id, LocalText title, IReadOnlyList<string> languages, IReadOnlyList<Kind> kinds, IReadOnlyList<RelationshipType> types,
        IReadOnlyList<Metric> metrics, IReadOnlyList<Unit> units, IReadOnlyList<QualifierType> qualifiers, string sourceText)
    {
        (Id, Title, Languages, Kinds, RelationshipTypes, Metrics, Units, Qualifiers, SourceText) =
            (id, title, languages, kinds, types, metrics, units, qualifiers, sourceText);
        _kinds = kinds.ToFrozenDictionary(k => k.Name);
        _types = types.ToFrozenDictionary(t => t.Name);
        _metrics = metrics.ToFrozenDictionary(m => m.Name);
        _units = units.ToFrozenDictionary(u => u.Code);
        _qualifiers = qualifiers.ToFrozenDictionary(q => q.Key);
        _covered = kinds.ToFrozenDictionary(k => k.Name, k => Below(k).ToFrozenSet());
        _pairs = types.ToFrozenDictionary(t => t.Name, t => t.Pairs
            .SelectMany(p => _covered[p.From].SelectMany(from => _covered[p.To].Select(to => (from, to)))).ToFrozenSet());
    }

    /// <summary><c>[a-z0-9]+(-[a-z0-9]+)*</c>.</summary>
    public string Id { get; }

    public LocalText Title { get; }

    /// <summary>Language tags; the first is the default.</summary>
    public IReadOnlyList<string> Languages { get; }

    public string DefaultLanguage => Languages[0];

    public IReadOnlyList<Kind> Kinds { get; }

    public IReadOnlyList<RelationshipType> RelationshipTypes { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<QualifierType> Qualifiers { get; }

    /// <summary>The YAML text it was read from; a store keeps it.</summary>
    public string SourceText { get; }

    public Kind? FindKind(string name) => _kinds.GetValueOrDefault(name);

    public RelationshipType? FindType(string name) => _types.GetValueOrDefault(name);

    public Metric? FindMetric(string name) => _metrics.GetValueOrDefault(name);

    public Unit? FindUnit(string code) => _units.GetValueOrDefault(code);

    public QualifierType? FindQualifier(string key) => _qualifiers.GetValueOrDefault(key);

    public bool IsSymmetric(string type) => _types.TryGetValue(type, out var found) && found.Symmetric;

    /// <summary>The concrete kinds that <paramref name="kind"/> covers, itself when it has no children. Throws for an unknown kind.</summary>
    public IReadOnlySet<string> ConcreteKinds(string kind) => _covered[kind];

    /// <summary>The kind itself and its ancestors, nearest first.</summary>
    public IEnumerable<Kind> Lineage(string kind)
    {
        for (var current = FindKind(kind); current is not null; current = current.Parent is null ? null : FindKind(current.Parent))
            yield return current;
    }

    /// <summary>All concrete (from, to) pairs of a type.</summary>
    public IReadOnlySet<(string From, string To)> ConcretePairs(string type) => _pairs[type];

    public bool Allows(string type, string fromKind, string toKind) => _pairs.TryGetValue(type, out var pairs) && pairs.Contains((fromKind, toKind));

    public bool MetricApplies(string metric, string kind) => _metrics.TryGetValue(metric, out var found) && found.Kinds.Any(k => _covered[k].Contains(kind));

    private IEnumerable<string> Below(Kind kind) => kind.IsAbstract ? kind.Children.SelectMany(c => Below(_kinds[c])) : [kind.Name];
}
