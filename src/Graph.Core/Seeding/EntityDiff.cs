namespace Graph.Core;

/// <summary>What becomes of entities when articles say anew what they declare.</summary>
internal sealed class EntityDiff
{
    private readonly StoreBefore _before;
    private readonly ProblemList _problems;
    private readonly HashSet<string> _sources;
    private readonly List<(Entity? Before, Entity? After)> _changes = [];

    public EntityDiff(StoreBefore before, IReadOnlyList<SeedArticle> articles, ProblemList problems)
    {
        (_before, _problems, _sources) = (before, problems, articles.Select(a => a.Key).ToHashSet());
        KindsAfter = new Dictionary<string, string>(before.Kinds);
        var declared = articles.SelectMany(a => a.Entities).ToLookup(e => e.Key);
        foreach (var key in before.Entities.Keys.Union(declared.Select(d => d.Key)).Order(Utf8Order.Instance))
            Compare(key, before.Entities.GetValueOrDefault(key), [.. declared[key]]);
    }

    /// <summary>By key; none of them without a difference.</summary>
    public IReadOnlyList<(Entity? Before, Entity? After)> Changes => _changes;

    public Dictionary<string, string> KindsAfter { get; }

    /// <summary>Entities that another source's statements may still use, or use as what they are no longer.</summary>
    public IReadOnlyList<string> Endangered =>
        [.. _changes.Where(c => c.Before is not null && c.Before.Kind != c.After?.Kind).Select(c => c.Before!.Key)];

    /// <summary>All names as they will be.</summary>
    public IEnumerable<(string Entity, EntityName Name)> NamesAfter()
    {
        var changed = _changes.Select(c => (c.Before ?? c.After)!.Key).ToHashSet();
        return _before.Names.Where(n => !changed.Contains(n.Entity))
            .Concat(_changes.Where(c => c.After is not null).SelectMany(c => c.After!.Names.Select(n => (c.After.Key, n))));
    }

    /// <summary>Linkable texts that gain or lose an entity.</summary>
    public HashSet<string> ChangedNames()
    {
        static IEnumerable<(string, string)> Linkable(Entity? entity) =>
            entity is null ? [] : entity.Names.Where(n => n.Linkable).Select(n => (n.Text, entity.Key));
        var (before, after) = (_changes.SelectMany(c => Linkable(c.Before)).ToHashSet(), _changes.SelectMany(c => Linkable(c.After)).ToHashSet());
        before.SymmetricExceptWith(after);
        return [.. before.Select(n => n.Item1)];
    }

    private void Compare(string key, Entity? old, SeedEntity[] declared)
    {
        Declaration[] others = old is null ? [] : [.. old.Declarations.Where(d => !_sources.Contains(d.Source))];
        if (declared.Length == 0 && others.Length == 0)
        {
            KindsAfter.Remove(key);
            _changes.Add((old, null));
            return;
        }
        foreach (var entity in declared)
            Agree(entity, old, others);
        var kind = declared.Length == 0 ? old!.Kind : declared[0].Kind;
        KindsAfter[key] = kind;
        if (Whole(key, kind, [.. others, .. declared.Select(d => d.Declaration)]) is { } after
            && (old is null || CanonicalJson.Of(old) != CanonicalJson.Of(after)))
            _changes.Add((old, after));
    }

    private void Agree(SeedEntity entity, Entity? old, Declaration[] others)
    {
        if (others.Length == 0)
            return;
        if (old!.Kind != entity.Kind)
            _problems.Error(entity.At.File, entity.At.Line,
                $"the entity '{entity.Key}' is a {entity.Kind} here and a {old.Kind} in the store, as {Said(others)}",
                "Let both say the same kind, or give one another key.");
        foreach (var (scheme, value) in entity.Declaration.Identifiers)
        {
            if (others.FirstOrDefault(d => d.Identifiers.TryGetValue(scheme, out var known) && known != value) is { } other)
                _problems.Error(entity.At.File, entity.At.Line,
                    $"the entity '{entity.Key}' has the {scheme} '{value}' here and '{other.Identifiers[scheme]}' in the store, as {Said([other])}",
                    "Keep the right one.");
        }
    }

    private static string Said(Declaration[] declarations) => string.Join(", ", declarations.Select(d => $"'{d.Source}'")) + " says";

    // What is left of an entity may have no preferred name of its own when a mutation declared it so; then the store's rule is the caller's to mend.
    private Entity? Whole(string key, string kind, Declaration[] declarations)
    {
        if (declarations.SelectMany(d => d.Names).Any(n => n.Role == NameRole.Preferred))
            return new Entity(key, kind, declarations);
        _problems.Error("", 0, $"the entity '{key}' would be left without a preferred name", "Keep one in the article that declares it.");
        return null;
    }
}
