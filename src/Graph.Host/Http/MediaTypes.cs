using Microsoft.Net.Http.Headers;

namespace Graph.Host;

/// <summary>Chooses the media type of an answer, after GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/).</summary>
internal static class MediaTypes
{
    public const string GraphQL = "application/graphql-response+json", Json = "application/json", Html = "text/html";

    /// <summary>The type that the <c>Accept</c> header likes best; JSON when it does not say; null when it allows neither.</summary>
    public static string? Choose(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || string.IsNullOrWhiteSpace(accept.ToString()))
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var accepted))
            return null;
        var (graphQL, json) = (Quality(accepted, GraphQL), Quality(accepted, Json));
        return (graphQL, json) switch
        {
            (<= 0, <= 0) => null,
            var (g, j) when g > j => GraphQL,
            var (g, j) when j > g => Json,
            _ => accepted.Any(a => a.MediaType == GraphQL) ? First(accepted) : Json,
        };
    }

    /// <summary>Whether a page is liked better than data: <c>Accept</c> names text/html as browsers do.</summary>
    public static bool PrefersHtml(HttpRequest request) => MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.FirstOrDefault(a => a.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase)) is { } html
        && (html.Quality ?? 1) > Math.Max(Quality(accepted, GraphQL), Quality(accepted, Json));

    /// <summary>Whether a body may be read: JSON in UTF-8. What a web page can send without asking (forms, plain text) is
    /// refused.</summary>
    public static bool IsReadable(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // Of the same quality, the one named first.
    private static string First(IList<MediaTypeHeaderValue> accepted) =>
        accepted.First(a => a.MediaType == GraphQL || a.MediaType == Json).MediaType == GraphQL ? GraphQL : Json;

    // What names the type most precisely decides.
    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(a => Covers(a, type) && AllowsUtf8(a)).OrderByDescending(Specificity).Select(a => a.Quality ?? 1).FirstOrDefault();

    private static bool Covers(MediaTypeHeaderValue accepted, string type) =>
        accepted.MatchesAllTypes
        || (accepted.MatchesAllSubTypes && accepted.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
        || accepted.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static bool AllowsUtf8(MediaTypeHeaderValue accepted) =>
        !accepted.Charset.HasValue || accepted.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static int Specificity(MediaTypeHeaderValue accepted) => accepted.MatchesAllTypes ? 0 : accepted.MatchesAllSubTypes ? 1 : 2;
}
