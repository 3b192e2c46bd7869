using Graph.Core;

namespace Graph.Host;

/// <summary>What a connection's arguments ask for, read once a request: filter, order and part of it.</summary>
/// <param name="Page">Without what depends on the selection.</param>
/// <param name="Mark">Of the field, filter and order; every cursor of this page bears it.</param>
internal sealed record PageCall(PageRequest Page, EntityFilter Entities, StatementFilter Statements, string Mark)
{
    /// <summary>The request with what the selection needs: no rows, totals or ends that nobody asked for.</summary>
    public PageRequest For(Needs needs) => Page with
    {
        Limit = needs.HasFlag(Needs.Rows) || needs.HasFlag(Needs.Ends) ? Page.Limit : 0,
        WithTotal = needs.HasFlag(Needs.Total),
        WithEdges = needs.HasFlag(Needs.Ends),
    };
}

/// <summary>Reads <c>first, after, last, before, where, orderBy</c>.</summary>
internal static class PageArguments
{
    /// <summary>How many rows: <c>first</c>, else <c>last</c>, else the default. Throws for what is negative, too much or contradictory.</summary>
    public static int Size(Arguments arguments, ApiOptions options)
    {
        var (first, last) = (arguments.Number("first"), arguments.Number("last"));
        if (first is not null && last is not null)
            throw new BadInputException("'first' and 'last' exclude each other.", "Give one of them.", "last");
        return Size(first ?? last, first is null ? "last" : "first", options.DefaultPageSize, options);
    }

    /// <summary>A number of rows within the limit.</summary>
    public static int Size(int? given, string argument, int otherwise, ApiOptions options) => given switch
    {
        null => otherwise,
        < 0 => throw new BadInputException($"'{argument}' is negative.", "Give 0 or more.", argument),
        { } size when size > options.MaxPageSize =>
            throw new LimitExceededException($"'{argument}'", options.MaxPageSize, size, "Ask for a page, then for the next one with 'after'."),
        { } size => size,
    };

    /// <param name="scope">What the field is, for the cursor's mark.</param>
    /// <param name="entities">Whether <c>where</c> is an EntityFilter; a filter on statements otherwise.</param>
    public static PageCall Read(Arguments arguments, string scope, bool entities, ApiModel model, ApiOptions options)
    {
        var size = Size(arguments, options);
        var reader = new FilterReader(model, options);
        var where = arguments.Object("where");
        var entityFilter = entities ? reader.Entities(where) : EntityFilter.Everything;
        var statementFilter = entities ? StatementFilter.Everything : reader.Statements(where);
        var (by, descending) = Order(arguments.Object("orderBy"), statementFilter);
        var mark = Cursor.Mark(scope, by, descending, where);
        var page = new PageRequest(by, descending, size,
            After: arguments.Text("after") is { } after ? Cursor.Key(after, mark, "after") : null,
            Before: arguments.Text("before") is { } before ? Cursor.Key(before, mark, "before") : null,
            FromEnd: arguments.Number("last") is not null);
        return new PageCall(page, entityFilter, statementFilter, mark);
    }

    private static (SortBy By, bool Descending) Order(InputObject? orderBy, StatementFilter filter)
    {
        var by = (SortBy?)orderBy?.Value("field") ?? SortBy.Id;
        if (by == SortBy.Amount && !FixesOneMetric(filter))
            throw new BadInputException("Amounts compare only within one metric.", "Add {metric: {eq: ...}} at the top of 'where'.", "orderBy.field");
        return (by, (bool?)orderBy?.Value("order") ?? false);
    }

    private static bool FixesOneMetric(StatementFilter filter) => filter switch
    {
        StatementFilter.OfType { Names.Count: 1 } => true,
        StatementFilter.And { All: var all } => all.Any(FixesOneMetric),
        _ => false,
    };
}
