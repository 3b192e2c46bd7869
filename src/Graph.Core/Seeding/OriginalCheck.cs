using System.Security.Cryptography;
using System.Text;

namespace Graph.Core;

/// <summary>A paragraph of a user's own copy of an article, and what retells it.</summary>
/// <param name="Number">From 1, blank lines not counted.</param>
/// <param name="Line">1-based, in the file.</param>
/// <param name="Passages">Those whose fingerprint it has; empty when none does.</param>
public sealed record OriginalParagraph(int Number, int Line, string Text, IReadOnlyList<PassageId> Passages);

/// <param name="Unmatched">Passages whose original paragraph is not in the copy.</param>
/// <param name="Unmarked">Passages without fingerprint, which nothing can be said of.</param>
public sealed record OriginalReport(IReadOnlyList<OriginalParagraph> Paragraphs, IReadOnlyList<PassageId> Unmatched,
    IReadOnlyList<PassageId> Unmarked)
{
    /// <summary>Whether every paragraph is retold and every passage retells one.</summary>
    public bool IsComplete => Unmatched.Count == 0 && Unmarked.Count == 0 && Paragraphs.All(p => p.Passages.Count > 0);
}

/// <summary>Which paragraphs of a user's own copy of an article a seed retells: by SHA-256 over the UTF-8 bytes of the paragraph in NFC, without surrounding white space.</summary>
public static class OriginalCheck
{
    /// <summary>Bytes of a copy.</summary>
    public const int MaxBytes = 16 << 20;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Compares a file of one paragraph a line; blank lines are skipped.</summary>
    public static Checked<OriginalReport> Read(string path, IEnumerable<Passage> passages)
    {
        var problems = new ProblemList();
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                problems.Error(path, 0, $"the file has more than {MaxBytes} bytes", "Name a text file of the article alone.");
            else
                return problems.Result(Compare(Utf8.GetString(File.ReadAllBytes(path)), passages));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, $"the file cannot be read: {e.Message}", "Check the path and its permissions.");
        }
        catch (DecoderFallbackException)
        {
            problems.Error(path, 0, "the file is not UTF-8", "Save it as UTF-8 text.");
        }
        return problems.Result<OriginalReport>(null);
    }

    public static OriginalReport Compare(string original, IEnumerable<Passage> passages)
    {
        Passage[] all = [.. passages.OrderBy(p => p.Id)];
        var bySha = all.Where(p => p.Sha256 is not null).ToLookup(p => p.Sha256!, p => p.Id);
        var paragraphs = new List<OriginalParagraph>();
        var line = 0;
        foreach (var text in original.TrimStart('\uFEFF').Split('\n').Select(t => t.Trim()))
        {
            line++;
            if (text.Length > 0)
                paragraphs.Add(new OriginalParagraph(paragraphs.Count + 1, line, text, [.. bySha[Fingerprint(text)]]));
        }
        var matched = paragraphs.SelectMany(p => p.Passages).ToHashSet();
        return new OriginalReport(paragraphs, [.. all.Where(p => p.Sha256 is not null && !matched.Contains(p.Id)).Select(p => p.Id)],
            [.. all.Where(p => p.Sha256 is null).Select(p => p.Id)]);
    }

    /// <summary>In lower-case hex, as a passage's <c>sha256</c> is written.</summary>
    public static string Fingerprint(string paragraph) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paragraph.Normalize(NormalizationForm.FormC).Trim())));
}
