using System.Text.Json;
using Graph.Core;
using GraphQL;

namespace Graph.Host;

/// <summary>A request that is no GraphQL request; answered with an HTTP status.</summary>
internal sealed class BadRequestException(string message, string hint, int status = StatusCodes.Status400BadRequest) : GraphException(ErrorCode.BadRequest, message, hint)
{
    public int Status { get; } = status;
}

/// <summary>Reads what a client sends, by POST or GET.</summary>
internal static class RequestReader
{
    private const string Shape = """Send {"query": "...", "variables": {...}, "operationName": "..."}.""";

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64 };

    public static async Task<GraphQuery> Read(HttpRequest request, ApiOptions options, CancellationToken cancellation)
    {
        try
        {
            return HttpMethods.IsGet(request.Method) ? FromUrl(request) : await FromBody(request, options, cancellation);
        }
        catch (JsonException)
        {
            throw new BadRequestException("The request is not well-formed JSON.", Shape);
        }
        catch (InvalidOperationException) // half a surrogate pair in a string
        {
            throw new BadRequestException("The request holds text that is not well-formed Unicode.", "Send well-formed Unicode text.");
        }
    }

    private static GraphQuery FromUrl(HttpRequest request)
    {
        using var variables = Parameter(request, "variables") is { } text ? JsonDocument.Parse(text, Json) : null;
        if (Parameter(request, "extensions") is { } extensions)
            JsonDocument.Parse(extensions, Json).Dispose();
        return Query(request, Parameter(request, "query"), Parameter(request, "operationName"), variables?.RootElement);
    }

    private static string? Parameter(HttpRequest request, string name) => request.Query[name] switch
    {
        [] => null,
        [var one] => one,
        _ => throw new BadRequestException($"'{name}' is given more than once.", "Give it once."),
    };

    private static async Task<GraphQuery> FromBody(HttpRequest request, ApiOptions options, CancellationToken cancellation)
    {
        if (!MediaTypes.IsReadable(request))
            throw new BadRequestException("The body is not JSON in UTF-8.", $"Send Content-Type: {MediaTypes.Json}.", StatusCodes.Status415UnsupportedMediaType);
        using var body = JsonDocument.Parse(await Bytes(request, options.MaxBodyBytes, cancellation), Json);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
            throw new BadRequestException("The body is not a JSON object.", Shape);
        if (Member(body.RootElement, "extensions") is { ValueKind: not JsonValueKind.Object })
            throw new BadRequestException("'extensions' is not an object.", Shape);
        return Query(request, Text(body.RootElement, "query"), Text(body.RootElement, "operationName"), Member(body.RootElement, "variables"));
    }

    private static async Task<ReadOnlyMemory<byte>> Bytes(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit, request.ContentLength.Value);
        var buffer = new byte[Math.Min(limit + 1, request.ContentLength is { } length ? (int)length + 1 : 4096)];
        var read = 0;
        for (int more; (more = await request.Body.ReadAsync(buffer.AsMemory(read), cancellation)) > 0;)
        {
            read += more;
            if (read > limit)
                throw TooLarge(limit, read);
            if (read == buffer.Length)
                Array.Resize(ref buffer, Math.Min(limit + 1, buffer.Length * 2));
        }
        return buffer.AsMemory(0, read);
    }

    private static LimitExceededException TooLarge(int limit, long actual) => new("Bytes of the body", limit, actual, "Send a smaller request.");

    private static GraphQuery Query(HttpRequest request, string? query, string? operationName, JsonElement? variables)
    {
        if (string.IsNullOrEmpty(query))
            throw new BadRequestException("There is no 'query'.", Shape);
        if (variables is { ValueKind: not JsonValueKind.Object })
            throw new BadRequestException("'variables' is not an object.", Shape);
        var report = request.Headers["GraphQL-Cost"].ToString().Equals("report", StringComparison.OrdinalIgnoreCase);
        return new GraphQuery(query, string.IsNullOrEmpty(operationName) ? null : operationName, variables is { } given ? new Inputs(Members(given)) : Inputs.Empty, report);
    }

    private static JsonElement? Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement body, string name) => Member(body, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new BadRequestException($"'{name}' is not a string.", Shape),
    };

    private static Dictionary<string, object?> Members(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            members[member.Name] = Value(member.Value);
        return members;
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    // Exact where it can be: an int (1.0 too), else a decimal; what neither holds is a double, which only Float takes.
    private static object Number(JsonElement element) => element.TryGetInt32(out var whole) ? whole
        : DecimalScalar.Exact(element.GetRawText()) is not { } exact ? element.GetDouble()
        : exact == Math.Truncate(exact) && Math.Abs(exact) <= int.MaxValue ? (int)exact
        : exact;
}
