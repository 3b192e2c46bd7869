using System.Globalization;
using Graph.Core;
using Graph.Host.Serving;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Graph.Host.Cli;

/// <summary><c>graph serve</c>.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellation)
    {
        var (app, report) = await GraphServer.Create(overrides, TimeProvider.System, cancellation);
        await using (report.Store)
        await using (app)
            return await Serve(app, report, cancellation);
    }

    /// <summary>Serves until it is told to stop. Once it listens, whatever it has begun to answer is answered first.</summary>
    public static async Task<int> Serve(WebApplication app, StartReport report, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            await app.StartAsync(CancellationToken.None); // half a start cannot be stopped in order
        }
        catch (IOException e) // the address is taken
        {
            await Console.Error.WriteLineAsync($"{e.Message} Choose another with --urls http://localhost:PORT.");
            return GraphCli.Failed;
        }
        try
        {
            await Welcome(app, report, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to stop before all was said.
        }
        await app.WaitForShutdownAsync(cancellation);
        return GraphCli.Done;
    }

    private static async Task Welcome(WebApplication app, StartReport report, CancellationToken cancellation)
    {
        var url = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var ontology = report.Store.Ontology;
        var entities = await report.Store.CountEntities(EntityFilter.Everything, EntityCount.All, cancellation);
        var statements = await report.Store.CountStatements(StatementFilter.Everything, StatementCount.All, cancellation);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{ontology.Title.Best("en", ontology.Languages)}[/] at [link]{url}/graphql[/]");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{Count(entities)} entities and {Count(statements)} statements in {report.Store.Description}");
        if (app.Configuration[$"{GraphOptions.Section}:Store"] is null && report.Store.Description.StartsWith("neo4j", StringComparison.Ordinal))
            AnsiConsole.MarkupLine("An address of Neo4j is configured, so the graph is kept there; --store sqlite chooses the embedded store.");
        if (report.Unfinished is { } load)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{load} {LoadMark.Remedy}[/]");
        if (report.Seeded)
            AnsiConsole.MarkupLine("The store was empty: the seed is loaded.");
        else if (report.Import.HasDifferences)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]The seed has changed since it was loaded (statements: {report.Import.Statements}).[/] Load it with: graph import {app.Configuration["Graph:Seed"] ?? "seed"}");
        var options = app.Services.GetRequiredService<IOptions<ApiOptions>>().Value;
        options.BrowserGuide ??= BrowserEndpoints.DeepLink(app.Configuration, report.Store, url);
        if (options.BrowserGuide is { } link)
            Console.WriteLine($"Explore it in Neo4j Browser: {link}");
        if (await MostConnected(report.Store, cancellation) is not { } entity)
            return;
        var query = $"{{ entity(key:\"{entity.Key}\") {{ name relationships {{ nodes {{ sentence status }} }} }} }}";
        AnsiConsole.MarkupLine("Try:");
        Console.WriteLine($"  curl {url}/graphql -H 'content-type: application/json' -d '{{\"query\":\"{query.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}'");
    }

    private static long Count(IReadOnlyList<Tally> tallies) => tallies.Sum(t => t.Count);

    private static async Task<EntityRow?> MostConnected(IGraphStore store, CancellationToken cancellation)
    {
        var page = await store.EntityPage(EntityFilter.Everything, new PageRequest(SortBy.Degree, true, 1), EntityParts.Scalars, cancellation);
        return page.Values.FirstOrDefault();
    }
}
