using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>How often the most repeated field stands in one selection, and how many fragments a selection has, with those within them.</summary>
/// <remarks>Validation compares each of them with each. The selections of fields that merge are one selection.</remarks>
internal sealed class Repetitions
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly int _enough;

    // Where fragments lead back to themselves, each is looked into once in all: validation tells of them.
    private readonly HashSet<string>? _seen;
    private int _fields, _fragments;

    private Repetitions(GraphQLDocument document, bool cyclic, int enough)
    {
        (_seen, _enough) = (cyclic ? new HashSet<string>(StringComparer.Ordinal) : null, enough);
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _definitions.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <summary>For documents whose fields, fragments counted wherever they are spread, were found to be few.</summary>
    /// <param name="cyclic">Whether a fragment leads back to itself.</param>
    /// <param name="enough">Of more fragments in one selection no more are looked into.</param>
    public static (int Fields, int Fragments) Of(GraphQLDocument document, bool cyclic, int enough)
    {
        var repetitions = new Repetitions(document, cyclic, enough);
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation)
                repetitions.Count([operation.SelectionSet]);
            else if (definition is GraphQLFragmentDefinition fragment
                && repetitions._seen?.Add(fragment.FragmentName.Name.StringValue) != false)
                repetitions.Count([fragment.SelectionSet]);
        }
        return (repetitions._fields, repetitions._fragments);
    }

    private void Count(IEnumerable<GraphQLSelectionSet> selections)
    {
        var fields = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var fragments = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selection in selections)
            Collect(selection, fields, fragments);
        _fragments = Math.Max(_fragments, fragments.Count);
        foreach (var same in fields.Values)
        {
            _fields = Math.Max(_fields, same.Count);
            if (same.Any(f => f.SelectionSet is not null))
                Count(same.Select(f => f.SelectionSet).OfType<GraphQLSelectionSet>());
        }
    }

    private void Collect(GraphQLSelectionSet selection, Dictionary<string, List<GraphQLField>> fields, HashSet<string> fragments)
    {
        foreach (var node in selection.Selections)
        {
            switch (node)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!fields.TryGetValue(key, out var same))
                        fields.Add(key, same = []);
                    same.Add(field);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, fields, fragments);
                    break;
                case GraphQLFragmentSpread { FragmentName.Name.StringValue: var name }
                    when fragments.Count <= _enough && _definitions.TryGetValue(name, out var fragment)
                        && _seen?.Add(name) != false && fragments.Add(name): // a selection looks once into each fragment
                    Collect(fragment.SelectionSet, fields, fragments);
                    break;
            }
        }
    }
}
