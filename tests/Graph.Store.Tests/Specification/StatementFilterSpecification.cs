using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Every case of the filters of statements, with what it finds.</summary>
public abstract class StatementFilterSpecification<TFixture>(SampleStore<TFixture> sample) : SampleSpecification<TFixture>(sample)
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Form_type_status_and_polarity()
    {
        await Finds(s => s is Observation, new StatementFilter.OfForm(StatementForm.Observation));
        await Finds(s => s.Type is "REVENUE" or "DEVELOPS", new StatementFilter.OfType(Set("REVENUE", "DEVELOPS", "UNKNOWN")));
        await Finds(s => s.Status is Status.Opinion or Status.Planned, new StatementFilter.OfStatus(new HashSet<Status> { Status.Opinion, Status.Planned }));
        await Finds(s => s.Polarity == Polarity.Negated, new StatementFilter.OfPolarity(Polarity.Negated));
        await Finds(_ => false, new StatementFilter.OfStatus(new HashSet<Status>()));
    }

    [Fact]
    public async Task Ids()
    {
        var some = Graph.Statements.Take(12).Select(s => s.Id).ToHashSet();
        await Finds(s => some.Contains(s.Id), new StatementFilter.WithId(some));
        await Finds(_ => false, new StatementFilter.WithId(new HashSet<StatementId> { StatementId.Of(StatementForm.Observation, "NONE", new byte[16]) }));
    }

    [Fact]
    public async Task Speakers()
    {
        await Finds(s => s.Speaker is not null, new StatementFilter.SaidBy(null));
        await Finds(s => s.Speaker is null, new StatementFilter.Not(new StatementFilter.SaidBy(null)));
        await Finds(s => s.Speaker?.Entity is "huawei" or "xiaomi", new StatementFilter.SaidBy(Set("huawei", "xiaomi")));
        await Finds(s => s.Speaker?.Entity != "huawei", new StatementFilter.Not(new StatementFilter.SaidBy(Set("huawei"))));
    }

    [Fact]
    public async Task Articles_and_passages()
    {
        await Finds(s => s.Evidence.Any(e => e.Passage.Article == "report"), new StatementFilter.InArticle(Set("report", "z9", "nowhere")));
        PassageId one = new("news", 1), ten = new("news", 10);
        await Finds(s => s.Evidence.Any(e => e.Passage == one), new StatementFilter.InPassage(new HashSet<PassageId> { one }));
        await Finds(s => s.Evidence.Any(e => e.Passage == one || e.Passage == ten), new StatementFilter.InPassage(new HashSet<PassageId> { one, ten, new("news", 99) }));
        await Finds(s => s.Evidence.All(e => e.Passage != one), new StatementFilter.Not(new StatementFilter.InPassage(new HashSet<PassageId> { one })));
    }

    [Fact]
    public async Task About_is_any_part()
    {
        await Finds(s => s.Entities().Contains("apple"), new StatementFilter.About(Set("apple")));
        Assert.Equal(["COMPETES_WITH", "COMPETES_WITH", "DEVELOPS"], (await Found(new StatementFilter.About(Set("apple")))).Select(s => s.Type)); // twice an end, once 'at'
        await Finds(s => s.Entities().Contains("lei-jun") || s.Entities().Contains("mi-store"), new StatementFilter.About(Set("lei-jun", "mi-store", "nobody")));
    }

    [Fact]
    public async Task Ends_match_one_assignment()
    {
        Assert.Equal(2, (await Found(new StatementFilter.Ends(Set("apple"), null))).Count); // both symmetric, stored with apple as source or target
        Assert.Single(await Found(new StatementFilter.Ends(Set("huawei"), Set("xiaomi"))));
        Assert.Single(await Found(new StatementFilter.Ends(Set("xiaomi"), Set("huawei"))));
        Assert.Empty(await Found(new StatementFilter.Ends(Set("jobs"), Set("lei-jun"))));
        Assert.Equal(2, (await Found(new StatementFilter.Ends(Set("lei-jun"), Set("jobs")))).Count);
        Assert.Equal("PARTNER_OF", Assert.Single(await Found(new StatementFilter.Ends(Set("xiaomi", "lei-jun"), Set("xiaomi")))).Type);
        await Finds(s => s.Subject == "hyperos" || s is Relationship { Target: "hyperos", Type: "COMPETES_WITH" }, new StatementFilter.Ends(Set("hyperos"), null)); // its observation
        await Finds(_ => true, new StatementFilter.Ends(null, null));
        await Finds(s => s is Relationship r && (r.Target == "jobs"), new StatementFilter.Ends(null, Set("jobs")));
    }

    [Theory]
    [InlineData("2022", "2022")]
    [InlineData("2019-12", "2020-01-15")]
    [InlineData("1900", "1901")]
    [InlineData("2024-03-28", "2024-03-28")]
    [InlineData("2024-03-29", "2024-03-29")]
    [InlineData("2030", null)]
    [InlineData(null, "2019")]
    public async Task Windows_leave_out_what_surely_lies_outside(string? from, string? to)
    {
        var window = DayWindow.Between(from is null ? null : PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to));
        await Finds(s => s.Window.Overlaps(window), new StatementFilter.Within(window));
    }

    [Theory]
    [InlineData(NumberOperator.Gt, 0)]
    [InlineData(NumberOperator.Gte, 0)]
    [InlineData(NumberOperator.Lt, 0.25)]
    [InlineData(NumberOperator.Lte, 0.25)]
    [InlineData(NumberOperator.In, 9)]
    [InlineData(NumberOperator.In, -1.5)]
    [InlineData(NumberOperator.Gt, -1.51)]
    [InlineData(NumberOperator.Lt, -1.4)]
    [InlineData(NumberOperator.Gte, 271000000000)]
    public async Task Amounts_by_every_operator(NumberOperator by, double value)
    {
        var amount = (decimal)value;
        bool Passes(decimal a) => by switch { NumberOperator.Gt => a > amount, NumberOperator.Gte => a >= amount, NumberOperator.Lt => a < amount, NumberOperator.Lte => a <= amount, _ => a == amount };
        bool Expected(Statement s) => s is Observation { Value: QuantityValue { Quantity: var q } } && Passes(q.Amount);
        await Finds(Expected, new StatementFilter.Amount(new NumberMatch(by, [amount])));
        await Finds(s => !Expected(s), new StatementFilter.Not(new StatementFilter.Amount(new NumberMatch(by, [amount]))));
    }

    [Fact]
    public async Task Several_amounts() =>
        await Finds(s => s is Observation { Value: QuantityValue { Quantity.Amount: 0 or 9 } }, new StatementFilter.Amount(new NumberMatch(NumberOperator.In, [0, 9, 77])));

    [Fact]
    public async Task And_or_not()
    {
        StatementFilter denied = new StatementFilter.OfPolarity(Polarity.Negated), revenue = new StatementFilter.OfType(Set("REVENUE"));
        await Finds(s => s.Polarity == Polarity.Negated && s.Type == "REVENUE", new StatementFilter.And([denied, revenue]));
        await Finds(s => s.Polarity == Polarity.Negated || s.Type == "REVENUE", new StatementFilter.Or([denied, revenue]));
        await Finds(s => !(s.Polarity == Polarity.Negated || s.Type == "REVENUE"), new StatementFilter.Not(new StatementFilter.Or([denied, revenue])));
        await Finds(_ => true, StatementFilter.Everything);
        await Finds(_ => false, new StatementFilter.Or([]));
    }

    [Fact]
    public async Task Hostile_values_find_nothing_and_break_nothing()
    {
        foreach (var hostile in SampleGraph.HostileNames.Append("").Append("\0"))
        {
            await Finds(_ => false, new StatementFilter.About(Set(hostile)));
            await Finds(_ => false, new StatementFilter.OfType(Set(hostile)));
            await Finds(_ => false, new StatementFilter.InArticle(Set(hostile)));
            await Finds(_ => false, new StatementFilter.InPassage(new HashSet<PassageId> { new(hostile, 1) }));
            await Finds(_ => false, new StatementFilter.Ends(Set(hostile), Set(hostile)));
            await Finds(_ => false, new StatementFilter.SaidBy(Set(hostile)));
        }
    }

    private static HashSet<string> Set(params string[] values) => [.. values];

    private async Task<IReadOnlyList<Statement>> Found(StatementFilter filter) =>
        [.. (await Store.StatementPage(filter, PageRequest.First(1000), StatementParts.Body, Cancellation)).Values.Select(r => r.Statement)];

    private async Task Finds(Func<Statement, bool> expected, StatementFilter filter) =>
        Assert.Equal(Graph.Statements.Where(expected).Select(s => s.Id).Order(), (await Found(filter)).Select(s => s.Id));
}
