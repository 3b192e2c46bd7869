using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Filters of entities as predicates of an <c>_Entity</c>, and the clauses that find candidates by an index.</summary>
internal sealed class EntityCypher(Ontology ontology, Arguments arguments)
{
    private readonly StatementCypher _statements = new(ontology, arguments);

    /// <summary>A predicate that is never null.</summary>
    public string Predicate(EntityFilter filter, string e) => filter switch
    {
        EntityFilter.And and => Matches.Join("AND", and.All.Select(f => Predicate(f, e))),
        EntityFilter.Or or => Matches.Join("OR", or.Any.Select(f => Predicate(f, e))),
        EntityFilter.Not not => $"NOT ({Predicate(not.Filter, e)})",
        EntityFilter.OfKind kind => $"{e}._kind IN {arguments.Add(kind.Concrete)}",
        EntityFilter.Key key => Matches.Of($"{e}.key", key.Match, arguments),
        EntityFilter.Name name => Named(name.Match, e),
        EntityFilter.Degree degree => Matches.OfWhole($"{e}._degree", degree.Match, arguments),
        EntityFilter.Some some => Some(some, e),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Not a case of the union."),
    };

    /// <summary>Candidates for the filter among all entities (by names where it asks for some, by one kind's label, else all), and the predicate that they have still to pass.</summary>
    public (Source Source, string Predicate) Candidates(EntityFilter filter, string e)
    {
        var conjuncts = Conjuncts(filter).ToArray();
        if (conjuncts.OfType<EntityFilter.Name>().FirstOrDefault(n => n.Match.Operator is TextOperator.In or TextOperator.StartsWith) is { } name)
        {
            var (n, k) = (arguments.Variable("n"), arguments.Variable("k"));
            var source = new Source($"MATCH ({n}:_Name) WHERE {Text(name.Match, n)} WITH DISTINCT {n}.entity AS {k} MATCH ({e}:_Entity {{key: {k}}})", e);
            return (source, Predicate(new EntityFilter.And([.. conjuncts.Where(c => c != name)]), e));
        }
        var kind = conjuncts.OfType<EntityFilter.OfKind>().FirstOrDefault(k => k.Concrete.Count == 1)?.Concrete.Single();
        return (new Source(kind is not null && ontology.FindKind(kind) is { IsAbstract: false } known ? $"MATCH ({e}:_Entity:{known.Name})" : $"MATCH ({e}:_Entity)", e), Predicate(filter, e));
    }

    private static IEnumerable<EntityFilter> Conjuncts(EntityFilter filter) =>
        filter is EntityFilter.And and ? and.All.SelectMany(Conjuncts) : [filter];

    private string Named(TextMatch match, string e)
    {
        var n = arguments.Variable("n");
        return $"EXISTS {{ MATCH ({n}:_Name {{entity: {e}.key}}) WHERE {Text(match, n)} }}";
    }

    // The index holds the beginning of a text; the whole is compared as well.
    private string Text(TextMatch match, string n)
    {
        var whole = Matches.Of($"{n}.folded", match, arguments);
        return match.Operator switch
        {
            TextOperator.In => $"{n}._folded IN {arguments.Add(match.Values.Select(EntityNodes.Indexed).ToArray())} AND {whole}",
            TextOperator.StartsWith => $"{n}._folded STARTS WITH {arguments.Add(EntityNodes.Indexed(match.Value))} AND {whole}",
            _ => whole,
        };
    }

    // Denials are no connection. The other end is the one that is not the entity.
    private string Some(EntityFilter.Some some, string e)
    {
        if (some.Role is AnchorRole.Passage or AnchorRole.Article)
            throw new ArgumentOutOfRangeException(nameof(some), some.Role, "An entity is neither passage nor article.");
        if (some.Other is not null && some.Role is not (AnchorRole.Out or AnchorRole.In or AnchorRole.AnyEnd))
            throw new ArgumentException("Only relationships have another end.", nameof(some));
        var s = arguments.Variable("s");
        var source = _statements.Touching(some.Role, some.Statement, $"{e}.key", e, s);
        var predicate = $"NOT {s}._negated AND {_statements.Predicate(some.Statement, s)}";
        if (some.Other is null or EntityFilter.And { All.Count: 0 })
            return $"EXISTS {{ {source.Where(predicate)} RETURN {s} }}";
        var (o, k) = (arguments.Variable("e"), arguments.Variable("k"));
        return $"EXISTS {{ {source.Clause} WITH {s}, CASE WHEN {s}._source = {e}.key THEN {s}._target ELSE {s}._source END AS {k} WHERE {predicate} MATCH ({o}:_Entity {{key: {k}}}) WHERE {Predicate(some.Other, o)} RETURN {s} }}";
    }
}
