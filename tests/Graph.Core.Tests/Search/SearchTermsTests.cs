using System.Globalization;
using System.Text;
using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SearchTermsTests
{
    private static readonly Gen<string> Han = Gen.OneOf(
        Gen.OneOf("小", "米", "澎", "湃", "馬", "斯", "华", "𰻞", "々", "〇", "葛\U000E0100", "か\u3099", "ｶﾞ", "한"),
        Gen.Int[0x4E00, 0x9FFF].Select(value => new Rune(value).ToString()));

    private static readonly Gen<string> HanRun = Han.Array[1, 8].Select(string.Concat);

    private static readonly Gen<string> LatinWord = Gen.OneOf(
        Gen.OneOf("HyperOS", "MiLM-1.3B", "C++", "C#", ".NET", "AT&T", "O'Brien", "Café", "K50", "1.3", "1,000", "v2.0.", "—", "ＡＩ"),
        Gen.OneOf("a", "B", "1", ".", "-", "+", "&", "#", "/", "é", "и", "\u0301", "ﬁ", "·", "\"", "´", "½")
            .Array[1, 8].Select(string.Concat));

    private static readonly Gen<string> Name =
        Gen.OneOf(HanRun, LatinWord, Gen.OneOf(" ", " ", "\u3000", "·", "-", "《", "，")).Array[1, 8].Select(string.Concat);

    [Theory]
    [InlineData("HyperOS", "hyperos hyper os")]
    [InlineData("Hyper OS", "hyper os hyperos")]
    [InlineData("Hyper-OS", "hyperos hyper os")]
    [InlineData("小米", "小米 小 米")]
    [InlineData("小米澎湃OS", "小米 米澎 澎湃 os 小 米 澎 湃")]
    [InlineData("馬斯克", "马斯 斯克 马 斯 克")]
    [InlineData("埃隆·马斯克", "埃隆 隆马 马斯 斯克 埃 隆 马 斯 克")]
    [InlineData("MiLM-1.3B", "milm1.3b milm 1.3b mi lm 1.3 b")]
    [InlineData("HyperOS2", "hyperos2 hyper os 2 hyperos os2")]
    [InlineData("C++", "c++")]
    [InlineData("C++17", "c++17 c++ 17")]
    [InlineData("C#/.NET", "c# net")]
    [InlineData("AT&T", "at&t at t att")]
    [InlineData("node.js.", "node.js node js nodejs")]
    [InlineData("《小米》、OS", "小米 os 小 米")]
    [InlineData("K 50", "k 50 k50")]
    [InlineData("Йод 2", "йод 2 йод2")]
    [InlineData("ガラス", "ガラ ラス ガ ラ ス")]
    [InlineData("- · ! \" 🚀", "")]
    [InlineData("", "")]
    public void Terms_of_a_text(string text, string terms) => Assert.Equal(terms, string.Join(' ', SearchTerms.Of(text)));

    [Theory]
    [InlineData("HyperOS", "hyperos")]
    [InlineData("hyper os", "hyper os")]
    [InlineData("C-Eval", "ceval")]
    [InlineData("小", "小")]
    [InlineData("小米 澎湃OS", "小米 澎湃 os")]
    [InlineData("埃隆·馬斯克", "埃隆 马斯 斯克")]
    [InlineData("“MiLM 1.3B”?", "milm 1.3b")]
    [InlineData("小米小米", "小米 米小")]
    [InlineData("?!", "")]
    public void Terms_of_a_query(string text, string terms) => Assert.Equal(terms, string.Join(' ', SearchTerms.OfQuery(text)));

    [Theory]
    [InlineData("小米澎湃OS", "澎湃", "小米澎湃", "澎湃os", "湃", "OS", "小米 OS")]
    [InlineData("Xiaomi-HyperOS-2", "HyperOS", "hyper os", "HyperOS-2", "xiaomi hyperos")]
    [InlineData("HyperOS", "hyperos", "Hyper OS", "HYPER-OS", "ＯＳ")]
    [InlineData("Hyper OS", "hyperos", "HyperOS", "Hyper-OS")]
    [InlineData("MiLM-6B大模型", "MiLM", "6B", "milm 6b", "MiLM6B", "大模型", "模型")]
    [InlineData("埃隆·马斯克", "马斯克", "埃隆馬斯克", "埃隆‧馬斯克", "埃隆 马斯克")]
    [InlineData("红米K 50系列", "K50", "紅米", "红米k50", "系列")]
    public void A_name_is_found_by(string name, params string[] queries) =>
        Assert.All(queries, query => AssertFinds(query, name));

    [Theory]
    [InlineData("C", "C++")]
    [InlineData("13B", "1.3B")]
    [InlineData("米小", "小米")]
    public void A_name_is_not_found_by(string name, string query) =>
        Assert.NotEmpty(SearchTerms.OfQuery(query).Except(SearchTerms.Of(name)));

    [Fact]
    public void Every_word_of_a_name_finds_it() =>
        Name.Sample(name =>
        {
            foreach (var word in name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                AssertFinds(word, name);
            }
            AssertFinds(name, name);
        }, iter: 20_000);

    [Fact]
    public void Every_stretch_of_the_han_characters_of_a_name_finds_it() =>
        Gen.Select(Name, Han.Array[1, 12], Name, Gen.Int[0, 11], Gen.Int[1, 12]).Sample((before, han, after, from, length) =>
        {
            var stretch = string.Concat(han.Skip(Math.Min(from, han.Length - 1)).Take(length));
            AssertFinds(stretch, $"{before}{string.Concat(han)}{after}");
        }, iter: 20_000);

    [Fact]
    public void Terms_of_any_text_are_fit_for_a_store() =>
        Gen.OneOf(Gen.String, Name).Sample(text =>
        {
            foreach (var terms in new[] { SearchTerms.Of(text), SearchTerms.OfQuery(text) })
            {
                Assert.True(terms.Count <= SearchTerms.MaxTerms);
                Assert.Equal(terms.Count, terms.Distinct(StringComparer.Ordinal).Count());
                Assert.All(terms, AssertFit);
            }
            Assert.Equal(SearchTerms.Of(text), SearchTerms.Of(text));
        }, iter: 10_000);

    [Fact]
    public void Long_words_are_cut_alike_in_name_and_query()
    {
        var word = new string('a', 63) + "𝼀" + new string('b', 300);
        Assert.Equal(new string('a', 63), Assert.Single(SearchTerms.OfQuery(word)));
        AssertFinds(word, "the " + word);
    }

    [Theory]
    [InlineData("小米")]
    [InlineData("aB1-")]
    [InlineData("\uFDFA")]
    [InlineData("a\u0301\u0323")]
    [InlineData("\uD83D")]
    [InlineData(".-")]
    public void Of_a_megabyte_only_the_beginning_is_read(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        Assert.True(SearchTerms.Of(text).Count <= SearchTerms.MaxTerms);
        Assert.True(SearchTerms.OfQuery(text).Count <= SearchTerms.MaxTerms);
    }

    private static void AssertFinds(string query, string name)
    {
        var missing = SearchTerms.OfQuery(query).Except(SearchTerms.Of(name)).ToList();
        Assert.True(missing.Count == 0, $"'{query}' asks '{name}' for {string.Join(' ', missing)}");
    }

    private static void AssertFit(string term)
    {
        Assert.InRange(term.Length, 1, SearchTerms.MaxTermLength);
        Assert.DoesNotContain(term[0], SearchTerms.Symbols);
        Assert.Equal(term, Folding.Fold(term));
        Assert.All(term.EnumerateRunes(), rune => Assert.True(
            Rune.IsLetter(rune) || Rune.IsNumber(rune) || SearchTerms.Symbols.Contains(rune.ToString(), StringComparison.Ordinal)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark,
            $"U+{rune.Value:X4}"));
    }
}
