using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>Root fields. Those that can fail on their arguments are nullable, so that an error spoils its own field only.</remarks>
internal sealed partial class SchemaBuilder
{
    private ObjectGraphType Root()
    {
        var root = Object("Query", "The graph.",
            Field("node", _node, "What has this id; null when there is nothing.", new FieldPlan.NodeById(Many: false), Argument("id", Required(_id), "An id.")),
            Field("nodes", Required(new ListGraphType(_node)), "What has these ids, in their order; null where there is nothing.",
                new FieldPlan.NodeById(Many: true) { Sizing = Sizing.Ids }, Argument("ids", Many(_id), "Ids.")),
            Field("entity", _entity, "One entity by id, key or name; null when there is none. An ambiguous name is an error that lists the candidates.", new FieldPlan.EntityLookup(null), LookupArguments()),
            Field("entities", _entityConnection!, "Entities of every kind.", new FieldPlan.EntityPage(null) { Sizing = Sizing.Page }, PageArgumentsFor(_filters.Entity, EntityOrder())));
        if (_hasTypes)
            Add(root, Page("relationships", _relationshipConnection!, "Relationships, denials too.", StatementForm.Relationship, _filters.Relationship!, RelationshipOrder()));
        if (_hasMetrics)
            Add(root, Page("observations", _observationConnection!, "Observations, denials too.", StatementForm.Observation, _filters.Observation!, ObservationOrder()));
        if (HasStatements)
            Add(root, Page("statements", _statementConnection!, "Statements of either form, denials too.", null, _filters.Statement!, StatementOrder()));
        Add(root, SearchField());
        if (_hasTypes)
            Add(root, Traversals());
        Add(root,
            Field("articles", Many(_article), "All articles, by key.", new FieldPlan.Articles { ListSize = 10 }),
            Field("article", _article, "One article by id or key; null when there is none.", new FieldPlan.ArticleLookup(), Argument("id", Required(_id), "Its id or key.")),
            Get("ontology", Required(_ontologyInfo), "What this graph can say.", r => r.Ontology),
            Get("statistics", Required(_statistics), "How much this graph says.", r => r.Ontology));
        Add(root, _ontology.Kinds.SelectMany(KindFields));
        return root;
    }

    private IEnumerable<PlannedField> KindFields(Kind kind)
    {
        if (!kind.IsAbstract)
            yield return Field(kind.Field, _concrete[kind.Name], $"One entity of the kind {kind.Name}, by id, key or name among its kind.", new FieldPlan.EntityLookup(kind.Name), LookupArguments());
        var connection = kind.IsAbstract ? _entityConnection! : _kindConnections[kind.Name];
        yield return Field(kind.PluralField, connection, kind.IsAbstract ? $"Entities of the kinds that {kind.Name} covers." : $"Entities of the kind {kind.Name}.",
            new FieldPlan.EntityPage(kind.Name) { Sizing = Sizing.Page }, PageArgumentsFor(_filters.Entity, EntityOrder()));
    }

    private QueryArgument[] LookupArguments() =>
    [
        Argument("id", _id, "Its id, the same as its key."), Argument("key", _string, "Its key."),
        Argument("name", _string, "One of its names, in any language, folded; a preferred name wins over others. Exactly one of the three is needed."),
    ];

    private PlannedField Page(string name, IGraphType connection, string description, StatementForm? form, IGraphType where, IGraphType orderBy) =>
        Field(name, connection, description, new FieldPlan.StatementPage(form) { Sizing = Sizing.Page }, PageArgumentsFor(where, orderBy));

    private PlannedField SearchField()
    {
        var hit = Object("SearchHit", "An entity found by a text.",
            Field("entity", Required(_entity), "The entity.", new FieldPlan.EntityRef(h => ((SearchHit)h).Entity)),
            Get("score", Required(_float), "Above 0, at most 1: how well the text fits.", r => ((SearchHit)r.Source).Score),
            Get("matchedOn", Required(_name!), "The name that earned the score.", r => ((SearchHit)r.Source).MatchedOn));
        return Field("search", new ListGraphType(Required(hit)), "Entities by their names in every language: the same name first, then those that begin with the text, then those that have its words.",
            new FieldPlan.Search { SizeArgument = "first", ListSize = 10 },
            Argument("text", Required(_string), "What to look for."), Argument("kinds", new ListGraphType(Required(_kindEnum)), "Only of these kinds."),
            Argument("first", _int, "At most so many.", 10));
    }
}
