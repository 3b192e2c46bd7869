using System.Globalization;
using System.Text;
using Graph.Core;

namespace Graph.Host;

/// <param name="Name">The operation's name, which GraphiQL shows on the tab.</param>
/// <param name="Query">The document, a comment first that says in each language what it is about.</param>
internal sealed record GraphiQLExample(string Name, string Query);

/// <summary>Queries about this very graph, made of its ontology and of what it holds; each finds something. The first tabs of
/// GraphiQL.</summary>
internal sealed class GraphiQLExamples
{
    private const int Directions = 4;

    // What one wants to know of a statement, at the depth of a list's nodes.
    private const string Statement = """
        sentence
              status
              hedge
              attributedTo { text entity { name } }
              evidence { quote passage { number } }
        """;

    private readonly BrowserSights _sights;

    private GraphiQLExamples(BrowserSights sights) => _sights = sights;

    private Ontology Ontology => _sights.Ontology;

    /// <summary>Reads the graph as the guide of Neo4j Browser does: in a few dozen store calls at the most.</summary>
    public static async ValueTask<IReadOnlyList<GraphiQLExample>> Read(IGraphStore store, CancellationToken cancellation) =>
        [.. new GraphiQLExamples(await BrowserSights.Read(store, cancellation)).All().OfType<GraphiQLExample>()];

    private IEnumerable<GraphiQLExample?> All() =>
        [Overview(), World(), Proof(), Path(), Common(), Values(), Plans(), Hearsay(), Voice(), Denials(), Timeline(), Paragraph(), Ranking()];

    private GraphiQLExample Overview()
    {
        var types = Ontology.RelationshipTypes.Count > 0;
        var metrics = Ontology.Metrics.Count > 0;
        return Example("Overview", w => w.Kinds, $$"""
              ontology {
                title
                kinds { label count }{{(types ? "\n    relationshipTypes { label field inverseField count }" : "")}}{{(metrics ? "\n    metrics { name label count }" : "")}}
              }
              statistics {
                articles
                passages
                entities{{(types ? "\n    relationships" : "")}}{{(metrics ? "\n    observations" : "")}}{{(types || metrics ? "\n    statuses { status count }" : "")}}
              }
            """);
    }

    private GraphiQLExample? World()
    {
        if (_sights.Portraits is not [var (key, statements), ..] || _sights.Kind(key) is not { } kind)
            return null;
        var fields = statements.OfType<Relationship>()
            .Where(r => r.Polarity == Polarity.Affirmed && (r.Source == key || r.Target == key))
            .CountBy(r => Field(r, key), StringComparer.Ordinal)
            .OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(Directions);
        var text = new StringBuilder($"  {Ontology.FindKind(kind)!.Field}(key: {Text(key)}) {{\n    name\n    summary\n    degree\n");
        foreach (var (field, _) in fields)
            text.Append(CultureInfo.InvariantCulture, $"    {field} {{\n      edges {{ node {{ name }} properties {{ sentence status }} }}\n    }}\n");
        return Example("World", (w, l) => Format(w.World, _sights.Name(key, l)), text.Append("  }").ToString());
    }

    private GraphiQLExample? Proof() => _sights.Portraits is not [var (key, _), ..] ? null
        : Example("Proof", (w, l) => Format(w.WhatIsSaid, _sights.Name(key, l)),
        $$"""
          entity(key: {{Text(key)}}) {
            statements(first: 20) {
              totalCount
              pageInfo { hasNextPage endCursor }
              nodes {
                {{Deeper(Statement)}}
              }
            }
          }
        """);

    private GraphiQLExample? Path() => _sights.Path is not { } path ? null
        : Example("Path", (w, l) => Format(w.Path, _sights.Name(path.Keys[0], l), _sights.Name(path.Keys[^1], l)),
        $$"""
          paths(from: {{Text(path.Keys[0])}}, to: {{Text(path.Keys[^1])}}) {
            length
            sentence
            hops {
              from { name }
              to { name }
              relationship {
                {{Deeper(Statement)}}
              }
            }
          }
        """);

