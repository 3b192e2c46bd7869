using System.Runtime.CompilerServices;
using System.Text;

namespace Graph.Core;

/// <summary>Reads a whole store in the order of a bulk file, in little memory: of one article all passages, else a page at a
/// time.</summary>
public static class BulkExport
{
    private const int Page = 1000, Some = 100; // rows of a page; anchors of a look-up
    private const int MostMentions = 100_000;  // a passage has fewer than characters

    /// <summary>Everything in the store, by rank, then id: the same graph gives the same sequence on every store.</summary>
    /// <exception cref="ConflictException">A load is unfinished, or the store changed meanwhile.</exception>
    public static async IAsyncEnumerable<BulkThing> Things(IGraphStore store, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var before = await store.State(cancellation);
        if (before.UnfinishedLoad is { } load)
            throw load.Refusal();
        var articles = await store.Articles(cancellation);
        foreach (var article in articles)
            yield return new BulkThing.OfArticle(article);
        foreach (var article in articles)
        {
            foreach (var passage in (await store.PassagesOf([article.Key], cancellation))[0])
                yield return new BulkThing.OfPassage(passage);
        }
        await foreach (var row in Pages(page => store.EntityPage(EntityFilter.Everything, page, EntityParts.Body | EntityParts.Degree,
            cancellation)))
            yield return new BulkThing.OfEntity(row.Entity, row.Degree);
        foreach (var article in articles)
        {
            await foreach (var mentions in MentionsOf(store, article, cancellation))
                yield return mentions;
        }
        await foreach (var row in Pages(page => store.StatementPage(StatementFilter.Everything, page, StatementParts.Body, cancellation)))
            yield return new BulkThing.OfStatement(row.Statement);
        if ((await store.State(cancellation)).LastChange != before.LastChange)
            throw new ConflictException("The store changed while it was read.", "Run the command again.");
    }

    /// <summary>What puts a thing into a store that does not have it.</summary>
    public static Change AsNew(BulkThing thing) => StoreMerge.New(thing);

    /// <summary>Writes JSON Lines (<see cref="BulkFormat"/>); the same graph gives the same bytes on every store.</summary>
    /// <param name="progress">Told how many lines are written.</param>
    /// <exception cref="ConflictException">As of <see cref="Things"/>; what was written then is not whole.</exception>
    public static async ValueTask Write(IGraphStore store, Stream to, Action<long>? progress, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(BulkFormat.Header(store.Ontology));
        var lines = 1L;
        await foreach (var thing in Things(store, cancellation))
        {
            await writer.WriteLineAsync(BulkFormat.Line(thing));
            lines++;
            progress?.Invoke(lines);
        }
        await writer.WriteLineAsync(BulkFormat.End(lines));
    }

    private static async IAsyncEnumerable<BulkThing> MentionsOf(IGraphStore store, Article article,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var passages = (await store.PassagesOf([article.Key], cancellation))[0];
        foreach (var some in passages.Select(p => p.Id.ToString()).Chunk(Some))
        {
            var pages = await store.Mentions(some, MentionAnchor.Passage, PageRequest.First(MostMentions, SortBy.Position), cancellation);
            foreach (var page in pages.Where(p => p.Rows.Count > 0))
                yield return new BulkThing.OfMentions([.. page.Values]);
        }
    }

    private static async IAsyncEnumerable<T> Pages<T>(Func<PageRequest, ValueTask<Page<T>>> read)
    {
        for (var request = PageRequest.First(Page); ;)
        {
            var page = await read(request);
            foreach (var value in page.Values)
                yield return value;
            if (page.Rows.Count < Page)
                yield break;
            request = request with { After = page.Rows[^1].Key };
        }
    }
}
