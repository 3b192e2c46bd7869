using System.Text;
using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class FoldingTests
{
    // All units, lone surrogates among them, thick with the characters that folding treats in some way of its own.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.String[1, 3],
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(value => new Rune(value).ToString()),
        Gen.OneOf("a", "E", "İ", "ß", "ẞ", "Ø", "и", "α", "が", "か", "ᄀ", "ᅡ", "馬", "薴", "Ｈ", "ﬁ", "´", "¨", "½", "\uD83D"),
        Gen.OneOf("\u0301", "\u0306", "\u0308", "\u0345", "\u0323", "\u3099", "\uFE0F", "\u20E3", "\u034F"),
        Gen.OneOf("-", "－", "—", "'", "’", "ʼ", "·", "・", "_", " ", "\u3000", "\u00AD", "\u200B", ".", "+", "\0"));

    private static readonly Gen<string> Text = Piece.Array[0, 8].Select(string.Concat);

    [Theory]
    [InlineData("hyperos", "hyper os", "Hyper-OS", "HyperOS", "ＨｙｐｅｒＯＳ", "hyper_os",
        "Hyper\u2011OS", "HYPER\u3000OS", "Hy\u00ADper\u200BOS")]
    [InlineData("ceval", "C-Eval", "ceval", "C—Eval", "C − Eval", "CEval")]
    [InlineData("马斯克", "馬斯克", "马斯克")]
    [InlineData("埃隆马斯克", "埃隆·馬斯克", "埃隆・马斯克", "埃隆‧马斯克", "埃隆•马斯克", "埃隆 马斯克", "埃隆･马斯克")]
    [InlineData("华为", "華為", "華爲", "华为")]
    [InlineData("鸿蒙", "鴻蒙", "鸿蒙")]
    [InlineData("小米澎湃os", "小米澎湃OS", "小米澎湃 OS", "小米澎湃ｏｓ")]
    [InlineData("cafe", "Café", "CAFE", "Cafe\u0301", "cafe\u0301\u0323", "cafe-\u0301")]
    [InlineData("strasse", "Straße", "STRASSE", "STRAẞE")]
    [InlineData("istanbul", "İstanbul", "Istanbul", "ıstanbul")]
    [InlineData("søren lukasz aether", "Søren Łukasz Æther", "Soren Lukasz AEther")]
    [InlineData("obrien", "O'Brien", "O’Brien", "OʼBrien", "O´Brien", "O`Brien", "OBrien")]
    [InlineData("σισυφοσ", "ΣΊΣΥΦΟΣ", "σίσυφος")]
    public void Spellings_of_the_same_fold_alike(string about, params string[] spellings)
    {
        var folded = spellings.Select(Folding.Fold).Distinct().ToList();
        Assert.True(folded.Count == 1, $"{about}: {string.Join(" ", folded)}");
    }

    [Theory]
    [InlineData("Hyper-OS", "hyperos")]
    [InlineData("C++", "c++")]
    [InlineData("C#", "c#")]
    [InlineData("MiLM-1.3B", "milm1.3b")]
    [InlineData("AT&T", "at&t")]
    [InlineData("AC/DC", "ac/dc")]
    [InlineData("Møller", "moller")]
    [InlineData("ﬁne Ⅳ ①", "fineiv1")]
    [InlineData("ΑΫ́", "αΰ")]
    [InlineData("Йод", "йод")]
    [InlineData("ガ", "ガ")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("薴", "苎")]
    [InlineData("𰻞", "𰻝")]
    [InlineData("葛\U000E0100", "葛")]
    [InlineData("《小米》", "《小米》")]
    public void Folds_to(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("C++", "C")]
    [InlineData("1.3B", "13B")]
    [InlineData("が", "か")]
    [InlineData("й", "и")]
    public void Keeps_apart(string left, string right) => Assert.NotEqual(Folding.Fold(left), Folding.Fold(right));

    [Theory]
    [InlineData("-", "-")]
    [InlineData("—", "—")]
    [InlineData("－", "-")]
    [InlineData("'", "'")]
    [InlineData("·_", "·_")]
    [InlineData("\u200B", "\u200B")]
    [InlineData("\0", "\0")]
    public void Text_of_which_nothing_would_be_left_stays(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u3000\u00A0")]
    public void Blank_text_folds_to_empty(string text) => Assert.Equal("", Folding.Fold(text));

    [Fact]
    public void Lone_surrogates_and_U_FFFE_become_replacement_characters() =>
        Assert.Equal("a\uFFFDb\uFFFD\uFFFD", Folding.Fold("A\uD83D B\uDE00\uFFFE"));

    [Fact]
    public void Text_that_is_folded_already_is_not_copied()
    {
        const string folded = "hyperos";
        Assert.Same(folded, Folding.Fold(folded));
    }

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Text.Sample(text =>
        {
            var once = Folding.Fold(text);
            Assert.Equal(once, Folding.Fold(once));
            Assert.Equal(string.IsNullOrWhiteSpace(text), once.Length == 0);
            Assert.True(once.IsNormalized(NormalizationForm.FormKC));
        }, iter: 30_000);

    [Fact]
    public void Folding_any_character_twice_changes_nothing()
    {
        // Planes 4 to 13 hold no characters yet, 15 and 16 private ones only.
        foreach (var value in Enumerable.Range(0, 0x40000).Concat(Enumerable.Range(0xE0000, 0x1000)))
        {
            if (Rune.TryCreate(value, out var rune))
            {
                var once = Folding.Fold(rune.ToString());
                var between = Folding.Fold($"e{rune}\u0301");
                Assert.True(once == Folding.Fold(once), $"U+{value:X4}");
                Assert.True(between == Folding.Fold(between), $"U+{value:X4} in e_\u0301");
            }
        }
    }

    [Fact]
    public void Width_and_case_do_not_matter() =>
        Gen.Char[' ', '~'].Array[1, 12].Sample(units =>
        {
            var text = new string(units);
            var wide = string.Concat(text.Select(c => c == ' ' ? '\u3000' : (char)(c + 0xFEE0)));
            Assert.Equal(Folding.Fold(text), Folding.Fold(wide));
            Assert.Equal(Folding.Fold(text), Folding.Fold(text.ToUpperInvariant()));
        });

    [Fact]
    public void Ascii_folds_alike_alone_and_beside_other_text() =>
        Gen.Char['\0', '\x7F'].Array[0, 12].Sample(units =>
        {
            var text = new string(units);
            var alone = text.All(c => Folding.Removes(new Rune(c))) ? "" : Folding.Fold(text);
            Assert.Equal("小" + alone, Folding.Fold("小" + text));
        });
}
