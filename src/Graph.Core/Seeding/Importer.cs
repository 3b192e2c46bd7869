namespace Graph.Core;

/// <summary>Loads articles into a store: what each says replaces what it said before, in one change. Loading the same again changes nothing.</summary>
public static class Importer
{
    /// <summary>Compares, then applies the difference.</summary>
    /// <param name="articles">Read by <see cref="SeedReader"/> against <see cref="IGraphStore.Ontology"/>; each key once.</param>
    /// <param name="by">Who or what imports, for the record.</param>
    /// <exception cref="ProblemsException">What the articles say does not fit together or to what other sources say; nothing was changed.</exception>
    /// <exception cref="ConflictException">The store changed meanwhile; nothing was changed.</exception>
    public static async ValueTask<ImportReport> Import(IGraphStore store, IReadOnlyList<SeedArticle> articles, string by,
        CancellationToken cancellation)
    {
        var (report, changes) = await Compare(store, articles, by, cancellation);
        return changes is null ? report : report with { Change = await store.Apply(changes, cancellation) };
    }

    /// <summary>What <see cref="Import"/> would do, without doing it: a report without a change's number.</summary>
    /// <exception cref="ProblemsException">As of <see cref="Import"/>.</exception>
    public static async ValueTask<ImportReport> Plan(IGraphStore store, IReadOnlyList<SeedArticle> articles, CancellationToken cancellation) =>
        (await Compare(store, articles, "", cancellation)).Report;

    private static async ValueTask<(ImportReport Report, ChangeSet? Changes)> Compare(IGraphStore store,
        IReadOnlyList<SeedArticle> articles, string by, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        DeclarationCheck.Check(articles, problems);
        var before = await StoreBefore.Read(store, articles, cancellation);
        var entities = new EntityDiff(before, articles, problems);
        new ReferenceCheck(store.Ontology, problems).Check(articles, entities.KindsAfter);
        var statements = new StatementDiff(before, articles, store.Ontology);
        await new UseCheck(store, entities, statements, problems).Check(articles, cancellation);
        ThrowOnErrors(problems);
        var mentions = await new MentionDiff(store, before, entities, problems).Read(articles, cancellation);
        var report = Report(before, articles, entities, statements, mentions, problems);
        return (report, report.HasDifferences ? new ChangeSet(by, before.LastChange, Changes(report, mentions, entities, statements)) : null);
    }

    private static void ThrowOnErrors(ProblemList problems)
    {
        if (problems.HasErrors)
            throw new ProblemsException(problems.Sorted());
    }

    private static ImportReport Report(StoreBefore before, IReadOnlyList<SeedArticle> articles, EntityDiff entities,
        StatementDiff statements, IReadOnlyList<Change.OfMentions> mentions, ProblemList problems)
    {
        var passages = articles.SelectMany(a => a.Passages).ToDictionary(p => p.Passage.Id, p => p.Passage);
        var old = articles.Select(a => before.Articles.GetValueOrDefault(a.Key));
        return new ImportReport
        {
            Articles = Split(old.Zip(articles, (b, a) => (b, (Article?)a.Article)), CanonicalJson.Of),
            Passages = Split(before.Passages.Keys.Union(passages.Keys).Order()
                .Select(id => (before.Passages.GetValueOrDefault(id), passages.GetValueOrDefault(id))), CanonicalJson.Of),
            Entities = Split(entities.Changes, CanonicalJson.Of),
            Statements = StatementPairs.Of(statements.Changes),
            Relinked = [.. mentions.Select(m => m.Passage)],
            Stale = Stale(before, articles, passages, statements),
            Warnings = problems.Sorted(),
        };
    }

    private static Differences<T> Split<T>(IEnumerable<(T? Before, T? After)> pairs, Func<T, string> text)
        where T : class
    {
        var all = pairs.ToArray();
        return new Differences<T>(
            [.. all.Where(p => p.Before is null).Select(p => p.After!)],
            [.. all.Where(p => p is { Before: not null, After: not null } && text(p.Before) != text(p.After)).Select(p => (p.Before!, p.After!))],
            [.. all.Where(p => p.After is null).Select(p => p.Before!)]);
    }

    private static StaleQuote[] Stale(StoreBefore before, IReadOnlyList<SeedArticle> articles, Dictionary<PassageId, Passage> passages,
        StatementDiff statements)
    {
        var keys = articles.Select(a => a.Key).ToHashSet();
        bool Stands(Evidence e) => passages.GetValueOrDefault(e.Passage)?.Texts.In(e.Language)?.Contains(e.Quote, StringComparison.Ordinal) is true;
        return [.. before.Statements.Values
            .SelectMany(s => s.Evidence.Where(e => keys.Contains(e.Passage.Article) && !Stands(e))
                .Select(e => new StaleQuote(s, e, !statements.IsGone(s.Id))))
            .OrderBy(s => s.Evidence.Passage).ThenBy(s => s.Evidence.Language, StringComparer.Ordinal)
            .ThenBy(s => s.Evidence.Start).ThenBy(s => s.Statement.Id)];
    }

    // Articles, passages and mentions, entities, statements. Mentions of a passage that goes are emptied before it.
    private static IEnumerable<Change> Changes(ImportReport report, IReadOnlyList<Change.OfMentions> mentions, EntityDiff entities,
        StatementDiff statements)
    {
        var gone = report.Passages.Removed.Select(p => p.Id).ToHashSet();
        return All(report.Articles).Select(a => (Change)new Change.OfArticle(a.Before, a.After))
            .Concat(mentions.Where(m => gone.Contains(m.Passage)))
            .Concat(All(report.Passages).Select(p => new Change.OfPassage(p.Before, p.After)))
            .Concat(mentions.Where(m => !gone.Contains(m.Passage)))
            .Concat(entities.Changes.Select(e => new Change.OfEntity(e.Before, e.After)))
            .Concat(statements.Changes.Select(s => new Change.OfStatement(s.Before, s.After)));
    }

    private static IEnumerable<(T? Before, T? After)> All<T>(Differences<T> differences)
        where T : class => differences.Added.Select(a => ((T?)null, (T?)a))
            .Concat(differences.Changed.Select(c => ((T?)c.Before, (T?)c.After)))
            .Concat(differences.Removed.Select(r => ((T?)r, (T?)null)));
}
