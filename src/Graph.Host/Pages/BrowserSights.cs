using Graph.Core;

namespace Graph.Host;

/// <summary>What there is to see in a graph: what the guide walks past. Read through the store's few operations, a bounded part of each.</summary>
internal sealed class BrowserSights
{
    /// <summary>Statements of one sort that are read.</summary>
    private const int Statements = 1000;

    private const int Ranking = 40, Kinds = 4, PathHops = 5;

    private readonly HashSet<string> _measured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);

    private BrowserSights(Ontology ontology) => Ontology = ontology;

    public Ontology Ontology { get; }

    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Entities by concrete kind.</summary>
    public required IReadOnlyDictionary<string, long> KindCounts { get; init; }

    /// <summary>Affirmed statements by relationship type or metric.</summary>
    public required IReadOnlyDictionary<string, long> TypeCounts { get; init; }

    public required IReadOnlyDictionary<Status, long> StatusCounts { get; init; }

    /// <summary>The most connected entities; none without a connection.</summary>
    public required IReadOnlyList<string> Central { get; init; }

    /// <summary>The most connected entity of each of a few kinds, with what is stated of it.</summary>
    public IReadOnlyList<(string Key, IReadOnlyList<Statement> Statements)> Portraits { get; private set; } = [];

    /// <summary>The two entities of one kind with most between them, one of them the most connected of all; null when there are no such.</summary>
    public (string One, string Other)? Rivals { get; private set; }

    /// <summary>Whether the <see cref="Rivals"/> have neighbours in common.</summary>
    public bool HaveCommon { get; private set; }

    /// <summary>Two entities of one kind that are connected by way of others; null when there are no such.</summary>
    public GraphPath? Path { get; private set; }

    /// <summary>Entity and metric with values of several periods: quantities first, then those with most values.</summary>
    public IReadOnlyList<(string Entity, string Metric)> Series { get; private set; } = [];

    /// <summary>Years of dated observations, in order.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<Statement> Denials { get; private set; } = [];

    /// <summary>Speakers that are entities, by key.</summary>
    public IReadOnlyList<string> Speakers { get; private set; } = [];

    /// <summary>An affirmed relationship with evidence, of the most connected entity; null without any.</summary>
    public Relationship? Proof { get; private set; }

    public static async ValueTask<BrowserSights> Read(IGraphStore store, CancellationToken cancellation)
    {
        var central = await store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Degree, true, Ranking), EntityParts.Body | EntityParts.Degree, cancellation);
        var connected = central.Values.Where(e => e.Degree > 0).ToArray();
        var sights = new BrowserSights(store.Ontology)
        {
            Articles = await store.Articles(cancellation),
            KindCounts = Counts(await store.CountEntities(EntityFilter.Everything, EntityCount.Kind, cancellation)),
            TypeCounts = Counts(await store.CountStatements(StatementFilter.Affirmed, StatementCount.Type, cancellation)),
            StatusCounts = Counts(await store.CountStatements(StatementFilter.Everything, StatementCount.Status, cancellation))
                .ToDictionary(t => Enum.Parse<Status>(t.Key, ignoreCase: true), t => t.Value),
            Central = [.. connected.Select(e => e.Key)],
        };
        foreach (var row in connected)
            sights._entities[row.Key] = row.Entity;
        await sights.ReadPortraits(store, cancellation);
        await sights.ReadObservations(store, cancellation);
        var denied = await store.StatementPage(new StatementFilter.OfPolarity(Polarity.Negated), PageRequest.First(Ranking), StatementParts.Body, cancellation);
        sights.Denials = [.. denied.Values.Select(r => r.Statement)];
        sights.Speakers = [.. (await store.CountStatements(StatementFilter.Everything, StatementCount.Speaker, cancellation)).OrderByDescending(t => t.Count).Select(t => t.Value)];
        await sights.FindPath(store, cancellation);
        await sights.ReadNames(store, cancellation);
        return sights;
    }

    public string Name(string key, string language) => _entities.TryGetValue(key, out var entity) ? entity.Name(language, Ontology) : key;

    /// <summary>The concrete kind; null for an entity that was not read.</summary>
    public string? Kind(string key) => _entities.GetValueOrDefault(key)?.Kind;

    /// <summary>Whether anything is observed of one of the <see cref="Rivals"/>.</summary>
    public bool Measured(string key) => _measured.Contains(key);

    public string? Summary(string key, string language) => _entities.GetValueOrDefault(key)?.Summary?.Best(language, Ontology.Languages);

    public string Sentence(Statement statement, string language) => Sentences.Of(statement, language, Ontology, key => Name(key, language));

    private static Dictionary<string, long> Counts(IReadOnlyList<Tally> tallies) => tallies.ToDictionary(t => t.Value, t => t.Count, StringComparer.Ordinal);

    private async ValueTask ReadPortraits(IGraphStore store, CancellationToken cancellation)
    {
        var keys = Central.GroupBy(k => _entities[k].Kind).Select(g => g.First()).Take(Kinds).ToArray();
        if (keys.Length == 0)
            return;
        var pages = await store.StatementsOf(keys, AnchorRole.About, StatementFilter.Everything, PageRequest.First(Statements), StatementParts.Body, cancellation);
        Portraits = [.. keys.Zip(pages, (key, page) => (key, (IReadOnlyList<Statement>)[.. page.Values.Select(r => r.Statement)]))];
        var (first, said) = Portraits[0];
        var relationships = said.OfType<Relationship>().Where(r => r.Source == first || r.Target == first).ToArray();
        Proof = relationships.Where(r => r is { Polarity: Polarity.Affirmed, Status: Status.Stated } && r.Evidence.Count > 0 && _entities.ContainsKey(r.Source) && _entities.ContainsKey(r.Target))
            .OrderByDescending(r => r.Evidence.Count).ThenBy(r => r.Id).FirstOrDefault();
        var others = relationships.Select(r => r.Source == first ? r.Target : r.Source);
        var rival = others.Where(k => _entities.TryGetValue(k, out var e) && e.Kind == _entities[first].Kind).GroupBy(k => k)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, Utf8Order.Instance).FirstOrDefault()?.Key;
        if (rival is null)
            return;
        Rivals = (first, rival);
        var observed = await store.StatementsOf([first, rival], AnchorRole.Observed, StatementFilter.Affirmed, PageRequest.First(1), StatementParts.Scalars, cancellation);
        _measured.UnionWith(new[] { first, rival }.Zip(observed).Where(o => o.Second.Rows.Count > 0).Select(o => o.First));
        HaveCommon = (await Connections.Common(store, new CommonQuery([first, rival], 1), cancellation)).Entities.Count > 0;
    }

    private async ValueTask ReadObservations(IGraphStore store, CancellationToken cancellation)
    {
        var filter = new StatementFilter.And([new StatementFilter.OfForm(StatementForm.Observation), StatementFilter.Affirmed]);
        var page = await store.StatementPage(filter, new PageRequest(SortBy.Period, false, Statements), StatementParts.Body, cancellation);
        var dated = page.Values.Select(r => (Observation)r.Statement).Where(o => o.Period is { IsDated: true }).ToArray();
        Series = [.. dated.GroupBy(o => (o.Entity, Metric: o.Type)).Select(g => (g.Key, Count: g.DistinctBy(o => (o.Period!.From, o.Period.To)).Count()))
            .Where(g => g.Count > 1).OrderByDescending(g => Ontology.FindMetric(g.Key.Metric)!.Value == MetricValue.Quantity).ThenByDescending(g => g.Count).Select(g => g.Key).Take(Kinds)];
        Years = [.. dated.Select(o => (o.Period!.From ?? o.Period.To)!.Value.Year).Distinct().Order()];
    }

    // Kinds in the ontology's order: what its author names first is what readers care for first.
    private async ValueTask FindPath(IGraphStore store, CancellationToken cancellation)
    {
        foreach (var kind in Ontology.Kinds.Where(k => !k.IsAbstract && KindCounts.GetValueOrDefault(k.Name) > 1))
        {
            var page = await store.EntityPage(new EntityFilter.OfKind(new HashSet<string> { kind.Name }), new PageRequest(SortBy.Degree, true, 3), EntityParts.Scalars, cancellation);
            var keys = page.Values.Select(e => e.Key).ToArray();
            foreach (var (from, to) in keys.SelectMany((from, i) => keys.Skip(i + 1).Select(to => (from, to))))
            {
                var found = await PathSearch.Find(store, new PathQuery(from, to, PathHops, 1, Direction.Any, null, null), cancellation);
                Path = found.Paths.FirstOrDefault(p => p.Length > 1);
                if (Path is not null)
                    return;
            }
        }
    }

    private async ValueTask ReadNames(IGraphStore store, CancellationToken cancellation)
    {
        var named = Portraits.SelectMany(p => p.Statements).Concat(Denials).SelectMany(s => s.Entities()).Concat(Path?.Keys ?? []).Concat(Series.Select(s => s.Entity)).Concat(Speakers);
        var rows = await store.Entities([.. named.Distinct().Where(k => !_entities.ContainsKey(k))], EntityParts.Body, cancellation);
        foreach (var row in rows.OfType<EntityRow>())
            _entities[row.Key] = row.Entity;
    }
}
