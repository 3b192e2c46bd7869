using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Core;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>GraphQL over HTTP: reads a request, has it run, writes the answer with the status that its media type asks for.</summary>
internal sealed class GraphEndpoint(GraphExecutor executor, ApiModel model, IOptions<ApiOptions> options)
{
    private static readonly GraphQLSerializer Serializer = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 200 }, new GraphErrors());

    private readonly Lazy<string> _sdl = new(() => SchemaText.Of(model.Schema));

    public async Task Handle(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            response.Headers.Allow = "GET, POST";
            await Write(response, MediaTypes.Json, Refused(new BadRequestException($"{request.Method} is not answered here.", "Use POST or GET.")), StatusCodes.Status405MethodNotAllowed);
        }
        else if (HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("sdl"))
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(_sdl.Value, context.RequestAborted);
        }
        else if (MediaTypes.Choose(request) is not { } type)
        {
            await Write(response, MediaTypes.Json, Refused(new BadRequestException("No media type that 'Accept' allows can be given.", $"Accept {MediaTypes.GraphQL} or {MediaTypes.Json}.")), StatusCodes.Status406NotAcceptable);
        }
        else
        {
            await Answer(context, type);
        }
    }

    private async Task Answer(HttpContext context, string type)
    {
        try
        {
            var query = await RequestReader.Read(context.Request, options.Value, context.RequestAborted);
            var result = await executor.Execute(query, context.RequestAborted);
            await Write(context.Response, type, result, Status(result, type));
        }
        catch (BadRequestException e)
        {
            await Write(context.Response, type, Refused(e), e.Status);
        }
        catch (LimitExceededException e)
        {
            await Write(context.Response, type, Refused(e), StatusCodes.Status413PayloadTooLarge);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
    }

    // With application/json a well-formed request is 200 whatever came of it; the newer media type says by 4xx that nothing was executed.
    private static int Status(ExecutionResult result, string type) =>
        result.Executed || type == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static ExecutionResult Refused(GraphException e) => GraphExecutor.Failed(new ExecutionError(e.Message, e));

    private static async Task Write(HttpResponse response, string type, ExecutionResult result, int status)
    {
        response.StatusCode = status;
        response.ContentType = type + "; charset=utf-8";
        await Serializer.WriteAsync(response.Body, result, response.HttpContext.RequestAborted);
    }
}
