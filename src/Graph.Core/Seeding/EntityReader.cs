namespace Graph.Core;

/// <summary>Reads the section <c>entities</c>.</summary>
internal sealed class EntityReader(Ontology ontology, ProblemList problems, OpenDeclarations open)
{
    public IReadOnlyList<SeedEntity> Read(IReadOnlyList<YamlMap> roots, string article)
    {
        var entities = new Dictionary<string, SeedEntity>();
        var sections = roots.Select(r => r.Map("entities", problems)).OfType<YamlMap>();
        foreach (var entry in sections.SelectMany(m => m.Entries.Select(e => (Map: m, Entry: e))))
        {
            if (Read(entry.Map.File, entry.Entry, article) is { } entity && !entities.TryAdd(entity.Key, entity))
                problems.Error(entity.At.File, entity.At.Line,
                    $"the entity '{entity.Key}' stands twice, first in {entities[entity.Key].At}", "Unite them, or give one another key.");
        }
        return [.. entities.Values.OrderBy(e => e.Key, Utf8Order.Instance)];
    }

    private SeedEntity? Read(string file, YamlEntry entry, string article)
    {
        if (!KeyForm.IsKey(entry.Key))
            problems.Error(file, entry.Line, $"'{QuoteFinder.Shown(entry.Key)}' is no key",
                KeyForm.Remedy);
        if (entry.Value is not YamlMap map)
        {
            problems.Error(file, entry.Line, $"the entity '{QuoteFinder.Shown(entry.Key)}' is {entry.Value.What}, not a mapping",
                "Write kind and names below it.");
            open.Add(entry.Key);
            return null;
        }
        var kind = Kind(map, entry);
        var names = Names(map, entry);
        var summary = map.Text("summary", ontology.Languages, problems);
        var identifiers = Identifiers(map);
        map.RejectUnknown("an entity", problems);
        if (kind is null)
            open.Add(entry.Key);
        return kind is null || !KeyForm.IsKey(entry.Key) ? null
            : new SeedEntity(entry.Key, kind, new Declaration(article, names, summary, identifiers), new SeedLine(file, entry.Line));
    }

    private string? Kind(YamlMap map, YamlEntry entry)
    {
        var name = map.String("kind", problems);
        if (name is null)
        {
            if (map.Take("kind") is null)
                problems.Error(map.File, entry.Line, $"the entity '{entry.Key}' has no 'kind'", $"Add kind: one of {Some(Concrete())}.");
            return null;
        }
        var line = map.LineOf("kind");
        var kind = ontology.FindKind(name);
        if (kind is null)
            problems.Error(map.File, line, $"the kind '{QuoteFinder.Shown(name)}' is not in the ontology", Known(name, Concrete()));
        else if (kind.IsAbstract)
            problems.Error(map.File, line, $"the kind '{name}' covers others, so that no entity is directly of it",
                $"Write one of {Some(ontology.ConcreteKinds(name).Order(StringComparer.Ordinal))}.");
        return kind is { IsAbstract: false } ? name : null;
    }

    private IEnumerable<string> Concrete() => ontology.Kinds.Where(k => !k.IsAbstract).Select(k => k.Name);

    private List<EntityName> Names(YamlMap map, YamlEntry entry)
    {
        var names = new List<EntityName>();
        if (map.Map("names", problems) is { } languages)
        {
            foreach (var language in ontology.Languages)
                names.AddRange(NamesIn(languages, language));
            languages.RejectUnknown("'names'", problems, byLanguage: true);
        }
        if (!names.Any(n => n.Role == NameRole.Preferred))
            problems.Error(map.File, map.LineOf("names"), $"the entity '{entry.Key}' has no preferred name",
                $"Add names: {{{ontology.DefaultLanguage}: [the name]}}; the first of a language is the preferred one.");
        return names;
    }

    private List<EntityName> NamesIn(YamlMap languages, string language)
    {
        var written = languages.List(language).Select(n => (Node: n, Name: Name(n))).Where(n => n.Name is not null).ToArray();
        var hasPreferred = written.Any(n => n.Name!.Value.Role == NameRole.Preferred);
        var names = new List<EntityName>();
        foreach (var (node, name) in written)
        {
            var (text, role, linkable) = name!.Value;
            var first = names.Count == 0 && !hasPreferred;
            if (names.Any(n => n.Text == text))
                problems.Error(node, $"the name '{QuoteFinder.Shown(text)}' stands twice in '{language}'", "Keep one of them.");
            else if (role == NameRole.Preferred && names.Any(n => n.Role == NameRole.Preferred))
                problems.Error(node, $"'{QuoteFinder.Shown(text)}' is a second PREFERRED name in '{language}'", "Give it another role.");
            else
                names.Add(new EntityName(text, language, role ?? (first ? NameRole.Preferred : NameRole.Alias), linkable));
        }
        return names;
    }

    private (string Text, NameRole? Role, bool Linkable)? Name(YamlNode node)
    {
        var (text, role, linkable) = (node as YamlScalar is { IsNull: false } scalar ? scalar.Value : null, (NameRole?)null, true);
        if (node is YamlMap map)
        {
            text = map.Required("text", problems, "Add text: the name.");
            role = map.Take("role") is null ? null : map.Enum("role", NameRole.Alias, problems);
            linkable = map.Flag("linkable", problems, otherwise: true);
            map.RejectUnknown("a name", problems);
        }
        else if (node is YamlList)
            problems.Error(node, "a name is a list", "Write the name, or {text: ..., role: ...}.");
        text = text?.Trim();
        if (text is { Length: > 0 and <= EntityName.MaxLength } && !text.AsSpan().ContainsAny('\n', '\r', '\t'))
            return (text, role, linkable);
        if (text is { Length: > EntityName.MaxLength })
            problems.Error(node, $"the name has {text.Length} characters, at most {EntityName.MaxLength} are allowed", "Shorten it.");
        else if (node is YamlScalar || text is not null)
            problems.Error(node, string.IsNullOrEmpty(text) ? "a name is empty" : "a name has several lines", "Write it on one line.");
        return null;
    }

    private Dictionary<string, string> Identifiers(YamlMap map)
    {
        var found = new Dictionary<string, string>();
        foreach (var (scheme, line, value) in map.Map("identifiers", problems)?.Entries ?? [])
        {
            if (!IdentifierForm.IsScheme(scheme))
                problems.Error(map.File, line, $"'{QuoteFinder.Shown(scheme)}' is no name of an identifier scheme",
                    IdentifierForm.SchemeRemedy);
            else if (value is YamlScalar { IsNull: false } text && IdentifierForm.IsValue(text.Value))
                found.Add(scheme, text.Value);
            else
                problems.Error(map.File, line, $"the identifier '{scheme}' is {value.What}", IdentifierForm.ValueRemedy);
        }
        return found;
    }

    internal static string Known(string written, IEnumerable<string> known) =>
        YamlReading.Nearest(written, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Write one of {Some(known)}, or add it to the ontology.";

    // Enough to help, not a whole ontology.
    private static string Some(IEnumerable<string> names)
    {
        var list = names.Take(21).ToArray();
        return string.Join(", ", list.Take(20)) + (list.Length > 20 ? ", ..." : "");
    }
}
