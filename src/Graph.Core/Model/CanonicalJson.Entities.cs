using System.Text.Json;

namespace Graph.Core;

public static partial class CanonicalJson
{
    public static string Of(Entity entity) => Text(json =>
    {
        json.WriteString("key", entity.Key);
        json.WriteString("kind", entity.Kind);
        json.WriteStartArray("declarations");
        foreach (var declaration in entity.Declarations)
            Write(json, declaration);
        json.WriteEndArray();
    });

    public static Entity ReadEntity(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadEntity(document.RootElement);
    }

    internal static Entity ReadEntity(JsonElement json) => new(json.GetProperty("key").GetString()!, json.GetProperty("kind").GetString()!,
        json.GetProperty("declarations").EnumerateArray().Select(ReadDeclaration));

    public static string Of(Article article) => Text(json =>
    {
        json.WriteString("key", article.Key);
        Write(json, "title", article.Title);
        Write(json, "publisher", article.Publisher);
        Write(json, "author", article.Author);
        Write(json, "date", article.Date?.ToMarkedString());
        Write(json, "url", article.Url);
        json.WriteString("language", article.Language);
    });

    public static Article ReadArticle(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadArticle(document.RootElement);
    }

    internal static Article ReadArticle(JsonElement json) => new(json.GetProperty("key").GetString()!, LocalText(json, "title")!,
        String(json, "publisher"), String(json, "author"), Date(json, "date"), String(json, "url"), json.GetProperty("language").GetString()!);

    public static string Of(Passage passage) => Text(json =>
    {
        json.WriteString("id", passage.Id.ToString());
        Write(json, "text", passage.Texts);
        Write(json, "sha256", passage.Sha256);
        Write(json, "unstated", passage.Unstated);
        WriteChosen(json, passage.Chosen);
    });

    public static Passage ReadPassage(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadPassage(document.RootElement);
    }

    internal static Passage ReadPassage(JsonElement json) =>
        new(ReadPassageId(json.GetProperty("id")), LocalText(json, "text")!, String(json, "sha256"), String(json, "unstated"))
        {
            Chosen = json.TryGetProperty("chosen", out var chosen) ? [.. chosen.EnumerateArray().Select(ReadChosen)] : [],
        };

    /// <summary>All mentions of one passage; at least one.</summary>
    public static string Of(IReadOnlyList<Mention> mentions) => Text(json =>
    {
        json.WriteString("passage", mentions[0].Passage.ToString());
        json.WriteStartArray("at");
        foreach (var mention in mentions)
        {
            json.WriteStartObject();
            WriteSpan(json, mention.Language, mention.Start, mention.End);
            json.WriteString("entity", mention.Entity);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    internal static IReadOnlyList<Mention> ReadMentions(JsonElement json)
    {
        var passage = ReadPassageId(json.GetProperty("passage"));
        return [.. json.GetProperty("at").EnumerateArray().Select(m => new Mention(passage, m.GetProperty("language").GetString()!,
            m.GetProperty("start").GetInt32(), m.GetProperty("end").GetInt32(), m.GetProperty("entity").GetString()!))];
    }

    // A stretch of a passage's text in one language.
    private static void WriteSpan(Utf8JsonWriter json, string language, int start, int end)
    {
        json.WriteString("language", language);
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
    }

    private static void WriteChosen(Utf8JsonWriter json, IReadOnlyList<ChosenMention> chosen)
    {
        if (chosen.Count == 0)
            return;
        json.WriteStartArray("chosen");
        foreach (var mention in chosen)
        {
            json.WriteStartObject();
            WriteSpan(json, mention.Language, mention.Start, mention.End);
            json.WriteString("entity", mention.Entity);
            if (mention.Pinned)
                json.WriteBoolean("pinned", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static ChosenMention ReadChosen(JsonElement json) => new(json.GetProperty("language").GetString()!,
        json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32(), json.GetProperty("entity").GetString()!, Flag(json, "pinned"));

    private static void Write(Utf8JsonWriter json, Declaration declaration)
    {
        json.WriteStartObject();
        json.WriteString("source", declaration.Source);
        json.WriteStartArray("names");
        foreach (var name in declaration.Names)
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("language", name.Language);
            json.WriteString("role", Upper(name.Role));
            if (!name.Linkable)
                json.WriteBoolean("linkable", false);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, "summary", declaration.Summary);
        if (declaration.Identifiers.Count > 0)
        {
            json.WriteStartObject("identifiers");
            foreach (var (scheme, value) in declaration.Identifiers.OrderBy(i => i.Key, StringComparer.Ordinal))
                json.WriteString(scheme, value);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static Declaration ReadDeclaration(JsonElement json) => new(
        json.GetProperty("source").GetString()!,
        [.. json.GetProperty("names").EnumerateArray().Select(n => new EntityName(n.GetProperty("text").GetString()!, n.GetProperty("language").GetString()!,
            Enum(String(n, "role"), NameRole.Alias), Flag(n, "linkable", true)))],
        LocalText(json, "summary"),
        json.TryGetProperty("identifiers", out var identifiers) ? identifiers.EnumerateObject().ToDictionary(i => i.Name, i => i.Value.GetString()!) : new Dictionary<string, string>());
}
