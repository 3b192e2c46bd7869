namespace Graph.Core;

/// <summary>One space of names: each belongs to whoever claims it first, or was taken from the start.</summary>
internal sealed class NameClaims(OntologyDraft draft, string what, IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = taken.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Owner, int Line)> _owners = new(StringComparer.Ordinal);

    /// <summary>False, and reported, when the name is taken.</summary>
    public bool Claim(string name, string owner, int line, string remedy)
    {
        if (_taken.Contains(name))
            return Refuse(name, owner, line, "which the service itself has", remedy);
        if (!_owners.TryAdd(name, (owner, line)))
            return Refuse(name, owner, line, $"which {_owners[name].Owner} has already (line {_owners[name].Line})", remedy);
        return true;
    }

    private bool Refuse(string name, string owner, int line, string why, string remedy)
    {
        draft.Problems.Error(draft.Root.File, line, $"{owner} takes the {what} '{name}', {why}", remedy);
        return false;
    }
}
