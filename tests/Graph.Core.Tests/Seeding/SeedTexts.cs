using System.Text;
using Graph.Core;

namespace Graph.CoreTests;

/// <summary>A small field far from technology, and ways to write seeds of it into a temporary folder.</summary>
internal static class SeedTexts
{
    public const string Ontology = """
        id: bakeries
        title: {zh: 面包房, en: Bakeries}
        languages: [zh, en]
        kinds:
          Agent: {label: {zh: 主体, en: agent}}
          Person: {parent: Agent, label: {zh: 人, en: person}, labels: {en: persons}, plural: persons}
          Bakery: {parent: Agent, label: {zh: 面包房, en: bakery}, labels: {en: bakeries}, plural: bakeries}
          Fair: {label: {zh: 展会, en: fair}}
        relationships:
          SUPPLIES:
            pairs: [Bakery -> Agent]
            label: {zh: 供货给, en: supplies}
            phrases: {zh: [供货给谁], en: [supplies whom]}
            sentence: {zh: "{source}供货给{target}", en: "{source} supplies {target}"}
            inverse:
              field: suppliedBy
              label: {zh: 由其供货, en: supplied by}
              phrases: {zh: [谁供货], en: [supplied by]}
              sentence: {zh: "{target}由{source}供货", en: "{target} is supplied by {source}"}
          RIVAL_OF:
            pairs: [Bakery -> Bakery]
            symmetric: true
            label: {zh: 竞争, en: rival of}
            phrases: {zh: [与谁竞争], en: [rival of]}
            sentence: {zh: "{source}与{target}竞争", en: "{source} rivals {target}"}
        metrics:
          FLOUR:
            kinds: [Bakery]
            unit: gram
            label: {zh: 面粉, en: flour}
            phrases: {zh: [多少面粉], en: [how much flour]}
            sentence: {zh: "{entity}用面粉{value}", en: "{entity} uses {value} of flour"}
          OPENED:
            kinds: [Agent]
            value: DATE
            label: {zh: 开业, en: opened}
            phrases: {zh: [何时开业], en: [when opened]}
            sentence: {zh: "{entity}于{value}开业", en: "{entity} opened in {value}"}
          MOTTO:
            kinds: [Agent]
            value: TEXT
            label: {zh: 口号, en: motto}
            phrases: {zh: [口号是什么], en: [what motto]}
            sentence: {zh: "{entity}的口号是{value}", en: "the motto of {entity} is {value}"}
        units:
          gram: {name: {zh: 克, en: gram}, symbol: {zh: 克, en: g}}
          ton: {name: {zh: 吨, en: ton}, symbol: {zh: 吨, en: t}, base: gram, factor: 1000000}
          count: {name: {zh: 个, en: piece}, symbol: {zh: 个, en: ""}}
        qualifiers:
          scope: {type: TEXT, label: {zh: 范围, en: scope}}
          at: {type: ENTITY, kinds: [Fair], label: {zh: 场合, en: occasion}}
          ordinal: {type: QUANTITY, unit: count, label: {zh: 序次, en: ordinal}}
          noted: {type: DATE, label: {zh: 记于, en: noted}}
        """;

    public const string Entities = """
        entities:
          old-mill: {kind: Bakery, names: {zh: [老磨坊, {text: 磨坊, role: ABBREVIATION}], en: [Old Mill]}, identifiers: {register: B1}}
          crust: {kind: Bakery, names: {zh: [脆皮], en: [Crust]}}
          anna: {kind: Person, names: {zh: [安娜], en: [Anna]}, summary: {zh: 店主, en: the owner}}
          bread-fair: {kind: Fair, names: {zh: [面包展], en: [Bread Fair]}}
        """;

    public const string Article = """
        article:
          key: mills
          title: {zh: 磨坊, en: Mills}
          language: zh
          date: 2024-01?
        passages:
          - {number: 1, zh: 老磨坊供货给安娜。脆皮与老磨坊竞争。, en: Old Mill supplies Anna. Crust rivals Old Mill.}
          - {number: 2, zh: 去年，老磨坊用了3吨面粉。, en: "Last year, Old Mill used 3 tons of flour."}
        """;

    public const string Statements = """
        statements:
          - relationship: old-mill SUPPLIES anna
            evidence: [{passage: 1, zh: 老磨坊供货给安娜, en: Old Mill supplies Anna}]
          - relationship: old-mill RIVAL_OF crust
            evidence: [{passage: 1, zh: 脆皮与老磨坊竞争, en: Crust rivals Old Mill}]
          - observation: old-mill FLOUR
            quantity: {amount: 3, unit: ton, text: {zh: 3吨, en: 3 tons}}
            period: {during: 2023?, text: {zh: 去年, en: last year}}
            evidence: [{passage: 2, zh: 老磨坊用了3吨面粉, en: Old Mill used 3 tons of flour}]
        """;

    public static Ontology ParsedOntology { get; } = OntologyReader.Parse(Ontology, "ontology.yaml").OrThrow();

    /// <summary>The one article, with its last section replaced.</summary>
    public static string WithStatements(string statements) => $"{Article}\n{Entities}\n{statements}\n";

    /// <summary>The article with these statements, read as one file named a.yaml.</summary>
    public static Checked<Seed> Read(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", text);
        var read = SeedReader.Read([folder.Path + "/a.yaml"], ParsedOntology);
        return read with { Problems = [.. read.Problems.Select(p => p with { File = Short(p.File), Message = Short(p.Message) })] };

        string Short(string text) => text.Replace(folder.Path + "/", "", StringComparison.Ordinal);
    }

    /// <summary>The first statement of the article that has it.</summary>
    public static Statement One(string statement) => Read(WithStatements("statements:\n" + statement)).OrThrow().Articles[0].Statements[0].Statement;
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("graph-seed-").FullName;

    public void Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
