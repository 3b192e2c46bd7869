using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>Writes a graph as RDF in Turtle, one triple a line, statements reified as in Wikidata.</summary>
/// <remarks>
/// <code>
/// e:marie-curie t:INFLUENCED_BY e:pierre-curie .    the short way: what is affirmed, both ways for a symmetric type
/// e:marie-curie p:INFLUENCED_BY s:r_INFLUENCED_BY.x . the long way: the statement as a node
/// s:r_INFLUENCED_BY.x ps:INFLUENCED_BY e:pierre-curie ; g:status "STATED" ; pq:at e:some-event ; prov:wasDerivedFrom s:r_INFLUENCED_BY.x-1 .
/// s:r_INFLUENCED_BY.x pq:ordinal 2 ; pqv:ordinal s:r_INFLUENCED_BY.x-ordinal .
/// s:r_INFLUENCED_BY.x-ordinal g:amount 2 ; g:unit "rank" ; g:bound "AT_LEAST" .  all of a qualifier's quantity
/// s:r_INFLUENCED_BY.x-1 g:passage d:p_some-article.3 ; g:quote "..."@en ; g:start 0 ; g:end 16 .
/// </code>
/// Amounts are xsd:decimal in the base unit, dates xsd:gYear, gYearMonth or date; what these cannot say is of the type g:date:
/// a quarter (<c>2022-Q3</c>), about (<c>2022~</c>), inferred (<c>2022?</c>). IRIs are <c>urn:graph:ONTOLOGY:...</c>.
/// </remarks>
public static class RdfExport
{
    private static readonly (string Prefix, string Path)[] Own =
        [("e", "entity"), ("s", "statement"), ("d", "document"), ("k", "kind"), ("t", "direct"), ("p", "statements"), ("ps", "value"),
            ("pq", "qualifier"), ("pqv", "qualifierValue"), ("i", "identifier"), ("g", "term")];

    private static readonly (string Prefix, string Iri)[] Known =
    [
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("dct", "http://purl.org/dc/terms/"), ("prov", "http://www.w3.org/ns/prov#"),
    ];

    /// <exception cref="ConflictException">As of <see cref="BulkExport.Things"/>; what was written then is not whole.</exception>
    public static async ValueTask Write(IGraphStore store, Stream to, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        foreach (var (prefix, iri) in Known.Concat(Own.Select(o => (o.Prefix, $"urn:graph:{store.Ontology.Id}:{o.Path}:"))))
            await writer.WriteLineAsync($"@prefix {prefix}: <{iri}> .");
        foreach (var triple in Of(store.Ontology))
            await writer.WriteLineAsync(triple);
        await foreach (var thing in BulkExport.Things(store, cancellation))
        {
            foreach (var triple in Of(thing, store.Ontology))
                await writer.WriteLineAsync(triple);
        }
    }

    private static IEnumerable<string> Of(Ontology ontology) =>
    [
        .. ontology.Kinds.SelectMany(k => Texts($"k:{k.Name} rdfs:label", k.Label)),
        .. ontology.Kinds.Where(k => k.Parent is not null).Select(k => $"k:{k.Name} rdfs:subClassOf k:{k.Parent} ."),
        .. ontology.RelationshipTypes.SelectMany(t => Texts($"t:{t.Name} rdfs:label", t.Out.Label)),
        .. ontology.Metrics.SelectMany(m => Texts($"t:{m.Name} rdfs:label", m.Label)),
    ];

    private static IEnumerable<string> Of(BulkThing thing, Ontology ontology) => thing switch
    {
        BulkThing.OfArticle t => Of(t.Article),
        BulkThing.OfPassage t => Of(t.Passage),
        BulkThing.OfEntity t => Of(t.Entity),
        BulkThing.OfMentions t => t.All.Select(m => m.Entity).Distinct().Select(e => $"d:{t.All[0].Passage} g:mentions e:{e} ."),
        BulkThing.OfStatement t => Of(t.Statement, ontology),
        _ => throw new ArgumentOutOfRangeException(nameof(thing)),
    };

    private static IEnumerable<string> Of(Article article)
    {
        var node = $"d:{article.Id}";
        return
        [
            $"{node} rdf:type g:Article .", $"{node} dct:language {Quoted(article.Language)} .",
                .. Texts(node + " dct:title", article.Title),
            .. Text(node + " dct:publisher", article.Publisher), .. Text(node + " dct:creator", article.Author),
                .. Text(node + " dct:source", article.Url),
            .. article.Date is { } date ? new[] { $"{node} dct:date {Date(date)} ." } : [],
        ];
    }

    private static IEnumerable<string> Of(Passage passage) =>
    [
        $"d:{passage.Id} rdf:type g:Passage .", $"d:{passage.Id} dct:isPartOf d:{Article.IdPrefix}{passage.Id.Article} .",
        string.Create(CultureInfo.InvariantCulture, $"d:{passage.Id} g:number {passage.Id.Number} ."),
            .. Texts($"d:{passage.Id} g:text", passage.Texts),
        .. Text($"d:{passage.Id} g:sha256", passage.Sha256),
    ];

    private static IEnumerable<string> Of(Entity entity) =>
    [
        $"e:{entity.Key} rdf:type k:{entity.Kind} .",
        .. entity.Names.Select(n => $"e:{entity.Key} {(n.Role == NameRole.Preferred ? "rdfs:label" : "skos:altLabel")} {Quoted(n.Text)}@{n.Language} ."),
        .. Texts($"e:{entity.Key} rdfs:comment", entity.Summary),
        .. entity.Identifiers.Select(i => $"e:{entity.Key} i:{i.Key} {Quoted(i.Value)} ."),
        .. entity.Declarations.Select(d => $"e:{entity.Key} g:declaredBy {Source(d.Source)} ."),
    ];

