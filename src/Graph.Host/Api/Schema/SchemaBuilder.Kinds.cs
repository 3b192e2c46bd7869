using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>Interfaces Node and Entity, and a type for each concrete kind with the fields of its relationships.</remarks>
internal sealed partial class SchemaBuilder
{
    private readonly InterfaceGraphType _node = new() { Name = "Node", Description = "Whatever has an id." };
    private readonly InterfaceGraphType _entity = new() { Name = "Entity", Description = "A thing that articles say something of. What it is of, is its kind." };
    private readonly Dictionary<string, ObjectGraphType> _concrete = [];
    private readonly Dictionary<string, ObjectGraphType> _kindConnections = [];
    private readonly Dictionary<string, ObjectGraphType> _relationConnections = [];
    private ObjectGraphType? _entityConnection, _entityRelationshipConnection, _name, _identifier, _entityAggregates;

    private void AddNodes()
    {
        AddPageInfo();
        Add(_node, IdField());
        _node.ResolveType = ConcreteType;
        _entity.ResolveType = ConcreteType;
        _name = Object("Name", "A name of an entity. Several entities may share one.",
            Get("text", Required(_string), "The name as written.", r => ((EntityName)r.Source).Text),
            Get("language", Required(_languageEnum), "The language it belongs to.", r => ((EntityName)r.Source).Language),
            Get("role", Required(_nameRoleEnum), "What it is to the entity.", r => ((EntityName)r.Source).Role));
        _identifier = Object("Identifier", "What an entity is called elsewhere.",
            Get("scheme", Required(_string), "Where, such as `wikidata`.", r => ((KeyValuePair<string, string>)r.Source).Key),
            Get("value", Required(_string), "Its identifier there.", r => ((KeyValuePair<string, string>)r.Source).Value));
        foreach (var kind in _ontology.Kinds.Where(k => !k.IsAbstract))
            _concrete.Add(kind.Name, new ObjectGraphType { Name = kind.Name, Description = $"{Capital(Word(kind.Label))}." });
        _entityAggregates = EntityAggregates();
        _entityConnection = RowConnection("Entity", _entity, "entities", _entityAggregates);
    }

    private void AddKinds()
    {
        Add(_entity, EntityFields());
        _entity.AddResolvedInterface(_node);
        foreach (var direction in Directions())
            _relationConnections.Add(direction.Wording.Field, RelationConnection(direction, NodeOf(direction)));
        foreach (var (name, type) in _concrete)
        {
            Add(type, EntityFields());
            Add(type, Directions().Where(d => d.From(_ontology).Contains(name)).Select(RelationField));
            type.AddResolvedInterface(_node);
            type.AddResolvedInterface(_entity);
            _kindConnections.Add(name, RowConnection(name, type, $"entities of the kind {name}", _entityAggregates));
        }
    }

    private IEnumerable<PlannedField> EntityFields()
    {
        yield return IdField();
        yield return Get("key", Required(_string), "The key: unique, never changes; the same as the id.", r => r.Entity.Key);
        yield return Get("kind", Required(_kindEnum), "What it is.", r => r.Entity.Kind);
        yield return Field("name", Required(_string), "The preferred name in `lang`, else in the default language, else the first preferred.",
            new FieldPlan.Get(r => r.Entity.Name(r.Language, r.Ontology)) { Needs = Needs.Names }, Lang());
        yield return Get("names", Many(_name!), "All its names, in every language.", r => r.Entity.Entity.Names, Needs.Body, size: 5);
        yield return Local("summary", "A line for the reader; it proves nothing.", r => r.Entity.Entity.Summary, Needs.Body);
        yield return Get("identifiers", Many(_identifier!), "What it is called elsewhere.", r => r.Entity.Entity.Identifiers, Needs.Body, size: 3);
        if (_hasTypes)
        {
            yield return Field("degree", Required(_int), "How many affirmed relationships touch it.", new FieldPlan.DegreeOf { Needs = Needs.Degree },
                Argument("direction", _directionEnum, "Only those in this direction.", Direction.Any), Argument("types", new ListGraphType(Required(_typeEnum!)), "Only those of these types."));
            yield return Statements("relationships", _entityRelationshipConnection!, "Relationships that touch it, denials too.", StatementForm.Relationship, AnchorRole.AnyEnd,
                _filters.Relationship!, RelationshipOrder(), Argument("direction", _directionEnum, "Only those in this direction.", Direction.Any));
        }
        if (_hasMetrics)
            yield return Statements("observations", _observationConnection!, "What is measured, dated or worded about it.", StatementForm.Observation, AnchorRole.Observed, _filters.Observation!, ObservationOrder());
        if (HasStatements)
            yield return Statements("statements", _statementConnection!, "Everything it has a part in: as an end, as what is observed, as speaker, or in a qualifier.", null, AnchorRole.About, _filters.Statement!, StatementOrder());
        yield return Field("mentions", Required(_mentionConnection!), "Where passages name it.",
            new FieldPlan.MentionsOf(MentionAnchor.Entity, e => ((EntityRow)e).Key) { Sizing = Sizing.Page }, PageArgumentsFor(null, null));
    }

    private PlannedField Statements(string name, IGraphType connection, string description, StatementForm? form, AnchorRole role, IGraphType where, IGraphType orderBy, params QueryArgument[] arguments) =>
        Field(name, Required(connection), description, new FieldPlan.StatementsOf(role, form, null, e => ((EntityRow)e).Key) { Sizing = Sizing.Page }, PageArgumentsFor(where, orderBy, arguments));

    private PlannedField RelationField(TypeDirection direction) => Field(direction.Wording.Field, Required(_relationConnections[direction.Wording.Field]),
        $"{Capital(Word(direction.Wording.Label))}: `{direction.Type.Name}`{(direction.Role == AnchorRole.In ? " seen from its target" : direction.Type.Symmetric ? ", which holds both ways" : "")}. Without denials.",
        new FieldPlan.StatementsOf(direction.Role, null, direction.Type.Name, e => ((EntityRow)e).Key) { Sizing = Sizing.Page }, PageArgumentsFor(_filters.Relationship, RelationshipOrder()));

    private IGraphType NodeOf(TypeDirection direction) => direction.To(_ontology) is { Count: 1 } only ? _concrete[only.Single()] : _entity;

    private PlannedField IdField() => Get("id", Required(_id), "The id, the same on every store.", r => r.Source switch
    {
        EntityRow entity => entity.Key,
        StatementRow statement => statement.Id.ToString(),
        Passage passage => passage.Id.ToString(),
        _ => ((Article)r.Source).Id,
    });

    private IObjectGraphType? ConcreteType(object value) => value switch
    {
        EntityRow entity => _concrete.GetValueOrDefault(entity.Kind),
        StatementRow { Id.Form: StatementForm.Relationship } => _relationship,
        StatementRow => _observation,
        Passage => _passage,
        Article => _article,
        _ => null,
    };
}