    private GraphiQLExample? Common() => _sights.Rivals is not var (one, other) || !_sights.HaveCommon ? null
        : Example("Common", (w, l) => $"{Format(w.Against, _sights.Name(one, l), _sights.Name(other, l))}: {w.InCommon}",
            $"  common(of: [{Text(one)}, {Text(other)}]) {{ entity {{ name kind }} }}");

    private GraphiQLExample? Values() => _sights.Series is not [var (entity, metric), ..] ? null
        : Example("Values", (w, l) => Format(w.Series, Ontology.FindMetric(metric)!.Label.Best(l, Ontology.Languages), _sights.Name(entity, l)),
            $$"""
              observations(
                where: { entity: { eq: {{Text(entity)}} }, metric: { eq: {{metric}} } }
                orderBy: { field: PERIOD }
              ) {
                nodes {
                  period { text from to }
                  quantity { amount unit bound text }
                  {{Statement}}
                }
              }
            """);

    private GraphiQLExample? Plans() => Held("Plans", w => w.Plans, Status.Planned);

    private GraphiQLExample? Hearsay() => Held("Hearsay", w => w.Hearsay, Status.Reported, Status.Opinion, Status.Possible);

    private GraphiQLExample? Voice() => _sights.Speakers is not [var speaker, ..] ? null
        : Statements("Voice", (w, l) => $"{w.Voices}: {_sights.Name(speaker, l)}", $"speaker: {{ eq: {Text(speaker)} }}");

    private GraphiQLExample? Denials() => _sights.Denials.Count == 0 ? null : Statements("Denials", (w, _) => w.Denials, "polarity: { eq: NEGATED }");

    private GraphiQLExample? Timeline() => _sights.Years.Count == 0 ? null
        : Example("Timeline", w => w.ByYear, $$"""
              observations(orderBy: { field: PERIOD }, first: 50) {
                nodes {
                  period { from to }
                  {{Statement}}
                }
              }
            """);

    private GraphiQLExample? Paragraph() => _sights.Proof is not { } proof ? null
        : Statements("Paragraph",
        (w, _) => Format(w.Paragraph, proof.Evidence[0].Passage.Number.ToString(CultureInfo.InvariantCulture)), $"passage: {{ eq: {Text(proof.Evidence[0].Passage.ToString())} }}");

    private GraphiQLExample? Ranking() => _sights.Central.Count == 0 ? null
        : Example("Ranking", w => w.Ranking, """
              entities(orderBy: { field: DEGREE, order: DESC }, first: 10) {
                totalCount
                nodes { key kind name degree }
              }
            """);

    private GraphiQLExample? Held(string name, Func<BrowserWords, string> title, params Status[] statuses)
    {
        var values = string.Join(", ", statuses.Select(s => Spelling.EnumValue(s.ToString())));
        return statuses.Any(_sights.StatusCounts.ContainsKey) ? Statements(name, (w, _) => title(w), $"status: {{ in: [{values}] }}") : null;
    }

    private GraphiQLExample Statements(string name, Func<BrowserWords, string, string> title, string filter) =>
        Example(name, title, $$"""
              statements(where: { {{filter}} }, first: 20) {
                totalCount
                nodes {
                  {{Statement}}
                }
              }
            """);

    private GraphiQLExample Example(string name, Func<BrowserWords, string> title, string fields) => Example(name, (w, _) => title(w), fields);

    private GraphiQLExample Example(string name, Func<BrowserWords, string, string> title, string fields)
    {
        var text = new StringBuilder();
        foreach (var line in Ontology.Languages.Select(l => title(BrowserWords.For(l), l).ReplaceLineEndings(" ")).Distinct(StringComparer.Ordinal))
            text.Append("# ").Append(line).Append('\n');
        return new GraphiQLExample(name, text.Append(CultureInfo.InvariantCulture, $"query {name} {{\n{fields}\n}}\n").ToString());
    }

    private string Field(Relationship relationship, string seenFrom)
    {
        var type = Ontology.FindType(relationship.Type)!;
        return relationship.Source == seenFrom || type.Symmetric ? type.Out.Field : type.In.Field;
    }

    private static string Deeper(string lines) => lines.Replace("\n", "\n  ", StringComparison.Ordinal);

    // Keys and ids hold nothing that would have to be escaped.
    private static string Text(string key) => $"\"{key}\"";

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
