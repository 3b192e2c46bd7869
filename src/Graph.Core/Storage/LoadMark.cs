namespace Graph.Core;

/// <summary>A load that takes more than one change, because a store takes only so much at once: each change names it, and the store keeps the name until the last.</summary>
/// <param name="Name">What is loaded, for people, so that they can say it again: <c>import big.jsonl.gz</c>.</param>
/// <param name="Fingerprint">Of its content: who comes with the same goes on with the load.</param>
public sealed record LoadMark(string Name, string Fingerprint)
{
    /// <summary>For stores: holds a change to the load that is unfinished, if any.</summary>
    /// <exception cref="ConflictException">The change is not of this load.</exception>
    public static void Check(LoadMark? unfinished, ChangeSet changes)
    {
        if (unfinished is not null && unfinished.Fingerprint != changes.Load?.Fingerprint)
            throw unfinished.Refusal();
    }

    /// <summary>Why nothing else may be written now, and what to do about it.</summary>
    public ConflictException Refusal() => new(ToString(), Remedy);

    public const string Remedy = "Finish it by running the same command again with the same data, or begin anew in an empty store.";

    public override string ToString() => $"A load is unfinished: {Name}.";
}
