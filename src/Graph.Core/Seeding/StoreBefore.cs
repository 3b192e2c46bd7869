namespace Graph.Core;

/// <summary>What a store holds of what an import touches, read in batches.</summary>
internal sealed class StoreBefore
{
    private const int Batch = 1_000;

    public long LastChange { get; private init; }

    public Dictionary<string, Article> Articles { get; } = [];

    /// <summary>Of the articles imported.</summary>
    public Dictionary<PassageId, Passage> Passages { get; } = [];

    /// <summary>With evidence in the articles imported, or stated by them.</summary>
    public Dictionary<StatementId, Statement> Statements { get; } = [];

    /// <summary>Declared by the articles imported, then or now.</summary>
    public Dictionary<string, Entity> Entities { get; } = [];

    /// <summary>Of all entities.</summary>
    public Dictionary<string, string> Kinds { get; } = [];

    /// <summary>All names of all entities.</summary>
    public List<(string Entity, EntityName Name)> Names { get; } = [];

    public static async ValueTask<StoreBefore> Read(IGraphStore store, IReadOnlyList<SeedArticle> articles, CancellationToken cancellation)
    {
        var state = await store.State(cancellation);
        var before = new StoreBefore { LastChange = state.LastChange };
        if (state.IsEmpty)
            return before;
        foreach (var article in await store.Articles(cancellation))
            before.Articles.Add(article.Key, article);
        string[] keys = [.. articles.Select(a => a.Key).Where(before.Articles.ContainsKey)];
        foreach (var passage in (await store.PassagesOf(keys, cancellation)).SelectMany(p => p))
            before.Passages.Add(passage.Id, passage);
        await before.ReadEntities(store, articles, cancellation);
        await foreach (var statement in StatementsOf(store, keys, AnchorRole.Article, cancellation))
            before.Statements.TryAdd(statement.Id, statement);
        await before.ReadStated(store, articles, cancellation);
        return before;
    }

    /// <summary>All statements that touch the anchors; one that touches two may come twice.</summary>
    public static async IAsyncEnumerable<Statement> StatementsOf(IGraphStore store, IReadOnlyList<string> anchors, AnchorRole role,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in anchors.Chunk(100))
        {
            var pages = await store.StatementsOf(some, role, StatementFilter.Everything, PageRequest.First(Batch), StatementParts.Body, cancellation);
            for (var i = 0; i < some.Length; i++)
            {
                for (var page = pages[i]; ; page = await Next(some[i], page.Rows[^1].Key))
                {
                    foreach (var row in page.Values)
                        yield return row.Statement;
                    if (page.Rows.Count < Batch)
                        break;
                }
            }
        }

        async ValueTask<Page<StatementRow>> Next(string anchor, string after) =>
            (await store.StatementsOf([anchor], role, StatementFilter.Everything, PageRequest.First(Batch) with { After = after },
                StatementParts.Body, cancellation))[0];
    }

    // All of them: names link by what every entity is called, and no index leads from a source to what it declares.
    private async ValueTask ReadEntities(IGraphStore store, IReadOnlyList<SeedArticle> articles, CancellationToken cancellation)
    {
        var sources = articles.Select(a => a.Key).ToHashSet();
        var declared = articles.SelectMany(a => a.Entities).Select(e => e.Key).ToHashSet();
        for (string? after = null; ;)
        {
            var page = await store.EntityPage(EntityFilter.Everything, PageRequest.First(Batch) with { After = after }, EntityParts.Body,
                cancellation);
            foreach (var entity in page.Values.Select(r => r.Entity))
            {
                Kinds.Add(entity.Key, entity.Kind);
                Names.AddRange(entity.Names.Select(n => (entity.Key, n)));
                if (declared.Contains(entity.Key) || entity.Declarations.Any(d => sources.Contains(d.Source)))
                    Entities.Add(entity.Key, entity);
            }
            if (page.Rows.Count < Batch)
                return;
            after = page.Rows[^1].Key;
        }
    }

    private async ValueTask ReadStated(IGraphStore store, IReadOnlyList<SeedArticle> articles, CancellationToken cancellation)
    {
        var ids = articles.SelectMany(a => a.Statements).Select(s => s.Statement.Id).Where(id => !Statements.ContainsKey(id)).Distinct();
        foreach (var some in ids.Chunk(Batch))
        {
            foreach (var row in await store.Statements(some, StatementParts.Body, cancellation))
            {
                if (row is not null)
                    Statements.Add(row.Id, row.Statement);
            }
        }
    }
}
