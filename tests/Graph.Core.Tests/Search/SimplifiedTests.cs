using System.Text;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class SimplifiedTests
{
    [Fact]
    public void Every_pair_of_the_table_is_found()
    {
        var pairs = Simplified.Pairs().ToList();
        Assert.True(pairs.Count > 3000);
        Assert.All(pairs, pair => Assert.Equal(pair.To.Value, Simplified.Of(pair.From.Value)));
    }

    [Fact]
    public void No_result_has_a_pair_of_its_own() =>
        Assert.All(Simplified.Pairs(), pair => Assert.Equal(pair.To.Value, Simplified.Of(pair.To.Value)));

    [Fact]
    public void Compatibility_forms_stand_on_neither_side() =>
        Assert.All(Simplified.Pairs(), pair => Assert.True($"{pair.From}{pair.To}".IsNormalized(NormalizationForm.FormKD)));

    [Theory]
    [InlineData('小')]
    [InlineData('a')]
    [InlineData(0x33FF)]
    [InlineData(0xA000)]
    [InlineData(0x10FFFF)]
    public void A_character_without_a_pair_stays(int codePoint) => Assert.Equal(codePoint, Simplified.Of(codePoint));
}
