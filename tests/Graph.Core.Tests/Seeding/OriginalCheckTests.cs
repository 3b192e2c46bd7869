using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class OriginalCheckTests
{
    private static Passage Passage(int number, string? original) =>
        new(new PassageId("a", number), LocalText.Of("en", "digest"), original is null ? null : OriginalCheck.Fingerprint(original), null);

    [Fact]
    public void Paragraphs_are_matched_by_their_fingerprint_whatever_the_white_space_and_form()
    {
        var report = OriginalCheck.Compare("\uFEFF\n  Crème. \r\n\nSecond.\nThird.\n", [Passage(1, "Cre\u0300me."), Passage(2, "Other."), Passage(3, "Third."), Passage(4, "Third."), Passage(5, null)]);
        Assert.Equal([(1, 2, "1"), (2, 4, ""), (3, 5, "3,4")], report.Paragraphs.Select(p => (p.Number, p.Line, string.Join(',', p.Passages.Select(id => id.Number)))));
        Assert.Equal([2], report.Unmatched.Select(p => p.Number));
        Assert.Equal([5], report.Unmarked.Select(p => p.Number));
        Assert.False(report.IsComplete);
    }

    [Fact]
    public void A_fingerprint_is_the_sha256_of_the_utf8_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", OriginalCheck.Fingerprint(" abc\n"));

    [Fact]
    public void A_copy_that_cannot_be_read_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        folder.WriteBytes("latin1.txt", [0x41, 0xE9, 0x41]);
        Assert.Contains("not UTF-8", Assert.Single(OriginalCheck.Read(folder.Path + "/latin1.txt", []).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single(OriginalCheck.Read(folder.Path + "/none.txt", []).Problems).Message, StringComparison.Ordinal);
        folder.Write("good.txt", "Third.");
        Assert.True(OriginalCheck.Read(folder.Path + "/good.txt", [Passage(1, "Third.")]).OrThrow().IsComplete);
    }
}
