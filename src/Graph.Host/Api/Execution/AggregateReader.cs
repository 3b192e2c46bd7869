using Graph.Core;

namespace Graph.Host;

/// <summary>Reads what connections count of all that they page through.</summary>
/// <remarks>One store call for each scope and property, whatever the number of anchors.</remarks>
internal sealed class AggregateReader
{
    private readonly IGraphStore _store;

    public AggregateReader(IGraphStore store)
    {
        _store = store;
        Kinds = new(ReadKinds);
        Counts = new(ReadCounts);
        Extremes = new(ReadExtremes);
    }

    /// <summary>Entities by kind.</summary>
    public Batch<Scope, IReadOnlyList<Tally>> Kinds { get; }

    /// <summary>Statements by a property.</summary>
    public Batch<CountKey, IReadOnlyList<Tally>> Counts { get; }

    /// <summary>The affirmed observation of a metric with the least or the greatest amount; null when there is none.</summary>
    public Batch<ExtremeKey, StatementRow?> Extremes { get; }

    private async ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> ReadKinds(
        IReadOnlyList<Scope> scopes, Needs needs, CancellationToken cancellation)
    {
        var results = new IReadOnlyList<Tally>[scopes.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = await _store.CountEntities(scopes[i].Entities, EntityCount.Kind, cancellation);
        return results;
    }

    private async ValueTask<IReadOnlyList<IReadOnlyList<Tally>>> ReadCounts(
        IReadOnlyList<CountKey> keys, Needs needs, CancellationToken cancellation)
    {
        var results = new IReadOnlyList<Tally>[keys.Count];
        foreach (var group in keys.Index().GroupBy(k => (k.Item.Scope, k.Item.By)))
        {
            var (scope, by) = group.Key;
            var found = scope.Role is not { } role ? [await _store.CountStatements(scope.Statements, by, cancellation)]
                : await _store.CountStatementsOf([.. group.Select(k => k.Item.Anchor!)], role, scope.Statements, by, cancellation);
            foreach (var (place, tallies) in group.Zip(found, (k, tallies) => (k.Index, tallies)))
                results[place] = tallies;
        }
        return results;
    }

    private async ValueTask<IReadOnlyList<StatementRow?>> ReadExtremes(
        IReadOnlyList<ExtremeKey> keys, Needs needs, CancellationToken cancellation)
    {
        var results = new StatementRow?[keys.Count];
        foreach (var group in keys.Index().GroupBy(k => k.Item with { Anchor = null }))
        {
            var (scope, _, metric, greatest) = group.Key;
            var filter = new StatementFilter.And([new StatementFilter.OfType(Sets.Of(metric)), StatementFilter.Affirmed, scope.Statements]);
            var page = new PageRequest(SortBy.Amount, greatest, 1);
            var found = scope.Role is not { } role ? [await _store.StatementPage(filter, page, needs.ForStatements(), cancellation)]
                : await _store.StatementsOf(
                    [.. group.Select(k => k.Item.Anchor!)], role, filter, page, needs.ForStatements(), cancellation);
            foreach (var (place, rows) in group.Zip(found, (k, rows) => (k.Index, rows)))
                results[place] = rows.Values.FirstOrDefault();
        }
        return results;
    }
}

internal readonly record struct CountKey(Scope Scope, string? Anchor, StatementCount By);

internal readonly record struct ExtremeKey(Scope Scope, string? Anchor, string Metric, bool Greatest);
