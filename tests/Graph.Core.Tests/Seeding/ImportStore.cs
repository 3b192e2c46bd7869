using Graph.Core;

namespace Graph.CoreTests;

/// <summary>What an import needs of a store, in dictionaries. It checks each change against what it holds, and its own wholeness after each.</summary>
internal sealed class ImportStore(Ontology ontology) : IGraphStore
{
    public SortedDictionary<string, Article> ArticlesByKey { get; } = new(Utf8Order.Instance);
    public SortedDictionary<PassageId, Passage> PassagesById { get; } = [];
    public SortedDictionary<string, Entity> EntitiesByKey { get; } = new(Utf8Order.Instance);
    public SortedDictionary<StatementId, Statement> StatementsById { get; } = [];
    public Dictionary<PassageId, IReadOnlyList<Mention>> MentionsOf { get; } = [];
    public long LastChange { get; private set; }

    /// <summary>Runs before a change is compared with the last one.</summary>
    public Action? BeforeApply { get; set; }

    public string Description => "memory";

    public Ontology Ontology => ontology;

    public int? MostInOneChange => null;

    public ValueTask<StoreState> State(CancellationToken cancellation) => new(new StoreState(null, LastChange, ArticlesByKey.Count + EntitiesByKey.Count + StatementsById.Count == 0));

    public ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation) => new([.. ArticlesByKey.Values]);

    public ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation) =>
        new([.. articles.Select(a => PassagesById.Values.Where(p => p.Id.Article == a).ToArray())]);

    public ValueTask<Page<EntityRow>> EntityPage(EntityFilter filter, PageRequest page, EntityParts parts, CancellationToken cancellation) =>
        new(new Page<EntityRow>([.. EntitiesByKey.Values.Where(e => page.After is null || Utf8Order.Instance.Compare(e.Key, page.After) > 0).Take(page.Limit)
            .Select(e => new Row<EntityRow>(new EntityRow(e.Key, e.Kind, null, CanonicalJson.Of(e)), e.Key))]));

    public ValueTask<IReadOnlyList<Page<StatementRow>>> StatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) =>
        new([.. anchors.Select(a => new Page<StatementRow>([.. StatementsById.Values
            .Where(s => role == AnchorRole.About ? s.Entities().Contains(a) : s.Evidence.Any(e => e.Passage.Article == a))
            .Where(s => page.After is null || string.CompareOrdinal(s.Id.ToString(), page.After) > 0).Take(page.Limit)
            .Select(s => new Row<StatementRow>(RowOf(s), s.Id.ToString()))]))]);

    public ValueTask<IReadOnlyList<StatementRow?>> Statements(IReadOnlyList<StatementId> ids, StatementParts parts, CancellationToken cancellation) =>
        new([.. ids.Select(id => StatementsById.TryGetValue(id, out var s) ? RowOf(s) : null)]);

    public ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation) =>
        new([.. anchors.Select(a => new Page<Mention>([.. (PassageId.TryParse(a, out var id) ? MentionsOf.GetValueOrDefault(id) ?? [] : []).Select(m => new Row<Mention>(m, SortKeys.Mention(m)))]))]);

    public ValueTask<long> Apply(ChangeSet changes, CancellationToken cancellation)
    {
        BeforeApply?.Invoke();
        if (changes.BasedOn != LastChange)
            throw new ConflictException("changed meanwhile", "again");
        foreach (var change in changes.Changes)
        {
            switch (change)
            {
                case Change.OfArticle c: Put(ArticlesByKey, (c.After ?? c.Before)!.Key, c.Before, c.After, CanonicalJson.Of); break;
                case Change.OfPassage c: Put(PassagesById, (c.After ?? c.Before)!.Id, c.Before, c.After, CanonicalJson.Of); break;
                case Change.OfMentions c: MentionsOf[c.Passage] = c.After; break;
                case Change.OfEntity c: Put(EntitiesByKey, (c.After ?? c.Before)!.Key, c.Before, c.After, CanonicalJson.Of); break;
                case Change.OfStatement c: Put(StatementsById, (c.After ?? c.Before)!.Id, c.Before, c.After, CanonicalJson.Of); break;
            }
        }
        BeWhole();
        return new(++LastChange);
    }

    /// <summary>Everything it holds, as text.</summary>
    public string Dump() => string.Join('\n', ArticlesByKey.Values.Select(CanonicalJson.Of).Concat(PassagesById.Values.Select(CanonicalJson.Of))
        .Concat(EntitiesByKey.Values.Select(CanonicalJson.Of)).Concat(StatementsById.Values.Select(CanonicalJson.Of))
        .Concat(MentionsOf.Values.SelectMany(m => m).OrderBy(SortKeys.Mention, Utf8Order.Instance).Select(m => m.ToString())));

    public ValueTask<IReadOnlyList<EntityRow?>> Entities(IReadOnlyList<string> keys, EntityParts parts, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<NameHit>> Names(NameQuery query, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<Page<StatementRow>> StatementPage(StatementFilter filter, PageRequest page, StatementParts parts, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> Neighbours(NeighbourQuery query, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<Tally>> CountEntities(EntityFilter filter, EntityCount by, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<Tally>> CountStatements(StatementFilter filter, StatementCount by, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> CountStatementsOf(IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, StatementCount by, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask Adopt(Ontology ontology, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask<IReadOnlyList<string>> Check(CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask DisposeAsync() => default;

    private static StatementRow RowOf(Statement s) => new(s.Id, s.Subject, (s as Relationship)?.Target, s.Status, s.Polarity, CanonicalJson.Of(s));

    private static void Put<TKey, T>(SortedDictionary<TKey, T> there, TKey key, T? before, T? after, Func<T, string> text)
        where TKey : notnull
        where T : class
    {
        var known = there.GetValueOrDefault(key);
        if ((known is null ? null : text(known)) != (before is null ? null : text(before)) || (before is null && after is null) || (before is not null && after is not null && text(before) == text(after)))
            throw new InvalidOperationException($"'{key}' was not what the change says, or does not change");
        if (after is null)
            there.Remove(key);
        else
            there[key] = after;
    }

    private void BeWhole()
    {
        static void Must(bool whole, string what) => _ = whole ? 0 : throw new InvalidOperationException(what);
        foreach (var passage in PassagesById.Values)
            Must(ArticlesByKey.ContainsKey(passage.Id.Article), $"{passage.Id} has no article");
        foreach (var mention in MentionsOf.Values.SelectMany(m => m))
            Must(EntitiesByKey.ContainsKey(mention.Entity) && PassagesById.ContainsKey(mention.Passage), $"{mention} hangs");
        foreach (var statement in StatementsById.Values)
        {
            Must(statement.Entities().All(EntitiesByKey.ContainsKey), $"{statement.Id} hangs");
            Must(statement.DerivedFrom.All(StatementsById.ContainsKey), $"{statement.Id} has lost a premise");
            Must(statement.Id == Identity.Id(statement, ontology) && statement.SaidBy().Any(), $"{statement.Id} is said by nobody");
            foreach (var e in statement.Evidence)
                Must(PassagesById.GetValueOrDefault(e.Passage)?.Texts.In(e.Language)?[e.Start..e.End] == e.Quote, $"{statement.Id} quotes what is not there");
        }
    }
}
