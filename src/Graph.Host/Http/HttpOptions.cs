using System.ComponentModel.DataAnnotations;

namespace Graph.Host;

/// <summary>Who may ask over HTTP, and how. Section <c>Graph:Http</c>, environment <c>GRAPH__HTTP__...</c>; all faults are reported at
/// start.</summary>
public sealed class HttpOptions
{
    public const string Section = "Graph:Http";

    /// <summary>Origins of other web pages that may ask, such as <c>https://app.example.org</c>, separated by commas or blanks; <c>*</c>
    /// allows all, alone. Default: none.</summary>
    public string CorsOrigins { get; set; } = "";

    /// <summary>Operations that one client (an IPv4 address, a /64 of IPv6) may have running at once. Defaults to 200; 1 to
    /// 100,000.</summary>
    [Range(1, 100_000)]
    public int MaxConcurrentOperations { get; set; } = 200;

    /// <summary>Queries that clients have sent with their hash and that are remembered by it. Defaults to 1,000, at most 10 MB of them; 0
    /// to 100,000.</summary>
    [Range(0, 100_000)]
    public int PersistedQueries { get; set; } = 1_000;

    /// <summary>Folder of documents that may be asked for by id; see <see cref="TrustedDocuments"/>. Default: none.</summary>
    public string? TrustedDocuments { get; set; }

    /// <summary>Answer the trusted documents and nothing else. Defaults to false.</summary>
    public bool TrustedDocumentsOnly { get; set; }

    internal IReadOnlyList<string> Origins => CorsOrigins.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static bool IsOrigin(string text) => text == "*"
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text);
}
