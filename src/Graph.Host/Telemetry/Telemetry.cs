using System.Diagnostics;
using System.Diagnostics.Metrics;
using Graph.Core;

namespace Graph.Host;

/// <summary>What OpenTelemetry, or any other listener, can see: one span a GraphQL operation and a call of the store, and their durations.</summary>
/// <remarks>Names after https://opentelemetry.io/docs/specs/semconv/ for GraphQL and databases. No attribute holds a document, an argument or a value.</remarks>
internal static class Telemetry
{
    /// <summary>Of the activity source and the meter, and the default of <c>service.name</c>.</summary>
    public const string Name = "graph";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Of one GraphQL operation, in seconds, by <c>graphql.operation.type</c> and <c>error.type</c>.</summary>
    public static Histogram<double> OperationDuration { get; } = Meter.CreateHistogram<double>("graphql.server.operation.duration", "s", "Time of a GraphQL operation.");

    /// <summary>Of one call of the store, in seconds, by <c>db.operation.name</c> and <c>error.type</c>.</summary>
    public static Histogram<double> StoreDuration { get; } = Meter.CreateHistogram<double>("db.client.operation.duration", "s", "Time of a call of the store.");

    /// <summary>What kind of failure it is: an error's code, or CANCELLED, or INTERNAL.</summary>
    public static string ErrorType(Exception e) => e switch
    {
        GraphException known => GraphErrors.Code(known.Code),
        OperationCanceledException => "CANCELLED",
        _ => GraphErrors.Internal,
    };

    /// <summary>The tags that have a value, and the error if there is one.</summary>
    public static TagList Tags(string? error, params ReadOnlySpan<(string Key, string? Value)> tags)
    {
        var list = default(TagList);
        foreach (var (key, value) in tags)
        {
            if (value is not null)
                list.Add(key, value);
        }
        if (error is not null)
            list.Add("error.type", error);
        return list;
    }
}
