using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

/// <remarks>Ways through the graph. Denials lead nowhere.</remarks>
internal sealed partial class SchemaBuilder
{
    private PlannedField EdgeSentence() =>
        Field("sentence", Required(_string), "The statement as a sentence, told from where one stands; without a full stop.", new FieldPlan.Sentence(e => ((Edge)e).Said) { Needs = Needs.Body }, Lang());

    private IEnumerable<PlannedField> Traversals()
    {
        yield return Field("paths", new ListGraphType(Required(PathType())),
            "Ways from one entity to another, shortest first; two differ in their entities, none meets an entity twice. An unknown entity is NOT_FOUND.",
            new FieldPlan.Paths { SizeArgument = "limit", ListSize = Traverse.Paths },
            Argument("from", Required(_id), "Where to start."), Argument("to", Required(_id), "Where to arrive."),
            Argument("maxHops", _int, $"At most so many hops; 1 to {PathSearch.MostHops}.", Traverse.Hops), Argument("limit", _int, $"At most so many paths; 1 to {PathSearch.MostPaths}.", Traverse.Paths),
            Argument("direction", _directionEnum, "OUT: every hop leads from source to target; IN: the other way.", Direction.Any), TypesArgument(), AsOfArgument());
        yield return Field("neighborhood", SubgraphType(),
            "The surroundings of entities: nearest first, then of highest degree, then by key. An unknown entity is NOT_FOUND.",
            new FieldPlan.Neighborhood { Sizing = Sizing.Page, SizeArgument = "limit", ListSize = Traverse.Entities },
            Argument("of", Many(_id), "Around whom."), Argument("hops", _int, $"How far; 1 to {NeighborhoodSearch.MostHops}.", 1),
            Argument("limit", _int, $"At most so many entities, those asked for included; 1 to {NeighborhoodSearch.MostEntities}.", Traverse.Entities), TypesArgument(),
            Argument("kinds", new ListGraphType(Required(_kindEnum)), "Only neighbours of these kinds."), AsOfArgument());
        yield return Field("common", new ListGraphType(Required(CommonType())), "Entities connected to every one of these, by key. An unknown entity is NOT_FOUND.",
            new FieldPlan.Common { SizeArgument = "limit", ListSize = Connections.MostCommon },
            Argument("of", Many(_id), "Whom they are connected to."), Argument("limit", _int, $"At most so many; 1 to {Connections.MostCommon}.", Connections.MostCommon),
            Argument("after", _id, "Only those whose key comes after this one: the key of the last, to go on when they were not `complete`."), TypesArgument(), AsOfArgument());
    }

    private QueryArgument TypesArgument() => Argument("types", new ListGraphType(Required(_typeEnum!)), "Only by relationships of these types.");

    private QueryArgument AsOfArgument() => Argument("asOf", _date, "Only by relationships that hold then. What surely does not is out; what is not dated may, and is in.");

    private ObjectGraphType PathType()
    {
        var hop = Object("Hop", "One step of a path.",
            Field("from", Required(_entity), "Where it starts.", new FieldPlan.EntityRef(h => ((Hop)h).From, h => ((Hop)h).FromRow)),
            Field("to", Required(_entity), "Where it arrives.", new FieldPlan.EntityRef(h => ((Hop)h).To, h => ((Hop)h).ToRow)),
            Get("relationship", Required(_relationship), "The first relationship that makes it, by id.", r => ((Hop)r.Source).Relationships[0], Needs.Body),
            Get("also", Many(_relationship), "The others.", r => ((Hop)r.Source).Relationships.Skip(1), Needs.Body),
            Get("reversed", Required(_boolean), "Whether it leads from the relationship's target to its source. Never for a symmetric type.",
                r => Told((Hop)r.Source).FromTarget && !r.Ontology.IsSymmetric(((Hop)r.Source).Relationships[0].Id.Type), Needs.Body),
            Field("sentence", Required(_string), "The relationship as a sentence, told from where the hop starts.", new FieldPlan.Sentence(h => Told((Hop)h)) { Needs = Needs.Body }, Lang()));
        return Object("Path", "A way from one entity to another.",
            Get("length", Required(_int), "How many hops.", r => ((FoundPath)r.Source).Path.Length),
            Field("hops", Many(hop), "The hops, in order.", new FieldPlan.Get(r => ((FoundPath)r.Source).Path.Hops) { PassesOn = true, ListSize = 3 }),
            Field("sentence", Required(_string), "The hops as one text.", new FieldPlan.Sentences(p => [.. ((FoundPath)p).Path.Hops.Select(Told)]) { Needs = Needs.Body }, Lang()),
            Get("complete", Required(_boolean), "False when longer paths were not looked for, since too much of the graph lies on the way.", r => !((FoundPath)r.Source).Truncated));
    }

    private ObjectGraphType SubgraphType() => Object("Subgraph", "A part of the graph.",
        Field("entities", Many(_entity), "Nearest first, then of highest degree, then by key.", new FieldPlan.EntityRefs(s => ((Subgraph)s).Entities) { Sizing = Sizing.Inside }),
        Field("relationships", Many(_relationship), "All affirmed relationships between these entities, by id.", new FieldPlan.Get(r => ((Subgraph)r.Source).Relationships) { Sizing = Sizing.Inside }),
        Get("truncated", Required(_boolean), "Whether entities or relationships were left out.", r => ((Subgraph)r.Source).Truncated));

    private ObjectGraphType CommonType() => Object("CommonEntity", "An entity connected to all that were asked for.",
        Field("entity", Required(_entity), "The entity.", new FieldPlan.EntityRef(c => ((FoundCommon)c).Common.Entity)),
        Get("relationships", Many(_relationship), "What connects it.", r => ((FoundCommon)r.Source).Common.Relationships, size: 3),
        Get("complete", Required(_boolean), "False when there are more behind those given.", r => !((FoundCommon)r.Source).Truncated));

    private static Said Told(Hop hop) => new(hop.Relationships[0], FromTarget: hop.Relationships[0].Target == hop.From);
}
