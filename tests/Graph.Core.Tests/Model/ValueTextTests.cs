using System.Globalization;
using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class ValueTextTests
{
    private static readonly Ontology Ontology = TestOntology.Instance;

    [Theory]
    [InlineData("16000000000", "CNY", Bound.Exact, null, "160亿元", "16 billion CNY")]
    [InlineData("16000000000", "CNY", Bound.About, null, "约160亿元", "about 16 billion CNY")]
    [InlineData("16000000000", "CNY", Bound.Over, null, "超过160亿元", "over 16 billion CNY")]
    [InlineData("16000000000", "CNY", Bound.Under, null, "不足160亿元", "under 16 billion CNY")]
    [InlineData("16000000000", "CNY", Bound.AtLeast, null, "至少160亿元", "at least 16 billion CNY")]
    [InlineData("16000000000", "CNY", Bound.AtMost, null, "至多160亿元", "at most 16 billion CNY")]
    [InlineData("100000000", "CNY", Bound.Range, "250000000", "1–2.5亿元", "100–250 million CNY")]
    [InlineData("50000", "CNY", Bound.Exact, null, "5万元", "50,000 CNY")]
    [InlineData("123456", "CNY", Bound.Exact, null, "123456元", "123,456 CNY")]
    [InlineData("-3200000", "CNY", Bound.Exact, null, "-320万元", "-3.2 million CNY")]
    [InlineData("-1234.5", "CNY", Bound.Exact, null, "-1234.5元", "-1,234.5 CNY")]
    [InlineData("0", "CNY", Bound.Exact, null, "0元", "0 CNY")]
    [InlineData("700000000", "count", Bound.Over, null, "超过7亿台", "over 700 million devices")]
    [InlineData("5", "rank", Bound.AtMost, null, "前5名", "top 5")]
    [InlineData("1", "rank", Bound.Exact, null, "第1名", "no. 1")]
    [InlineData("3", "unknown", Bound.Exact, null, "3unknown", "3 unknown")]
    public void An_amount_is_given_in_the_largest_unit_or_scale_that_fits(string amount, string unit, Bound bound, string? max, string zh, string en)
    {
        var quantity = new QuantityValue(Quantity.Of(Number(amount), unit, bound, max is null ? null : Number(max)));
        Assert.Equal(zh, ValueText.Of(quantity, "zh", Ontology));
        Assert.Equal(en, ValueText.Of(quantity, "en", Ontology));
    }

    [Fact]
    public void Words_as_written_win_in_their_language_only()
    {
        var quantity = new QuantityValue(Quantity.Of(16_000_000_000, "CNY", text: LocalText.Of("zh", "一百六十亿元")));
        Assert.Equal("一百六十亿元", ValueText.Of(quantity, "zh", Ontology));
        Assert.Equal("16 billion CNY", ValueText.Of(quantity, "en", Ontology));
    }

    [Theory]
    [InlineData("310", "count", "310", "310 devices")]
    [InlineData("1550", "count", "1.550", "1.550 devices")]
    [InlineData("250", "count", "at least 250", "at least 250 devices")]
    [InlineData("250", "count", "250 devices", "250 devices")]
    [InlineData("250", "count", "a score of 300", "a score of 300")]
    [InlineData("250", "CNY", "¥250", "¥250")]
    [InlineData("250", "CNY", "CNY 250", "CNY 250")]
    [InlineData("16000000000", "CNY", "160", "16 billion CNY")]
    [InlineData("12", "rank", "no. 12", "no. 12")]
    public void Words_that_end_in_their_number_get_the_unit(string amount, string unit, string words, string shown) =>
        Assert.Equal(shown, ValueText.Of(new QuantityValue(Quantity.Of(Number(amount), unit, text: LocalText.Of("en", words))), "en", Ontology));

    [Theory]
    [InlineData("2743.2", null, "9,000 ft")]
    [InlineData("304.8", "609.6", "1,000–2,000 ft")]
    [InlineData("2743", null, "2,743 m")]
    [InlineData("0.1", null, "0.1 m")]
    [InlineData("5000", null, "5 km")]
    public void An_amount_is_given_in_the_unit_that_takes_the_fewest_figures(string amount, string? max, string shown)
    {
        var ontology = OntologyReader.Parse(SeedTexts.Ontology.Replace("  count:", """
              metre: {name: {zh: 米, en: metre}, symbol: {zh: 米, en: m}}
              foot: {name: {zh: 英尺, en: foot}, symbol: {zh: 英尺, en: ft}, base: metre, factor: 0.3048}
              km: {name: {zh: 公里, en: kilometre}, symbol: {zh: 公里, en: km}, base: metre, factor: 1000}
              count:
            """, StringComparison.Ordinal), "ontology.yaml").OrThrow();
        var quantity = Quantity.Of(Number(amount), "metre", max is null ? Bound.Exact : Bound.Range, max is null ? null : Number(max));
        Assert.Equal(shown, ValueText.Of(new QuantityValue(quantity), "en", ontology));
    }

    [Fact]
    public void A_language_without_words_of_its_own_uses_its_main_one_or_English()
    {
        var quantity = new QuantityValue(Quantity.Of(5_000_000, "count", Bound.About));
        Assert.Equal("约500万台", ValueText.Of(quantity, "zh-Hant", Ontology));
        Assert.StartsWith("about 5 million", ValueText.Of(quantity, "fr", Ontology), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023", "2023年", "2023")]
    [InlineData("2022-Q3", "2022年第三季度", "Q3 2022")]
    [InlineData("2023-10", "2023年10月", "October 2023")]
    [InlineData("2023-10-04", "2023年10月4日", "4 October 2023")]
    [InlineData("2023-10~", "约2023年10月", "about October 2023")]
    [InlineData("2023?", "2023年", "2023")]
    public void Dates_are_written_as_the_language_writes_them(string date, string zh, string en)
    {
        Assert.True(PartialDate.TryParse(date, out var parsed, marks: true));
        Assert.Equal(zh, ValueText.Of(parsed, "zh"));
        Assert.Equal(en, ValueText.Of(parsed, "en"));
    }

    [Theory]
    [InlineData(PeriodRole.During, "2022", "2022", "2022年", "2022", "2022")]
    [InlineData(PeriodRole.During, "2020", "2022", "2020年至2022年", "2020–2022", "2020–2022")]
    [InlineData(PeriodRole.During, "2020", null, "2020年起", "from 2020", "2020–")]
    [InlineData(PeriodRole.During, null, "2022", "至2022年", "until 2022", "–2022")]
    [InlineData(PeriodRole.By, null, "2025", "到2025年", "by 2025", "–2025")]
    [InlineData(PeriodRole.Since, "2010", null, "2010年以来", "since 2010", "2010–")]
    public void Periods_are_written_by_role(PeriodRole role, string? from, string? to, string zh, string en, string caption)
    {
        var period = Period.Of(role, Date(from), Date(to));
        Assert.Equal(zh, ValueText.Of(period, "zh", Ontology));
        Assert.Equal(en, ValueText.Of(period, "en", Ontology));
        Assert.Equal($"{caption}: 5台", ValueText.Of(new QuantityValue(Quantity.Of(5, "count")), period, "zh", Ontology));
    }

    [Fact]
    public void Every_value_is_readable_in_every_language() => AnyStatement.Of(AnyStatement.Cast)!.Where(s => s is Observation).Sample(s =>
    {
        foreach (var language in new[] { "zh", "en", "fr" })
            Assert.NotEqual("", ValueText.Of(((Observation)s).Value, s.When, language, Ontology));
    }, iter: 2000);

    [Fact]
    public void Numbers_say_exactly_the_amount() => AnyValue.Amount.Sample(amount =>
    {
        var text = ValueText.Of(new QuantityValue(Quantity.Of(amount, "count")), "en", Ontology);
        var parts = text.Split(' ');
        var scale = parts[1] switch { "million" => 1e6m, "billion" => 1e9m, "trillion" => 1e12m, _ => 1m };
        Assert.Equal(amount, decimal.Parse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture) * scale);
    }, iter: 5000);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
