using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Filters of statements as predicates of a <c>_Statement</c>, and the clauses that find candidates by an index.</summary>
internal sealed class StatementCypher(Ontology ontology, Arguments arguments)
{
    private readonly string[] _symmetric = [.. ontology.RelationshipTypes.Where(t => t.Symmetric).Select(t => t.Name)];

    /// <summary>A predicate that is never null, so that its negation holds for all others.</summary>
    public string Predicate(StatementFilter filter, string s) => filter switch
    {
        StatementFilter.And and => Matches.Join("AND", and.All.Select(f => Predicate(f, s))),
        StatementFilter.Or or => Matches.Join("OR", or.Any.Select(f => Predicate(f, s))),
        StatementFilter.Not not => $"NOT ({Predicate(not.Filter, s)})",
        StatementFilter.OfForm form => form.Form == StatementForm.Relationship ? $"{s}._target IS NOT NULL" : $"{s}._target IS NULL",
        StatementFilter.OfType type => $"{s}._type IN {arguments.Add(type.Names)}",
        StatementFilter.OfStatus status => $"{s}.status IN {arguments.Add(status.Any.Select(v => Spelling.EnumValue(v.ToString())).ToArray())}",
        StatementFilter.OfPolarity polarity => $"{s}._negated = {arguments.Add(polarity.Polarity == Polarity.Negated)}",
        StatementFilter.WithId id => $"{s}._id IN {arguments.Add(id.Ids.Select(i => i.ToString()).ToArray())}",
        StatementFilter.SaidBy { Entities: null } => $"{s}._spoken",
        StatementFilter.SaidBy said => $"({s}._speaker IS NOT NULL AND {s}._speaker IN {arguments.Add(said.Entities)})",
        StatementFilter.InArticle article => Refers(s, article.Keys.Select(Tokens.Article)),
        StatementFilter.InPassage passage => Refers(s, passage.Ids.Select(Tokens.Passage)),
        StatementFilter.About about => Refers(s, about.Entities.Select(Tokens.Entity)),
        StatementFilter.Ends ends => Ends(ends, s),
        StatementFilter.Within within => $"({s}._from <= {arguments.Add(within.Window.To)} AND {s}._to >= {arguments.Add(within.Window.From)})",
        StatementFilter.Amount amount => Matches.OfAmount($"{s}._amount", amount.Match, arguments),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Not a case of the union."),
    };

    /// <summary>Candidates for the filter among all statements: by what they refer to where the filter names something, else all.</summary>
    public Source Candidates(StatementFilter filter, string s)
    {
        var words = Conjuncts(filter).Select(Words).Where(w => w is { Count: > 0 and <= Tokens.MostAlternatives }).OrderBy(w => w!.Count).FirstOrDefault();
        return words is null ? new Source($"MATCH ({s}:_Statement)", s) : FullText(s, arguments.Add(Tokens.AnyOf(words)));
    }

