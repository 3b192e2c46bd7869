using System.Text.Json;
using Graph.Core;
using GraphQL;

namespace Graph.Host;

/// <summary>A request that is no GraphQL request; answered with an HTTP status.</summary>
internal sealed class BadRequestException(string message, string hint, int status = StatusCodes.Status400BadRequest) : GraphException(ErrorCode.BadRequest, message, hint)
{
    public int Status { get; } = status;
}

/// <summary>What a client sends, its document not yet found.</summary>
internal sealed record SentRequest(SentDocument Document, string? OperationName, Inputs Variables, bool ReportCost);

/// <summary>Reads what a client sends, by POST or GET.</summary>
internal static class RequestReader
{
    public const string Shape = """Send {"query": "...", "variables": {...}, "operationName": "..."}.""";

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64 };

    public static async Task<SentRequest> Read(HttpRequest request, ApiOptions options, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Timeout);
        try
        {
            return HttpMethods.IsGet(request.Method) ? FromUrl(request) : await FromBody(request, options, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new GraphTimeoutException(options.Timeout);
        }
        catch (BadHttpRequestException e)
        {
            throw NotArrived(e.StatusCode);
        }
        catch (IOException) // a piece whose length no number holds
        {
            throw NotArrived(StatusCodes.Status400BadRequest);
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

    private static BadRequestException NotArrived(int status) =>
        new("The body does not arrive as HTTP has it.", "Send all of it at once, as long as its headers say.", status);

    private static SentRequest FromUrl(HttpRequest request)
    {
        using var variables = Parameter(request, "variables") is { Length: > 0 } text ? JsonDocument.Parse(text, Json) : null;
        using var extensions = Parameter(request, "extensions") is { Length: > 0 } more ? JsonDocument.Parse(more, Json) : null;
        var id = Parameter(request, "documentId") ?? Parameter(request, "id");
        var document = new SentDocument(Parameter(request, "query"), id, HashIn(extensions?.RootElement));
        return Sent(request, document, Parameter(request, "operationName"), variables?.RootElement);
    }

    private static string? Parameter(HttpRequest request, string name) => request.Query[name] switch
    {
        [] => null,
        [var one] => one,
        _ => throw new BadRequestException($"'{name}' is given more than once.", "Give it once."),
    };

    private static async Task<SentRequest> FromBody(HttpRequest request, ApiOptions options, CancellationToken cancellation)
    {
        if (!MediaTypes.IsReadable(request))
            throw new BadRequestException("The body is not JSON in UTF-8.", $"Send Content-Type: {MediaTypes.Json}.", StatusCodes.Status415UnsupportedMediaType);
        if (request.Headers.ContentEncoding is [_, ..] coding && !coding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new BadRequestException("The body is compressed.", "Send it as it is.", StatusCodes.Status415UnsupportedMediaType);
        using var body = JsonDocument.Parse(await Bytes(request, options.MaxBodyBytes, cancellation), Json);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
            throw new BadRequestException("The body is not a JSON object.", Shape);
        var root = body.RootElement;
        var document = new SentDocument(Text(root, "query"), Text(root, "documentId") ?? Text(root, "id"), HashIn(Member(root, "extensions")));
        return Sent(request, document, Text(root, "operationName"), Member(root, "variables"));
    }

    // As Apollo and urql send it: {"persistedQuery":{"version":1,"sha256Hash":"..."}}.
    private static string? HashIn(JsonElement? extensions)
    {
        if (extensions is not { } given || given.ValueKind == JsonValueKind.Null)
            return null;
        if (given.ValueKind != JsonValueKind.Object)
            throw new BadRequestException("'extensions' is not an object.", Shape);
        if (Member(given, "persistedQuery") is not { } persisted)
            return null;
        if (persisted.ValueKind != JsonValueKind.Object || Member(persisted, "version") is not { ValueKind: JsonValueKind.Number } version
            || !version.TryGetInt32(out var number) || number != 1 || Text(persisted, "sha256Hash") is not { } hash)
            throw new BadRequestException("'extensions.persistedQuery' is of an unknown form.", """Send {"version": 1, "sha256Hash": "..."}.""");
        return hash;
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

    private static SentRequest Sent(HttpRequest request, SentDocument document, string? operationName, JsonElement? variables)
    {
        if (variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            throw new BadRequestException("'variables' is not an object.", Shape);
        var report = request.Headers["GraphQL-Cost"].ToString().Equals("report", StringComparison.OrdinalIgnoreCase);
        var values = variables is { ValueKind: JsonValueKind.Object } given ? new Inputs(Members(given)) : Inputs.Empty;
        document = document with { Text = NotEmpty(document.Text), Id = NotEmpty(document.Id) };
        return new SentRequest(document, NotEmpty(operationName), values, report);
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

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
