namespace Graph.Core;

/// <summary>How grave a <see cref="Problem"/> is: an error stops what was asked for, a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>One fault in data from outside, told so that its author can mend it.</summary>
/// <param name="File">The file as its author named it; empty when there is none.</param>
/// <param name="Line">1-based; 0 when unknown.</param>
/// <param name="Message">What is wrong, naming key and value.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(string File, int Line, string Message, string Remedy, Severity Severity = Severity.Error)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Severity == Severity.Error ? "error" : "warning")}: {Message}. {Remedy}";
}

/// <summary>A value read from outside, or what is wrong with it. There is a value unless some problem is an error.</summary>
public sealed record Checked<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>The value. Throws <see cref="ProblemsException"/> with all problems when there are errors.</summary>
    public T OrThrow() => HasErrors || Value is null ? throw new ProblemsException(Problems) : Value;
}
