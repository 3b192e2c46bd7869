namespace Graph.Core;

/// <summary>An ontology while it is read: what has been found so far, and where. Faulty parts keep their names, so that what refers to them is no second fault.</summary>
internal sealed class OntologyDraft(YamlMap root, IReadOnlyList<string> languages, ProblemList problems)
{
    /// <summary>Kinds, types, metrics ... each: a schema is made of them, and of every pair of kinds.</summary>
    public const int MostEntries = 1000;

    public YamlMap Root { get; } = root;

    public IReadOnlyList<string> Languages { get; } = languages;

    public ProblemList Problems { get; } = problems;

    public Section<Unit> Units { get; } = new();

    public Section<Kind> Kinds { get; } = new();

    public Section<QualifierType> Qualifiers { get; } = new();

    public Section<RelationshipType> Types { get; } = new();

    public Section<Metric> Metrics { get; } = new();

    /// <summary>The entries of a section whose names are spelt right and that are mappings; the others are reported.</summary>
    public IEnumerable<(string Name, int Line, YamlMap Map)> Entries(string section, Func<string, bool> isSpelt, string spelling)
    {
        if (Root.Map(section, Problems) is not { } map)
            yield break;
        if (map.Entries.Count > MostEntries)
            Problems.Error(map, $"'{section}' has {map.Entries.Count} entries, at most {MostEntries} are read", "Bring what is alike together.");
        foreach (var entry in map.Entries.Take(MostEntries))
        {
            if (!isSpelt(entry.Key))
                Problems.Error(map.File, entry.Line, $"'{entry.Key}' in {section} is not spelt {spelling}", "Rename it; labels may hold any text.");
            if (entry.Value is YamlMap value)
                yield return (entry.Key, entry.Line, value);
            else
                Problems.Error(map.File, entry.Line, $"'{entry.Key}' in {section} is {entry.Value.What}, not a mapping", "Write its keys below it, such as 'label: {...}'.");
        }
    }

    /// <summary>A text that is needed in every language; when it is not there, that is reported and something stands in for it.</summary>
    public LocalText Text(YamlMap map, string key) =>
        map.Text(key, Languages, Problems, needed: true) ?? LocalText.Of("und", key);

    /// <summary>An optional text that, when given, is needed in every language.</summary>
    public LocalText? OptionalText(YamlMap map, string key) =>
        map.Take(key) is { } node ? YamlReading.ReadText(node, key, Languages, Problems, needed: true) : null;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextLists(YamlMap map, string key) => map.TextLists(key, Languages, Problems);

    /// <summary>Names of kinds that exist; the others are reported.</summary>
    public IReadOnlyList<string> KindList(YamlMap map, string key)
    {
        var result = new List<string>();
        foreach (var name in map.Strings(key, Problems))
        {
            if (IsKind(name, name.Value, key) && !result.Contains(name.Value))
                result.Add(name.Value);
        }
        return result;
    }

    /// <summary>Whether there is such a kind; if not, that is reported.</summary>
    public bool IsKind(YamlNode at, string name, string key)
    {
        if (Kinds.Find(name) is not null)
            return true;
        Problems.Error(at, $"'{key}' names '{name}', which is no kind", Suggest(name, Kinds.Names, "Declare it under 'kinds', or name another."));
        return false;
    }

    /// <summary>The code of a base unit under the key <c>unit</c>; anything else is reported.</summary>
    public string? BaseUnit(YamlMap map)
    {
        var code = map.Required("unit", Problems, "Add 'unit:' with the code of a base unit; declare one under 'units' such as count.");
        if (code is null)
            return null;
        var line = map.LineOf("unit");
        if (Units.Find(code) is not { } unit)
            Problems.Error(map.File, line, $"'unit' names '{code}', which is no unit", Suggest(code, Units.Names, "Declare it under 'units'."));
        else if (!unit.IsBase)
            Problems.Error(map.File, line, $"'unit' names '{code}', which is a multiple of {unit.Base}", $"Write unit: {unit.Base}; values may be in any unit of that base.");
        return code;
    }

    /// <summary>Reports a key that does not go with the rest of its mapping.</summary>
    public void Reject(YamlMap map, string key, string why, string remedy)
    {
        if (map.Take(key) is not null)
            Problems.Error(map.File, map.LineOf(key), $"'{key}' {why}", remedy);
    }

    public static string Suggest(string name, IEnumerable<string> known, string otherwise) =>
        YamlReading.Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : otherwise;
}

/// <summary>Things by name, in the order of the file, each with where it stands.</summary>
internal sealed class Section<T>
    where T : class
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<T> _values = [];
    private readonly List<YamlMap> _maps = [];
    private readonly List<int> _lines = [];

    public IReadOnlyList<T> Values => _values;

    public IEnumerable<string> Names => _index.Keys;

    public void Add(string name, T value, YamlMap map, int line)
    {
        _index.Add(name, _values.Count);
        _values.Add(value);
        _maps.Add(map);
        _lines.Add(line);
    }

    public T? Find(string name) => _index.TryGetValue(name, out var at) ? _values[at] : null;

    /// <summary>The line of its name.</summary>
    public int Line(string name) => _lines[_index[name]];

    /// <summary>The line of one of its keys, else of its name.</summary>
    public int Line(string name, string key) => _maps[_index[name]].Entries.FirstOrDefault(e => e.Key == key) is { Line: > 0 } entry ? entry.Line : Line(name);

    /// <summary>Its mapping in the file.</summary>
    public YamlMap Map(string name) => _maps[_index[name]];

    public void Replace(string name, T value) => _values[_index[name]] = value;
}
