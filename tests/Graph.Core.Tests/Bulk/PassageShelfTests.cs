using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public sealed class PassageShelfTests
{
    [Fact]
    public void Long_passages_are_all_found_and_few_of_them_stay_in_memory()
    {
        const int Count = 2000, Length = 50_000;
        using var shelf = new PassageShelf();
        for (var n = 1; n <= Count; n++)
            Assert.True(shelf.TryAdd(Made(n, Length)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var n = 1; n <= Count; n++)
            Assert.Equal(Made(n, Length).Texts, shelf.Find(new PassageId("news", n))?.Texts);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 60_000_000); // all of them are 200 MB
        Assert.Null(shelf.Find(new PassageId("news", Count + 1)));
    }

    private static Passage Made(int number, int length) =>
        new(new PassageId("news", number), LocalText.Of("en", number + new string('x', length)), null, null);
}
