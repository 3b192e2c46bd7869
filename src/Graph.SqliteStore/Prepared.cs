using System.Collections.Concurrent;
using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>A change with the texts that its rows hold: what costs time to make, but needs no connection.</summary>
internal record Prepared(Change Change)
{
    private const int Batch = 32, Ahead = 4; // batches

    public static Prepared Of(Change change, Ontology ontology) => change switch
    {
        Change.OfEntity { After: { } entity } => new PreparedEntity(change, entity, ontology),
        Change.OfStatement { After: { } statement } => new PreparedStatement(change, statement, ontology),
        _ => new Prepared(change),
    };

    /// <summary>Prepares on another thread, some batches ahead of who writes. Never leaves the changes being enumerated behind.</summary>
    public static IEnumerable<Prepared> InAdvance(IEnumerable<Change> changes, Ontology ontology)
    {
        using var stop = new CancellationTokenSource();
        using var batches = new BlockingCollection<Prepared[]>(Ahead);
        var making = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    foreach (var batch in changes.Select(c => Of(c, ontology)).Chunk(Batch))
                        batches.Add(batch, stop.Token);
                }
                finally
                {
                    batches.CompleteAdding();
                }
            },
            stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var prepared in batches.GetConsumingEnumerable().SelectMany(b => b))
                yield return prepared;
            making.GetAwaiter().GetResult(); // what it threw
        }
        finally
        {
            stop.Cancel();
            _ = Task.WhenAny(making).GetAwaiter().GetResult(); // ended, whichever way
        }
    }
}

/// <summary>An entity to be written.</summary>
internal sealed record PreparedEntity(Change Change, Entity Entity, Ontology Ontology) : Prepared(Change)
{
    public string ByName { get; } = SortKeys.Name(Entity, Ontology);

    public string Shown { get; } = PreferredNames.Of(Entity);

    public string Body { get; } = CanonicalJson.Of(Entity);

    public IReadOnlyList<(EntityName Name, string Folded, string Terms)> Names { get; } =
        [.. Entity.Names.Select(n => (n, Folding.Fold(n.Text), string.Join(' ', SearchTerms.Of(n.Text))))];
}

/// <summary>A statement to be written.</summary>
internal sealed record PreparedStatement(Change Change, Statement Statement, Ontology Ontology) : Prepared(Change)
{
    public string Id { get; } = Statement.Id.ToString();

    public DayWindow Window { get; } = Statement.Window;

    public string? ByPeriod { get; } = SortKeyColumns.Period(Statement);

    public string? ByPosition { get; } = SortKeyColumns.Position(Statement, Ontology);

    public string? ByAmount { get; } = SortKeyColumns.Amount(Statement);

    public string Body { get; } = CanonicalJson.Of(Statement);
}
