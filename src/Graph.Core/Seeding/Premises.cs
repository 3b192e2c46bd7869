namespace Graph.Core;

/// <summary>Turns the names in <c>derivedFrom</c> into the ids of the statements that they name within their article.</summary>
internal sealed class Premises(ProblemList problems)
{
    private readonly Dictionary<string, StatementReader.Draft> _named = [];
    private readonly Dictionary<StatementReader.Draft, bool> _done = new(ReferenceEqualityComparer.Instance); // absent, on the way (false), done

    public IReadOnlyList<SeedStatement> Resolve(IReadOnlyList<StatementReader.Draft> drafts)
    {
        foreach (var draft in drafts.Where(d => d.Name is not null))
        {
            if (!_named.TryAdd(draft.Name!, draft))
                problems.Error(draft.At.File, draft.At.Line,
                    $"the id '{QuoteFinder.Shown(draft.Name!)}' stands twice, first in {_named[draft.Name!].At}",
                    "Give each statement an id of its own.");
        }
        foreach (var draft in drafts.Where(IsCircular))
            problems.Error(draft.At.File, draft.At.Line, "the statement is derived from itself", "Remove it from its own premises.");
        return [.. drafts.Where(d => d.Statement is not null)
            .Select(d => new SeedStatement(With(d), d.Name, d.Refers, d.At) { QualifierLines = d.QualifierLines })];
    }

    private Statement With(StatementReader.Draft draft)
    {
        var ids = new SortedSet<StatementId>();
        foreach (var name in draft.DerivedFrom)
        {
            if (!_named.TryGetValue(name.Value, out var premise))
                problems.Error(name, $"'derivedFrom' names {name.What}, which is no statement's id in this article", "Give the premise that id.");
            else if (premise.Statement is not null)
                ids.Add(premise.Statement.Id);
        }
        return draft.DerivedFrom.Count == 0 ? draft.Statement! : draft.Statement! with { DerivedFrom = [.. ids] };
    }

    // Without recursion: chains may be long.
    private bool IsCircular(StatementReader.Draft start)
    {
        var circular = false;
        var way = new Stack<(StatementReader.Draft Draft, int Next)>();
        if (_done.TryAdd(start, false))
            way.Push((start, 0));
        while (way.TryPop(out var at))
        {
            if (at.Next == at.Draft.DerivedFrom.Count)
            {
                _done[at.Draft] = true;
                continue;
            }
            way.Push((at.Draft, at.Next + 1));
            if (!_named.TryGetValue(at.Draft.DerivedFrom[at.Next].Value, out var premise))
                continue;
            if (_done.TryAdd(premise, false))
                way.Push((premise, 0));
            else
                circular |= !_done[premise];
        }
        return circular;
    }
}
