using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser;
using GraphQLParser.AST;
using Graph.Core;
using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>What a client sends.</summary>
/// <param name="ReportCost">Tell the cost in <c>extensions</c>.</param>
/// <param name="MayChange">Whether the operation may be a mutation.</param>
internal sealed record GraphQuery(string Text, string? OperationName, Inputs Variables, bool ReportCost, bool MayChange = true);

/// <summary>Runs one request: limits, parsing, validation, cost, execution. Every failure but the client's going away is in the answer.</summary>
/// <remarks>Schema, parser and validator are GraphQL.NET's. A valid document is kept, with its operations compiled, and run by <see cref="OperationRun"/>.</remarks>
internal sealed partial class GraphExecutor(IGraphStore store, ApiModel model, IOptions<ApiOptions> options, ILogger<GraphExecutor> log)
{
    private readonly DocumentValidator _validator = new();
    private readonly ApiOptions _options = options.Value;
    private readonly GraphErrors _errors = new(options.Value.Introspection);
    private readonly IValidationRule[] _rules =
        [.. DocumentValidator.CoreRules, .. options.Value.Introspection ? [] : new IValidationRule[] { NoIntrospectionValidationRule.Instance }];

    public DocumentCache Documents { get; } = new(options.Value);

    /// <summary>Throws <see cref="BadRequestException"/> for a mutation where there may be none.</summary>
    public async Task<GraphAnswer> Execute(GraphQuery query, CancellationToken cancellation)
    {
        using var span = Telemetry.Source.StartActivity("GraphQL");
        var start = Stopwatch.GetTimestamp();
        var answer = await Answer(query, cancellation);
        Tell(answer, span, Stopwatch.GetElapsedTime(start));
        return answer;
    }

    private async ValueTask<GraphAnswer> Answer(GraphQuery query, CancellationToken cancellation)
    {
        GraphQLOperationDefinition? operation = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.Timeout);
        try
        {
            var document = Documents.Get(query.Text);
            operation = Operation(document.Document, query.OperationName, query.MayChange);
            if (document.Verdict is { Count: > 0 } faults)
                return Failed(operation, faults);
            return await Answer(query, document, operation, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return Failed(operation, new TimeoutError());
        }
        catch (Exception e) when (e is not BadRequestException && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            return Failed(operation, Error(e));
        }
    }

    private async ValueTask<GraphAnswer> Answer(
        GraphQuery query, CachedDocument document, GraphQLOperationDefinition definition, CancellationToken cancellation)
    {
        if (document.Verdict is null && await Faults(query, document, definition, cancellation) is { Count: > 0 } faults)
            return Failed(definition, faults);
        var operation = document.Operations.GetOrAdd(query.OperationName ?? "",
            static (_, of) => new CompiledOperation(of.Document, of.Definition, of.Schema), (document.Document, Definition: definition, model.Schema));
        var variables = operation.ReadScalars(query.Variables);
        if (variables is null)
        {
            var read = await Validate([], query, document, definition, cancellation);
            if (!read.IsValid)
                return Failed(definition, [.. read.Errors]);
            variables = read.Variables ?? Variables.None;
        }
        var cost = Cost(operation, document, variables);
        if (cost > _options.MaxCost)
            throw new LimitExceededException("Cost of the query", _options.MaxCost, cost,
                "Ask for smaller pages ('first'), fewer lists inside lists, or fewer fields.");
        var run = new OperationRun(new GraphRequest(store, model, _options, document), variables, Error, cancellation);
        var data = await run.Run(operation.Root(variables));
        return new GraphAnswer
        {
            Data = data,
            IsExecuted = true,
            Errors = Shortened(run.Errors),
            Operation = definition,
            Cost = query.ReportCost ? (cost, _options.MaxCost) : null,
        };
    }

    private long Cost(CompiledOperation operation, CachedDocument document, Variables variables)
    {
        if (operation.Cost is { } known)
            return known;
        var (cost, depends) = QueryCost.Of(operation.Definition, document.Document, model.Schema, variables, _options);
        if (!depends)
            operation.Cost = cost;
        return cost;
    }

    // What the rules say of a document that was not seen before. What depends on the document alone is its verdict from now on;
    // of faulty variables they may not have said all: another request will tell.
    private async ValueTask<IReadOnlyList<ExecutionError>> Faults(
        GraphQuery query, CachedDocument document, GraphQLOperationDefinition operation, CancellationToken cancellation)
    {
        var result = await Validate(_rules, query, document, operation, cancellation);
        ExecutionError[] faults = result.IsValid ? [] : [.. result.Errors];
        if (faults.All(e => e is ValidationError and not (InvalidVariableError or InvalidValueError)))
            document.Verdict = faults;
        return faults;
    }

