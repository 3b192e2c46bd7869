using Graph.Core;
using Graph.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graph.SharedTests;

/// <summary>The API alone, over real HTTP, around a store that somebody else closes.</summary>
internal sealed class ServedApi : IAsyncDisposable
{
    private ServedApi(WebApplication app, LogLines log)
    {
        (App, Log) = (app, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public WebApplication App { get; }

    public HttpClient Http { get; }

    public LogLines Log { get; }

    /// <param name="log">What is kept of the log; errors when not given.</param>
    /// <param name="map">What is served beside the API.</param>
    public static async Task<ServedApi> Start(IGraphStore store, Action<ApiOptions>? configure = null, Action<HttpOptions>? http = null,
        LogLines? log = null, Action<WebApplication>? map = null)
    {
        log ??= new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(store);
        builder.Services.AddGraphApi(configure);
        if (http is not null)
            builder.Services.Configure(http);
        var app = builder.Build();
        app.MapGraphApi();
        map?.Invoke(app);
        await app.StartAsync();
        return new ServedApi(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
