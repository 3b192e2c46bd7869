namespace Graph.Core;

/// <summary>Tells the changes of statements as a person sees them: one that goes and one that comes about the same are one that changed.</summary>
internal static class StatementPairs
{
    public static Differences<Statement> Of(IReadOnlyList<(Statement? Before, Statement? After)> changes)
    {
        var changed = changes.Where(c => c is { Before: not null, After: not null }).Select(c => (c.Before!, c.After!)).ToList();
        var removed = changes.Where(c => c.After is null).Select(c => c.Before!).ToLookup(About);
        var added = changes.Where(c => c.Before is null).Select(c => c.After!).ToLookup(About);
        foreach (var group in removed)
            changed.AddRange(group.OrderBy(Place).Zip(added[group.Key].OrderBy(Place)));
        var sorted = changed.OrderBy(c => c.Item1.Subject, Utf8Order.Instance).ThenBy(c => c.Item1.Id);
        return new Differences<Statement>(Rest(added, removed), [.. sorted], Rest(removed, added));
    }

    private static (string, string, string?) About(Statement statement) => (statement.Subject, statement.Type, (statement as Relationship)?.Target);

    // What was quoted first comes first.
    private static (PassageId, int) Place(Statement statement) => statement.Evidence.Count == 0 ? default
        : (statement.Evidence[0].Passage, statement.Evidence[0].Start);

    private static Statement[] Rest(ILookup<(string, string, string?), Statement> these, ILookup<(string, string, string?), Statement> others) =>
        [.. these.SelectMany(g => g.OrderBy(Place).Skip(others[g.Key].Count())).OrderBy(s => s.Subject, Utf8Order.Instance).ThenBy(s => s.Id)];
}
