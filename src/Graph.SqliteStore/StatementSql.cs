using System.Globalization;
using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Filters of statements as SQL conditions on a table alias.</summary>
internal sealed class StatementSql(SqlText sql, Ontology ontology) : FilterSql(sql, ontology)
{
    private const int MaxRanges = 8; // of types, as conditions of their own

    /// <summary>Ask for types by ranges of ids, which the indexes by end hold; else by the column that the indexes by type begin with.</summary>
    public bool TypesById { get; init; }

    public string Condition(StatementFilter filter, string s) => filter switch
    {
        StatementFilter.And and => All(and.All.Select(f => Condition(f, s))),
        StatementFilter.Or or => Any(or.Any.Select(f => Condition(f, s))),
        StatementFilter.Not not => $"NOT ({Condition(not.Filter, s)})",
        StatementFilter.OfForm form => form.Form == StatementForm.Relationship ? $"{s}.id > 'r'" : $"{s}.id < 'r'",
        StatementFilter.OfType type => OfType(type.Names, s),
        StatementFilter.OfStatus status => $"{s}.status {Sql.OneOf(status.Any.Select(Columns.Name).ToArray())}",
        StatementFilter.OfPolarity polarity => $"{s}.negated = {(polarity.Polarity == Polarity.Negated ? "1" : "0")}",
        StatementFilter.WithId ids => $"{s}.id {Sql.OneOf(ids.Ids.Select(i => i.ToString()).ToArray())}",
        StatementFilter.SaidBy { Entities: null } => $"{s}.spoken = 1",
        StatementFilter.SaidBy { Entities: { } speakers } => $"{s}.speaker IS NOT NULL AND {s}.speaker {Sql.OneOf(speakers)}",
        StatementFilter.InArticle article => $"{s}.n IN (SELECT statement FROM evidence WHERE article {Sql.OneOf(article.Keys)})",
        StatementFilter.InPassage passage => $"{s}.n IN (SELECT statement FROM evidence WHERE {OneOf(passage.Ids)})",
        StatementFilter.About about => $"{s}.n IN ({About(Sql.OneOf(about.Entities))})",
        StatementFilter.Ends ends => Ends(ends, s),
        StatementFilter.Within { Window: var window } => $"{s}.from_day <= {Sql.Value((long)window.To)} AND {s}.to_day >= {Sql.Value((long)window.From)}",
        StatementFilter.Amount amount => $"{s}.by_amount IS NOT NULL AND {Amount($"{s}.by_amount", amount.Match)}",
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Not a case of the union."),
    };

    /// <summary>The rows of statements in which an entity that passes the test has any part.</summary>
    public static string About(string test) => $"""
        SELECT n FROM statement WHERE subject {test} UNION ALL SELECT n FROM statement WHERE target IS NOT NULL AND target {test}
        UNION ALL SELECT n FROM statement WHERE speaker IS NOT NULL AND speaker {test} UNION ALL SELECT statement FROM qualified WHERE entity {test}
        """;

    /// <summary>The ids that can pass, as one range for an index by id: of the filter's only type, else of the form. Begins with AND, or is empty.</summary>
    public string IdRange(StatementFilter filter, string s, StatementForm? form = null)
    {
        if (OnlyTypes(filter) is { Count: 1 } types && FormOf(types.First()) is { } known)
        {
            return " AND " + (form is not null && form != known ? False : Range(Prefix(known) + types.First(), s));
        }
        return form switch { StatementForm.Relationship => $" AND {s}.id > 'r'", StatementForm.Observation => $" AND {s}.id < 'r'", _ => "" };
    }

    /// <summary>Conditions under which an end is one of a symmetric type that the filter admits.</summary>
    /// <remarks>One for each type, by its range of ids: the end's many other relationships are not looked at.</remarks>
    public IEnumerable<string> SymmetricRanges(StatementFilter filter, string s)
    {
        var admitted = OnlyTypes(filter) is { } types ? SymmetricTypes.Where(types.Contains).ToArray() : SymmetricTypes;
        return admitted.Length > MaxRanges ? [$"{s}.id > 'r' AND {s}.type {Sql.OneOf(admitted)}"] : admitted.Select(t => Range("r_" + t, s));
    }

