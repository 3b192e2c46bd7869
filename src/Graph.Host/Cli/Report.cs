using Graph.Core;

namespace Graph.Host.Cli;

/// <summary>How commands tell people what they found.</summary>
internal static class Report
{
    /// <summary>Problems shown of one run; the rest is counted.</summary>
    public const int MostProblems = 100;

    public static void Problems(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems.OrderBy(p => p.Severity).Take(MostProblems))
            Console.Error.WriteLine(problem);
        if (problems.Count > MostProblems)
            Console.Error.WriteLine($"... and {problems.Count - MostProblems} more.");
        Console.Error.WriteLine($"{problems.Count(p => p.Severity == Severity.Error)} errors, {problems.Count(p => p.Severity == Severity.Warning)} warnings.");
    }
}
