using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

/// <summary>The audit itself, on an article of two sentences that nobody wrote.</summary>
public class SeedAuditTests
{
    private const string Flour = """
        statements:
          - observation: old-mill FLOUR
            quantity: {amount: 3, unit: ton, bound: OVER, text: {zh: 超过3吨, en: more than 3 tons}}
            period: {during: 2023?, text: {zh: 去年, en: last year}}
            by: anna
            hedge: {zh: 透露, en: revealed}
            evidence: [{passage: 2, zh: 老磨坊用了3吨面粉, en: Old Mill used 3 tons of flour}]
        """;

    [Fact]
    public void What_the_graph_says_is_not_missing() => Assert.Empty(Missing("据安娜透露,老磨坊去年用了超过3吨面粉。"));

    [Theory]
    [InlineData("老磨坊用了4吨面粉", "4吨")]
    [InlineData("老磨坊用了3个面粉", "3个")]
    [InlineData("老磨坊用了不足3吨面粉", "不足3吨")]
    [InlineData("前年用了面粉", "前年")]
    [InlineData("上个月用了面粉", "上个月")]
    [InlineData("ABC用了面粉", "ABC")]
    [InlineData("这叫“新面粉”", "新面粉")]
    [InlineData("据说用了面粉", "据说")]
    [InlineData("据脆皮透露用了面粉", "据脆皮透露")]
    [InlineData("第二家用了面粉", "第二家")]
    public void What_the_graph_does_not_say_is_missing(string original, string token) =>
        Assert.Equal([token], Missing(original).Select(f => f.Token));

    [Fact]
    public void Words_as_written_prove_no_amount_and_no_date()
    {
        var wrong = Flour.Replace("amount: 3", "amount: 4", StringComparison.Ordinal).Replace("{zh: 去年,", "{zh: 去年10月,", StringComparison.Ordinal);
        Assert.Equal(["去年10月", "超过3吨"], Run("没有面包。\n老磨坊去年10月用了超过3吨面粉。", [], wrong).Missing.Select(f => f.Token));
    }

    [Fact]
    public void Evidence_in_another_paragraph_does_not_count() =>
        Assert.Equal([1], Run("老磨坊去年开业。\n老磨坊去年用面粉。", []).Missing.Select(f => f.Paragraph));

    [Fact]
    public void A_finding_shows_ten_characters()
    {
        var finding = Assert.Single(Missing("老磨坊的店里昨夜烤好了4个非常好吃的大面包"));
        Assert.InRange(finding.Context.Length, 1, 10);
        Assert.Contains("4个", finding.Context, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_covers_its_paragraph_only_and_has_to_be_needed()
    {
        var exceptions = AuditExceptions.Parse("audit: [{paragraph: 2, token: 4个, reason: of a kind}, {paragraph: 1, token: 5个, reason: none}]").OrThrow();
        var (missing, unused) = Run("没有面包。\n烤了4个面包。", exceptions.Audit);
        Assert.Empty(missing);
        Assert.Equal(["5个"], unused.Select(e => e.Token));
    }

    [Fact]
    public void An_exception_gives_a_reason_and_quotes_little()
    {
        var problems = AuditExceptions.Parse("audit: [{paragraph: 1, token: 4个}]\noverlap: [{paragraph: 1, token: 一二三四五六七八九十一二, reason: long}]").Problems;
        Assert.Collection(problems,
            p => Assert.Contains("'reason' is missing", p.Message, StringComparison.Ordinal),
            p => Assert.Contains("at most 11", p.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10月底", "2023-10", true)]
    [InlineData("10月底", "2023-11", false)]
    [InlineData("去年10月", "2022-10", false)]
    [InlineData("去年底", "2023-12", true)]
    [InlineData("上个月", "2023-12", true)]
    [InlineData("上个月", "2024-12", false)]
    [InlineData("去年", "2023", true)]
    [InlineData("2018年", "2018-Q3", true)]
    [InlineData("当年", "2018", true)]
    [InlineData("十年前", "2014", false)]
    public void A_word_for_a_date_means_certain_dates(string word, string date, bool means) =>
        Assert.Equal(means, new DateWords(PartialDate.Parse("2024-01"), 2018).Means(word, PartialDate.Parse(date)));

    [Fact]
    public void The_first_quarters_are_all_of_them()
    {
        PartialDate[] two = [PartialDate.Parse("2023-Q1"), PartialDate.Parse("2023-Q2")];
        var words = new DateWords(null, null);
        Assert.True(words.Holds("前两季度", two));
        Assert.False(words.Holds("前三季度", two));
    }

    [Theory]
    [InlineData("昨夜，店主安娜在店里烤好了面包", 14)]
    [InlineData("昨夜店主安娜在店里A烤好面包", 0)]
    [InlineData("昨夜店主安娜在店里烤", 0)]
    public void A_run_of_twelve_Han_characters_is_told_whatever_stands_between(string ours, int han) =>
        Assert.Equal(han == 0 ? [] : [han], Runs("昨夜店主安娜在店里烤好面包了。", "昨夜,店主安娜在店里,烤好了面包", ours));

    [Fact]
    public void Names_figures_and_quoted_words_alone_are_no_copy() =>
        Assert.Empty(Runs("", "老磨坊、脆皮、“天天都有新鲜的面包”、3000人", "老磨坊、脆皮，天天都有新鲜的面包，3000人"));

    [Fact]
    public void A_name_does_not_hide_the_sentence_around_it() =>
        Assert.Equal([12], Runs("", "昨夜老磨坊的店里烤了面包", "昨夜老磨坊的店里烤了面包"));

    private static IEnumerable<int> Runs(string before, string original, string ours) =>
        new CommonRuns(Original.Of(before + "\n" + original), ["老磨坊", "脆皮"], []).In(ours).Select(r => r.Han);

    private static IReadOnlyList<Finding> Missing(string second) => Run("没有面包。\n" + second, []).Missing;

    private static (IReadOnlyList<Finding> Missing, IReadOnlyList<AuditException> Unused) Run(
        string original, IReadOnlyList<AuditException> exceptions, string statements = Flour)
    {
        var article = SeedTexts.Read(SeedTexts.WithStatements(statements)).OrThrow().Articles[0];
        return SeedAudit.Run(Original.Of(original), article, SeedTexts.ParsedOntology, exceptions);
    }
}
