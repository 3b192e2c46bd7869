using Graph.Core;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>GraphQL over HTTP: reads a request, has it run, writes the answer with the status that its media type asks for.</summary>
internal sealed class GraphEndpoint
{
    private readonly GraphExecutor _executor;
    private readonly ApiOptions _options;
    private readonly DocumentFinder _documents;
    private readonly CrossOrigin _crossOrigin;
    private readonly ClientTurns _turns;
    private readonly GraphiQLPage _page;
    private readonly GraphErrors _errors;
    private readonly AnswerWriter _writer;
    private readonly Lazy<string> _sdl;

    public GraphEndpoint(
        GraphExecutor executor, ApiModel model, DocumentFinder documents, CrossOrigin crossOrigin, GraphiQLPage page,
        IOptions<ApiOptions> options, IOptions<HttpOptions> http)
    {
        (_executor, _options, _documents, _crossOrigin, _page) = (executor, options.Value, documents, crossOrigin, page);
        _turns = new ClientTurns(http.Value.MaxConcurrentOperations);
        _errors = new GraphErrors(_options.Introspection);
        _writer = new AnswerWriter(_errors);
        _sdl = new Lazy<string>(() => SchemaText.Of(model.Schema));
    }

    public Task Handle(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (_crossOrigin.Answers(context))
            return Task.CompletedTask;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            return Refuse(response, MediaTypes.Json, new BadRequestException(
                $"{request.Method} is not answered here.", "Use POST or GET.", StatusCodes.Status405MethodNotAllowed));
        }
        if (HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("sdl"))
            return Sdl(response);
        if (GraphiQLPage.IsWanted(request))
            return _page.Write(response);
        return MediaTypes.Choose(request) is { } type ? Answer(context, type)
            : Refuse(response, MediaTypes.Json, new BadRequestException("No media type that 'Accept' allows can be given.",
                $"Accept {MediaTypes.GraphQL} or {MediaTypes.Json}.", StatusCodes.Status406NotAcceptable));
    }

    private Task Sdl(HttpResponse response)
    {
        if (!_options.Introspection)
        {
            return Refuse(response, MediaTypes.Json, new BadRequestException(
                "The schema is not given here.", "Ask whoever runs this server for it.", StatusCodes.Status403Forbidden));
        }
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(_sdl.Value, response.HttpContext.RequestAborted);
    }

    private async Task Answer(HttpContext context, string type)
    {
        var (request, response) = (context.Request, context.Response);
        using var turn = _turns.Take(context.Connection.RemoteIpAddress);
        try
        {
            turn.Check();
            var sent = await RequestReader.Read(request, _options, context.RequestAborted);
            var text = _documents.Find(sent.Document);
            var query = new GraphQuery(text, sent.OperationName, sent.Variables, sent.ReportCost, MayChange: HttpMethods.IsPost(request.Method));
            var answer = await _executor.Execute(query, context.RequestAborted);
            await Write(response, type, answer, HttpStatus.Of(answer, type, _errors));
        }
        catch (GraphException e)
        {
            await Refuse(response, type, e);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
    }

    private Task Refuse(HttpResponse response, string type, GraphException e)
    {
        var status = HttpStatus.Of(e, type);
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.IsGet(response.HttpContext.Request.Method) ? "POST" : "GET, POST";
        return Write(response, type, GraphAnswer.Failed(new ExecutionError(e.Message, e)), status);
    }

    private Task Write(HttpResponse response, string type, GraphAnswer answer, int status)
    {
        response.StatusCode = status;
        response.ContentType = type + "; charset=utf-8";
        response.Headers.Append("Vary", "Accept");
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        if (answer.Errors.Count > 0)
            response.Headers.CacheControl = "no-store";
        return _writer.Write(answer, bytes =>
        {
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
        });
    }
}
