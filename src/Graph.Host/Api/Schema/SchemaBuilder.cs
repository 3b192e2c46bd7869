using Graph.Core;
using GraphQL.Conversion;
using GraphQL.Types;

namespace Graph.Host;

/// <summary>Makes the schema of an ontology. Each part of it (file) adds the types of one concept; what the ontology does not have is absent.</summary>
internal sealed partial class SchemaBuilder
{
    private readonly Ontology _ontology;
    private readonly bool _hasTypes, _hasMetrics;

    private SchemaBuilder(Ontology ontology)
    {
        _ontology = ontology;
        (_hasTypes, _hasMetrics) = (ontology.RelationshipTypes.Count > 0, ontology.Metrics.Count > 0);
        _languageEnum = LanguageEnum();
        _kindEnum = KindEnum();
        _typeEnum = TypeEnum();
        _metricEnum = MetricEnum();
        _filters = new FilterTypes(this);
    }

    /// <summary>The schema and what resolving it needs to know.</summary>
    public static ApiModel Build(Ontology ontology) => new SchemaBuilder(ontology).Build();

    /// <summary>The schema as text, as <c>graph schema</c> and <c>/graphql?sdl</c> give it.</summary>
    public static string Sdl(Ontology ontology) => SchemaText.Of(Build(ontology).Schema);

    private bool HasStatements => _hasTypes || _hasMetrics;

    private ApiModel Build()
    {
        AddNodes();
        AddArticles();
        AddStatements();
        AddKinds();
        AddOntology();
        var schema = new Schema { Query = Root(), NameConverter = new DefaultNameConverter() };
        foreach (var type in Scalars().Append(schema.Query).Concat(_concrete.Values).Concat(StatementTypes()).Append(_passage).Append(_article))
            schema.RegisterType(type);
        schema.Features.RepeatableDirectives = true; // what clients' introspection asks for
        schema.Features.DeprecationOfInputValues = true;
        schema.Initialize();
        return new ApiModel(_ontology, schema, RelationFields());
    }

    private Dictionary<string, (string, AnchorRole)> RelationFields()
    {
        var fields = new Dictionary<string, (string, AnchorRole)>(StringComparer.Ordinal);
        foreach (var direction in Directions())
            fields.Add(direction.Wording.Field, (direction.Type.Name, direction.Role));
        return fields;
    }

    /// <summary>Every type of relationship in each direction that has a field: one when it is symmetric.</summary>
    private IEnumerable<TypeDirection> Directions()
    {
        foreach (var type in _ontology.RelationshipTypes)
        {
            yield return new TypeDirection(type, type.Out, AnchorRole.Out);
            if (!type.Symmetric)
                yield return new TypeDirection(type, type.In, AnchorRole.In);
        }
    }

    private sealed record TypeDirection(RelationshipType Type, Wording Wording, AnchorRole Role)
    {
        /// <summary>Concrete kinds that have the field.</summary>
        public IReadOnlySet<string> From(Ontology ontology) => Ends(ontology, Role == AnchorRole.Out);

        /// <summary>Concrete kinds that it leads to.</summary>
        public IReadOnlySet<string> To(Ontology ontology) => Ends(ontology, Role != AnchorRole.Out);

        private HashSet<string> Ends(Ontology ontology, bool source) => [.. ontology.ConcretePairs(Type.Name).Select(p => source ? p.From : p.To)];
    }
}
