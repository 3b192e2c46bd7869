using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class CanonicalJsonTests
{
    [Fact]
    public void A_statement_read_is_written_with_the_same_bytes() => AnyStatement.Several(AnyStatement.Cast).Sample(all =>
    {
        foreach (var statement in all)
        {
            var text = CanonicalJson.Of(statement);
            var back = CanonicalJson.ReadStatement(text);
            Assert.Equal(text, CanonicalJson.Of(back));
            Assert.Equal(statement.Id, Identity.Id(back, TestOntology.Instance));
            Assert.Equal((statement.When, statement.Speaker, statement.Hedge), (back.When, back.Speaker, back.Hedge));
            Assert.Equal((statement as Observation)?.Value, (back as Observation)?.Value);
            Assert.Equal(statement.Qualifiers, back.Qualifiers);
            Assert.Equal(statement.Evidence, back.Evidence);
            Assert.Equal(statement.DerivedFrom, back.DerivedFrom);
        }
    }, iter: 100);

    [Fact]
    public void An_entity_read_is_written_with_the_same_bytes() => AnyEntity.Several.Sample(all =>
    {
        foreach (var entity in all)
        {
            var text = CanonicalJson.Of(entity);
            var back = CanonicalJson.ReadEntity(text);
            Assert.Equal(text, CanonicalJson.Of(back));
            Assert.Equal(entity.Names, back.Names);
            Assert.Equal(entity.Summary, back.Summary);
            Assert.Equal(entity.Identifiers, back.Identifiers);
        }
    });

    [Fact]
    public void Articles_and_passages_read_are_written_with_the_same_bytes()
    {
        foreach (var article in AnyEntity.Articles)
            Assert.Equal(article, CanonicalJson.ReadArticle(CanonicalJson.Of(article)));
        foreach (var passage in AnyEntity.Passages)
            Assert.Equal(passage, CanonicalJson.ReadPassage(CanonicalJson.Of(passage)));
    }

    [Fact]
    public void Any_text_survives() => Gen.String.Where(t => t.Length > 0 && !t.Any(char.IsSurrogate)).Sample(text =>
        Assert.Equal(text, CanonicalJson.ReadPassage(CanonicalJson.Of(new Passage(new("a", 1), LocalText.Of("zh", text), null, text))).Texts.In("zh")));

    [Fact]
    public void The_same_statement_with_members_given_in_another_order_has_the_same_text()
    {
        var one = new Observation { Id = default, Entity = "xiaomi", Type = "DEVICES", Value = new QuantityValue(Quantity.Of(1.50m, "count")), Hedge = new([new("zh", "约"), new("en", "about")]) };
        var other = one with { Value = new QuantityValue(Quantity.Of(1.5m, "count")), Hedge = new([new("en", "about"), new("zh", "约")]) };
        Assert.Equal(CanonicalJson.Of(Identity.Canonical(one, TestOntology.Instance)), CanonicalJson.Of(Identity.Canonical(other, TestOntology.Instance)));
    }

    [Fact]
    public void The_text_of_a_relationship_is_this()
    {
        var statement = Identity.Canonical(new Relationship
        {
            Id = default,
            Source = "lei-jun",
            Type = "INFLUENCED_BY",
            Target = "elon-musk",
            Validity = Period.Of(PeriodRole.During, PartialDate.Parse("2021") with { About = true, Inferred = true }, null, LocalText.Of("zh", "造车以来")),
            Status = Status.Reported,
            Polarity = Polarity.Negated,
            Speaker = new Speaker("lei-jun", LocalText.Of("zh", "他")),
            Hedge = LocalText.Of("zh", "据说"),
            Qualifiers = [new("at", new EntityValue("launch"))],
            AmongOthers = true,
            Evidence = [new(new("first-news", 1), "zh", 0, 2, "\"小")],
            FromApi = true,
        }, TestOntology.Instance);
        Assert.Equal($$$"""
            {"id":"{{{statement.Id}}}","source":"lei-jun","type":"INFLUENCED_BY","target":"elon-musk","validity":{"role":"DURING","from":"2021~?","text":{"zh":"造车以来"}},"status":"REPORTED","polarity":"NEGATED","speaker":{"entity":"lei-jun","text":{"zh":"他"}},"hedge":{"zh":"据说"},"qualifiers":{"at":{"entity":"launch"}},"amongOthers":true,"evidence":[{"passage":"p_first-news.1","language":"zh","start":0,"end":2,"quote":"\"小"}],"fromApi":true}
            """, CanonicalJson.Of(statement));
    }

    [Fact]
    public void The_text_of_an_observation_is_this()
    {
        var statement = Identity.Canonical(new Observation
        {
            Id = default,
            Entity = "xiaomi",
            Type = "RD_SPENDING",
            Value = new QuantityValue(Quantity.Of(16_000_000_000.0m, "CNY", Bound.Over, text: TestOntology.Both("超160亿元", "over 16bn yuan"))),
        }, TestOntology.Instance);
        Assert.Equal($$$"""
            {"id":"{{{statement.Id}}}","entity":"xiaomi","metric":"RD_SPENDING","value":{"amount":16000000000,"unit":"CNY","bound":"OVER","text":{"en":"over 16bn yuan","zh":"超160亿元"}},"status":"STATED"}
            """, CanonicalJson.Of(statement));
    }
}
