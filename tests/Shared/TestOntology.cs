using Graph.Core;

namespace Graph.SharedTests;

/// <summary>A small ontology with every shape that an ontology can have: abstract kinds, symmetric and functional types, all three values of metrics, units with factors, all four qualifiers.</summary>
internal static class TestOntology
{
    private const string Yaml = """
        id: test
        title: {zh: 试验, en: Test}
        languages: [zh, en]
        kinds:
          Organization: {label: {zh: 组织, en: organization}}
          Company: {parent: Organization, label: {zh: 公司, en: company}, plural: companies}
          University: {parent: Organization, label: {zh: 大学, en: university}, plural: universities}
          Person: {label: {zh: 人物, en: person}, plural: people}
          AIModel: {label: {zh: 模型, en: model}}
          Event: {label: {zh: 活动, en: event}}
        relationships:
          COMPETES_WITH:
            pairs: [Organization -> Organization]
            symmetric: true
            label: {zh: 竞争, en: competes with}
            sentence: {zh: "{source}与{target}竞争", en: "{source} competes with {target}"}
          DEVELOPED:
            pairs: [Organization -> AIModel, Person -> AIModel]
            label: {zh: 开发, en: developed}
            sentence: {zh: "[{from}，]{source}开发了{target}[（{reason}）]", en: "{source} developed {target}[ in {from}][ because {reason}]"}
            inverse: {field: developedBy, label: {zh: 开发者, en: developed by}, sentence: {zh: "{target}由{source}开发", en: "{target} was developed by {source}"}}
          HEADED_BY:
            pairs: [Organization -> Person]
            functional: true
            label: {zh: 领导者, en: headed by}
            sentence: {zh: "{source}由{target}领导", en: "{source} is headed by {target}"}
            denial: {zh: "{source}不由{target}领导", en: "{source} is not headed by {target}"}
            inverse: {field: heads, label: {zh: 领导, en: heads}, sentence: {zh: "{target}领导{source}", en: "{target} heads {source}"}}
          INFLUENCED_BY:
            pairs: [Person -> Person, Company -> Company]
            label: {zh: 受影响于, en: influenced by}
            sentence: {zh: "{source}受{target}影响", en: "{source} was influenced by {target}"}
            inverse: {field: influences, label: {zh: 影响了, en: influenced}, sentence: {zh: "{target}影响了{source}", en: "{target} influenced {source}"}}
          MARRIED_TO:
            pairs: [Person -> Person]
            symmetric: true
            functional: true
            label: {zh: 配偶, en: married to}
            sentence: {zh: "{source}与{target}是夫妻", en: "{source} is married to {target}"}
        metrics:
          DEVICES:
            kinds: [Organization]
            unit: count
            label: {zh: 设备数, en: devices}
            sentence: {zh: "[{period}，]{entity}的设备数为{value}", en: "{entity} had {value}[ in {period}]"}
          FOUNDED:
            value: DATE
            kinds: [Organization]
            label: {zh: 成立, en: founded}
            sentence: {zh: "{entity}成立于{value}", en: "{entity} was founded in {value}"}
          RD_SPENDING:
            kinds: [Company, University]
            unit: CNY
            additive: {time: true, parts: true}
            label: {zh: 研发投入, en: R&D spending}
            sentence: {zh: "[{period}，]{entity}的研发投入为{value}", en: "{entity} spent {value} on R&D[ in {period}]"}
          SLOGAN:
            value: TEXT
            kinds: [Company, Person]
            label: {zh: 口号, en: slogan}
            sentence: {zh: "{entity}的口号是“{value}”", en: "{entity}'s slogan is “{value}”"}
        units:
          CNY: {name: {zh: 元, en: yuan}, symbol: {zh: 元, en: CNY}}
          CNY_10K: {name: {zh: 万元, en: ten thousand yuan}, symbol: {zh: 万元, en: 10k CNY}, base: CNY, factor: 10000}
          CNY_100M: {name: {zh: 亿元, en: hundred million yuan}, symbol: {zh: 亿元, en: 100m CNY}, base: CNY, factor: 100000000}
          count: {name: {zh: 台, en: devices}, symbol: {zh: 台, en: devices}}
          rank: {name: {zh: 名, en: place}, symbol: {zh: 名, en: ""}}
        qualifiers:
          at: {type: ENTITY, kinds: [Event], label: {zh: 场合, en: occasion}}
          ordinal: {type: QUANTITY, unit: rank, label: {zh: 序次, en: ordinal}}
          reason: {type: TEXT, label: {zh: 原因, en: reason}}
          relativeTo: {type: ENTITY, label: {zh: 相对, en: relative to}}
          scope: {type: TEXT, label: {zh: 范围, en: scope}}
          since: {type: DATE, label: {zh: 起始, en: since}}

        """;

    public static Ontology Instance { get; } = OntologyReader.Parse(Yaml, "test.yaml").OrThrow();

    public static LocalText Both(string zh, string en) => new([new("zh", zh), new("en", en)]);
}
