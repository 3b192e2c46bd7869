using Graph.Core;

namespace Graph.CoreTests;

/// <summary>Something that the original says and the graph does not.</summary>
/// <param name="Context">At most ten characters around it.</param>
internal sealed record Finding(int Paragraph, string Token, string Missing, string Context)
{
    public override string ToString() => $"paragraph {Paragraph}: {Token} ({Missing}) in …{Context}…";
}

/// <summary>
/// Holds the graph of one article to its original: each number, date word, Latin word, quoted phrase and marker of a paragraph
/// stands in a name, value, period, hedge, speaker or qualifier of a statement with evidence in that paragraph, or among the
/// exceptions.
/// </summary>
internal static class SeedAudit
{
    private const int Context = 10;

    /// <summary>What is missing, and the exceptions that nothing needed.</summary>
    public static (IReadOnlyList<Finding> Missing, IReadOnlyList<AuditException> Unused) Run(
        Original original, SeedArticle article, Ontology ontology, IReadOnlyList<AuditException> exceptions)
    {
        Finding[] all = [.. original.Paragraphs.SelectMany((text, i) => Missing(text, i + 1, article, ontology))];
        var excepted = exceptions.Select(e => (e.Paragraph, e.Token)).ToHashSet();
        var needed = all.Select(f => (f.Paragraph, f.Token)).ToHashSet();
        return ([.. all.Where(f => !excepted.Contains((f.Paragraph, f.Token)))], [.. exceptions.Where(e => !needed.Contains((e.Paragraph, e.Token)))]);
    }

    private static IEnumerable<Finding> Missing(string text, int paragraph, SeedArticle article, Ontology ontology)
    {
        var normal = Tokenizer.Normal(text);
        var words = ParagraphWords.Of(article, paragraph);
        int? year = null;
        foreach (var token in Tokenizer.Tokens(text))
        {
            var search = new TokenSearch(words, new DateWords(article.Article.Date, year), ontology.Units, article.Article.Language);
            if (search.Missing(token) is { } missing)
                yield return new Finding(paragraph, token.Text, missing, Around(normal, token));
            if (token is DateToken && token.Text.Length >= 5 && PartialDate.TryParse(token.Text[..4], out var date))
                year = date.Year;
        }
    }

    private static string Around(string text, AuditToken token)
    {
        var start = Math.Max(0, token.Start - Math.Max(0, (Context - token.Text.Length) / 2));
        return text[start..Math.Min(text.Length, start + Context)];
    }
}