    private Task<IValidationResult> Validate(
        IValidationRule[] rules, GraphQuery query, CachedDocument document, GraphQLOperationDefinition operation, CancellationToken cancellation) =>
        _validator.ValidateAsync(new ValidationOptions
        {
            Schema = model.Schema,
            Document = document.Document,
            Operation = operation,
            Variables = query.Variables,
            Rules = rules,
            CancellationToken = cancellation,
        });

    private static GraphQLOperationDefinition Operation(GraphQLDocument document, string? name, bool mayChange)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().Where(o => name is null || o.Name?.StringValue == name).ToArray();
        if (!mayChange && operations.Any(o => o.Operation == OperationType.Mutation))
            throw new BadRequestException("A mutation is not answered to GET.", "Use POST.", StatusCodes.Status405MethodNotAllowed);
        return operations switch
        {
            [] when name is not null => throw new InvalidOperationNameError(name),
            [] => throw new NoOperationError(),
            [_, _, ..] when name is null => throw new NoOperationNameError(),
            [{ Operation: OperationType.Query } one, ..] => one,
            [var one, ..] => throw Unanswered(one, document),
        };
    }

    private static InvalidOperationError Unanswered(GraphQLOperationDefinition operation, GraphQLDocument document)
    {
        var kind = operation.Operation == OperationType.Mutation ? "mutations" : "subscriptions";
        var error = new InvalidOperationError($"Schema is not configured for {kind}");
        error.AddLocation(Location.FromLinearPosition(document.Source, operation.Location.Start));
        return error;
    }

    private GraphAnswer Failed(GraphQLOperationDefinition? operation, params IReadOnlyList<ExecutionError> errors) =>
        new() { Errors = Shortened(errors), Operation = operation };

    private IReadOnlyList<ExecutionError> Shortened(IReadOnlyList<ExecutionError> errors) =>
        errors.Count <= _options.MaxErrors ? errors : [.. errors.Take(_options.MaxErrors)];

    // What kind of operation, how long and how it ended: nothing of what was asked.
    private void Tell(GraphAnswer answer, Activity? span, TimeSpan time)
    {
        var (type, name) = (answer.Operation?.Operation.ToString().ToLowerInvariant(), answer.Operation?.Name?.StringValue);
        var error = answer.Errors is [var first, ..] ? _errors.GetInfo(first).Extensions?["code"] as string : null;
        Telemetry.OperationDuration.Record(time.TotalSeconds, Telemetry.Tags(error, ("graphql.operation.type", type)));
        if (span is not null)
        {
            span.DisplayName = type ?? span.DisplayName;
            span.SetTag("graphql.operation.type", type).SetTag("graphql.operation.name", name);
            if (error is not null)
                span.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }
        LogAnswered(type, name, time.TotalMilliseconds, answer.Errors.Count, error);
    }

    // What a client sees of a failure; what nobody foresaw is logged, and known by an id.
    private ExecutionError Error(Exception exception)
    {
        if (exception is ExecutionError error)
            return error;
        if (exception is GraphException known and not StoreUnavailableException)
            return new ExecutionError(known.Message, known);
        // One failed read reaches every row that waited for it: it is logged once.
        var id = exception.Data[GraphErrors.TraceId] as string;
        if (id is null)
        {
            id = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
            exception.Data[GraphErrors.TraceId] = id;
            if (exception is StoreUnavailableException)
                LogUnavailable(id, exception);
            else
                LogUnforeseen(id, exception);
        }
        return new ExecutionError("not told", exception) { Extensions = new Dictionary<string, object?> { [GraphErrors.TraceId] = id } };
    }

    [LoggerMessage(3, LogLevel.Debug, "Answered {OperationType} {OperationName} in {Milliseconds} ms with {Errors} errors, the first {ErrorCode}")]
    private partial void LogAnswered(string? operationType, string? operationName, double milliseconds, int errors, string? errorCode);

    [LoggerMessage(1, LogLevel.Error, "Unforeseen failure {TraceId} while answering a query")]
    private partial void LogUnforeseen(string traceId, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The store did not answer a query ({TraceId})")]
    private partial void LogUnavailable(string traceId, Exception exception);
}
