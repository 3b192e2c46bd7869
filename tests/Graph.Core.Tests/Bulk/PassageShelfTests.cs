using System.Runtime.CompilerServices;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public sealed class PassageShelfTests
{
    private const int Count = 600, Length = 50_000;

    [Fact]
    public void Long_passages_are_all_found_and_few_of_them_stay_in_memory()
    {
        using var shelf = new PassageShelf();
        for (var n = 1; n <= Count; n++)
            Assert.True(shelf.TryAdd(Made(n)));
        var found = FindAll(shelf);
        GC.Collect();
        Assert.InRange(found.Count(f => f.IsAlive), 1, 16 * 1024 * 1024 / Length);
        Assert.Null(shelf.Find(new PassageId("news", Count + 1)));
    }

    // Apart, so that none of them is held by a variable of the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> FindAll(PassageShelf shelf)
    {
        var found = new List<WeakReference>();
        for (var n = 1; n <= Count; n++)
        {
            var passage = shelf.Find(new PassageId("news", n))!;
            Assert.Equal(Made(n).Texts, passage.Texts);
            found.Add(new WeakReference(passage));
        }
        return found;
    }

    private static Passage Made(int number) => new(new PassageId("news", number), LocalText.Of("en", number + new string('x', Length)), null, null);
}
