using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;
using Graph.Core;
using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>What a client sends.</summary>
/// <param name="ReportCost">Tell the cost in <c>extensions</c>.</param>
/// <param name="MayChange">Whether the operation may be a mutation.</param>
internal sealed record GraphQuery(string Text, string? OperationName, Inputs Variables, bool ReportCost, bool MayChange = true);

/// <summary>Runs one request: limits, parsing, validation, cost, execution. Every failure but the client's going away is in the result.</summary>
internal sealed partial class GraphExecutor(IGraphStore store, ApiModel model, IOptions<ApiOptions> options, ILogger<GraphExecutor> log)
{
    private readonly DocumentExecuter _engine = new();
    private readonly ApiOptions _options = options.Value;
    private readonly IValidationRule[] _rules =
        [.. DocumentValidator.CoreRules, .. options.Value.Introspection ? [] : new IValidationRule[] { NoIntrospectionValidationRule.Instance }];

    public DocumentCache Documents { get; } = new(options.Value);

    /// <summary>Throws <see cref="BadRequestException"/> for a mutation where there may be none.</summary>
    public async Task<ExecutionResult> Execute(GraphQuery query, CancellationToken cancellation)
    {
        using var span = Telemetry.Source.StartActivity("GraphQL");
        var start = Stopwatch.GetTimestamp();
        var result = await Answer(query, cancellation);
        Shorten(result);
        Tell(result, span, Stopwatch.GetElapsedTime(start));
        return result;
    }

    private async Task<ExecutionResult> Answer(GraphQuery query, CancellationToken cancellation)
    {
        CachedDocument document;
        try
        {
            document = Documents.Get(query.Text);
        }
        catch (GraphException e)
        {
            return Failed(new ExecutionError(e.Message, e));
        }
        catch (SyntaxError e)
        {
            return Failed(e);
        }
        if (!query.MayChange && IsMutation(document.Document, query.OperationName))
            throw new BadRequestException("A mutation is not answered to GET.", "Use POST.", StatusCodes.Status405MethodNotAllowed);
        return document.Verdict is { Count: > 0 } faults ? Failed([.. faults]) : await Execute(query, document, cancellation);
    }

    public static ExecutionResult Failed(params ReadOnlySpan<ExecutionError> errors)
    {
        var result = new ExecutionResult { Errors = [] };
        foreach (var error in errors)
            result.Errors.Add(error);
        return result;
    }

    private async Task<ExecutionResult> Execute(GraphQuery query, CachedDocument document, CancellationToken cancellation)
    {
        var cost = new CostListener(_options);
        var result = await _engine.ExecuteAsync(new ExecutionOptions
        {
            Schema = model.Schema,
            Document = document.Document,
            OperationName = query.OperationName,
            Variables = query.Variables,
            UserContext = new GraphRequest(store, model, _options, document),
            ValidationRules = document.Verdict is null ? _rules : [],
            Listeners = { cost },
            Timeout = _options.Timeout,
            UnhandledExceptionDelegate = Unhandled,
            CancellationToken = cancellation,
        });
        if (query.ReportCost && cost.Cost is { } known)
            (result.Extensions ??= [])["cost"] = new Dictionary<string, object?> { ["actual"] = known, ["limit"] = _options.MaxCost };
        document.Verdict ??= Verdict(result);
        return result;
    }

    // What the rules that depend on the document alone have found. Of faulty variables they may not have said all: another request will tell.
    private static IReadOnlyList<ExecutionError>? Verdict(ExecutionResult result)
    {
        if (result.Executed)
            return [];
        return result.Errors is { Count: > 0 } errors && errors.All(e => e is ValidationError and not (InvalidVariableError or InvalidValueError)) ? [.. errors] : null;
    }

    private static bool IsMutation(GraphQLDocument document, string? name) => document.Definitions.OfType<GraphQLOperationDefinition>()
        .Any(o => o.Operation == OperationType.Mutation && (name is null || o.Name?.StringValue == name));

    // What kind of operation, how long and how it ended: nothing of what was asked.
    private void Tell(ExecutionResult result, Activity? span, TimeSpan time)
    {
        var (type, name) = (result.Operation?.Operation.ToString().ToLowerInvariant(), result.Operation?.Name?.StringValue);
        var error = result.Errors is { Count: > 0 } errors ? new GraphErrors(_options.Introspection).GetInfo(errors[0]).Extensions?["code"] as string : null;
        Telemetry.OperationDuration.Record(time.TotalSeconds, Telemetry.Tags(error, ("graphql.operation.type", type)));
        if (span is not null)
        {
            span.DisplayName = type ?? span.DisplayName;
            span.SetTag("graphql.operation.type", type).SetTag("graphql.operation.name", name);
            if (error is not null)
                span.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }
        LogAnswered(type, name, time.TotalMilliseconds, result.Errors?.Count ?? 0, error);
    }

    private void Shorten(ExecutionResult result)
    {
        if (result.Errors is not { } errors || errors.Count <= _options.MaxErrors)
            return;
        var kept = new ExecutionErrors();
        kept.AddRange(errors.Take(_options.MaxErrors));
        result.Errors = kept;
    }

    private Task Unhandled(UnhandledExceptionContext context)
    {
        if (context.OriginalException is GraphException known and not StoreUnavailableException)
        {
            context.Exception = new ExecutionError(known.Message, known);
            return Task.CompletedTask;
        }
        // One failed read reaches every row that waited for it: it is logged once.
        var id = context.OriginalException.Data[GraphErrors.TraceId] as string;
        if (id is null)
        {
            id = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
            context.OriginalException.Data[GraphErrors.TraceId] = id;
            if (context.OriginalException is StoreUnavailableException)
                LogUnavailable(id, context.OriginalException);
            else
                LogUnforeseen(id, context.OriginalException);
        }
        context.Exception = new ExecutionError("not told", context.OriginalException) { Extensions = new Dictionary<string, object?> { [GraphErrors.TraceId] = id } };
        return Task.CompletedTask;
    }

    [LoggerMessage(3, LogLevel.Debug, "Answered {OperationType} {OperationName} in {Milliseconds} ms with {Errors} errors, the first {ErrorCode}")]
    private partial void LogAnswered(string? operationType, string? operationName, double milliseconds, int errors, string? errorCode);

    [LoggerMessage(1, LogLevel.Error, "Unforeseen failure {TraceId} while answering a query")]
    private partial void LogUnforeseen(string traceId, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The store did not answer a query ({TraceId})")]
    private partial void LogUnavailable(string traceId, Exception exception);
}
