using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Filters of entities as SQL conditions on a table alias.</summary>
internal sealed class EntitySql(SqlText sql, Ontology ontology) : FilterSql(sql, ontology)
{
    private readonly StatementSql _statements = new(sql, ontology);

    public string Condition(EntityFilter filter, string e) => filter switch
    {
        EntityFilter.And and => All(and.All.Select(f => Condition(f, e))),
        EntityFilter.Or or => Any(or.Any.Select(f => Condition(f, e))),
        EntityFilter.Not not => $"NOT ({Condition(not.Filter, e)})",
        EntityFilter.OfKind kind => $"{e}.kind {Sql.OneOf(kind.Concrete)}",
        EntityFilter.Key key => Text($"{e}.key", key.Match),
        EntityFilter.Name name => $"{e}.key IN (SELECT entity FROM name WHERE {Text("folded", name.Match)})",
        EntityFilter.Degree degree => Degree($"{e}.degree", degree.Match),
        EntityFilter.Some some => Some(some, e),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Not a case of the union."),
    };

    private string Some(EntityFilter.Some some, string e)
    {
        if (some.Other is not null && some.Role is not (AnchorRole.Out or AnchorRole.In or AnchorRole.AnyEnd))
            throw new ArgumentException("Only relationships have another end.", nameof(some));
        var byStatement = StatementSql.IsSelective(some.Statement) || (some.Other is { } other && IsSelective(other));
        return byStatement
            ? $"{e}.key IN ({string.Join(" UNION ALL ", Branches(some).Select(b => b.Keys()))})"
            : "(" + string.Join(" OR ", Branches(some).Select(b => $"EXISTS ({b.Touching($"{e}.key")})")) + ")";
    }

    private IEnumerable<Branch> Branches(EntityFilter.Some some)
    {
        Branch End(string column, string other, string? s = null, string? range = null)
        {
            s ??= Sql.Alias('s');
            var passing = range is null
                ? Passing(some.Statement, s, StatementForm.Relationship)
                : $"{s}.negated = 0 AND {_statements.Condition(some.Statement, s)} AND {range}";
            return new Branch($"statement {s}", $"{s}.{column}", passing + OtherEnd(some.Other, $"{s}.{other}"));
        }
        IEnumerable<Branch> Mutual(string column, string other)
        {
            var s = Sql.Alias('s');
            return _statements.SymmetricRanges(some.Statement, s).Select(range => End(column, other, s, range));
        }
        Branch Part(string from, string key, string and = "", StatementForm? form = null)
        {
            var s = Sql.Alias('s');
            string Of(string text) => text.Replace("*", s, StringComparison.Ordinal);
            return new Branch(Of(from), Of(key), Passing(some.Statement, s, form) + Of(and));
        }
        return some.Role switch
        {
            AnchorRole.Out => [End("subject", "target"), .. Mutual("target", "subject")],
            AnchorRole.In => [End("target", "subject"), .. Mutual("subject", "target")],
            AnchorRole.AnyEnd => [End("subject", "target"), End("target", "subject")],
            AnchorRole.Observed => [Part("statement *", "*.subject", form: StatementForm.Observation)],
            AnchorRole.About =>
            [
                Part("statement *", "*.subject"), Part("statement *", "*.target", " AND *.target IS NOT NULL"),
                Part("statement *", "*.speaker", " AND *.speaker IS NOT NULL"), Part("qualified q JOIN statement * ON *.n = q.statement", "q.entity"),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(some), some.Role, "An entity is neither passage nor article."),
        };
    }

    private string Passing(StatementFilter filter, string s, StatementForm? form) =>
        $"{s}.negated = 0 AND {_statements.Condition(filter, s)}{_statements.IdRange(filter, s, form)}";

    private string OtherEnd(EntityFilter? filter, string end)
    {
        if (filter is null)
            return "";
        var e = Sql.Alias('e');
        return $" AND EXISTS (SELECT 1 FROM entity {e} WHERE {e}.key = {end} AND {Condition(filter, e)})";
    }

    private static bool IsSelective(EntityFilter filter) => filter switch
    {
        EntityFilter.And and => and.All.Any(IsSelective),
        EntityFilter.Or or => or.Any.All(IsSelective),
        EntityFilter.Key or EntityFilter.Name => true,
        _ => false,
    };

    // A degree is whole: bounds are rounded towards the numbers that pass.
    private string Degree(string column, NumberMatch match)
    {
        string Bound(decimal value) => Sql.Value((long)Math.Clamp(value, long.MinValue, long.MaxValue));
        return match.Operator switch
        {
            NumberOperator.In => Any(match.Values.Where(v => v == decimal.Floor(v)).Select(v => $"{column} = {Bound(v)}")),
            NumberOperator.Gt => $"{column} > {Bound(decimal.Floor(match.Value))}",
            NumberOperator.Gte => $"{column} >= {Bound(decimal.Ceiling(match.Value))}",
            NumberOperator.Lt => $"{column} < {Bound(decimal.Ceiling(match.Value))}",
            NumberOperator.Lte => $"{column} <= {Bound(decimal.Floor(match.Value))}",
            _ => throw new ArgumentOutOfRangeException(nameof(match)),
        };
    }

    /// <summary>Where statements that touch an entity are found, by which column, and what must hold.</summary>
    private sealed record Branch(string From, string Key, string Where)
    {
        public string Keys() => $"SELECT {Key} FROM {From} WHERE {Where}";

        public string Touching(string entity) => $"SELECT 1 FROM {From} WHERE {Key} = {entity} AND {Where}";
    }
}
