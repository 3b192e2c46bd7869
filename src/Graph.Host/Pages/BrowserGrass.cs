using System.Globalization;
using System.Text;
using Graph.Core;
using Graph.Neo4jStore;

namespace Graph.Host;

/// <summary>The graph's style sheet for Neo4j Browser.</summary>
/// <remarks>Of two rules that match a node the later wins, and Browser adds one of its own for each label without: so every label has a rule, the shared one first, then ancestors, then kinds.</remarks>
internal static class BrowserGrass
{
    private const string Paper = "#FFFFFF", Ink = "#1A1A1A", Edge = "#6B7280", Light = "#A5ABB6", Denied = "#D40000", Machinery = "#E5E7EB";

    public static string Write(BrowserSights sights, string language)
    {
        var (ontology, words, sheet) = (sights.Ontology, BrowserWords.For(language), new StringBuilder());
        var hedge = language == ontology.DefaultLanguage ? " {hedge}" : ""; // the store keeps it readable in that language alone
        var name = $"{{{NodeNames.Name(language, ontology)}}}";
        Rule(sheet, "node", Node(Machinery, 50, "{name}"));
        Rule(sheet, "relationship", Arrow(Edge, 1, "<type>"));
        Rule(sheet, "node." + NodeNames.Entity, Node(Light, 65, name));
        foreach (var label in NodeNames.Machinery)
            Rule(sheet, "node." + label, Node(Machinery, 30, "{name}"));
        var central = sights.Portraits.Select(p => sights.Kind(p.Key)).OfType<string>().ToHashSet();
        foreach (var kind in ontology.Kinds.OrderBy(k => ontology.Lineage(k.Name).Count()))
            Rule(sheet, "node." + kind.Name, Node(kind.Color, central.Contains(kind.Name) ? 85 : 65, name));
        Rule(sheet, "node." + NodeNames.Observation, Node(Paper, 80, name, Edge));
        Rule(sheet, "node." + NodeNames.Passage, Node("#F5F0E1", 50, "{number}"));
        Rule(sheet, "node." + NodeNames.Article, Node("#374151", 80, "{name}"));
        foreach (var (type, label) in ontology.RelationshipTypes.Select(t => (t.Name, t.Out.Label)))
        {
            Rule(sheet, "relationship." + type, Arrow(Edge, 2, Caption(label.Best(language, ontology.Languages)) + hedge));
            Rule(sheet, "relationship." + NodeNames.Denial + type, Arrow(Denied, 3, words.Not + Caption(label.Best(language, ontology.Languages))));
        }
        foreach (var (metric, label) in ontology.Metrics.Select(m => (m.Name, m.Label)))
        {
            Rule(sheet, "relationship." + metric, Arrow(Light, 1, Caption(label.Best(language, ontology.Languages))));
            Rule(sheet, "relationship." + NodeNames.Denial + metric, Arrow(Denied, 3, words.Not + Caption(label.Best(language, ontology.Languages))));
        }
        return sheet.ToString();
    }

    /// <summary>Black or white, whichever has more contrast on the colour (WCAG 2.2, relative luminance).</summary>
    public static string TextOn(string color)
    {
        var luminance = Luminance(color);
        return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / (Luminance(Ink) + 0.05) ? Paper : Ink;
    }

    private static double Luminance(string color) => (0.2126 * Channel(color, 1)) + (0.7152 * Channel(color, 3)) + (0.0722 * Channel(color, 5));

    private static double Channel(string color, int at)
    {
        var value = Byte(color, at) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Byte(string color, int at) => byte.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Darker(string color) =>
        string.Create(CultureInfo.InvariantCulture, $"#{Byte(color, 1) * 3 / 4:X2}{Byte(color, 3) * 3 / 4:X2}{Byte(color, 5) * 3 / 4:X2}");

    private static string Node(string color, int diameter, string caption, string? border = null) => string.Create(CultureInfo.InvariantCulture,
        $"diameter: {diameter}px; color: {color}; border-color: {border ?? Darker(color)}; border-width: 2px; text-color-internal: {TextOn(color)}; font-size: 10px; caption: \"{caption}\";");

    private static string Arrow(string color, int width, string caption) => string.Create(CultureInfo.InvariantCulture,
        $"color: {color}; border-color: {color}; shaft-width: {width}px; font-size: 9px; padding: 3px; text-color-external: {(color == Denied ? Denied : Ink)}; text-color-internal: {Paper}; caption: \"{caption}\";");

    // Browser's reader of captions stumbles over these.
    private static string Caption(string label) => string.Concat(label.Where(c => c is not (':' or ';' or '{' or '}' or '"' or '\\' or '<' or '>') && !char.IsControl(c)));

    private static void Rule(StringBuilder sheet, string selector, string body) => sheet.Append(selector).Append(" { ").Append(body).Append(" }\n");
}
