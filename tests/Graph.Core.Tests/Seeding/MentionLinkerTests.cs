using CsCheck;
using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class MentionLinkerTests
{
    private static MentionLinker Linker(params string[] names) => new(names.Select(n => n.Split('=')).Select(n => (n[1], new EntityName(n[0], "zh", NameRole.Alias, !n[1].EndsWith('!')))));

    private static string Linked(MentionLinker linker, string text, params ChosenMention[] chosen) =>
        string.Join(' ', linker.Link(text, chosen).Spans.Select(s => $"{text[s.Start..s.End]}={s.Entity}"));

    [Theory]
    [InlineData("小米汽车与小米", "小米汽车=car 小米=mi")]
    [InlineData("小米14发布", "小米14=fourteen")]
    [InlineData("小米140发布", "小米=mi")]
    [InlineData("小米14.5英寸", "小米=mi")]
    [InlineData("用AI做事", "AI=ai")]
    [InlineData("AIoT与OpenAI", "")]
    [InlineData("an AI's view, said AI.", "AI=ai AI=ai")]
    [InlineData("the ai", "")]
    [InlineData("MiLM-1.3B, MiLM-1", "MiLM-1=one")]
    [InlineData("bcde abc de", "bcde=long")]
    public void The_longest_name_goes_first_and_Latin_names_at_word_boundaries(string text, string expected) =>
        Assert.Equal(expected, Linked(Linker("小米=mi", "小米汽车=car", "小米14=fourteen", "AI=ai", "MiLM-1=one", "bcde=long"), text));

    [Fact]
    public void A_longer_name_goes_before_one_that_begins_earlier() => Assert.Equal("乙丙丁=long", Linked(Linker("甲乙=short", "乙丙丁=long"), "甲乙丙丁"));

    [Fact]
    public void A_shared_name_links_to_none_and_covers_shorter_ones()
    {
        var linked = Linker("小米汽车=a", "小米汽车=b", "小米=mi").Link("小米汽车！", []);
        Assert.Empty(linked.Spans);
        var shared = Assert.Single(linked.Shared);
        Assert.Equal(("小米汽车", 0), (shared.Text, shared.Start));
        Assert.Equal(["a", "b"], shared.Entities);
    }

    [Fact]
    public void A_name_that_does_not_link_leaves_it_to_the_entity_whose_name_does() => Assert.Equal("云=b", Linked(Linker("云=a!", "云=b", "云上=c!"), "云上"));

    [Fact]
    public void What_the_seed_chooses_goes_before_names_of_its_length_and_a_pinned_one_before_all()
    {
        var linker = Linker("小米=a", "小米=b", "小米汽车=car");
        Assert.Equal("小米=a 小米汽车=car", Linked(linker, "小米，小米汽车", new ChosenMention("zh", 0, 2, "a", false), new ChosenMention("zh", 3, 5, "a", false)));
        Assert.Equal("小米=a", Linked(linker, "小米汽车", new ChosenMention("zh", 0, 2, "a", true)));
    }

    [Fact]
    public void Links_are_what_trying_every_name_at_every_place_finds()
    {
        var name = Gen.String[Gen.Char["aB甲乙1. "], 1, 4].Select(s => s.Trim()).Where(s => s.Length > 0);
        Gen.Select(name.Array[1, 12], Gen.String[Gen.Char["aB甲乙1. "], 0, 30]).Sample((names, text) =>
        {
            var expected = new List<(int Start, int End)>();
            var places = from n in names.Distinct() from i in Enumerable.Range(0, text.Length) where string.CompareOrdinal(text, i, n, 0, n.Length) == 0 && WordBoundary.Fits(text, i, i + n.Length) orderby n.Length descending, i select (i, i + n.Length);
            foreach (var (start, end) in places)
            {
                if (!expected.Any(e => e.Start < end && start < e.End))
                    expected.Add((start, end));
            }
            var linker = new MentionLinker(names.Select(n => (n, new EntityName(n, "zh", NameRole.Alias))));
            Assert.Equal(expected.Order(), linker.Link(text, []).Spans.Select(s => (s.Start, s.End)));
        });
    }

    [Fact]
    public void Hundreds_of_thousands_of_names_are_linked()
    {
        var names = Enumerable.Range(0, 300_000).Select(i => ($"e{i}", new EntityName($"公司{i}号", "zh", NameRole.Alias)));
        var linker = new MentionLinker(names);
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"公司{i * 7}号，"));
        Assert.Equal(2_000, linker.Link(text, []).Spans.Count);
    }

    [Fact]
    public void Names_that_begin_one_another_link_the_longest()
    {
        var linker = new MentionLinker(Enumerable.Range(1, 500).Select(i => ($"e{i}", new EntityName(new string('米', i), "zh", NameRole.Alias))));
        Assert.Equal(40, linker.Link(new string('米', 20_000), []).Spans.Count);
    }
}
