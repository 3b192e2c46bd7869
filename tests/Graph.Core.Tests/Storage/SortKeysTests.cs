using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class SortKeysTests
{
    private static readonly Gen<Statement> Statement = AnyStatement.Of(AnyStatement.Cast)!;

    [Fact]
    public void Keys_of_amounts_order_as_the_amounts() => Gen.Select(AnyValue.Amount, AnyValue.Amount).Sample((a, b) =>
        Assert.Equal(a.CompareTo(b), Order(SortKeys.Amount(a) + "\u0001x", SortKeys.Amount(b) + "\u0001x")), iter: 50_000);

    [Fact]
    public void Near_amounts_and_the_ends_of_decimals_order_too()
    {
        decimal[] ascending =
        [
            decimal.MinValue, -1e28m, -100.5m, -100.05m, -100m, -99.99m, -10m, -9m, -1.1m, -1.09m, -1m, -0.11m, -0.1m, -0.09m, -0.0000000000000000000000000001m, 0,
            0.0000000000000000000000000001m, 0.09m, 0.1m, 0.11m, 1m, 1.09m, 1.1m, 9m, 10m, 99.99m, 100m, 100.05m, 100.5m, 1e28m, decimal.MaxValue,
        ];
        Assert.Equal(ascending, ascending.Reverse().OrderBy(a => SortKeys.Amount(a) + "\u0001", Utf8Order.Instance));
    }

    [Fact]
    public void Equal_amounts_have_equal_keys_whatever_their_zeros() => Assert.Equal(SortKeys.Amount(1.5m), SortKeys.Amount(1.500m));

    [Fact]
    public void Only_keys_of_the_very_amount_begin_with_it() => Gen.Select(AnyValue.Amount, AnyValue.Amount).Sample((a, b) =>
        Assert.Equal(a == b, (SortKeys.Amount(a) + "\u0001id").StartsWith(SortKeys.Amount(b) + "\u0001", StringComparison.Ordinal)), iter: 20_000);

    [Fact]
    public void Degrees_order_as_numbers_then_keys() => Gen.Select(Gen.Int[0, 2000], Gen.OneOf(AnyEntity.Keys), Gen.Int[0, 2000], Gen.OneOf(AnyEntity.Keys)).Sample((a, key, b, key2) =>
        Assert.Equal(Then(a.CompareTo(b), Order(key, key2)), Order(SortKeys.Degree(a, key), SortKeys.Degree(b, key2))));

    [Fact]
    public void Names_order_by_their_folded_text_then_keys()
    {
        var entity = Gen.OneOf(AnyEntity.Keys).SelectMany(AnyEntity.Of);
        Gen.Select(entity, entity).Sample((a, b) => Assert.Equal(
            Then(Order(Folding.Fold(a.Name(null, TestOntology.Instance)), Folding.Fold(b.Name(null, TestOntology.Instance))), Order(a.Key, b.Key)),
            Order(SortKeys.Name(a, TestOntology.Instance), SortKeys.Name(b, TestOntology.Instance))));
    }

    [Fact]
    public void A_name_sorts_before_a_longer_one_that_it_begins_whatever_the_keys() =>
        Assert.Equal(-1, Order(SortKeys.Name(Named("z", "a"), TestOntology.Instance), SortKeys.Name(Named("a", "a b"), TestOntology.Instance)));

    [Theory]
    [InlineData(199)]
    [InlineData(200)]
    public void A_long_name_is_cut_between_characters(int letters)
    {
        var key = SortKeys.Name(Named("k", new string('字', letters) + "😀😀"), TestOntology.Instance);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(key)));
        Assert.True(key.Length <= SortKeys.NameLength + "\u0001k".Length);
        Assert.EndsWith("\u0001k", key, StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_order_by_their_first_day_then_id_and_the_undated_last() => Gen.Select(Statement, Statement).Sample((a, b) =>
        Assert.Equal(Then(First(a).CompareTo(First(b)), a.Id.CompareTo(b.Id)), Order(SortKeys.Period(a), SortKeys.Period(b))), iter: 2000);

    [Fact]
    public void Positions_order_by_article_passage_and_start_in_the_default_language() => Gen.Select(Statement, Statement).Sample((a, b) =>
    {
        var (first, second) = (Position(a), Position(b));
        var expected = (first, second) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => Then(first.Passage.CompareTo(second.Passage), first.Start.CompareTo(second.Start)),
        };
        Assert.Equal(Then(expected, a.Id.CompareTo(b.Id)), Order(SortKeys.Position(a, TestOntology.Instance), SortKeys.Position(b, TestOntology.Instance)));
    }, iter: 2000);

    [Fact]
    public void Mentions_order_by_article_passage_language_start_and_entity()
    {
        Mention[] ordered =
        [
            new(new("a", 2), "en", 5, 6, "x"), new(new("a", 2), "zh", 0, 1, "b"), new(new("a", 2), "zh", 0, 1, "b-c"), new(new("a", 2), "zh", 9, 10, "a"), new(new("a", 2), "zh-Hant", 0, 1, "a"),
            new(new("a", 10), "en", 0, 1, "a"), new(new("a-b", 1), "en", 0, 1, "a"), new(new("b", 1), "en", 0, 1, "a"),
        ];
        Assert.Equal(ordered, ordered.Reverse().OrderBy(SortKeys.Mention, Utf8Order.Instance));
    }

    [Fact]
    public void Keys_tell_present_from_missing_by_their_first_character() => Statement.Sample(s =>
    {
        Assert.Equal(s.When is { IsDated: true } ? '1' : '2', SortKeys.Period(s)[0]);
        Assert.Equal(Position(s) is null ? '2' : '1', SortKeys.Position(s, TestOntology.Instance)[0]);
        Assert.Equal(s is Observation { Value: QuantityValue } ? '1' : '2', SortKeys.Amount(s)[0]);
        Assert.All(new[] { SortKeys.Period(s), SortKeys.Position(s, TestOntology.Instance), SortKeys.Amount(s) }, key => Assert.EndsWith(s.Id.ToString(), key, StringComparison.Ordinal));
    });

    private static DateOnly First(Statement s) => (s.When?.From ?? s.When?.To)?.First ?? DateOnly.MaxValue;

    private static Evidence? Position(Statement s) => s.Evidence.Where(e => e.Language == "zh").OrderBy(e => e.Passage).ThenBy(e => e.Start).FirstOrDefault();

    private static int Order(string a, string b) => Math.Sign(Utf8Order.Instance.Compare(a, b));

    private static int Then(int first, int second) => Math.Sign(first != 0 ? first : second);

    private static Entity Named(string key, string name) =>
        new(key, "Person", [new Declaration("api", [new EntityName(name, "zh", NameRole.Preferred)], null, new Dictionary<string, string>())]);
}
