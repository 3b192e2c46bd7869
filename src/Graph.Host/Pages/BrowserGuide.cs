using System.Globalization;
using System.Text;
using Graph.Core;

namespace Graph.Host;

/// <summary>The walk as a guide of Neo4j Browser: Markdown, a slide a stop, parted by <c>---</c>; fenced <c>cypher</c> blocks can be run.</summary>
internal static class BrowserGuide
{
    /// <param name="address">Where the kit is served, such as <c>http://localhost:5000/browser</c>; null for files.</param>
    public static string Write(BrowserSights sights, string language, string? address)
    {
        var guide = new StringBuilder();
        Cover(guide, sights, language, address);
        foreach (var stop in new BrowserWalk(sights, language).Stops())
        {
            guide.Append("\n---\n\n## ").Append(Text(stop.Title)).Append('\n');
            foreach (var (line, item) in stop.Lines.Select(l => (l, l.StartsWith("- ", StringComparison.Ordinal))))
                guide.Append(item && guide.ToString().Split('\n')[^2].StartsWith("- ", StringComparison.Ordinal) ? "" : "\n").Append(line).Append('\n');
            foreach (var query in stop.Queries)
                Block(guide, query.Title, query.Cypher);
        }
        return guide.ToString();
    }

    /// <summary>Plain text as Markdown that shows just that, on one line.</summary>
    public static string Text(string plain)
    {
        var text = new StringBuilder(plain.Length + 8);
        foreach (var c in plain)
        {
            _ = c switch
            {
                '\n' or '\r' or '\t' => text.Append(' '),
                '<' => text.Append("&lt;"),
                '&' => text.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' => text.Append('\\').Append(c),
                _ => text.Append(c),
            };
        }
        return text.ToString();
    }

    private static void Cover(StringBuilder guide, BrowserSights sights, string language, string? address)
    {
        var (ontology, words) = (sights.Ontology, BrowserWords.For(language));
        var titles = string.Join(", ", sights.Articles.Select(a => a.Title.Best(language, ontology.Languages)).Take(3)) + (sights.Articles.Count > 3 ? " …" : "");
        guide.Append("# ").Append(Text(ontology.Title.Best(language, ontology.Languages))).Append("\n\n")
            .AppendFormat(CultureInfo.InvariantCulture, words.Welcome, sights.KindCounts.Values.Sum(), sights.StatusCounts.Values.Sum(), Text(titles)).Append('\n');
        if (address is null)
        {
            guide.Append('\n').Append(words.Undress).Append('\n');
            return;
        }
        Block(guide, words.Dress, $":style {address}/{BrowserKit.GrassFile(language, ontology)}");
        foreach (var other in ontology.Languages.Where(l => l != language))
            Block(guide, $"{words.OtherLanguage} {other}", $":guide {address}/{BrowserKit.GuideFile(other, ontology)}");
    }

    private static void Block(StringBuilder guide, string title, string code) =>
        guide.Append('\n').Append(Text(title)).Append("\n\n```cypher\n").Append(code).Append("\n```\n");
}
