using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.Exceptions;
using Graph.Core;

namespace Graph.Host;

/// <summary>The one place where failures become what a client sees: a message, <c>extensions.code</c>, a hint and data. What nobody foresaw shows nothing of itself.</summary>
/// <param name="tellsSchema">Whether messages may suggest names of the schema.</param>
internal sealed class GraphErrors(bool tellsSchema)
{
    public const string ParseFailed = "PARSE_FAILED", ValidationFailed = "VALIDATION_FAILED", BadRequest = "BAD_REQUEST", Internal = "INTERNAL", Timeout = "TIMEOUT";

    // What a client sent is repeated in messages, but not at any length.
    private const int MaxMessage = 500;

    // How the engine's messages go on when it knows a name that is spelt alike.
    private const string Suggestion = " Did you mean ";

    /// <summary>Where <see cref="GraphExecutor"/> puts the id that the log knows an unforeseen failure by.</summary>
    public const string TraceId = "traceId";

    public ErrorInfo GetInfo(ExecutionError error)
    {
        var extensions = new Dictionary<string, object?>();
        var message = error switch
        {
            { InnerException: StoreUnavailableException away } => Away(away, error, extensions),
            { InnerException: GraphException known } => Known(known, extensions),
            SyntaxError => Coded(ParseFailed, SyntaxMessage(error), "Mend the document at the place named.", extensions),
            InvalidVariableError or InvalidValueError => Coded(Code(ErrorCode.BadInput), error.Message, "Send a value of the type that the variable or argument has.", extensions),
            ValidationError when !tellsSchema => Coded(ValidationFailed, error.Message.Split(Suggestion)[0], "Ask whoever runs this server for the schema.", extensions),
            ValidationError => Coded(ValidationFailed, error.Message, "Compare the document with the schema at /graphql?sdl.", extensions),
            TimeoutError => Coded(Timeout, "The request took longer than it may.", "Ask for less at once, or narrow the filter.", extensions),
            RequestError or DocumentError => Coded(BadRequest, error.Message, "Send a document with the operation, and its name when there are several.", extensions),
            _ => Unforeseen(error, extensions),
        };
        return new ErrorInfo { Message = Shown(message), Extensions = extensions };
    }

    private static string Shown(string text) => InputText.Repaired(text.Length <= MaxMessage ? text : text[..MaxMessage] + "…");

    public static string Code(ErrorCode code) => Spelling.EnumValue(code.ToString());

    private static string Known(GraphException known, Dictionary<string, object?> extensions)
    {
        Coded(Code(known.Code), known.Message, known.Hint, extensions);
        switch (known)
        {
            case BadInputException { Argument: { } argument }:
                extensions["argument"] = argument;
                break;
            case BadCursorException cursor:
                extensions["argument"] = cursor.Argument;
                break;
            case AmbiguousNameException ambiguous:
                extensions["candidates"] = ambiguous.Candidates;
                break;
            case LimitExceededException limit:
                (extensions["limit"], extensions["actual"]) = (limit.Limit, limit.Actual);
                break;
            case NotFoundException missing:
                (extensions["id"], extensions["argument"]) = (Shown(missing.Id), missing.Argument);
                break;
            default:
                break;
        }
        return known.Message;
    }

    // What the store says of itself is for whoever runs it: it names addresses, files and accounts.
    private static string Away(StoreUnavailableException away, ExecutionError error, Dictionary<string, object?> extensions)
    {
        extensions[TraceId] = error.Extensions?.GetValueOrDefault(TraceId);
        return Coded(Code(away.Code), "The store that keeps the graph does not answer now.",
            away.IsTransient ? "Try again in a moment." : "Tell whoever runs this server the trace id.", extensions);
    }

    private static string Unforeseen(ExecutionError error, Dictionary<string, object?> extensions)
    {
        Coded(Internal, "Something went wrong that should not.", "Tell whoever runs this server the trace id.", extensions);
        extensions[TraceId] = error.Extensions?.GetValueOrDefault(TraceId);
        return "Something went wrong that should not.";
    }

    private static string Coded(string code, string message, string hint, Dictionary<string, object?> extensions)
    {
        (extensions["code"], extensions["hint"]) = (code, hint);
        return message;
    }

    private static string SyntaxMessage(ExecutionError error) => error.InnerException is not GraphQLParserException { Description: var fault } ? error.Message
        : error.Locations is [var at, ..] ? FormattableString.Invariant($"{fault.TrimEnd('.')} (line {at.Line}, column {at.Column}).") : fault;
}
