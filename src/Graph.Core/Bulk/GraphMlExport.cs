using System.Globalization;
using System.Xml;

namespace Graph.Core;

/// <summary>Writes a graph as GraphML (http://graphml.graphdrawing.org), for Gephi, yEd, networkx: entities and observations are nodes,
/// relationships are edges, and an edge of its metric's name leads from an entity to its observation. A denial's edge is of type
/// <c>NOT_...</c>, as in Neo4j.</summary>
/// <remarks>For looking and reckoning: of evidence it has the first quote, of words those in the default language. What no XML may hold
/// is replaced by U+FFFD. A date that is about ends in <c>~</c>, an inferred one in <c>?</c>.</remarks>
public static class GraphMlExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string, string)[] Said =
        [("status", "string"), ("speaker", "string"), ("hedge", "string"), ("from", "string"), ("to", "string"), ("quote", "string"),
            ("passage", "string")];

    private static readonly (string Name, string Type)[] NodeKeys =
    [
        ("label", "string"), ("kind", "string"), ("summary", "string"), ("degree", "long"), ("metric", "string"), ("value", "string"),
            ("amount", "double"), ("unit", "string"),
        .. Said,
    ];

    private static readonly (string Name, string Type)[] EdgeKeys = [("label", "string"), ("type", "string"), ("symmetric", "boolean"),
        .. Said];

    /// <exception cref="ConflictException">As of <see cref="BulkExport.Things"/>; what was written then is not whole.</exception>
    public static async ValueTask Write(IGraphStore store, Stream to, CancellationToken cancellation)
    {
        var settings = new XmlWriterSettings { Async = true, Indent = true, CloseOutput = false,
            Encoding = new System.Text.UTF8Encoding(false) };
        await using var xml = XmlWriter.Create(to, settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "graphml", Namespace);
        foreach (var (where, keys) in new[] { ("node", NodeKeys), ("edge", EdgeKeys) })
        {
            foreach (var (name, type) in keys)
                Key(xml, where, name, type);
        }
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", store.Ontology.Id);
        xml.WriteAttributeString("edgedefault", "directed");
        await foreach (var thing in BulkExport.Things(store, cancellation))
            Write(xml, thing, store.Ontology);
        await xml.WriteEndDocumentAsync();
    }

    private static void Write(XmlWriter xml, BulkThing thing, Ontology ontology)
    {
        switch (thing)
        {
            case BulkThing.OfEntity { Entity: var entity, Degree: var degree }:
                Begin(xml, "node", entity.Key);
                Data(xml, "node", ("label", entity.Name(null, ontology)), ("kind", entity.Kind),
                    ("summary", entity.Summary?.Best(null, ontology.Languages)),
                    ("degree", degree.ToString(CultureInfo.InvariantCulture)));
                xml.WriteEndElement();
                break;
            case BulkThing.OfStatement { Statement: Relationship r }:
                Edge(xml, r, r.Target, ontology);
                break;
            case BulkThing.OfStatement { Statement: Observation o }:
                Begin(xml, "node", o.Id.ToString());
                var quantity = (o.Value as QuantityValue)?.Quantity;
                var value = ValueText.Of(o.Value, ontology.DefaultLanguage, ontology);
                Data(xml, "node", ("label", value), ("kind", "Observation"), ("metric", o.Type), ("value", value),
                    ("amount", quantity is null ? null : Quantity.Digits(quantity.Amount)), ("unit", quantity?.Unit));
                Data(xml, "node", SaidOf(o, ontology));
                xml.WriteEndElement();
                Edge(xml, o, o.Id.ToString(), ontology);
                break;
        }
    }

    private static void Edge(XmlWriter xml, Statement statement, string target, Ontology ontology)
    {
        Begin(xml, "edge", statement is Relationship ? statement.Id.ToString() : $"of_{statement.Id}");
        xml.WriteAttributeString("source", statement.Subject);
        xml.WriteAttributeString("target", target);
        var type = (statement.Polarity == Polarity.Negated ? "NOT_" : "") + statement.Type;
        Data(xml, "edge", ("label", type), ("type", type), ("symmetric", ontology.IsSymmetric(statement.Type) ? "true" : null)); // not every reader takes mixed graphs
        if (statement is Relationship)
            Data(xml, "edge", SaidOf(statement, ontology));
        xml.WriteEndElement();
    }

    private static (string, string?)[] SaidOf(Statement s, Ontology ontology)
    {
        var evidence = s.Evidence.FirstOrDefault(e => e.Language == ontology.DefaultLanguage) ?? s.Evidence.FirstOrDefault();
        return
        [
            ("status", Spelling.EnumValue(s.Status.ToString())),
                ("speaker", s.Speaker?.Entity ?? s.Speaker?.Text?.Best(null, ontology.Languages)),
            ("hedge", s.Hedge?.Best(null, ontology.Languages)), ("from", s.When?.From?.ToMarkedString()),
            ("to", s.When?.To?.ToMarkedString()),
            ("quote", evidence?.Quote), ("passage", evidence?.Passage.ToString()),
        ];
    }

    private static void Key(XmlWriter xml, string where, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{where}_{name}");
        xml.WriteAttributeString("for", where);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Begin(XmlWriter xml, string what, string id)
    {
        xml.WriteStartElement(what, Namespace);
        xml.WriteAttributeString("id", id);
    }

    private static void Data(XmlWriter xml, string where, params ReadOnlySpan<(string Key, string? Value)> values)
    {
        foreach (var (key, value) in values)
        {
            if (value is null)
                continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", $"{where}_{key}");
            xml.WriteString(Allowed(value));
            xml.WriteEndElement();
        }
    }

    private static string Allowed(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text
        : string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = XmlConvert.IsXmlChar(from[i]) || char.IsSurrogate(from[i]) ? from[i] : '\ufffd';
        });
}
