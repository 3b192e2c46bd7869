using GraphQL;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>What came of a request.</summary>
internal sealed class GraphAnswer
{
    /// <summary>Null when nothing was executed, or when an error left nothing of it.</summary>
    public ObjectResult? Data { get; init; }

    /// <summary>Whether the operation was run: else there is no data, not even null.</summary>
    public bool IsExecuted { get; init; }

    public IReadOnlyList<ExecutionError> Errors { get; init; } = [];

    /// <summary>Null before it is known which it is.</summary>
    public GraphQLOperationDefinition? Operation { get; init; }

    /// <summary>The cost and its limit, where they are to be told.</summary>
    public (long Actual, long Limit)? Cost { get; init; }

    public static GraphAnswer Failed(params IReadOnlyList<ExecutionError> errors) => new() { Errors = errors };
}
