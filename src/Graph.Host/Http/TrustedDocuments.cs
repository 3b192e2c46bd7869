using System.Text.Json;
using Graph.Core;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace Graph.Host;

/// <summary>
/// Documents of a folder that may be asked for by id. A file <c>NAME.graphql</c> is one document, known as NAME. A file <c>*.json</c> is
/// what a client's
/// build wrote: an object of texts by id (Relay, graphql-codegen), or Apollo's manifest. Each is known by its SHA-256 as well, alone and
/// behind <c>sha256:</c>.
/// </summary>
internal sealed class TrustedDocuments
{
    private const string ApolloFormat = "apollo-persisted-query-manifest", Hashed = "sha256:";

    public static readonly TrustedDocuments None = new();

    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads the folder. Throws <see cref="ProblemsException"/> with every fault.</summary>
    public static TrustedDocuments Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ProblemsException([new Problem(folder, 0, "there is no such folder of trusted documents",
                $"Say where it is: {HttpOptions.Section}:{nameof(HttpOptions.TrustedDocuments)}.")]);
        }
        var documents = new TrustedDocuments();
        var problems = new List<Problem>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var (id, text) in Parts(file, problems))
                documents.Add(file, id, text, problems);
        }
        return problems.Count == 0 ? documents : throw new ProblemsException(problems);
    }

    /// <summary>The document of an id; null when it is not one of them.</summary>
    public string? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether this very text is one of them.</summary>
    public bool Contains(string text) => _byId.ContainsKey(PersistedQueries.HashOf(text));

    private void Add(string file, string id, string text, List<Problem> problems)
    {
        try
        {
            Parser.Parse(text);
        }
        catch (GraphQLParserException e)
        {
            problems.Add(new Problem(file, e.Location.Line, $"'{id}' is no GraphQL document: {e.Description}", "Mend it, or take it out of the folder."));
        }
        var hash = PersistedQueries.HashOf(text);
        _byId[hash] = _byId[Hashed + hash] = text;
        if (!_byId.TryAdd(id, text) && _byId[id] != text)
            problems.Add(new Problem(file, 0, $"'{id}' is the id of two documents", "Give each an id of its own."));
    }

    private static IEnumerable<(string Id, string Text)> Parts(string file, List<Problem> problems)
    {
        try
        {
            switch (Path.GetExtension(file))
            {
                case ".graphql" or ".gql":
                    return [(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))];
                case ".json":
                    using (var json = JsonDocument.Parse(File.ReadAllText(file)))
                        return [.. FromJson(json.RootElement)];
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            problems.Add(new Problem(file, (int)((e as JsonException)?.LineNumber + 1 ?? 0),
                "this is neither an object of documents by id nor Apollo's manifest",
                "Put here what the client's build wrote, or *.graphql files."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(file, 0, $"the file cannot be read: {e.Message}", "Check its permissions, or take it out of the folder."));
        }
        return [];
    }

    private static IEnumerable<(string Id, string Text)> FromJson(JsonElement root) =>
        root.TryGetProperty("format", out var format) && format.ValueEquals(ApolloFormat)
            ? root.GetProperty("operations").EnumerateArray().Select(o => (TextOf(o.GetProperty("id")), TextOf(o.GetProperty("body"))))
            : root.EnumerateObject().Select(m => (m.Name, TextOf(m.Value)));

    private static string TextOf(JsonElement value) => value.GetString() ?? throw new InvalidOperationException("There is null instead of a text.");
}
