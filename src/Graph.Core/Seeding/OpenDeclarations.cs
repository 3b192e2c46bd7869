namespace Graph.Core;

/// <summary>What faults leave open of a seed's entities, so that one fault is not told again wherever they are used: those may be declared, of whatever kind.</summary>
internal sealed class OpenDeclarations
{
    private readonly HashSet<string> _keys = [];
    private bool _any;

    /// <summary>An entity that is declared with a fault.</summary>
    public void Add(string key) => _keys.Add(key);

    /// <summary>A file could not be read: it may declare any.</summary>
    public void AddAny() => _any = true;

    public bool MayHold(string key) => _any || _keys.Contains(key);
}
