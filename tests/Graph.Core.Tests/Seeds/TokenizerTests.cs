using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class TokenizerTests
{
    [Theory]
    [InlineData("1600", 1600)]
    [InlineData("32.5亿", 3_250_000_000)]
    [InlineData("100万亿", 100_000_000_000_000)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("千", 1000)]
    [InlineData("一千二百", 1200)]
    [InlineData("三亿五千万", 350_000_000)]
    [InlineData("百万亿", 100_000_000_000_000)]
    [InlineData("二〇一八", 2018)]
    [InlineData("百亿", 10_000_000_000)]
    public void Numbers_are_read_in_both_scripts(string text, decimal number) => Assert.Equal(number, ChineseNumeral.Parse(text));

    [Theory]
    [InlineData("用了不足60吨", 60, null, "吨", Bound.Under)]
    [InlineData("员工超千人", 1000, null, "人", Bound.Over)]
    [InlineData("卖了８亿多个", 800_000_000, null, "个", Bound.Over)]
    [InlineData("有200多万元", 2_000_000, null, "元", Bound.Over)]
    [InlineData("一年多", 1, null, "年", Bound.Over)]
    [InlineData("要15-20年", 15, 20, "年", null)]
    [InlineData("值15至20亿元", 1_500_000_000, 2_000_000_000, "元", null)]
    [InlineData("正好十倍", 10, null, "倍", null)]
    [InlineData("约18%", 18, null, "%", Bound.About)]
    public void A_number_has_unit_and_bound(string text, int amount, int? max, string unit, Bound? bound)
    {
        var number = Assert.IsType<NumberToken>(Assert.Single(Tokenizer.Tokens(text)));
        Assert.Equal((amount, max, unit, bound), ((int)number.Amount, (int?)number.Max, number.Unit, number.Bound));
    }

    [Theory]
    [InlineData("这是一家店，一口气卖了百亿面包")]
    [InlineData("统一超大规模的万物")]
    public void The_article_a_and_words_of_many_are_no_numbers(string text) => Assert.Empty(Tokenizer.Tokens(text));

    [Theory]
    [InlineData("去年底，店开了", "去年底")]
    [InlineData("去年10月，店开了", "去年10月")]
    [InlineData("10月底店开了", "10月底")]
    [InlineData("十年前店开了", "十年前")]
    [InlineData("未来五年", "未来五年")]
    [InlineData("前三季度", "前三季度")]
    [InlineData("不久之后", "不久之后")]
    public void Words_for_dates_are_whole(string text, string date) =>
        Assert.Equal(date, Assert.IsType<DateToken>(Assert.Single(Tokenizer.Tokens(text))).Text);

    [Fact]
    public void Latin_words_keep_their_digits_and_companions() =>
        Assert.Equal(["MiLM-6B", "Pixel 8 Pro", "C-Eval", "K 50"],
            Tokenizer.Tokens("MiLM-6B和Pixel 8 Pro、 C-Eval,红米K 50系列").Cast<LatinToken>().Select(t => t.Text));

    [Fact]
    public void Quoted_words_are_one_token_and_are_searched() =>
        Assert.Equal(["目标是2024年", "目标", "2024年"], Tokenizer.Tokens("他说“目标是2024年”").Select(t => t.Text));

    [Fact]
    public void A_marker_knows_its_speaker()
    {
        var marker = Assert.IsType<MarkerToken>(Assert.Single(Tokenizer.Tokens("据安娜透露，店很大")));
        Assert.Equal(("透露", "安娜"), (marker.Word, marker.Who));
    }

    [Fact]
    public void Places_in_order_are_no_amounts() =>
        Assert.Equal([(3m, "代", false), (5m, "", true), (1m, "场", false)],
            Tokenizer.Tokens("第三代，全球前五，首场").Cast<OrdinalToken>().Select(t => (t.Place, t.Unit, t.Leading)));
}
