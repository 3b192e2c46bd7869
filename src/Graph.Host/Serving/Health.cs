using System.Text.Json;
using System.Text.Json.Serialization;
using Graph.Core;

namespace Graph.Host.Serving;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: the store answers.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(IGraphStore store, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var state = await store.State(limit.Token);
            return Results.Json(new
            {
                status = "ready",
                store = store.Description,
                ontology = store.Ontology.Id,
                change = state.LastChange,
                unfinishedLoad = state.UnfinishedLoad is null ? null : (bool?)true, // its name may tell of files and addresses: the start and check --store say it
                hint = state.UnfinishedLoad is null ? null : LoadMark.Remedy,
            }, WithoutNulls);
        }
        catch (Exception e) when (e is GraphException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Results.Json(new { status = "unavailable", store = store.Description, hint = "The store does not answer; `graph check --store`, run beside it, says why." }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