    /// <summary>Whether the filter names things that few statements touch, so that it is best asked first.</summary>
    public static bool IsSelective(StatementFilter filter) => filter switch
    {
        StatementFilter.And and => and.All.Any(IsSelective),
        StatementFilter.Or or => or.Any.All(IsSelective),
        StatementFilter.Ends ends => ends.Sources is not null || ends.Targets is not null,
        StatementFilter.About or StatementFilter.WithId or StatementFilter.InPassage or StatementFilter.SaidBy { Entities: not null } => true,
        _ => false,
    };

    private string OfType(IReadOnlySet<string> types, string s) => TypesById && types.Count <= MaxRanges && types.All(t => FormOf(t) is not null)
        ? Any(types.Select(t => Range(Prefix(FormOf(t)!.Value) + t, "+" + s))) // a unary plus keeps SQLite from reading several ranges and sorting
        : $"{s}.type {Sql.OneOf(types)}";

    private static string Prefix(StatementForm form) => form == StatementForm.Relationship ? "r_" : "o_";

    private string Range(string prefix, string s) => $"{s}.id > {Sql.Value(prefix + ".")} AND {s}.id < {Sql.Value(prefix + "/")}"; // '/' follows '.'

    private StatementForm? FormOf(string type) =>
        Ontology.FindType(type) is not null ? StatementForm.Relationship : Ontology.FindMetric(type) is not null ? StatementForm.Observation : null;

    // Types that all passing statements are of, by the filter's top; null when it does not say.
    private static IReadOnlySet<string>? OnlyTypes(StatementFilter filter) => filter switch
    {
        StatementFilter.OfType type => type.Names,
        StatementFilter.And and => and.All.Select(OnlyTypes).FirstOrDefault(t => t is not null),
        _ => null,
    };

    private string OneOf(IReadOnlySet<PassageId> passages) => passages.Count == 1
        ? $"article = {Sql.Value(passages.First().Article)} AND number = {Sql.Value((long)passages.First().Number)}"
        : $"(article, number) IN (SELECT value ->> 0, value ->> 1 FROM json_each({Sql.Value(Json.Pairs(passages.Select(p => (p.Article, p.Number))))}))";

    private string Ends(StatementFilter.Ends ends, string s)
    {
        if (ends.Sources is null && ends.Targets is null)
            return True;
        string? source = ends.Sources is { } sources ? Sql.OneOf(sources) : null, target = ends.Targets is { } targets ? Sql.OneOf(targets) : null;
        string Assign(string from, string to) =>
            string.Join(" AND ", new[] { source is null ? null : $"{s}.{from} {source}", target is null ? null : $"{s}.{to} {target}" }.OfType<string>());
        var straight = target is null ? Assign("subject", "target") : $"{s}.target IS NOT NULL AND {Assign("subject", "target")}";
        return IsSymmetric($"{s}.type") is { } symmetric ? $"(({straight}) OR ({s}.target IS NOT NULL AND {symmetric} AND {Assign("target", "subject")}))" : straight;
    }

    // By the part of the key that holds the amount: keys of one amount are those between it + U+0001 and it + U+0002.
    private string Amount(string key, NumberMatch match)
    {
        string From(decimal amount) => Sql.Value(SortKeys.Amount(amount) + "\u0001");
        string Behind(decimal amount) => Sql.Value(SortKeys.Amount(amount) + "\u0002");
        return match.Operator switch
        {
            NumberOperator.In => Any(match.Values.Select(v => $"{key} >= {From(v)} AND {key} < {Behind(v)}")),
            NumberOperator.Gt => $"{key} >= {Behind(match.Value)}",
            NumberOperator.Gte => $"{key} >= {From(match.Value)}",
            NumberOperator.Lt => $"{key} < {From(match.Value)}",
            NumberOperator.Lte => $"{key} < {Behind(match.Value)}",
            _ => throw new ArgumentOutOfRangeException(nameof(match)),
        };
    }
}

/// <summary>Columns' texts of enums.</summary>
internal static class Columns
{
    private static readonly (string Name, Status Value)[] Statuses = [.. Enum.GetValues<Status>().Select(s => (Name(s), s))];

    public static string Name<T>(T value)
        where T : struct, Enum => Spelling.EnumValue(value.ToString());

    public static Status Status(string name)
    {
        foreach (var (known, value) in Statuses)
        {
            if (known == name)
                return value;
        }
        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{name}' is no status."));
    }
}
