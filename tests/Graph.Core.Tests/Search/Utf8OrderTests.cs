using System.Text;
using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class Utf8OrderTests
{
    // Few distinct units, so that long common prefixes, halves of pairs and lone surrogates come up often.
    private static readonly Gen<string> Text =
        Gen.OneOf('a', 'b', 'é', '小', '\uD83D', '\uD83E', '\uDE00', '\uDE01', '\uE000', '\uFFFD', '\uFFFF')
            .Array[0, 6].Select(units => new string(units));

    [Fact]
    public void Agrees_with_the_bytes_of_utf8() =>
        Gen.Select(Text, Text).Sample((x, y) =>
        {
            var expected = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
            Assert.Equal(Math.Sign(expected), Math.Sign(Utf8Order.Instance.Compare(x, y)));
        }, iter: 50_000);

    [Fact]
    public void Agrees_with_the_bytes_of_utf8_over_all_units() =>
        Gen.Select(Gen.String, Gen.String).Sample((x, y) =>
        {
            var expected = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
            Assert.Equal(Math.Sign(expected), Math.Sign(Utf8Order.Instance.Compare(x, y)));
        });

    [Fact]
    public void Sorts_characters_beyond_the_bmp_last()
    {
        string[] sorted = ["", "A", "a", "小", "\uE000", "\uFFFF", "😀", "😀a", "😁"];
        Assert.Equal(sorted, sorted.Reverse().Order(Utf8Order.Instance));
    }

    [Fact]
    public void Sorts_null_first()
    {
        Assert.True(Utf8Order.Instance.Compare(null, "") < 0);
        Assert.True(Utf8Order.Instance.Compare("", null) > 0);
        Assert.Equal(0, Utf8Order.Instance.Compare(null, null));
    }
}
