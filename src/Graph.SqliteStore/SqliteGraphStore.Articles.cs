using Graph.Core;

namespace Graph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation)
    {
        using var lease = Read(transaction: false, cancellation);
        using var command = lease.Connection.Prepare("SELECT body FROM article ORDER BY key");
        var articles = new List<Article>();
        while (command.Step())
            articles.Add(CanonicalJson.ReadArticle(command.Text(0)));
        return ValueTask.FromResult<IReadOnlyList<Article>>(articles);
    }

    public ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation)
    {
        using var lease = Read(ids.Count > 1, cancellation);
        using var command = lease.Connection.Prepare("SELECT body FROM passage WHERE article = ?1 AND number = ?2");
        var passages = new Passage?[ids.Count];
        for (var i = 0; i < passages.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            command.Bind(1, ids[i].Article);
            command.Bind(2, ids[i].Number);
            passages[i] = command.Step() ? CanonicalJson.ReadPassage(command.Text(0)) : null;
            command.Dispose(); // resets
        }
        return ValueTask.FromResult<IReadOnlyList<Passage?>>(passages);
    }

    public ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation)
    {
        using var lease = Read(articles.Count > 1, cancellation);
        using var command = lease.Connection.Prepare("SELECT body FROM passage WHERE article = ?1 ORDER BY number");
        var passages = new IReadOnlyList<Passage>[articles.Count];
        for (var i = 0; i < passages.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            command.Bind(1, articles[i]);
            var own = new List<Passage>();
            while (command.Step())
                own.Add(CanonicalJson.ReadPassage(command.Text(0)));
            passages[i] = own;
            command.Dispose(); // resets
        }
        return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<Passage>>>(passages);
    }

    public ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation)
    {
        using var lease = Read(anchors.Count > 1 || Pager<Mention>.NeedsTransaction(page), cancellation);
        var where = by == MentionAnchor.Entity ? "entity = ?1" : "article = ?1 AND number = ?2";
        var pager = new Pager<Mention>(lease.Connection, page, new PageOrder("by_place", null), ", article, number, language, start, end, entity",
            _ => [new Source("mention", where)], ReadMention);
        var pages = new Page<Mention>[anchors.Count];
        for (var i = 0; i < pages.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            pages[i] = by == MentionAnchor.Entity ? pager.Read(anchors[i])
                : PassageId.TryParse(anchors[i], out var passage) ? pager.Read(passage.Article, passage.Number) : pager.Read();
        }
        return ValueTask.FromResult<IReadOnlyList<Page<Mention>>>(pages);
    }

    public ValueTask<IReadOnlyList<ChangeRecord>> Changes(long after, int limit, CancellationToken cancellation)
    {
        using var lease = Read(transaction: false, cancellation);
        using var command = lease.Connection.Prepare("SELECT number, at, by, body FROM change WHERE number > ?1 ORDER BY number LIMIT ?2");
        command.Bind(1, after);
        command.Bind(2, limit);
        var changes = new List<ChangeRecord>();
        while (command.Step())
            changes.Add(new ChangeRecord(command.Integer(0), Moment.Parse(command.Text(1)), command.Text(2), command.Text(3)));
        return ValueTask.FromResult<IReadOnlyList<ChangeRecord>>(changes);
    }

    private static Mention ReadMention(Command row) =>
        new(new PassageId(row.Text(1), (int)row.Integer(2)), row.Text(3), (int)row.Integer(4), (int)row.Integer(5), row.Text(6));
}
