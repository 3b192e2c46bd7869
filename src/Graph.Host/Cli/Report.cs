using Graph.Core;

namespace Graph.Host.Cli;

/// <summary>How commands tell people what they found.</summary>
internal static class Report
{
    /// <summary>Problems shown of one run; the rest is counted.</summary>
    public const int MostProblems = 100;

    /// <param name="more">Errors that are not among them.</param>
    public static void Problems(IReadOnlyList<Problem> problems, long more = 0)
    {
        foreach (var problem in problems.OrderBy(p => p.Severity).Take(MostProblems))
            Console.Error.WriteLine(problem);
        if (problems.Count + more > MostProblems)
            Console.Error.WriteLine($"... and {problems.Count + more - MostProblems} more.");
        Console.Error.WriteLine($"{Counted(problems.Count(p => p.Severity == Severity.Error) + more, "error")}, "
            + $"{Counted(problems.Count(p => p.Severity == Severity.Warning), "warning")}.");
    }

    private static string Counted(long count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <summary>Warnings alone, when there are any.</summary>
    public static void Warnings(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
            Problems(problems);
    }

    /// <summary>What an import changed, item by item where it is not all new.</summary>
    public static void Import(ImportReport report)
    {
        if (!report.HasDifferences)
        {
            Console.WriteLine("Nothing to change: the store holds all of it.");
            return;
        }
        Console.WriteLine($"Change {report.Change}:");
        Console.WriteLine($"  articles    {report.Articles}");
        Console.WriteLine($"  passages    {report.Passages}");
        Console.WriteLine($"  entities    {report.Entities}");
        Console.WriteLine($"  statements  {report.Statements}");
        foreach (var (before, after) in report.Statements.Changed)
            Console.WriteLine($"  changed  {before.Id} -> {after.Id} ({after.Subject} {after.Type})");
        foreach (var statement in report.Statements.Removed)
            Console.WriteLine($"  removed  {statement.Id} ({statement.Subject} {statement.Type})");
        foreach (var stale in report.Stale)
            Console.WriteLine($"  stale    {stale.Evidence.Passage} no longer says \"{stale.Evidence.Quote}\" ({stale.Statement.Id}{(stale.Kept ? ", which stands by other evidence" : "")})");
    }

    /// <summary>Paragraph by paragraph what retells it, then passages that retell none.</summary>
    public static void Original(OriginalReport report)
    {
        foreach (var paragraph in report.Paragraphs)
            Console.WriteLine($"paragraph {paragraph.Number} (line {paragraph.Line}): {(paragraph.Passages.Count == 0 ? "not retold, or your copy differs" : string.Join(", ", paragraph.Passages))}");
        foreach (var passage in report.Unmatched)
            Console.WriteLine($"{passage}: its original is not in your copy");
        foreach (var passage in report.Unmarked)
            Console.WriteLine($"{passage}: has no fingerprint to compare");
        Console.WriteLine($"{report.Paragraphs.Count(p => p.Passages.Count > 0)} of {report.Paragraphs.Count} paragraphs are retold.");
    }
}
