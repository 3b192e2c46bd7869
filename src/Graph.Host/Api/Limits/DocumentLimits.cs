using GraphQLParser.AST;
using Graph.Core;

namespace Graph.Host;

/// <summary>What a parsed document may hold, checked before its validation, which costs more the more there is. Fragments count wherever they are spread, and are looked at once.</summary>
internal sealed class DocumentLimits
{
    private readonly GraphQLDocument _document;
    private readonly Dictionary<string, Extent> _fragments = [];
    private long _directives;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private bool _cyclic;

    private DocumentLimits(GraphQLDocument document) => _document = document;

    /// <summary>Throws <see cref="LimitExceededException"/>.</summary>
    public static void Check(GraphQLDocument document, ApiOptions options)
    {
        Limit("Definitions of the document (operations, fragments, variables)", options.MaxDefinitions, Definitions(document),
            "Send what is needed for one operation, and lists instead of single variables.");
        var limits = new DocumentLimits(document);
        var total = default(Extent);
        long ofFragment = 0;
        foreach (var definition in document.Definitions)
        {
            total = definition switch
            {
                GraphQLOperationDefinition operation => total.And(limits.Of(operation.SelectionSet)),
                GraphQLFragmentDefinition fragment => total.And(OfUnspread(limits.OfFragment(fragment))),
                _ => total,
            };
            limits.CountDirectives((definition as IHasDirectivesNode)?.Directives);
        }
        Limit("Depth of the query", options.MaxDepth, total.Depth, "Nest fewer fields.");
        Limit("Fields of the document, fragments counted wherever they are spread", options.MaxFields, Math.Max(total.Fields, ofFragment), "Ask for fewer fields at once.");
        Limit("Aliases of the document", options.MaxAliases, total.Aliases, "Use 'nodes' or a filter with 'in' instead of one alias for each thing.");
        var (fields, fragments) = Repetitions.Of(document, limits._cyclic, options.MaxFragments);
        Limit("Repetitions of one field", options.MaxRepetitions, fields, "Name each field once, or give it another alias.");
        Limit("Fragments in one selection", options.MaxFragments, fragments, "Spread fewer fragments, and fewer within them.");
        Limit("Directives of the document", options.MaxDirectives, limits._directives, "Use fewer directives.");

        // Counted where it is spread; but one that is spread nowhere is validated too.
        Extent OfUnspread(Extent fragment)
        {
            ofFragment = Math.Max(ofFragment, fragment.Fields);
            return fragment with { Fields = 0, Aliases = 0 };
        }
    }

    private static void Limit(string what, long limit, long actual, string hint)
    {
        if (actual > limit)
            throw new LimitExceededException(what, limit, actual, hint);
    }

    // Validation looks for each among all, and for names that are spelt alike.
    private static long Definitions(GraphQLDocument document) =>
        document.Definitions.Count + document.Definitions.OfType<GraphQLOperationDefinition>().Sum(o => (long)(o.Variables?.Count ?? 0));

    private Extent Of(GraphQLSelectionSet? selection)
    {
        var total = default(Extent);
        foreach (var node in selection?.Selections ?? [])
        {
            CountDirectives((node as IHasDirectivesNode)?.Directives);
            total = node switch
            {
                GraphQLField field => total.And(Of(field.SelectionSet).Below(field.Alias is not null)),
                GraphQLInlineFragment inline => total.And(Of(inline.SelectionSet)),
                GraphQLFragmentSpread spread when _document.Fragment(spread.FragmentName.Name) is { } fragment => total.And(OfFragment(fragment)),
                _ => total,
            };
        }
        return total;
    }

    private Extent OfFragment(GraphQLFragmentDefinition fragment)
    {
        var name = fragment.FragmentName.Name.StringValue;
        if (_fragments.TryGetValue(name, out var known))
        {
            _cyclic |= _open.Contains(name); // a cycle ends here; validation tells of it
            return known;
        }
        _fragments.Add(name, default);
        _open.Add(name);
        var found = Of(fragment.SelectionSet);
        _open.Remove(name);
        return _fragments[name] = found;
    }

    private void CountDirectives(GraphQLDirectives? directives) => _directives += directives?.Count ?? 0;

    private readonly record struct Extent(long Fields, long Aliases, int Depth)
    {
        // Doubling fragments reach any number soon: enough is enough.
        private const long Enough = 1_000_000_000;

        public Extent And(Extent other) => new(Math.Min(Fields + other.Fields, Enough), Math.Min(Aliases + other.Aliases, Enough), Math.Max(Depth, other.Depth));

        public Extent Below(bool alias) => new(Fields + 1, Aliases + (alias ? 1 : 0), Depth + 1);
    }
}
