using System.Globalization;

namespace Graph.Core;

/// <summary>Typed reading of mappings: each wrong value becomes a problem with its line, its key and a remedy, and reading goes on.</summary>
internal static class YamlReading
{
    public static string? String(this YamlMap map, string key, ProblemList problems) => map.Take(key) switch
    {
        null => null,
        YamlScalar scalar => scalar.Value,
        var other => Wrong<string>(problems, other, key, "text", "Write one value."),
    };

    public static string? Required(this YamlMap map, string key, ProblemList problems, string remedy)
    {
        var value = map.String(key, problems);
        if (value is null && map.Take(key) is null)
            problems.Error(map, $"'{key}' is missing", remedy);
        return value;
    }

    public static YamlMap? Map(this YamlMap map, string key, ProblemList problems) => map.Take(key) switch
    {
        null => null,
        YamlMap found => found,
        var other => Wrong<YamlMap>(problems, other, key, "a mapping", "Write 'key: value' pairs below it."),
    };

    /// <summary>A list; a single value counts as a list of one.</summary>
    public static IReadOnlyList<YamlNode> List(this YamlMap map, string key) => map.Take(key) switch
    {
        null => [],
        YamlList list => list.Items,
        var single => [single],
    };

    /// <summary>A list of plain texts.</summary>
    public static IReadOnlyList<YamlScalar> Strings(this YamlMap map, string key, ProblemList problems)
    {
        var result = new List<YamlScalar>();
        foreach (var item in map.List(key))
        {
            if (item is YamlScalar scalar)
                result.Add(scalar);
            else
                Wrong<string>(problems, item, key, "a list of texts", "Write [one, two].");
        }
        return result;
    }

    public static bool Flag(this YamlMap map, string key, ProblemList problems, bool otherwise = false) => map.Take(key) switch
    {
        null => otherwise,
        YamlScalar { Value: "true" } => true,
        YamlScalar { Value: "false" } => false,
        var other => Wrong<object>(problems, other, key, "true or false", "Write true or false.") is not null || otherwise,
    };

    public static decimal? Number(this YamlMap map, string key, ProblemList problems)
    {
        switch (map.Take(key))
        {
            case null:
                return null;
            case YamlScalar scalar when decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return number;
            case var other:
                Wrong<object>(problems, other, key, "a number", "Write digits with an optional '.', without separators or unit.");
                return null;
        }
    }

    /// <summary>An enum value in UPPER_SNAKE.</summary>
    public static T Enum<T>(this YamlMap map, string key, T otherwise, ProblemList problems)
        where T : struct, Enum
    {
        if (map.Take(key) is not { } node)
            return otherwise;
        foreach (var value in System.Enum.GetValues<T>())
        {
            if (node is YamlScalar scalar && scalar.Value == Spelling.EnumValue(value.ToString()))
                return value;
        }
        Wrong<object>(problems, node, key, "one of the known values", $"Write one of {string.Join(", ", System.Enum.GetNames<T>().Select(Spelling.EnumValue))}.");
        return otherwise;
    }

    /// <summary>One text per language. <paramref name="needed"/>: the languages that must be there.</summary>
    public static LocalText? Text(this YamlMap map, string key, IReadOnlyList<string> languages, ProblemList problems, bool needed = false)
    {
        var node = map.Take(key);
        if (node is null)
        {
            if (needed)
                problems.Error(map, $"'{key}' is missing", $"Add {key}: {{{string.Join(", ", languages.Select(l => l + ": ..."))}}}.");
            return null;
        }
        return ReadText(node, key, languages, problems, needed);
    }

