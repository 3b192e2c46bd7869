namespace Graph.Core;

/// <summary>What becomes of mentions: those of the imported passages, and those of all others in which a name gained or lost an entity.</summary>
internal sealed class MentionDiff(IGraphStore store, StoreBefore before, EntityDiff entities, ProblemList problems)
{
    private const int Batch = 200;

    private readonly MentionLinker _after = new(entities.NamesAfter());

    /// <summary>Only passages with a difference.</summary>
    public async ValueTask<IReadOnlyList<Change.OfMentions>> Read(IReadOnlyList<SeedArticle> articles, CancellationToken cancellation)
    {
        var changes = new List<Change.OfMentions>();
        foreach (var some in articles.SelectMany(a => a.Passages).Chunk(Batch))
        {
            var stored = await Stored([.. some.Select(p => p.Passage.Id).Where(before.Passages.ContainsKey)], cancellation);
            changes.AddRange(some.Select(p => Changed(p.Passage.Id, stored, SeedMentions.Link(_after, p.Passage, p.At, problems)))
                .OfType<Change.OfMentions>());
        }
        var kept = articles.SelectMany(a => a.Passages).Select(p => p.Passage.Id).ToHashSet();
        var gone = await Stored([.. before.Passages.Keys.Where(id => !kept.Contains(id)).Order()], cancellation);
        changes.AddRange(gone.Where(g => g.Value.Count > 0).Select(g => new Change.OfMentions(g.Key, [])));
        changes.AddRange(await Elsewhere(articles, cancellation));
        return changes;
    }

    private static Change.OfMentions? Changed(PassageId id, Dictionary<PassageId, IReadOnlyList<Mention>> stored, IReadOnlyList<Mention> after) =>
        (stored.GetValueOrDefault(id) ?? []).ToHashSet().SetEquals(after) ? null : new Change.OfMentions(id, after);

    private async ValueTask<List<Change.OfMentions>> Elsewhere(IReadOnlyList<SeedArticle> articles, CancellationToken cancellation)
    {
        var changes = new List<Change.OfMentions>();
        var names = entities.ChangedNames();
        if (names.Count == 0)
            return changes;
        var changed = new SortedNames(names);
        foreach (var some in before.Articles.Keys.Except(articles.Select(a => a.Key)).Order(Utf8Order.Instance).Chunk(20))
        {
            Passage[] passages = [.. (await store.PassagesOf(some, cancellation)).SelectMany(p => p)
                .Where(p => p.Texts.Any(t => changed.AnyIn(t.Value)))];
            var stored = await Stored([.. passages.Select(p => p.Id)], cancellation);
            changes.AddRange(passages.Select(p => Changed(p.Id, stored, Relink(p))).OfType<Change.OfMentions>());
        }
        return changes;
    }

    // An entity that goes takes what another article's author chose with it.
    private IReadOnlyList<Mention> Relink(Passage passage) => SeedMentions.Link(_after,
        passage with { Chosen = [.. passage.Chosen.Where(c => entities.KindsAfter.ContainsKey(c.Entity))] },
            new SeedLine($"article {passage.Id.Article} in the store", 0), problems);

    private async ValueTask<Dictionary<PassageId, IReadOnlyList<Mention>>> Stored(IReadOnlyList<PassageId> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<PassageId, IReadOnlyList<Mention>>();
        foreach (var some in ids.Chunk(Batch))
        {
            // A passage has fewer mentions than characters.
            var pages = await store.Mentions([.. some.Select(id => id.ToString())], MentionAnchor.Passage,
                PageRequest.First(100_000, SortBy.Position), cancellation);
            for (var i = 0; i < some.Length; i++)
                found.Add(some[i], [.. pages[i].Values]);
        }
        return found;
    }
}
