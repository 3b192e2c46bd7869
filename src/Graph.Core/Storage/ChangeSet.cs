namespace Graph.Core;

/// <summary>What <see cref="IGraphStore.Apply"/> writes: things with what they were before (null: new) and are after (null: gone).</summary>
/// <param name="By">Who or what made it, for people: <c>import some-article</c>.</param>
/// <param name="BasedOn">The number of the last change when what stands in it was read; null when it does not matter.</param>
/// <param name="Changes">Articles, then their passages and mentions, then entities, then statements; statements best by subject, type, id. Enumerated once. Everything named must exist in the store or the set.</param>
/// <param name="Journal">What the record keeps: everything, or for bulk loads the counts alone.</param>
public sealed record ChangeSet(string By, long? BasedOn, IEnumerable<Change> Changes, JournalDetail Journal = JournalDetail.Full)
{
    /// <summary>The load that this is a part of; null for a change that is whole by itself.</summary>
    public LoadMark? Load { get; init; }

    /// <summary>Whether the load is whole with this change.</summary>
    public bool EndsLoad { get; init; }

    /// <summary>For stores: what remains unfinished when this is written.</summary>
    public LoadMark? LeavesUnfinished => EndsLoad ? null : Load;

    /// <summary>For stores: the changes, which throw <see cref="LimitExceededException"/> when there come more than a store takes at once.</summary>
    public IEnumerable<Change> AtMost(int? most)
    {
        var count = 0;
        foreach (var change in Changes)
        {
            if (++count > most)
                throw new LimitExceededException("Things in one change", most.Value, count, "Load it as JSON Lines (graph import FILE.jsonl), which takes several changes.");
            yield return change;
        }
    }
}

public enum JournalDetail
{
    /// <summary>Before and after of every change.</summary>
    Full,

    /// <summary>How many of each were added, changed and removed.</summary>
    Counts,
}

/// <summary>One thing's change: a closed union.</summary>
public abstract record Change
{
    private Change()
    {
    }

    public sealed record OfArticle(Article? Before, Article? After) : Change;

    public sealed record OfPassage(Passage? Before, Passage? After) : Change;

    /// <summary>Replaces all mentions of a passage. Derived from passages and names, so not recorded.</summary>
    public sealed record OfMentions(PassageId Passage, IReadOnlyList<Mention> After) : Change;

    public sealed record OfEntity(Entity? Before, Entity? After) : Change;

    /// <summary>Before and after have the same id.</summary>
    public sealed record OfStatement(Statement? Before, Statement? After) : Change;
}

/// <summary>A recorded change.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Body">Canonical JSON: <c>{"changes":[{"what":"entity","before":..,"after":..},..]}</c> or <c>{"counts":{..}}</c>.</param>
public sealed record ChangeRecord(long Number, DateTimeOffset At, string By, string Body);
