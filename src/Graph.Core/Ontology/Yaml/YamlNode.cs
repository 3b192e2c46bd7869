namespace Graph.Core;

/// <summary>A node of a YAML file that knows where it stands.</summary>
internal abstract class YamlNode(string file, int line)
{
    public string File { get; } = file;

    /// <summary>1-based.</summary>
    public int Line { get; } = line;

    public abstract string What { get; }
}

internal sealed class YamlScalar(string file, int line, string value, bool plain) : YamlNode(file, line)
{
    public string Value { get; } = value;

    /// <summary>Nothing, or a plain <c>null</c> or <c>~</c>.</summary>
    public bool IsNull { get; } = plain && value is "" or "null" or "~";

    public override string What => $"'{(Value.Length > 40 ? Value[..40] + "…" : Value)}'";
}

internal sealed class YamlList(string file, int line, IReadOnlyList<YamlNode> items) : YamlNode(file, line)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string What => "a list";
}

internal readonly record struct YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>A mapping that is read key by key: what is not taken in the end is a mistake of its author.</summary>
internal sealed class YamlMap(string file, int line, IReadOnlyList<YamlEntry> entries) : YamlNode(file, line)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string What => "a mapping";

    /// <summary>The value, or null when the key is absent or null. The key counts as known from then on.</summary>
    public YamlNode? Take(string key)
    {
        _taken.Add(key);
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
                return entry.Value is YamlScalar { IsNull: true } ? null : entry.Value;
        }
        return null;
    }

    public int LineOf(string key) => Entries.FirstOrDefault(e => e.Key == key) is { Line: > 0 } entry ? entry.Line : Line;

    /// <summary>The entries not taken yet.</summary>
    public IEnumerable<YamlEntry> Rest() => Entries.Where(e => !_taken.Contains(e.Key));

    public IReadOnlySet<string> Taken => _taken;
}
