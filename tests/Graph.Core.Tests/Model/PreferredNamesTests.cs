using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public sealed class PreferredNamesTests
{
    private static readonly string?[] Languages = ["zh", "en", "fr", "de", null];

    private static readonly Gen<string> Text = Gen.Char["ab 小\u0001\u00021💡"].Array[1, 6].Select(c => new string(c));

    private static readonly Gen<EntityName> Name =
        Gen.Select(Text, Gen.Int[0, 2].Select(n => Languages[n]!), Gen.Enum<NameRole>(), (text, language, role) => new EntityName(text, language, role));

    [Fact]
    public void Show_what_the_entity_shows() => Gen.Select(Name.Array[0, 6], Text, Gen.Int[0, 4].Select(n => Languages[n])).Sample((names, last, language) =>
    {
        var entity = new Entity("e", "K", [new Declaration("a", [.. names, new EntityName(last, "en", NameRole.Preferred)], null, new Dictionary<string, string>())]);
        var ontology = TestOntology.Instance;
        Assert.Equal(entity.Name(language, ontology), PreferredNames.Choose(PreferredNames.Of(entity), language, ontology.DefaultLanguage));
    });
}
