using Graph.Core;

namespace Graph.CoreTests;

/// <summary>A small ontology with one of everything, and ways to change it.</summary>
internal static class SmallOntology
{
    public const string Text = """
        id: small-town
        title: {en: A small town, de: Eine kleine Stadt}
        languages: [en, de]
        kinds:
          Being:
            label: {en: being, de: Lebewesen}
            color: "#a1b2c3"
          Person:
            parent: Being
            label: {en: person, de: Person}
            labels: {en: people, de: Personen}
            synonyms: {en: [human]}
            plural: people
          OldTree:
            parent: Being
            label: {en: old tree, de: alter Baum}
          Club:
            label: {en: club, de: Verein}
          Feast:
            label: {en: feast, de: Fest}
        relationships:
          MEMBER_OF:
            pairs: [Person -> Club]
            label: {en: member of, de: Mitglied von}
            phrases: {en: [belong to], de: [gehört zu]}
            sentence: {en: "{source} belongs to {target}[ since {from}]", de: "{source} gehört zu {target}"}
            denial: {en: "{source} does not belong to {target}", de: "{source} gehört nicht zu {target}"}
            inverse:
              field: members
              label: {en: has member, de: hat Mitglied}
              phrases: {en: [who belongs to]}
              roles: {en: [member]}
              sentence: {en: "{target} has the member {source}", de: "{target} hat das Mitglied {source}"}
          KNOWS:
            pairs: [Person -> Person, Being -> OldTree, OldTree -> Being]
            symmetric: true
            label: {en: knows, de: kennt}
            sentence: {en: "{source} knows {target}", de: "{source} kennt {target}"}
        metrics:
          HEIGHT:
            kinds: [Being]
            unit: m
            label: {en: height, de: Höhe}
            phrases: {en: [how tall]}
            sentence: {en: "{entity} is {value} tall[ in {period}][, at {place}]", de: "{entity} ist {value} hoch"}
          MONEY:
            kinds: [Club]
            unit: EUR
            additive: {time: true}
            label: {en: money, de: Geld}
            sentence: {en: "{entity} has {value}", de: "{entity} hat {value}"}
          BORN:
            value: DATE
            kinds: [Person]
            label: {en: born, de: geboren}
            sentence: {en: "{entity} was born {value}", de: "{entity} ist geboren {value}"}
          MOTTO:
            value: TEXT
            kinds: [Club]
            label: {en: motto, de: Motto}
            sentence: {en: "{entity}: {value}", de: "{entity}: {value}"}
        units:
          m: {name: {en: metre, de: Meter}, symbol: {en: m, de: m}}
          km: {name: {en: kilometre, de: Kilometer}, symbol: {en: km, de: km}, base: m, factor: 1000}
          EUR: {name: {en: euro, de: Euro}, symbol: {en: "€", de: "€"}}
          rank: {name: {en: place, de: Platz}, symbol: {en: "", de: Platz}}
        qualifiers:
          scope: {type: TEXT, label: {en: scope, de: Bereich}}
          at: {type: ENTITY, kinds: [Feast], label: {en: occasion, de: Anlass}}
          place: {type: ENTITY, label: {en: place, de: Ort}}
          ordinal: {type: QUANTITY, unit: rank, label: {en: ordinal, de: Rang}}
          since: {type: DATE, label: {en: since, de: seit}, phrases: {en: [since when]}}
        """;

    public static Ontology Whole { get; } = OntologyReader.Parse(Text, "ontology.yaml").OrThrow();

    /// <summary>The text with one place changed, which must be there exactly once.</summary>
    public static string With(string old, string @new)
    {
        Xunit.Assert.Single(Text.Split(old).Skip(1));
        return Text.Replace(old, @new, StringComparison.Ordinal);
    }

    public static Ontology OntologyWith(string old, string @new) => OntologyReader.Parse(With(old, @new), "ontology.yaml").OrThrow();

    /// <summary>The 1-based line in which a text stands.</summary>
    public static int LineOf(string yaml, string text)
    {
        var at = yaml.IndexOf(text, StringComparison.Ordinal);
        Xunit.Assert.True(at >= 0, $"no '{text}'");
        return yaml[..at].Count(c => c == '\n') + 1;
    }
}
