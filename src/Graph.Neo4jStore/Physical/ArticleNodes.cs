using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>What stands on the nodes of articles, passages and mentions. They refer to entities by key, never by a relationship, so that they stay out of an entity's picture.</summary>
internal static class ArticleNodes
{
    public static Properties Of(Article article, Ontology ontology)
    {
        var node = new Properties { ["_id"] = article.Id, ["key"] = article.Key, ["name"] = article.Title.Best(null, ontology.Languages), ["language"] = article.Language };
        foreach (var (name, value) in new[] { ("publisher", article.Publisher), ("author", article.Author), ("date", article.Date?.ToString()), ("url", article.Url) })
        {
            if (value is not null)
                node[name] = value;
        }
        node["_json"] = CanonicalJson.Of(article);
        return node;
    }

    public static Properties Of(Passage passage)
    {
        var node = new Properties
        {
            ["_id"] = passage.Id.ToString(),
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"{passage.Id.Article} {passage.Id.Number}"),
            ["article"] = passage.Id.Article,
            ["number"] = (long)passage.Id.Number,
        };
        foreach (var (language, text) in passage.Texts)
            node[language] = text;
        if (passage.Sha256 is { } hash)
            node["sha256"] = hash;
        node["_json"] = CanonicalJson.Of(passage);
        return node;
    }

    public static Properties Of(Mention mention) => new()
    {
        ["_id"] = SortKeys.Mention(mention),
        ["name"] = mention.Entity,
        ["entity"] = mention.Entity,
        ["passage"] = mention.Passage.ToString(),
        ["language"] = mention.Language,
        ["start"] = (long)mention.Start,
        ["end"] = (long)mention.End,
    };
}
