namespace Graph.Core;

/// <summary>Whether other sources' statements still use an entity that goes, or that becomes of another kind.</summary>
internal sealed class UseCheck(IGraphStore store, EntityDiff entities, StatementDiff statements, ProblemList problems)
{
    // Uses told in full; the others are counted.
    private const int Most = 20;

    public async ValueTask Check(IReadOnlyList<SeedArticle> articles, CancellationToken cancellation)
    {
        var endangered = entities.Endangered;
        if (endangered.Count == 0)
            return;
        var sources = articles.Select(a => a.Key).ToHashSet();
        var places = articles.SelectMany(a => a.Entities).GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.First().At);
        var uses = endangered.ToDictionary(key => key, _ => new SortedDictionary<StatementId, Statement>());
        await foreach (var statement in StoreBefore.StatementsOf(store, endangered, AnchorRole.About, cancellation))
        {
            // what the imported articles alone state is checked with them
            if (statements.IsGone(statement.Id) || statement.SaidBy().All(sources.Contains)
                || ReferenceCheck.Fits(store.Ontology, statement, entities.KindsAfter))
                continue;
            foreach (var key in statement.Entities().Where(uses.ContainsKey))
                uses[key].TryAdd(statement.Id, statement);
        }
        foreach (var (key, found) in uses.Where(u => u.Value.Count > 0))
            Tell(key, [.. found.Values], places.TryGetValue(key, out var at) ? at : articles[0].At);
    }

    private void Tell(string key, IReadOnlyList<Statement> uses, SeedLine at)
    {
        var kind = entities.KindsAfter.GetValueOrDefault(key);
        var list = string.Join("; ", uses.Take(Most).Select(s => $"{Words(s)} ({string.Join(", ", s.SaidBy())})"));
        var what = kind is null ? "is no longer declared" : $"becomes a {kind}";
        problems.Error(at.File, at.Line,
            $"the entity '{key}' {what}, but other sources state of it: {list}{(uses.Count > Most ? $"; and {uses.Count - Most} more" : "")}",
            kind is null ? "Keep its declaration, or import the articles that state these without it."
                : "Keep its kind, or import the articles that state these with it.");
    }

    /// <summary>A statement as a seed writes it.</summary>
    private static string Words(Statement statement) => statement is Relationship r ? $"{r.Source} {r.Type} {r.Target}"
        : $"{statement.Subject} {statement.Type}";
}
