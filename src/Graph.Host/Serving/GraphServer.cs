using Graph.Core;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Graph.Host.Serving;

/// <summary>The web application around one store.</summary>
internal static class GraphServer
{
    // Weaker than every other source.
    private static readonly IReadOnlyDictionary<string, string?> Defaults = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
    };

    /// <summary>Reads the seed, opens the store, loads the seed into an empty one, and builds the application, not yet started.</summary>
    /// <param name="overrides">Configuration stronger than files and environment.</param>
    public static async Task<(WebApplication App, StartReport Report)> Create(IReadOnlyDictionary<string, string?> overrides, TimeProvider time, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Directory.GetCurrentDirectory() });
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        foreach (var other in sources.OfType<JsonConfigurationSource>().Where(s => s.Path != GraphConfiguration.File).ToArray())
            sources.Remove(other); // of one environment, or a developer's own: the other commands would not see them
        sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Configuration.AddInMemoryCollection(overrides);
        var options = GraphConfiguration.Bind<GraphOptions>(builder.Configuration, GraphOptions.Section);
        var seed = StoreOpening.ReadSeed(options);
        var store = await StoreOpening.Open(builder.Configuration, seed.Ontology, time, cancellation);
        try
        {
            var report = await Seed(store, seed, cancellation);
            var observed = TelemetryExport.IsOn(builder.Configuration);
            if (observed)
                builder.Services.AddTelemetryExport();
            builder.Services.AddSingleton(observed ? new ObservedStore(store) : store);
            builder.Services.AddSingleton(time);
            builder.Services.AddGraphApi();
            builder.Services.AddAllowedHosts(builder.Configuration);
            builder.Services.AddSingleton<IHostLifetime, SignalsElsewhere>();
            return (Mapped(builder.Build()), report);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Mapped(WebApplication app)
    {
        app.MapHealth();
        app.MapGraphApi();
        app.MapBrowserKit();
        return app;
    }

    // Only an empty store is seeded: what people have loaded since is theirs.
    private static async Task<StartReport> Seed(IGraphStore store, Seed seed, CancellationToken cancellation)
    {
        var state = await store.State(cancellation);
        if (state.IsEmpty && seed.Articles.Count > 0)
            return new StartReport(store, await Importer.Import(store, seed.Articles, "seed", cancellation), Seeded: true, null);
        return new StartReport(store, await Importer.Plan(store, seed.Articles, cancellation), Seeded: false, state.UnfinishedLoad);
    }
}

/// <summary>Leaves signals to the command line, which tells of them by its token: two that hear the same one would stop the same
/// application at once.</summary>
internal sealed class SignalsElsewhere : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <param name="Import">What was loaded, or what loading the seed again would change.</param>
/// <param name="Unfinished">What the store holds only in part.</param>
internal sealed record StartReport(IGraphStore Store, ImportReport Import, bool Seeded, LoadMark? Unfinished);
