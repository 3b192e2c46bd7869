using System.Globalization;

namespace Graph.Core;

/// <summary>Which occurrence of some words is meant: <c>nth: 2</c>, or <c>nth: {zh: 2}</c> for one language.</summary>
internal sealed class Nth
{
    private readonly Dictionary<string, int> _byLanguage = [];

    public Nth(YamlMap map, Ontology ontology, ProblemList problems)
    {
        switch (map.Take("nth"))
        {
            case null:
                break;
            case YamlMap languages:
                foreach (var language in ontology.Languages)
                    Add(language, languages.Take(language), problems);
                languages.RejectUnknown("'nth'", problems);
                break;
            case var node:
                foreach (var language in ontology.Languages.Take(Parse(node) is null ? 1 : int.MaxValue)) // one message
                    Add(language, node, problems);
                break;
        }
    }

    public bool IsGiven => _byLanguage.Count > 0;

    /// <summary>From 1; null when nothing is said for the language.</summary>
    public int? In(string language) => _byLanguage.TryGetValue(language, out var nth) ? nth : null;

    private void Add(string language, YamlNode? node, ProblemList problems)
    {
        if (node is null)
            return;
        if (Parse(node) is { } nth)
            _byLanguage[language] = nth;
        else
            problems.Error(node, $"'nth' is {node.What}, not a number from 1", "Count the occurrences from the left: 1, 2, 3 ...");
    }

    private static int? Parse(YamlNode node) =>
        node is YamlScalar scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth >= 1
            ? nth : null;
}
