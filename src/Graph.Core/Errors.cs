namespace Graph.Core;

/// <summary>What kind of failure a <see cref="GraphException"/> is; the names (in UPPER_SNAKE) are the API's error codes.</summary>
public enum ErrorCode
{
    BadRequest,
    BadInput,
    BadCursor,
    NotFound,
    AmbiguousName,
    LimitExceeded,
    Timeout,
    Unauthenticated,
    Conflict,
    StoreUnavailable,
    PersistedQueryNotFound,
}

/// <summary>The one family of failures that are not a caller's bug: told to whoever asked, with what they can do.</summary>
public abstract class GraphException : Exception
{
    protected GraphException(ErrorCode code, string message, string hint, Exception? inner = null)
        : base(message, inner) => (Code, Hint) = (code, hint);

    public ErrorCode Code { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Hint { get; }
}

/// <summary>An argument has the wrong form or value.</summary>
public sealed class BadInputException(string message, string hint, string? argument = null) : GraphException(ErrorCode.BadInput, message, hint)
{
    /// <summary>The argument's path, such as <c>where.name.eq</c>; null when it concerns the whole.</summary>
    public string? Argument { get; } = argument;
}

/// <summary>A cursor that this field, filter and order did not make.</summary>
public sealed class BadCursorException(string argument)
    : GraphException(ErrorCode.BadCursor, $"The cursor in '{argument}' does not belong to this field, filter and order.",
        "Pass a cursor from a page of the same field with the same filter and order.")
{
    public string Argument { get; } = argument;
}

/// <summary>Something that had to exist does not.</summary>
public sealed class NotFoundException(string what, string id, string argument)
    : GraphException(ErrorCode.NotFound, $"There is no {what} '{id}', which '{argument}' names.", "Look it up with search or entities.")
{
    public string Id { get; } = id;

    /// <summary>The argument that names it.</summary>
    public string Argument { get; } = argument;
}

/// <summary>A name that several entities share.</summary>
public sealed class AmbiguousNameException(string name, IReadOnlyList<string> candidates)
    : GraphException(ErrorCode.AmbiguousName, $"The 'name' '{name}' names {candidates.Count} entities.", "Ask by 'key' with one of the candidates.")
{
    /// <summary>Keys of the entities of the winning rank, in key order.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}

/// <summary>More was asked for than is allowed.</summary>
public class LimitExceededException(string what, long limit, long actual, string hint)
    : GraphException(ErrorCode.LimitExceeded, $"{what}: at most {limit}, got {actual}.", hint)
{
    public long Limit { get; } = limit;

    public long Actual { get; } = actual;
}

/// <summary>It took longer than it may.</summary>
public sealed class GraphTimeoutException(TimeSpan limit)
    : GraphException(ErrorCode.Timeout, $"Not finished within {limit.TotalSeconds:0.###} s.", "Ask for less at once, or narrow the filter.")
{
    public TimeSpan Limit { get; } = limit;
}

/// <summary>A change that does not fit what the store holds now.</summary>
public sealed class ConflictException(string message, string hint) : GraphException(ErrorCode.Conflict, message, hint);

/// <summary>An ontology no longer allows what a store holds; nothing was changed.</summary>
public sealed class OntologyInUseException(IReadOnlyList<OntologyUse> uses)
    : GraphException(ErrorCode.Conflict, $"The ontology does not fit what the store holds:\n{string.Join('\n', uses.Select(u => "  " + u))}",
        "Keep these in the ontology until the articles that use them are changed and imported, or load the seed into a new store.")
{
    public IReadOnlyList<OntologyUse> Uses { get; } = uses;
}

/// <summary>The store cannot be reached, opened or written. <see cref="IsTransient"/> tells whether trying again may help.</summary>
public sealed class StoreUnavailableException(string message, string hint, bool isTransient, Exception? inner = null)
    : GraphException(ErrorCode.StoreUnavailable, message, hint, inner)
{
    public bool IsTransient { get; } = isTransient;
}

/// <summary>Data from outside (a seed, an import, an ontology) has faults; nothing was changed.</summary>
public sealed class ProblemsException(IReadOnlyList<Problem> problems)
    : GraphException(ErrorCode.BadInput, $"{problems.Count(p => p.Severity == Severity.Error)} errors, the first: {problems.FirstOrDefault(p => p.Severity == Severity.Error)}", "Mend each and try again.")
{
    /// <summary>All of them, or the first of very many, warnings too, by file and line.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>How many more there are.</summary>
    public long More { get; init; }
}
