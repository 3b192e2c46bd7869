using System.Globalization;
using System.Text;
using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SeedPropertyTests
{
    private static readonly string[] Keys = ["old-mill", "crust", "dough", "rye", "spelt"];

    private static Gen<string> Any(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static readonly Gen<string> Text = Gen.String[Gen.Char["老磨坊 ab.é"], 8, 30].Select(t => "x" + t + "y");

    // A quote, cut out of a passage: where it begins, and how long it is.
    private static readonly Gen<(int Passage, int Start, int Length)> Quote = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 25], Gen.Int[1, 6]);

    private static readonly Gen<(string Head, (int, int, int) Quote)[]> Statements = Gen.Select(
        Gen.OneOf(
            Gen.Select(Any(Keys), Any("RIVAL_OF", "SUPPLIES"), Any(Keys)).Where((a, _, b) => a != b).Select((a, type, b) => $"relationship: {a} {type} {b}"),
            Gen.Select(Any(Keys), Gen.Int[-3, 3], Any("gram", "ton")).Select((e, n, u) => $"observation: {e} FLOUR, quantity: {{amount: {n}, unit: {u}}}")),
        Quote).Array[0, 12];

    private static readonly Gen<SeedArticle> Article = Gen.Select(Any("one", "two", "three"), Text.Array[3], Gen.Int[2, 5], Statements).Select(Write);

    // Writes an article as text and reads it. Quotes that occur more than once get their nth, statements that say the same twice are left out.
    private static SeedArticle Write(string key, string[] texts, int names, (string Head, (int Passage, int Start, int Length) Quote)[] statements)
    {
        var text = new StringBuilder($"article: {{key: {key}, title: {{en: T}}, language: en}}\npassages:\n");
        for (var i = 0; i < texts.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{number: {i + 1}, en: '{texts[i]}'}}\n");
        text.Append("entities:\n");
        foreach (var (entity, i) in Keys.Select((k, i) => (k, i)))
            text.Append(CultureInfo.InvariantCulture, $"  {entity}: {{kind: Bakery, names: {{en: ['{(i < names ? texts[0][i..(i + 2)].Trim() + "z" : entity)}', '{"老磨坊ab"[i]}']}}}}\n");
        text.Append("statements:\n");
        foreach (var (head, quote) in statements.DistinctBy(s => s.Head))
        {
            var passage = texts[quote.Passage - 1];
            var start = Math.Min(quote.Start, passage.Length - 1);
            var words = passage.Substring(start, Math.Min(quote.Length, passage.Length - start));
            var exact = words.Trim();
            if (exact.Length == 0)
                continue;
            var nth = QuoteFinder.Occurrences(passage, exact).Count;
            text.Append(CultureInfo.InvariantCulture, $"  - {{{head}, evidence: [{{passage: {quote.Passage}, en: '{exact}', nth: {nth}}}]}}\n");
        }
        var read = SeedTexts.Read(text.ToString());
        // Two heads may still say the same (units, exchanged ends): then without statements.
        return read.Value is { } seed ? seed.Articles[0] : SeedTexts.Read(text.ToString().Split("statements:")[0]).OrThrow().Articles[0];
    }

    [Fact]
    public void Every_quote_is_the_span_that_its_offsets_say() => Article.Sample(article =>
    {
        var texts = article.Passages.ToDictionary(p => p.Passage.Id, p => p.Passage.Texts);
        Assert.All(article.Statements.SelectMany(s => s.Statement.Evidence), e => Assert.Equal(e.Quote, texts[e.Passage].In(e.Language)![e.Start..e.End]));
    }, iter: 200);

    [Fact]
    public void Articles_imported_in_any_order_give_the_same_store_and_a_second_time_nothing() => Article.Array[1, 4].Sample(articles =>
    {
        SeedArticle[] last = [.. articles.Reverse().DistinctBy(a => a.Key)];
        var (one, other) = (new ImportStore(SeedTexts.ParsedOntology), new ImportStore(SeedTexts.ParsedOntology));
        foreach (var article in articles)
            Import(one, article);
        Import(other, last);
        Assert.Equal(other.Dump(), one.Dump());
        Assert.True(Import(one, last).IsUnchanged);
        foreach (var article in last)
            Assert.True(Import(one, article).IsUnchanged);
    }, iter: 100);

    private static ImportReport Import(ImportStore store, params SeedArticle[] articles) => Importer.Import(store, articles, "test", CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
