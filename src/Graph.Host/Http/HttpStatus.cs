using Graph.Core;

namespace Graph.Host;

/// <summary>The status of an answer. With application/json a well-formed request is 200 whatever came of it; the newer media type tells
/// what became of it.</summary>
internal static class HttpStatus
{
    /// <summary>Of what came of the request.</summary>
    public static int Of(GraphAnswer answer, string type, GraphErrors errors)
    {
        if (type == MediaTypes.Json || answer.Errors.Count == 0 || answer.Data is not null)
            return StatusCodes.Status200OK;
        var codes = answer.Errors.Select(e => errors.GetInfo(e).Extensions?["code"] as string).ToHashSet();
        if (codes.Contains(GraphErrors.Code(ErrorCode.StoreUnavailable)))
            return StatusCodes.Status503ServiceUnavailable;
        if (codes.Contains(GraphErrors.Timeout))
            return StatusCodes.Status504GatewayTimeout;
        if (codes.Contains(GraphErrors.Internal))
            return StatusCodes.Status500InternalServerError;
        // A field's own error that leaves no data is an answer; the specification recommends 200 for it.
        return answer.IsExecuted ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    /// <summary>Of a request that is not run.</summary>
    public static int Of(GraphException refusal, string type) => refusal switch
    {
        BadRequestException e => e.Status,
        TooManyOperationsException => StatusCodes.Status429TooManyRequests,
        LimitExceededException => StatusCodes.Status413PayloadTooLarge,
        GraphTimeoutException => StatusCodes.Status408RequestTimeout,
        PersistedQueryNotFoundException when type == MediaTypes.GraphQL => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status200OK,
    };
}
