using Graph.Core;
using Graph.Host.Serving;
using Graph.Neo4jStore;
using Microsoft.Extensions.Primitives;

namespace Graph.Host;

/// <summary>Serves the <see cref="BrowserKit"/> to Neo4j Browser, a page of another origin.</summary>
/// <remarks>These files tell of the graph, so not any page may read them: only one that was itself loaded from this machine, from the service's own host, or from the host of the configured Neo4j.</remarks>
internal static class BrowserEndpoints
{
    /// <summary>Where the kit stands.</summary>
    public const string Path = "/browser";

    public static void MapBrowserKit(this WebApplication app)
    {
        var ontology = app.Services.GetRequiredService<IGraphStore>().Ontology;
        var neo4j = StoreOpening.Neo4j(app.Configuration)?.BrowserAddress.Host;
        foreach (var name in BrowserKit.FileNames(ontology))
        {
            app.MapMethods($"{Path}/{name}", [HttpMethods.Options], (HttpContext context) =>
            {
                Allow(context, neo4j);
                return Results.NoContent();
            });
            app.MapGet($"{Path}/{name}", async (HttpContext context, IGraphStore store) =>
            {
                Allow(context, neo4j);
                var kit = await BrowserKit.Read(store, context.RequestAborted);
                return Results.Bytes(kit.File(name, $"{context.Request.Scheme}://{context.Request.Host}{Path}")!, MediaType(name));
            });
        }
    }

    /// <summary>The link that opens the guide in the Browser of the configured Neo4j; null when the graph is not there.</summary>
    /// <param name="service">Address of the service.</param>
    public static string? DeepLink(IConfiguration configuration, IGraphStore store, string service)
    {
        if (store is not Neo4jGraphStore || StoreOpening.Neo4j(configuration) is not { } neo4j)
            return null;
        // Browser opens guides of the hosts on its list alone, by default localhost.
        var guide = $"{service.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}{Path}/{BrowserKit.GuideFile(store.Ontology.DefaultLanguage, store.Ontology)}";
        return $"{neo4j.BrowserAddress.GetLeftPart(UriPartial.Authority)}/browser/?cmd=guide&arg={Uri.EscapeDataString(guide)}";
    }

    private static void Allow(HttpContext context, string? neo4j)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.Vary = "Origin";
        var origin = request.Headers.Origin.ToString();
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || !(page.IsLoopback || Same(page.Host, request.Host.Host) || Same(page.Host, neo4j)))
            return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowMethods = "GET";
        if (request.Headers.AccessControlRequestHeaders is { Count: > 0 } asked)
            headers.AccessControlAllowHeaders = asked;
        if (!StringValues.IsNullOrEmpty(request.Headers["Access-Control-Request-Private-Network"]))
            headers["Access-Control-Allow-Private-Network"] = "true";
    }

    private static bool Same(string host, string? other) => string.Equals(host, other, StringComparison.OrdinalIgnoreCase);

    private static string MediaType(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".md" => "text/markdown; charset=utf-8",
        ".zip" => "application/zip",
        _ => "text/plain; charset=utf-8",
    };
}
