using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    public async ValueTask<IReadOnlyList<Article>> Articles(CancellationToken cancellation)
    {
        var rows = await ReadWhole("MATCH (a:Article) WITH a._json AS json ORDER BY a.key", "json", Parameters.None, cancellation);
        return [.. rows.Select(r => r.TextOrNull(0)).OfType<string>().Select(CanonicalJson.ReadArticle)];
    }

    public async ValueTask<IReadOnlyList<Passage?>> Passages(IReadOnlyList<PassageId> ids, CancellationToken cancellation)
    {
        var result = new Passage?[ids.Count];
        if (ids.Count == 0)
            return result;
        var rows = await ReadWhole("UNWIND range(0, size($ids) - 1) AS i MATCH (p:Passage {_id: $ids[i]})", "i, p._json",
            new Parameters { ["ids"] = ids.Select(i => i.ToString()).ToArray() }, cancellation);
        foreach (var row in rows)
            result[row.Number(0)] = row.TextOrNull(1) is { } json ? CanonicalJson.ReadPassage(json) : null;
        return result;
    }

    public async ValueTask<IReadOnlyList<IReadOnlyList<Passage>>> PassagesOf(IReadOnlyList<string> articles, CancellationToken cancellation)
    {
        if (articles.Count == 0)
            return [];
        var rows = await ReadWhole("UNWIND range(0, size($keys) - 1) AS i MATCH (p:Passage {article: $keys[i]}) WITH i, p._json AS json ORDER BY i, p.number", "i, json",
            new Parameters { ["keys"] = articles }, cancellation);
        var byArticle = rows.Where(r => r.Value(1) is not null).ToLookup(r => r.Number(0), r => CanonicalJson.ReadPassage(r.Text(1)));
        return [.. articles.Select((_, i) => (IReadOnlyList<Passage>)[.. byArticle[i]])];
    }

    public async ValueTask<IReadOnlyList<Page<Mention>>> Mentions(IReadOnlyList<string> anchors, MentionAnchor by, PageRequest page, CancellationToken cancellation)
    {
        var result = new Page<Mention>[anchors.Count];
        if (anchors.Count == 0)
            return result;
        var arguments = new Arguments();
        var text = new PageCypher(page with { By = SortBy.Position }, "_id", arguments);
        var list = arguments.Add(anchors);
        var source = new Source($"MATCH (m:_Mention {{{(by == MentionAnchor.Entity ? "entity" : "passage")}: anchor}})", "m");
        var rows = await ReadWhole(
            $"UNWIND range(0, size({list}) - 1) AS i\nWITH i, {list}[i] AS anchor\n{text.Text(source, "true", "i, anchor", "m.passage, m.language, m.start, m.end, m.entity")}",
            $"i, {PageCypher.Columns}", arguments.Parameters, cancellation);
        foreach (var row in rows)
            result[row.Number(0)] = text.Read(row, 1, ReadMention);
        return result;
    }

    private static Mention? ReadMention(Row row) => row.Value(5) is null ? null : new Mention(
        PassageId.TryParse(row.Text(1), out var passage) ? passage : throw new InvalidDataException($"'{row.Text(1)}' is not a passage's id."),
        row.Text(2), (int)row.Number(3), (int)row.Number(4), row.Text(5));
}
