using Graph.Core;

namespace Graph.CoreTests;

/// <summary>A token of the original that a graph need not hold.</summary>
/// <param name="Paragraph">From 1.</param>
/// <param name="Token">As written; a single token or a short phrase, never a sentence.</param>
internal sealed record AuditException(int Paragraph, string Token, string Reason, int Line);

/// <summary>
/// What one article is allowed, read from YAML. <c>audit</c>: tokens that its graph need not hold. <c>overlap</c>: phrases that its texts may
/// have in common with it. Both are lists of <c>{paragraph, token, reason}</c>; quoting more than <see cref="MaxToken"/> characters
/// of an article at a time is refused.
/// </summary>
internal sealed record AuditExceptions(IReadOnlyList<AuditException> Audit, IReadOnlyList<AuditException> Overlap)
{
    public const int MaxToken = 11;

    public static Checked<AuditExceptions> Read(string path)
    {
        var problems = new ProblemList();
        return Read(YamlFile.Read(path, Path.GetFileName(path), problems), problems);
    }

    public static Checked<AuditExceptions> Parse(string text)
    {
        var problems = new ProblemList();
        return Read(YamlFile.Parse(text, "exceptions.yaml", problems), problems);
    }

    private static Checked<AuditExceptions> Read(YamlMap? root, ProblemList problems)
    {
        if (root is null)
            return problems.Result<AuditExceptions>(null);
        var read = new AuditExceptions(List(root, "audit", problems), List(root, "overlap", problems));
        root.RejectUnknown("a file of exceptions", problems);
        return problems.Result(read);
    }

    private static List<AuditException> List(YamlMap root, string key, ProblemList problems)
    {
        var read = new List<AuditException>();
        foreach (var node in root.List(key))
        {
            if (node is not YamlMap map)
                problems.Error(node, $"an exception is {node.What}", "Write {paragraph: 1, token: ..., reason: ...}.");
            else if (One(map, problems) is { } exception)
                read.Add(exception);
        }
        foreach (var twice in read.GroupBy(e => (e.Paragraph, e.Token)).SelectMany(g => g.Skip(1)))
            problems.Error(root.File, twice.Line, $"'{twice.Token}' of paragraph {twice.Paragraph} stands twice", "Keep one.");
        return read;
    }

    private static AuditException? One(YamlMap map, ProblemList problems)
    {
        var paragraph = map.Number("paragraph", problems);
        var token = map.Required("token", problems, "Copy the token from the message of the audit.");
        var reason = map.Required("reason", problems, "Say why it is no fact of its own, or where the graph says it.");
        map.RejectUnknown("an exception", problems);
        if (token?.Length > MaxToken)
            problems.Error(map, $"the token has {token.Length} characters, at most {MaxToken} may be quoted", "Quote the shortest part that tells.");
        if (reason is not null && string.IsNullOrWhiteSpace(reason))
            problems.Error(map, "the reason is empty", "Say why.");
        return paragraph is null || token is null || reason is null ? null : new AuditException((int)paragraph, Tokenizer.Normal(token), reason, map.Line);
    }
}
