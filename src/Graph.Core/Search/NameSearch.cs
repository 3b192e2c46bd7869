namespace Graph.Core;

/// <summary>An entity found by a text.</summary>
/// <param name="Score">Above 0, at most 1: 1 for a preferred name, 0.9 for another name, 0.7 where a name begins with the text, up to 0.5 where it has all its terms.</param>
/// <param name="MatchedOn">The name that earned the score.</param>
public sealed record SearchHit(string Entity, double Score, EntityName MatchedOn);

/// <summary>Finds entities by their names in every language; one ranking for every store.</summary>
/// <remarks>
/// First the names that equal the text (preferred before others, then the better connected entity, then by key), then those that begin with it (by folded name, then key), then those that have
/// all its terms (by how much of the name the text covers, then by key). An entity is listed once, at its best. Texts compare folded (<see cref="Folding"/>).
/// </remarks>
public static class NameSearch
{
    private const int LeastBatch = 64, MostBatch = 4096;

    /// <summary>The first <paramref name="count"/> entities for the text. A blank text finds nothing.</summary>
    /// <param name="kinds">Concrete kinds; null for all.</param>
    public static async ValueTask<IReadOnlyList<SearchHit>> Search(IGraphStore store, string text, IReadOnlySet<string>? kinds, int count, CancellationToken cancellation)
    {
        var folded = Folding.Fold(text);
        if (string.IsNullOrWhiteSpace(folded) || count <= 0)
            return [];
        var hits = new Ranking(count);
        await AddExact(store, folded, kinds, hits, cancellation);
        await AddPrefix(store, folded, kinds, hits, cancellation);
        if (!hits.IsFull)
            await AddTerms(store, text, folded, kinds, hits, cancellation);
        return hits.Hits;
    }

    /// <summary>For each name the one entity it names. A preferred name wins over other roles.</summary>
    /// <returns>In each place the key; no key when nothing has the name; several keys (in key order) when it is ambiguous in the winning rank.</returns>
    public static async ValueTask<IReadOnlyList<IReadOnlyList<string>>> Resolve(IGraphStore store, IReadOnlyList<string> names, IReadOnlySet<string>? kinds, CancellationToken cancellation)
    {
        var folded = names.Select(Folding.Fold).ToArray();
        var hits = await store.Names(new NameQuery.Exact([.. folded.Distinct()], kinds), cancellation);
        var byText = hits.ToLookup(h => h.Folded);
        return [.. folded.Select(text => WinningRank(byText[text]))];
    }

    private static string[] WinningRank(IEnumerable<NameHit> hits)
    {
        var ranked = hits.ToLookup(h => h.Name.Role == NameRole.Preferred);
        var winners = ranked.Contains(true) ? ranked[true] : ranked[false];
        return [.. winners.Select(h => h.Entity).Distinct().Order(Utf8Order.Instance)];
    }

    private static async ValueTask AddExact(IGraphStore store, string folded, IReadOnlySet<string>? kinds, Ranking hits, CancellationToken cancellation)
    {
        var found = await store.Names(new NameQuery.Exact([folded], kinds), cancellation);
        if (found.Count == 0)
            return;
        var keys = found.Select(h => h.Entity).Distinct().ToArray();
        var rows = keys.Length == 1 ? [] : await store.Entities(keys, EntityParts.Degree, cancellation);
        var degrees = rows.OfType<EntityRow>().ToDictionary(r => r.Key, r => r.Degree);
        foreach (var hit in found.OrderBy(h => h.Name.Role != NameRole.Preferred).ThenByDescending(h => degrees.GetValueOrDefault(h.Entity)).ThenBy(h => h.Entity, Utf8Order.Instance))
            hits.Add(hit, hit.Name.Role == NameRole.Preferred ? 1 : 0.9);
    }

    // In batches in index order, since many names of one entity may begin alike; each larger than the one before, so that even thousands take few calls.
    private static async ValueTask AddPrefix(IGraphStore store, string folded, IReadOnlySet<string>? kinds, Ranking hits, CancellationToken cancellation)
    {
        (string, string)? after = null;
        for (var size = LeastBatch; !hits.IsFull; size = Math.Min(size * 4, MostBatch))
        {
            var batch = await store.Names(new NameQuery.Prefix(folded, size, after, kinds), cancellation);
            foreach (var hit in batch)
                hits.Add(hit, 0.7);
            if (batch.Count < size)
                return;
            after = (batch[^1].Folded, batch[^1].Entity); // skips at most other spellings of a name that has its place
        }
    }

    private static async ValueTask AddTerms(IGraphStore store, string text, string folded, IReadOnlySet<string>? kinds, Ranking hits, CancellationToken cancellation)
    {
        var terms = SearchTerms.OfQuery(text);
        if (terms.Count == 0)
            return;
        var found = await store.Names(new NameQuery.Terms(terms, Kinds: kinds), cancellation);
        foreach (var hit in found.OrderByDescending(Coverage).ThenBy(h => h.Entity, Utf8Order.Instance).ThenBy(h => h.Folded, Utf8Order.Instance))
            hits.Add(hit, Math.Round(0.5 * Coverage(hit), 4));

        double Coverage(NameHit hit) => Math.Min(1, (double)folded.Length / hit.Folded.Length);
    }

    private sealed class Ranking(int count)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public List<SearchHit> Hits { get; } = [];

        public bool IsFull => Hits.Count >= count;

        public void Add(NameHit hit, double score)
        {
            if (!IsFull && _seen.Add(hit.Entity))
                Hits.Add(new SearchHit(hit.Entity, score, hit.Name));
        }
    }
}
