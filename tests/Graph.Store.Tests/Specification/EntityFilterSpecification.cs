using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Every case of the filters of entities, with what it finds.</summary>
public abstract class EntityFilterSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    private static readonly EntityFilter _named = new EntityFilter.Not(new EntityFilter.Key(Text(TextOperator.StartsWith, "hostile-")));

    [Fact]
    public async Task Kinds()
    {
        Assert.Equal(["jobs", "lei-jun", "loner"], await Keys(new EntityFilter.OfKind(new HashSet<string> { "Person", "Unknown" })));
        Assert.Empty(await Keys(new EntityFilter.OfKind(new HashSet<string>())));
    }

    [Fact]
    public async Task And_of_nothing_is_everything_or_of_nothing_nothing()
    {
        Assert.Equal(9, (await Keys(new EntityFilter.And([_named]))).Count);
        Assert.Equal(9, (await Keys(new EntityFilter.And([_named, EntityFilter.Everything]))).Count);
        Assert.Empty(await Keys(new EntityFilter.Or([])));
        Assert.Equal(9, (await Keys(new EntityFilter.And([_named, new EntityFilter.Not(new EntityFilter.Or([]))]))).Count);
    }

    [Theory]
    [InlineData(TextOperator.In, "apple", "apple")]
    [InlineData(TextOperator.Contains, "i-", "lei-jun mi-store")]
    [InlineData(TextOperator.StartsWith, "x", "xiaomi")]
    [InlineData(TextOperator.Gt, "su7", "xiaomi")]
    [InlineData(TextOperator.Gte, "su7", "su7 xiaomi")]
    [InlineData(TextOperator.Lt, "huawei", "apple")]
    [InlineData(TextOperator.Lte, "huawei", "apple huawei")]
    [InlineData(TextOperator.In, "' OR 1=1 --", "")]
    [InlineData(TextOperator.Contains, "%", "")]
    [InlineData(TextOperator.StartsWith, "_", "")]
    public async Task Keys_by_every_operator(TextOperator by, string value, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await Keys(new EntityFilter.Key(Text(by, value)), _named));

    [Fact]
    public async Task Names_match_if_any_does()
    {
        Assert.Equal(["mi-store", "xiaomi"], await Keys(Name(TextOperator.In, "小米", "nothing")));
        Assert.Equal(["hyperos", "mi-store", "su7", "xiaomi"], await Keys(Name(TextOperator.StartsWith, "小米")));
        Assert.Equal(["hyperos"], await Keys(Name(TextOperator.Contains, "perOS")));
        Assert.Equal(["hostile-3"], await Keys(Name(TextOperator.Contains, "DROP TABLE")));
        Assert.Equal(["hostile-4"], await Keys(Name(TextOperator.Contains, "%_")));
        Assert.DoesNotContain("xiaomi", await Keys(new EntityFilter.Not(Name(TextOperator.In, "MI"))));
    }

    [Fact]
    public async Task Many_values_are_as_good_as_few()
    {
        var many = Enumerable.Range(0, 3000).Select(n => $"key-{n}").Append("apple").ToArray();
        Assert.Equal(["apple"], await Keys(new EntityFilter.Key(new TextMatch(TextOperator.In, many))));
        Assert.Empty(await Keys(new EntityFilter.Key(new TextMatch(TextOperator.In, []))));
    }

    [Theory]
    [InlineData(NumberOperator.Gt, 2.5, "jobs lei-jun xiaomi")]
    [InlineData(NumberOperator.Gte, 3, "jobs lei-jun xiaomi")]
    [InlineData(NumberOperator.Lt, 0.5, "loner mi-store")]
    [InlineData(NumberOperator.Lte, 0, "loner mi-store")]
    [InlineData(NumberOperator.In, 7, "xiaomi")]
    [InlineData(NumberOperator.In, 7.5, "")]
    [InlineData(NumberOperator.Gt, 7e27, "")]
    [InlineData(NumberOperator.Gt, -7e27, "apple huawei hyperos jobs lei-jun loner mi-store su7 xiaomi")]
    public async Task Degrees_by_every_operator(NumberOperator by, double value, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await Keys(new EntityFilter.Degree(new NumberMatch(by, [(decimal)value])), _named));

    [Fact]
    public async Task Some_relationship_in_a_direction()
    {
        var influenced = Types("INFLUENCED_BY");
        Assert.Equal(["lei-jun", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.Out, influenced, null)));
        Assert.Equal(["jobs"], await Keys(new EntityFilter.Some(AnchorRole.In, influenced, null)));
        Assert.Equal(["jobs", "lei-jun", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.AnyEnd, influenced, null)));
        Assert.Equal(["lei-jun"], await Keys(new EntityFilter.Some(AnchorRole.Out, influenced, new EntityFilter.Key(Text(TextOperator.In, "jobs"))), new EntityFilter.OfKind(new HashSet<string> { "Person" })));
    }

    [Fact]
    public async Task A_symmetric_type_matches_out_and_in_alike_and_a_denial_never()
    {
        var competes = Types("COMPETES_WITH");
        Assert.Equal(["apple", "huawei", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.Out, competes, null)));
        Assert.Equal(["apple", "huawei", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.In, competes, null)));
        // Of the two, huawei against apple is denied.
        Assert.Equal(["xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.Out, competes, new EntityFilter.Key(Text(TextOperator.In, "apple")))));
        Assert.Equal(["xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.In, competes, new EntityFilter.Name(Text(TextOperator.In, Folding.Fold("华为"))))));
        Assert.Empty(await Keys(new EntityFilter.Some(AnchorRole.AnyEnd, new StatementFilter.OfPolarity(Polarity.Negated), null)));
    }

    [Fact]
    public async Task Some_observation_or_any_part()
    {
        Assert.Equal(["huawei", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.Observed, Types("REVENUE"), null)));
        Assert.Equal(["mi-store", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.About, Types("EMPLOYEES"), null)));
        Assert.Equal(["hyperos", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.About, Types("SLOGAN"), null)));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Keys(new EntityFilter.Some(AnchorRole.Observed, Types("REVENUE"), EntityFilter.Everything)));
    }

    [Fact]
    public async Task The_other_end_may_be_asked_for_in_turn()
    {
        // Who has a partner that was influenced by someone called Steve Jobs.
        var jobs = new EntityFilter.Name(Text(TextOperator.In, Folding.Fold("Steve Jobs")));
        var influenced = new EntityFilter.Some(AnchorRole.Out, Types("INFLUENCED_BY"), jobs);
        Assert.Equal(["lei-jun", "xiaomi"], await Keys(new EntityFilter.Some(AnchorRole.Out, Types("PARTNER_OF"), influenced)));
        Assert.Equal(["hyperos", "su7"], await Keys(new EntityFilter.Some(AnchorRole.In, Types("DEVELOPS"), influenced)));
    }

    private static TextMatch Text(TextOperator by, params string[] values) => new(by, values);

    private static EntityFilter.Name Name(TextOperator by, params string[] values) => new(new TextMatch(by, [.. values.Select(Folding.Fold)]));

    private static StatementFilter.OfType Types(params string[] names) => new(names.ToHashSet());

    private async Task<IReadOnlyList<string>> Keys(params EntityFilter[] all) =>
        [.. (await Store.EntityPage(all.Length == 1 ? all[0] : new EntityFilter.And(all), PageRequest.First(1000), EntityParts.Scalars, Cancellation)).Values.Select(r => r.Key)];
}
