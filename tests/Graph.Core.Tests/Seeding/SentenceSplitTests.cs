using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SentenceSplitTests
{
    [Theory]
    [InlineData("甲说。乙说！丙？丁；戊", "甲说。|乙说！|丙？|丁；|戊")]
    [InlineData("他说：“去。”然后走了。", "他说：“去。”|然后走了。")]
    [InlineData("It grew 3.5 times. Then it fell.", "It grew 3.5 times. |Then it fell.")]
    [InlineData("Mr. Smith of Acme Inc. met J. Doe. They spoke.", "Mr. Smith of Acme Inc. met J. Doe. |They spoke.")]
    [InlineData("The U.S. market, e.g. bread, rose. Fine!", "The U.S. market, e.g. bread, rose. |Fine!")]
    [InlineData("He asked \"why?\" She left.", "He asked \"why?\" |She left.")]
    [InlineData("See example.com for more", "See example.com for more")]
    [InlineData("One\nTwo", "One\n|Two")]
    [InlineData("", "")]
    public void Paragraphs_are_cut_at_the_ends_of_sentences(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplit.Of(text).Select(s => text[s.Start..s.End])));
}
