using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>Keys of articles and entities: <c>[a-z0-9]+(-[a-z0-9]+)*</c>, at most <see cref="MaxLength"/> characters.</summary>
public static partial class KeyForm
{
    public const int MaxLength = 100;

    /// <summary>What to write instead of a text that is none.</summary>
    internal static readonly string Remedy = FormattableString.Invariant($"Write lower-case letters, digits and single hyphens, at most {MaxLength}, such as marie-curie.");

    public static bool IsKey(string text) => text.Length <= MaxLength && Pattern().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
