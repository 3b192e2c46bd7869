namespace Graph.Core;

/// <summary>What putting things into a store changes. What is there stays: a thing that both have is united from what both say, the
/// store's words first; articles, passages and identifiers that both have must be the same.</summary>
/// <remarks>Putting the same in again changes nothing, which is what makes an interrupted load go on.</remarks>
internal sealed class StoreMerge(IGraphStore store)
{
    /// <summary>Things asked for at once.</summary>
    public const int Batch = 500;

    private const int MostMentions = 100_000; // a passage has fewer than characters

    private Dictionary<string, string>? _articles;

    /// <summary>For each thing its change, null when there is none, or why it does not fit.</summary>
    /// <param name="things">All of one rank.</param>
    public async ValueTask<IReadOnlyList<(Change? Change, string? Fault)>> Compare(IReadOnlyList<BulkThing> things,
        CancellationToken cancellation)
    {
        switch (things[0])
        {
            case BulkThing.OfArticle:
                _articles ??= (await store.Articles(cancellation)).ToDictionary(a => a.Key, CanonicalJson.Of);
                return [.. things.Cast<BulkThing.OfArticle>().Select(t => Article(t.Article))];
            case BulkThing.OfPassage:
                var passages = await store.Passages([.. things.Select(t => ((BulkThing.OfPassage)t).Passage.Id)], cancellation);
                return [.. things.Zip(passages, (t, before) => Passage(((BulkThing.OfPassage)t).Passage, before))];
            case BulkThing.OfEntity:
                var entities = await store.Entities([.. things.Select(t => t.Id)], EntityParts.Body, cancellation);
                return [.. things.Zip(entities, (t, before) => Entity(((BulkThing.OfEntity)t).Entity, before?.Entity))];
            case BulkThing.OfMentions:
                var all = await store.Mentions([.. things.Select(t => t.Id)], MentionAnchor.Passage,
                    PageRequest.First(MostMentions, SortBy.Position), cancellation);
                return [.. things.Zip(all, (t, before) => Mentions(((BulkThing.OfMentions)t).All, before))];
            default:
                var ids = things.Select(t => ((BulkThing.OfStatement)t).Statement.Id).ToArray();
                var statements = await store.Statements(ids, StatementParts.Body, cancellation);
                return [.. things.Zip(statements, (t, before) => Statement(((BulkThing.OfStatement)t).Statement, before?.Statement))];
        }
    }

    /// <summary>What puts a thing into a store that does not have it.</summary>
    public static Change New(BulkThing thing) => thing switch
    {
        BulkThing.OfArticle t => new Change.OfArticle(null, t.Article),
        BulkThing.OfPassage t => new Change.OfPassage(null, t.Passage),
        BulkThing.OfEntity t => new Change.OfEntity(null, t.Entity),
        BulkThing.OfMentions t => new Change.OfMentions(t.All[0].Passage, t.All),
        BulkThing.OfStatement t => new Change.OfStatement(null, t.Statement),
        _ => throw new ArgumentOutOfRangeException(nameof(thing)),
    };

    private (Change?, string?) Article(Article after) => !_articles!.TryGetValue(after.Key, out var before)
        ? (new Change.OfArticle(null, after), null)
        : before == CanonicalJson.Of(after) ? default : (null, $"the store has another article '{after.Key}'");

    private static (Change?, string?) Passage(Passage after, Passage? before) => before is null ? (new Change.OfPassage(null, after), null)
        : CanonicalJson.Of(before) == CanonicalJson.Of(after) ? default : (null, $"the store has another passage {after.Id}");

    private static (Change?, string?) Entity(Entity after, Entity? before)
    {
        if (before is null)
            return (new Change.OfEntity(null, after), null);
        if (before.Kind != after.Kind)
            return (null, $"the entity '{after.Key}' is a {before.Kind} in the store");
        var there = before.Declarations.ToDictionary(d => d.Source);
        foreach (var (declaration, had) in after.Declarations.Where(d => there.ContainsKey(d.Source)).Select(d => (d, there[d.Source])))
        {
            if (UnitedDeclarations.OtherIdentifier(had, declaration) is { } scheme)
                return (null, $"'{after.Key}' has the {scheme} '{ThingRules.Shown(had.Identifiers[scheme])}' in the store, "
                    + $"here '{ThingRules.Shown(declaration.Identifiers[scheme])}'");
            there[declaration.Source] = UnitedDeclarations.Of(had, declaration);
        }
        var united = new Entity(after.Key, after.Kind, there.Values.UnionBy(after.Declarations, d => d.Source));
        return CanonicalJson.Of(united) == CanonicalJson.Of(before) ? default : (new Change.OfEntity(before, united), null);
    }

    // Mentions do not overlap: where the store has one, it stays.
    private static (Change?, string?) Mentions(IReadOnlyList<Mention> after, Page<Mention> before)
    {
        if (before.Values.SequenceEqual(after))
            return default;
        var there = before.Values.ToLookup(m => m.Language);
        var more = after.Where(a => !there[a.Language].Any(b => b.Start < a.End && a.Start < b.End)).ToArray();
        return more.Length == 0 ? default
            : (new Change.OfMentions(after[0].Passage, [.. before.Values.Concat(more).OrderBy(SortKeys.Mention, Utf8Order.Instance)]), null);
    }

    private (Change?, string?) Statement(Statement after, Statement? before)
    {
        if (before is null)
            return (new Change.OfStatement(null, after), null);
        var united = Identity.Canonical(UnitedWords.Of([before, after]) with
        {
            Evidence = [.. before.Evidence, .. after.Evidence],
            DerivedFrom = [.. before.DerivedFrom.Union(after.DerivedFrom)],
            FromApi = after.FromApi || before.FromApi,
        }, store.Ontology);
        return CanonicalJson.Of(united) == CanonicalJson.Of(before) ? default : (new Change.OfStatement(before, united), null);
    }
}
