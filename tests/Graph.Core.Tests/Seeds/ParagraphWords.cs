using Graph.Core;

namespace Graph.CoreTests;

/// <summary>What the statements that rest on one paragraph hold, as far as an audit looks at it.</summary>
/// <param name="Words">Names and words as written, in the article's language and NFKC, statement by statement.</param>
/// <param name="Quantities">Of values and qualifiers.</param>
/// <param name="Ordinals">Amounts of the qualifier <c>ordinal</c>.</param>
/// <param name="Dates">Of values, periods and qualifiers.</param>
internal sealed record ParagraphWords(
    IReadOnlyList<IReadOnlyList<string>> Words, IReadOnlyList<Quantity> Quantities, IReadOnlyList<decimal> Ordinals, IReadOnlyList<PartialDate> Dates)
{
    /// <summary>Collects what the statements of <paramref name="article"/> with evidence in the paragraph say.</summary>
    public static ParagraphWords Of(SeedArticle article, int paragraph)
    {
        var names = article.Entities.ToDictionary(e => e.Key, e => NamesOf(e, article.Article.Language));
        Statement[] statements = [.. article.Statements.Select(s => s.Statement).Where(s => s.Evidence.Any(e => e.Passage.Number == paragraph))];
        StatementValue[] values = [.. statements.SelectMany(Values)];
        return new ParagraphWords(
            [.. statements.Select(s => WordsOf(s, names, article.Article.Language))],
            [.. values.OfType<QuantityValue>().Select(v => v.Quantity)],
            [.. statements.Select(s => s.QualifierValue(QualifierType.Ordinal)).OfType<QuantityValue>().Select(v => v.Quantity.Amount)],
            [.. values.OfType<DateValue>().Select(v => v.Date), .. statements.SelectMany(s => new[] { s.When?.From, s.When?.To }).OfType<PartialDate>()]);
    }

    /// <summary>Every word of every statement.</summary>
    public IEnumerable<string> All => Words.SelectMany(w => w);

    private static string[] NamesOf(SeedEntity entity, string language) =>
        [.. entity.Declaration.Names.Where(n => n.Language == language).Select(n => Tokenizer.Normal(n.Text))];

    private static IEnumerable<StatementValue> Values(Statement statement) =>
        statement.Qualifiers.Select(q => q.Value).Concat(statement is Observation observation ? [observation.Value] : []);

    private static string[] WordsOf(Statement statement, Dictionary<string, string[]> names, string language)
    {
        IEnumerable<LocalText?> texts = [statement.Hedge, statement.Speaker?.Text, statement.When?.Text, .. Values(statement).Select(TextOf)];
        return [.. statement.Entities().SelectMany(e => names.GetValueOrDefault(e, [])),
            .. texts.Select(t => t?.In(language)).OfType<string>().Select(Tokenizer.Normal)];
    }

    private static LocalText? TextOf(StatementValue value) => value switch
    {
        TextValue text => text.Text,
        QuantityValue quantity => quantity.Quantity.Text,
        DateValue date => date.Words,
        _ => null,
    };
}