    private static IEnumerable<string> Of(Statement statement, Ontology ontology)
    {
        var (node, subject, type) = ($"s:{statement.Id}", $"e:{statement.Subject}", statement.Type);
        string[] values = statement is Relationship r ? [$"e:{r.Target}"] : [.. Value(((Observation)statement).Value)];
        var affirmed = statement.Polarity == Polarity.Affirmed;
        return
        [
            .. affirmed ? values.Select(v => $"{subject} t:{type} {v} .") : [],
            .. affirmed && ontology.IsSymmetric(type) ? values.Select(v => $"{v} t:{type} {subject} .") : [],
            $"{subject} p:{type} {node} .", $"{node} rdf:type g:{statement.Form} .", .. values.Select(v => $"{node} ps:{type} {v} ."),
            .. statement is Observation o ? Parts(node, o.Value) : [],
            $"{node} g:status {Quoted(Spelling.EnumValue(statement.Status.ToString()))} .",
                $"{node} g:polarity {Quoted(Spelling.EnumValue(statement.Polarity.ToString()))} .",
            .. Held(node, statement), .. statement.Qualifiers.SelectMany(q => Of(q, node)),
            .. statement.Evidence.SelectMany((e, n) => Of(e, node, n + 1)),
        ];
    }

    private static IEnumerable<string> Held(string node, Statement statement) =>
    [
        .. statement.Speaker?.Entity is { } speaker ? new[] { $"{node} g:speaker e:{speaker} ." } : [],
            .. Texts(node + " g:speakerText", statement.Speaker?.Text),
        .. Texts(node + " g:hedge", statement.Hedge),
        .. statement.When is { IsDated: true } when_ ? new[] { $"{node} g:periodRole {Quoted(Spelling.EnumValue(when_.Role.ToString()))} ." } : [],
        .. statement.When?.From is { } from ? new[] { $"{node} g:from {Date(from)} ." } : [],
        .. statement.When?.To is { } to ? new[] { $"{node} g:to {Date(to)} ." } : [],
            .. Texts(node + " g:periodText", statement.When?.Text),
        .. statement.AmongOthers ? new[] { $"{node} g:amongOthers true ." } : [], .. statement.FromApi
            ? new[] { $"{node} g:saidBy {Source(Sources.Api)} ." } : [],
        .. statement.DerivedFrom.Select(p => $"{node} g:derivedFrom s:{p} ."),
    ];

    // Of a quantity the bare amount does not say all: a node of its own does.
    private static IEnumerable<string> Of(Qualifier qualifier, string statement)
    {
        var values = Value(qualifier.Value).Select(v => $"{statement} pq:{qualifier.Key} {v} .");
        if (qualifier.Value is not QuantityValue { Quantity: var quantity })
            return values;
        var node = $"{statement}-{qualifier.Key}";
        return values.Concat([$"{statement} pqv:{qualifier.Key} {node} .", $"{node} g:amount {Decimal(quantity.Amount)} ."])
            .Concat(Parts(node, qualifier.Value));
    }

    private static IEnumerable<string> Of(Evidence evidence, string statement, int number)
    {
        var node = string.Create(CultureInfo.InvariantCulture, $"{statement}-{number}");
        return
        [
            $"{statement} prov:wasDerivedFrom {node} .", $"{node} g:passage d:{evidence.Passage} .",
                $"{node} g:quote {Quoted(evidence.Quote)}@{evidence.Language} .",
            string.Create(CultureInfo.InvariantCulture, $"{node} g:start {evidence.Start} ."),
                string.Create(CultureInfo.InvariantCulture, $"{node} g:end {evidence.End} ."),
        ];
    }

    private static IEnumerable<string> Value(StatementValue value) => value switch
    {
        QuantityValue q => [Decimal(q.Quantity.Amount)],
        DateValue d => [Date(d.Date)],
        EntityValue e => ["e:" + e.Key],
        _ => ((TextValue)value).Text.Select(t => $"{Quoted(t.Value)}@{t.Key}"),
    };

    private static IEnumerable<string> Parts(string node, StatementValue value) => value switch
    {
        QuantityValue { Quantity: var q } =>
        [
            $"{node} g:unit {Quoted(q.Unit)} .", $"{node} g:bound {Quoted(Spelling.EnumValue(q.Bound.ToString()))} .",
            .. q.AmountMax is { } max ? new[] { $"{node} g:amountMax {Decimal(max)} ." } : [], .. Texts(node + " g:valueText", q.Text),
        ],
        DateValue d => Texts(node + " g:valueText", d.Words),
        _ => [],
    };

    private static string Source(string source) => source == Sources.Api ? "g:api" : $"d:{Article.IdPrefix}{source}";

    private static string Decimal(decimal amount) => $"\"{Quantity.Digits(amount)}\"^^xsd:decimal";

    // XML Schema has no quarters, and takes every date for exact.
    private static string Date(PartialDate date) => Quoted(date.ToMarkedString()) + date switch
    {
        { About: true } or { Inferred: true } => "^^g:date",
        { Precision: DatePrecision.Year } => "^^xsd:gYear",
        { Precision: DatePrecision.Month } => "^^xsd:gYearMonth",
        { Precision: DatePrecision.Day } => "^^xsd:date",
        _ => "^^g:date",
    };

    private static IEnumerable<string> Texts(string before, LocalText? text) =>
        text is null ? [] : text.Select(t => $"{before} {Quoted(t.Value)}@{t.Key} .");

    private static IEnumerable<string> Text(string before, string? text) => text is null ? [] : [$"{before} {Quoted(text)} ."];

    // https://www.w3.org/TR/turtle/#sec-escapes
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c < ' ')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
