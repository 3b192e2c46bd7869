namespace Graph.Core;

/// <summary>Counts and lists what uses something, page by page.</summary>
internal sealed class OntologyUses(IGraphStore store, CancellationToken cancellation)
{
    private const int PageSize = 1000;

    /// <summary>Null when nothing does.</summary>
    public async ValueTask<OntologyUse?> Of(Narrowing narrowing)
    {
        var found = new Found();
        await (narrowing.Uses switch
        {
            UseQuery.Entities entities => Find(entities, found),
            UseQuery.Statements statements => Find(statements, found),
            UseQuery.Articles articles => Find(articles, found),
            UseQuery.Passages passages => Find(passages, found),
            _ => throw new ArgumentOutOfRangeException(nameof(narrowing)),
        });
        return found.Count == 0 ? null : new OntologyUse(narrowing.What, found.Count, found.Ids);
    }

    private async ValueTask Find(UseQuery.Entities query, Found found)
    {
        if (query.Where is null)
        {
            var page = await store.EntityPage(query.Filter, PageRequest.First(OntologyUse.MaxIds) with { WithTotal = true }, EntityParts.Scalars, cancellation);
            found.Take(page.Total ?? page.Rows.Count, page.Values.Select(r => r.Key));
            return;
        }
        await EveryPage(request => store.EntityPage(query.Filter, request, EntityParts.Body, cancellation), page =>
        {
            found.Take(page.Values.Where(r => query.Where(r.Entity)).Select(r => r.Key));
            return ValueTask.CompletedTask;
        });
    }

    private async ValueTask Find(UseQuery.Statements query, Found found)
    {
        if (query.Where is null)
        {
            var page = await store.StatementPage(query.Filter, PageRequest.First(OntologyUse.MaxIds) with { WithTotal = true }, StatementParts.Scalars, cancellation);
            found.Take(page.Total ?? page.Rows.Count, page.Values.Select(r => r.Id.ToString()));
            return;
        }
        await EveryPage(request => store.StatementPage(query.Filter, request, query.Parts, cancellation), async page =>
        {
            var kinds = await Kinds(page.Values, query.Parts);
            found.Take(page.Values.Where(r => query.Where(r, kinds.GetValueOrDefault)).Select(r => r.Id.ToString()));
        });
    }

    private async ValueTask<Dictionary<string, string>> Kinds(IEnumerable<StatementRow> rows, StatementParts parts)
    {
        var keys = rows.SelectMany(r => parts.HasFlag(StatementParts.Body) ? r.Statement.Entities() : r.Target is { } target ? [r.Subject, target] : [r.Subject]).Distinct().ToArray();
        var entities = await store.Entities(keys, EntityParts.Scalars, cancellation);
        return entities.OfType<EntityRow>().ToDictionary(e => e.Key, e => e.Kind);
    }

    private async ValueTask Find(UseQuery.Articles query, Found found) =>
        found.Take((await store.Articles(cancellation)).Where(query.Where).Select(a => a.Key));

    private async ValueTask Find(UseQuery.Passages query, Found found)
    {
        foreach (var article in await store.Articles(cancellation)) // one at a time, so that memory stays flat
        {
            var passages = (await store.PassagesOf([article.Key], cancellation))[0];
            found.Take(passages.Where(query.Where).Select(p => p.Id.ToString()));
        }
    }

    private static async ValueTask EveryPage<T>(Func<PageRequest, ValueTask<Page<T>>> read, Func<Page<T>, ValueTask> visit)
    {
        var request = PageRequest.First(PageSize);
        while (true)
        {
            var page = await read(request);
            await visit(page);
            if (page.Rows.Count < PageSize)
                return;
            request = request with { After = page.Rows[^1].Key };
        }
    }

    private sealed class Found
    {
        private readonly List<string> _ids = [];

        public long Count { get; private set; }

        public IReadOnlyList<string> Ids => _ids;

        public void Take(IEnumerable<string> ids)
        {
            foreach (var id in ids)
                Take(1, [id]);
        }

        public void Take(long count, IEnumerable<string> ids)
        {
            Count += count;
            _ids.AddRange(ids.Take(OntologyUse.MaxIds - _ids.Count));
        }
    }
}