    /// <summary>One text per language, from a node.</summary>
    public static LocalText? ReadText(YamlNode node, string key, IReadOnlyList<string> languages, ProblemList problems, bool needed = false)
    {
        if (node is not YamlMap texts)
            return Wrong<LocalText>(problems, node, key, "text per language", $"Write {{{string.Join(", ", languages.Select(l => l + ": ..."))}}}.");
        var found = new List<KeyValuePair<string, string>>();
        foreach (var language in languages)
        {
            var text = texts.String(language, problems)?.Trim();
            if (!string.IsNullOrEmpty(text))
                found.Add(new(language, text));
            else if (needed && !texts.Mistypes(language, languages))
                problems.Error(texts, $"'{key}' has no text in '{language}'", $"Add {language}: ...");
        }
        texts.RejectUnknown(key, problems, byLanguage: true);
        return LocalText.OrNull(found);
    }

    /// <summary>Whether a key is likely meant as the language: then its text is not missing besides.</summary>
    public static bool Mistypes(this YamlMap texts, string language, IReadOnlyList<string> languages) =>
        texts.Entries.Any(e => !languages.Contains(e.Key) && Nearest(e.Key, [language]) is not null);

    /// <summary>A list of texts per language: <c>{zh: [..], en: [..]}</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> TextLists(this YamlMap map, string key, IReadOnlyList<string> languages, ProblemList problems)
    {
        if (map.Map(key, problems) is not { } texts)
            return Wording.None;
        var result = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var language in languages)
        {
            var list = texts.Strings(language, problems).Select(s => s.Value.Trim()).Where(s => s.Length > 0).ToArray();
            if (list.Length > 0)
                result.Add(language, list);
        }
        texts.RejectUnknown(key, problems, byLanguage: true);
        return result;
    }

    /// <summary>Every key not read by now is an error, with the nearest known key as remedy.</summary>
    /// <param name="byLanguage">The keys are languages: one that is wrong, often everywhere, is told where it stands first.</param>
    public static void RejectUnknown(this YamlMap map, string what, ProblemList problems, bool byLanguage = false)
    {
        foreach (var entry in map.Rest().ToArray())
        {
            var remedy = problems.IsFull ? "" : Remedy(map, entry);
            var problem = new Problem(map.File, entry.Line, $"'{entry.Key}' is not a key of {what}", remedy);
            if (byLanguage)
                problems.AddOnce($"language {entry.Key}", problem);
            else
                problems.Add(problem);
        }
    }

    private static string Remedy(YamlMap map, YamlEntry unknown)
    {
        var known = $"Known: {string.Join(", ", map.Taken.Order(StringComparer.Ordinal))}.";
        if (Nearest(unknown.Key, map.Taken) is { } nearest)
            return $"Did you mean '{nearest}'? {known}";
        var before = map.Entries.TakeWhile(e => !ReferenceEquals(e.Value, unknown.Value)).LastOrDefault();
        if (unknown.Value is not YamlScalar { IsNull: true } || before.Value is not YamlScalar { IsNull: false } cut)
            return known;
        // a comma parts what stands in braces
        return unknown.Key.All(char.IsAsciiDigit) && cut.Value.All(c => char.IsAsciiDigit(c) || c == '-')
            ? $"If it belongs to '{before.Key}': numbers are written plain, {cut.Value}{unknown.Key}."
            : $"If it belongs to '{before.Key}', put the text in quotes: \"{cut.Value}, {unknown.Key}\". {known}";
    }

    /// <summary>The candidate that is likely meant (at most a third of its letters differ), or null.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(c => (Candidate: c, Distance: Distance(word, c)))
        .Where(c => c.Distance <= Math.Max(1, c.Candidate.Length / 3))
        .OrderBy(c => c.Distance).ThenBy(c => c.Candidate, StringComparer.Ordinal).Select(c => c.Candidate).FirstOrDefault();

    private static T? Wrong<T>(ProblemList problems, YamlNode node, string key, string expected, string remedy)
        where T : class
    {
        problems.Error(node, $"'{key}' is {node.What}, not {expected}", remedy);
        return null;
    }

    // Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), for short words only.
    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
            return int.MaxValue;
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                cost[i, j] = Math.Min(cost[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
