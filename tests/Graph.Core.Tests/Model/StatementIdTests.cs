using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class StatementIdTests
{
    private static readonly Gen<StatementId> Any = Gen.Select(Gen.Enum<StatementForm>(), Gen.OneOf("A", "AB", "A_B", "A0", "COMPETES_WITH", "Z9_"), Gen.Byte.Array[16],
        (form, type, hash) => StatementId.Of(form, type, hash));

    [Fact]
    public void An_id_tells_its_parts_and_is_read_back() => Any.Sample(id =>
    {
        Assert.Equal(id, StatementId.Parse(id.ToString()));
        Assert.Equal(id.ToString(), $"{(id.Form == StatementForm.Relationship ? 'r' : 'o')}_{id.Type}.{id.Hash}");
        Assert.Equal(StatementId.HashLength, id.Hash.Length);
    });

    [Fact]
    public void Ids_order_as_the_bytes_of_their_text() => Gen.Select(Any, Any).Sample((a, b) =>
        Assert.Equal(Math.Sign(Utf8Order.Instance.Compare(a.ToString(), b.ToString())), Math.Sign(a.CompareTo(b))));

    [Fact]
    public void Ids_order_by_form_then_type_then_hash() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var expected = a.Form != b.Form ? (a.Form == StatementForm.Observation ? -1 : 1) : a.Type != b.Type ? string.CompareOrdinal(a.Type, b.Type) : string.CompareOrdinal(a.Hash, b.Hash);
        Assert.Equal(Math.Sign(expected), Math.Sign(a.CompareTo(b)));
    });

    [Fact]
    public void Ids_of_one_type_order_as_the_bytes_of_their_hash() => Gen.Select(Gen.Byte.Array[16], Gen.Byte.Array[16], Gen.Int[0, 16]).Sample((a, b, shared) =>
    {
        a.AsSpan(0, shared).CopyTo(b);
        Assert.Equal(Math.Sign(a.AsSpan().SequenceCompareTo(b)), Math.Sign(StatementId.Of(StatementForm.Relationship, "T", a).CompareTo(StatementId.Of(StatementForm.Relationship, "T", b))));
    });

    [Theory] // RFC 4648, section 10, in lower case
    [InlineData("", "")]
    [InlineData("f", "co")]
    [InlineData("fo", "cpng")]
    [InlineData("foo", "cpnmu")]
    [InlineData("foob", "cpnmuog")]
    [InlineData("fooba", "cpnmuoj1")]
    [InlineData("foobar", "cpnmuoj1e8")]
    public void Base32hex_is_that_of_the_standard(string text, string expected) => Assert.Equal(expected, Base32Hex.Encode(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("r_")]
    [InlineData("r_.00000000000000000000000000")]
    [InlineData("r_A.0000000000000000000000000")]
    [InlineData("r_A.000000000000000000000000000")]
    [InlineData("r_A.0000000000000000000000000w")]
    [InlineData("r_A.0000000000000000000000000A")]
    [InlineData("x_A.00000000000000000000000000")]
    [InlineData("r-A.00000000000000000000000000")]
    [InlineData("r_a.00000000000000000000000000")]
    [InlineData("r_1A.00000000000000000000000000")]
    [InlineData("r_A-B.00000000000000000000000000")]
    [InlineData("r_A.00000000000000000000000000\n")]
    [InlineData("r_A.B.00000000000000000000000000")]
    public void Other_texts_are_no_ids(string text)
    {
        Assert.False(StatementId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => StatementId.Parse(text));
    }

    [Fact]
    public void Equal_parts_make_equal_ids() => Assert.Equal(StatementId.Of(StatementForm.Relationship, "A", new byte[16]), StatementId.Parse("r_A.00000000000000000000000000"));

    [Theory]
    [InlineData("p_a.1", "a", 1)]
    [InlineData("p_first-news.25", "first-news", 25)]
    public void A_passage_id_is_read_back(string text, string article, int number)
    {
        Assert.True(PassageId.TryParse(text, out var id));
        Assert.Equal(new PassageId(article, number), id);
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData("p_a.0")]
    [InlineData("p_a.01")]
    [InlineData("p_a.-1")]
    [InlineData("p_a.")]
    [InlineData("p_.1")]
    [InlineData("a_a.1")]
    [InlineData("p_a.99999999999")]
    [InlineData("p_a. 1")]
    public void Other_texts_are_no_passage_ids(string text) => Assert.False(PassageId.TryParse(text, out _));

    [Fact]
    public void Passages_order_by_article_then_number()
    {
        PassageId[] ids = [new("a", 10), new("a", 9), new("a-b", 1), new("b", 1)];
        Assert.Equal([new("a", 9), new("a", 10), new("a-b", 1), new("b", 1)], ids.Order());
    }
}
