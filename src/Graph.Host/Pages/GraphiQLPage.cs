using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Core;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Graph.Host;

/// <summary>GraphiQL for browsers: the page at <c>/graphql</c>, its files and its examples below <c>/graphiql</c>. It asks nothing of any
/// other host.</summary>
/// <remarks>Its files are bundled by npm when the program is built (Pages/GraphiQL) and carried inside it. A build without Node.js serves
/// a page that says so.</remarks>
internal sealed class GraphiQLPage(IGraphStore store, IOptions<ApiOptions> api, IOptions<HttpOptions> http) : IDisposable
{
    private const string Path = "/graphiql", Script = "graphiql.js", Style = "graphiql.css";

    // Nothing but the page's own files; fonts and pictures are inside its style sheet.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src data:; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SemaphoreSlim _reading = new(1, 1);
    private (long Change, IReadOnlyList<GraphiQLExample> Examples) _examples = (-1, []);

    /// <summary>Whether this build carries GraphiQL.</summary>
    public static bool IsBundled { get; } = typeof(GraphiQLPage).Assembly.GetManifestResourceInfo(Resource(Script)) is not null;

    public static void Map(IEndpointRouteBuilder app)
    {
        if (IsBundled)
        {
            MapFile(app, Script, "text/javascript; charset=utf-8");
            MapFile(app, Style, "text/css; charset=utf-8");
        }
        app.MapGet($"{Path}/examples.json", async (GraphiQLPage page, CancellationToken cancellation) =>
            Results.Json((await page.Examples(cancellation)).Select(e => new { query = e.Query }), Relaxed));
    }

    /// <summary>Whether a request is a browser's that wants to show something.</summary>
    public static bool IsWanted(HttpRequest request) => HttpMethods.IsGet(request.Method) && MediaTypes.PrefersHtml(request);

    public Task Write(HttpResponse response)
    {
        var request = response.HttpContext.Request;
        if (request.Path.Value!.EndsWith('/')) // the page's links are relative to the address without it
        {
            response.Redirect(request.PathBase + request.Path.Value.TrimEnd('/') + request.QueryString);
            return Task.CompletedTask;
        }
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Append("Vary", "Accept");
        headers.CacheControl = "no-cache";
        response.ContentType = "text/html; charset=utf-8";
        var title = WebUtility.HtmlEncode(store.Ontology.Title.Best(null, store.Ontology.Languages));
        return response.WriteAsync(IsBundled ? Bundled(title) : Missing(title), response.HttpContext.RequestAborted);
    }

    public void Dispose() => _reading.Dispose();

    // They tell of the schema and of what the graph holds: not where clients may not ask freely. Read again only when the graph has
    // changed, by one request at a time; a store that does not answer has none.
    private async ValueTask<IReadOnlyList<GraphiQLExample>> Examples(CancellationToken cancellation)
    {
        if (!api.Value.Introspection || http.Value.TrustedDocumentsOnly)
            return [];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(api.Value.Timeout);
        try
        {
            await _reading.WaitAsync(limit.Token);
            try
            {
                var change = (await store.State(limit.Token)).LastChange;
                if (_examples.Change != change)
                    _examples = (change, await GraphiQLExamples.Read(store, limit.Token));
                return _examples.Examples;
            }
            finally
            {
                _reading.Release();
            }
        }
        catch (Exception e) when (e is GraphException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return [];
        }
    }

    private static string Bundled(string title) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{title} · GraphiQL</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="graphiql/{Style}">
          <script type="module" src="graphiql/{Script}"></script>
        </head>
        <body><div id="graphiql"><noscript>GraphiQL needs JavaScript. The schema is at <a href="graphql?sdl">graphql?sdl</a>.</noscript></div></body>
        </html>

        """;

    private static string Missing(string title) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><link rel="icon" href="data:,"><title>{title} · GraphQL</title></head>
        <body>
          <h1>{title}</h1>
          <p>GraphQL is answered here, by POST and GET; the schema is at <a href="graphql?sdl">graphql?sdl</a>,
             queries about this graph are in <a href="graphiql/examples.json">graphiql/examples.json</a>.</p>
          <p>This build has no GraphiQL, the page to write queries in: it is bundled when Node.js 18 or newer with npm is there.
             Install it (<a href="https://nodejs.org">nodejs.org</a>, or <code>apt-get install nodejs npm</code>), then
             <code>dotnet build src/Graph.Host</code> and start again.</p>
        </body>
        </html>

        """;

    private static void MapFile(IEndpointRouteBuilder app, string name, string mediaType)
    {
        var zipped = new Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)>(() => Read(name));
        app.MapGet($"{Path}/{name}", (HttpContext context) =>
        {
            var (bytes, tag) = zipped.Value;
            context.Response.Headers.CacheControl = "no-cache"; // asked for again, answered by 304
            context.Response.Headers.Vary = "Accept-Encoding";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
                return Results.Stream(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), mediaType);
            context.Response.Headers.ContentEncoding = "gzip";
            return Results.Bytes(bytes, mediaType, entityTag: tag);
        });
    }

    private static (byte[] Bytes, EntityTagHeaderValue Tag) Read(string name)
    {
        using var resource = typeof(GraphiQLPage).Assembly.GetManifestResourceStream(Resource(name))!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }

    private static string Resource(string name) => $"graphiql/{name}.gz";
}
