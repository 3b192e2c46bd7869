using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>Reads <c>ontology.yaml</c> as seed/README.md teaches it. Every fault is told at once, with file, line, key and remedy.</summary>
public static partial class OntologyReader
{
    /// <summary>Reads a file. It may be missing, huge or damaged: that is a problem of the result, not an exception.</summary>
    /// <param name="shownAs">The file's name in problems.</param>
    public static Checked<Ontology> Read(string path, string shownAs)
    {
        var problems = new ProblemList();
        return problems.Result(YamlFile.ReadText(path, shownAs, problems) is { } text ? Read(text, shownAs, problems) : null);
    }

    /// <summary>Reads a text, such as <see cref="StoreState.OntologyText"/>.</summary>
    /// <param name="shownAs">The file's name in problems.</param>
    public static Checked<Ontology> Parse(string text, string shownAs)
    {
        var problems = new ProblemList();
        return problems.Result(Read(text, shownAs, problems));
    }

    private static Ontology? Read(string text, string shownAs, ProblemList problems)
    {
        if (YamlFile.Parse(text, shownAs, problems) is not { } root)
            return null;
        var draft = new OntologyDraft(root, Languages(root, problems), problems);
        var id = Id(root, problems);
        var title = draft.Text(root, "title");
        if (draft.Languages.Count == 0) // every text would be wrong
            return null;
        UnitReader.Read(draft);
        KindReader.Read(draft);
        QualifierReader.Read(draft);
        RelationshipReader.Read(draft);
        MetricReader.Read(draft);
        root.RejectUnknown("the ontology", problems);
        PhraseOverlap.Warn(draft);
        ReservedNames.Check(draft);
        return problems.HasErrors ? null : new Ontology(id!, title, draft.Languages, draft.Kinds.Values, draft.Types.Values, draft.Metrics.Values,
            draft.Units.Values, draft.Qualifiers.Values, text);
    }

    private static string? Id(YamlMap root, ProblemList problems)
    {
        var id = root.Required("id", problems, "Add 'id: my-field': lower-case letters, digits and '-'.");
        if (id is not null && !IdSpelling().IsMatch(id))
            problems.Error(root.File, root.LineOf("id"), $"the id '{id}' is not spelt [a-z0-9]+(-[a-z0-9]+)*", "Use lower-case letters and digits, with single '-' between words.");
        return id;
    }

    // Without a usable list the title's languages stand in for it, so that the rest can be read.
    private static List<string> Languages(YamlMap root, ProblemList problems)
    {
        var result = new List<string>();
        foreach (var tag in root.Strings("languages", problems))
        {
            var usual = UsualCase(tag.Value);
            var isTag = LanguageSpelling().IsMatch(usual);
            if (!isTag || usual != tag.Value)
                problems.Error(tag, $"'languages' has '{tag.Value}', which is no language tag",
                    isTag ? $"Did you mean '{usual}'?" : "Write tags such as zh, en, zh-Hant, pt-BR.");
            else if (result.Contains(usual))
                problems.Error(tag, $"'languages' has '{usual}' twice", "Keep one of them.");
            if (isTag && !result.Contains(usual)) // the texts in what is meant are no further faults
                result.Add(usual);
        }
        if (result.Count > 0)
            return result;
        problems.Error(root.File, root.LineOf("languages"), "'languages' is missing", "Add 'languages: [en]', the default language first.");
        return root.Take("title") is YamlMap title ? [.. title.Entries.Select(e => e.Key).Where(k => LanguageSpelling().IsMatch(k))] : [];
    }

    // zh-hant, zh_Hant and ZH-HANT are meant as zh-Hant.
    private static string UsualCase(string tag) => string.Join('-', tag.Split('-', '_').Select((part, i) => (i, part.Length) switch
    {
        (0, _) => part.ToLowerInvariant(),
        (_, 2) => part.ToUpperInvariant(),
        (_, 4) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
        _ => part,
    }));

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IdSpelling();

    // BCP 47 (RFC 5646): language, script, region, in the usual case.
    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageSpelling();
}