    /// <summary>Statements that touch the anchor, of the types that the filter asks for; the rest of the filter has still to be passed.</summary>
    /// <param name="anchor">An expression for a key or a passage's id, in scope under the name <paramref name="scope"/>.</param>
    public Source Touching(AnchorRole role, StatementFilter filter, string anchor, string scope, string s)
    {
        if (role is AnchorRole.About or AnchorRole.Passage or AnchorRole.Article)
            return Referring(scope, s, $"'{(role == AnchorRole.About ? "e:" : role == AnchorRole.Passage ? "p:" : "a:")}' + {anchor}");
        var types = Conjuncts(filter).OfType<StatementFilter.OfType>().FirstOrDefault()?.Names;
        var symmetric = _symmetric.Where(t => types?.Contains(t) != false).ToArray();
        // With a type, or any one, the index of ends and types is asked for both.
        string End(string end, string typed) => $"MATCH ({s}:_Statement {{{end}: {anchor}}}) WHERE {s}._type {typed}";
        var asked = types is null ? "> ''" : $"IN {arguments.Add(types)}";
        var (source, target) = (End("_source", asked), End("_target", asked));
        var relationship = $" AND {s}._target IS NOT NULL";
        return role switch
        {
            AnchorRole.Out => Either(scope, s, [source + relationship, .. symmetric.Length == 0 ? Array.Empty<string>() : [End("_target", $"IN {arguments.Add(symmetric)}")]]),
            AnchorRole.In => Either(scope, s, [target, .. symmetric.Length == 0 ? Array.Empty<string>() : [End("_source", $"IN {arguments.Add(symmetric)}") + relationship]]),
            AnchorRole.AnyEnd => Either(scope, s, source + relationship, target),
            AnchorRole.Observed => Either(scope, s, $"{source} AND {s}._target IS NULL"),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
    }

    /// <summary>The parts of a filter that must all hold.</summary>
    public static IEnumerable<StatementFilter> Conjuncts(StatementFilter filter) =>
        filter is StatementFilter.And and ? and.All.SelectMany(Conjuncts) : [filter];

    private static IReadOnlyCollection<string>? Words(StatementFilter filter) => filter switch
    {
        StatementFilter.About about => [.. about.Entities.Select(Tokens.Entity)],
        StatementFilter.InPassage passage => [.. passage.Ids.Select(Tokens.Passage)],
        StatementFilter.InArticle article => [.. article.Keys.Select(Tokens.Article)],
        StatementFilter.SaidBy { Entities: { } speakers } => [.. speakers.Select(Tokens.Speaker)],
        _ => null,
    };

    private string Refers(string s, IEnumerable<string> words)
    {
        var w = arguments.Variable("w");
        return $"any({w} IN {arguments.Add(words.ToArray())} WHERE {w} IN {s}._refs)";
    }

    // Without 'IS NOT NULL' an observation's missing target would make a null, and its negation too.
    private string Ends(StatementFilter.Ends ends, string s)
    {
        if (ends is { Sources: null, Targets: null })
            return "true";
        var sources = ends.Sources is null ? null : arguments.Add(ends.Sources);
        var targets = ends.Targets is null ? null : arguments.Add(ends.Targets);
        var forwards = Matches.Join("AND", In($"{s}._source", sources).Concat(In($"{s}._target", targets)));
        var backwards = Matches.Join("AND", In($"{s}._target", sources).Concat(In($"{s}._source", targets)));
        return $"(({(targets is null ? "" : $"{s}._target IS NOT NULL AND ")}{forwards}) OR ({s}._target IS NOT NULL AND {Symmetric(s)} AND {backwards}))";
    }

    private static IEnumerable<string> In(string property, string? set) => set is null ? [] : [$"{property} IN {set}"];

    private string Symmetric(string s) => $"{s}._type IN {arguments.Add(_symmetric)}";

    private static Source Either(string scope, string s, params string[] ways) =>
        new($"CALL ({scope}) {{ {string.Join(" UNION ALL ", ways.Select(way => $"{way} RETURN {s}"))} }}", s, TakesWhere: false);

    // Anchors are quoted for Lucene, and compared: what its analyzer takes apart must not find more than the whole.
    private static Source Referring(string scope, string s, string word) => new(
        $"CALL ({scope}) {{ CALL db.index.fulltext.queryNodes('{Schema.StatementRefs}', '\"' + replace(replace({word}, '\\\\', '\\\\\\\\'), '\"', '\\\\\"') + '\"') YIELD node AS {s} WHERE {word} IN {s}._refs RETURN {s} }}",
        s, TakesWhere: false);

    private static Source FullText(string s, string query) =>
        new($"CALL () {{ CALL db.index.fulltext.queryNodes('{Schema.StatementRefs}', {query}) YIELD node AS {s} RETURN {s} }}", s, TakesWhere: false);
}
