using System.Globalization;

namespace Graph.Core;

/// <summary>Reads one article from its files: the article, its passages, its entities and its statements.</summary>
internal sealed class ArticleReader(Ontology ontology, ProblemList problems, OpenDeclarations open)
{
    public SeedArticle? Read(SeedFiles.Article files)
    {
        YamlMap[] roots = [.. files.Files.Select(f => YamlFile.Read(f.Path, f.ShownAs, problems)).OfType<YamlMap>()];
        if (roots.Length == files.Files.Count)
            return Read(roots, files.ShownAs);
        open.AddAny();
        return null;
    }

    public SeedArticle? Read(IReadOnlyList<YamlMap> roots, string shownAs)
    {
        var article = ReadArticle(roots, shownAs, out var at);
        var key = article?.Key ?? "unknown"; // read on all the same, for the other faults
        SeedPassage[] passages = [.. ReadPassages(roots, key)];
        var entities = new EntityReader(ontology, problems, open).Read(roots, key);
        var statements = new StatementReader(ontology, problems, passages.ToDictionary(p => p.Passage.Id.Number, p => p.Passage)).Read(roots);
        foreach (var root in roots)
            root.RejectUnknown("an article's file", problems);
        if (article is not null)
            return new SeedArticle(article, passages, entities, statements, at);
        foreach (var entity in entities)
            open.Add(entity.Key);
        return null;
    }

    private Article? ReadArticle(IReadOnlyList<YamlMap> roots, string shownAs, out SeedLine at)
    {
        var found = roots.Select(r => r.Map("article", problems)).OfType<YamlMap>().ToArray();
        at = found.Length == 0 ? new SeedLine(shownAs, 0) : new SeedLine(found[0].File, found[0].Line);
        if (found.Length == 0)
        {
            problems.Error(shownAs, 0, "the section 'article' is missing", "Add 'article:' with key, title and language.");
            return null;
        }
        foreach (var other in found.Skip(1))
            problems.Error(other, $"the section 'article' stands twice, first in {at}", "Keep one: a folder is one article.");
        return ReadArticle(found[0]);
    }

    private Article? ReadArticle(YamlMap map)
    {
        var key = Key(map);
        var title = map.Text("title", ontology.Languages, problems);
        if (title is null && map.Take("title") is null)
            problems.Error(map, "'title' is missing", "Add title: {language: ...}.");
        var date = new ValueReader(ontology, problems).Date(map, "date");
        var language = map.Required("language", problems, $"Add language: one of {string.Join(", ", ontology.Languages)}.");
        if (language is not null && !ontology.Languages.Contains(language))
            problems.Error(map.File, map.LineOf("language"), $"'language' is '{language}', which the ontology does not have",
                $"Write one of {string.Join(", ", ontology.Languages)}.");
        var (publisher, author, url) = (map.String("publisher", problems), map.String("author", problems), Url(map));
        map.RejectUnknown("'article'", problems);
        return key is null || title is null || language is null ? null : new Article(key, title, publisher, author, date, url, language);
    }

    private string? Key(YamlMap map)
    {
        var key = map.Required("key", problems, "Add a key such as some-article.");
        if (key is null || (KeyForm.IsKey(key) && key != Sources.Api))
            return key;
        problems.Error(map.File, map.LineOf("key"), key == Sources.Api ? $"the key '{key}' is taken by what mutations write"
            : $"'{QuoteFinder.Shown(key)}' is no key",
            $"Write lower-case letters, digits and single hyphens, at most {KeyForm.MaxLength}, such as some-article.");
        return null;
    }

    // Only http: a link is shown in pages.
    private string? Url(YamlMap map)
    {
        var url = map.String("url", problems);
        if (url is null || (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
            return url;
        problems.Error(map.File, map.LineOf("url"), $"'url' is '{QuoteFinder.Shown(url)}', not a web address", "Write it in full: https://...");
        return null;
    }

    private SortedDictionary<int, SeedPassage>.ValueCollection ReadPassages(IReadOnlyList<YamlMap> roots, string article)
    {
        var passages = new SortedDictionary<int, SeedPassage>();
        foreach (var node in roots.SelectMany(r => r.List("passages")))
        {
            if (node is not YamlMap map)
                problems.Error(node, $"a passage is {node.What}, not a mapping", "Write '- number: 1' and its texts below.");
            else if (ReadPassage(map, article) is { } passage && !passages.TryAdd(passage.Passage.Id.Number, passage))
                problems.Error(map, $"passage {passage.Passage.Id.Number} stands twice, first in {passages[passage.Passage.Id.Number].At}",
                    "Number each passage once.");
        }
        return passages.Values;
    }

    private SeedPassage? ReadPassage(YamlMap map, string article)
    {
        var number = Number(map);
        var texts = LocalText.OrNull(ontology.Languages.Select(l => new KeyValuePair<string, string>(l, PassageText(map, l))));
        if (texts is null)
            problems.Error(map, "the passage has no text", $"Add {ontology.DefaultLanguage}: ...");
        var (sha, unstated) = (Sha256(map), map.String("unstated", problems));
        var (chosen, mentioned) = texts is null ? ([], []) : new MentionReader(ontology, problems).Read(map, texts);
        map.Take("mentions");
        map.RejectUnknown("a passage", problems);
        if (number is null || texts is null)
            return null;
        var why = string.IsNullOrWhiteSpace(unstated) ? null : unstated;
        var passage = new Passage(new PassageId(article, number.Value), texts, sha, why) { Chosen = chosen };
        return new SeedPassage(passage, mentioned, new SeedLine(map.File, map.Line));
    }

    private int? Number(YamlMap map)
    {
        var text = map.Required("number", problems, "Number the passages 1, 2, 3 ...");
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= PassageId.MaxNumber)
            return number;
        problems.Error(map.File, map.LineOf("number"), $"'number' is '{QuoteFinder.Shown(text)}'", $"Write a whole number from 1 to {PassageId.MaxNumber}.");
        return null;
    }

    private string PassageText(YamlMap map, string language)
    {
        var text = map.String(language, problems)?.Trim() ?? "";
        if (text.Length <= Passage.MaxLength)
            return text;
        problems.Error(map.File, map.LineOf(language), $"the text has {text.Length} characters, at most {Passage.MaxLength} are read",
            "Make several passages of it.");
        return "";
    }

    private string? Sha256(YamlMap map)
    {
        var text = map.String("sha256", problems)?.ToLowerInvariant();
        if (text is null || (text.Length == 64 && text.All(char.IsAsciiHexDigit)))
            return text;
        problems.Error(map.File, map.LineOf("sha256"), "'sha256' is not 64 hexadecimal digits",
            "Take it from: printf %s \"the paragraph\" | sha256sum.");
        return null;
    }
}
