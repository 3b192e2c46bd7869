using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Graph.Host.Serving;

/// <summary>Sends <see cref="Telemetry"/>, and what ASP.NET Core tells of HTTP requests, to a collector. Off unless configured.</summary>
internal static class TelemetryExport
{
    /// <summary>On or off, whatever the environment says.</summary>
    public const string EnabledKey = "Graph:Telemetry:Enabled";

    // The standard variables that name an exporter's address, each of which turns it on.
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Whether <see cref="EnabledKey"/> says so, or, where it says nothing, an exporter's address is configured.</summary>
    /// <exception cref="OptionsException">It is neither true nor false.</exception>
    public static bool IsOn(IConfiguration configuration) =>
        configuration[EnabledKey] is not { Length: > 0 } text ? Endpoints.Any(e => !string.IsNullOrWhiteSpace(configuration[e]))
        : bool.TryParse(text, out var on) ? on
        : throw new OptionsException([$"{EnabledKey}: '{text}' is neither true nor false."]);

    /// <summary>Registers the exporter that the OTEL_* variables describe: OTLP over gRPC to localhost:4317 where they say nothing.</summary>
    public static void AddTelemetryExport(this IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(r => r.AddService(Telemetry.Name).AddEnvironmentVariableDetector())
        .WithTracing(t => t.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation(o => o.Filter = c => !c.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)).AddOtlpExporter())
        .WithMetrics(m => m.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddOtlpExporter());
}
