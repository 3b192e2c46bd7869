using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Graph.CoreTests;

/// <summary>
/// An article as published, which no repository of ours holds: a text file with one paragraph a line, blank lines between
/// them or not.
/// </summary>
internal sealed class Original
{
    private Original(IEnumerable<string> lines) =>
        Paragraphs = [.. lines.Select(l => l.Normalize(NormalizationForm.FormC).Trim()).Where(l => l.Length > 0)];

    /// <summary>NFC, without surrounding white space; paragraph n is the element n - 1.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    public static Original Of(string text) => new(text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>
    /// The file that the environment variable GRAPH_ARTICLE names, or <paramref name="name"/> in the folder <c>shared</c>
    /// beside the repository. Skips the running test where there is neither; on CI a folder without the file is a failure.
    /// </summary>
    public static Original FoundOrSkipped(string name)
    {
        if (Environment.GetEnvironmentVariable("GRAPH_ARTICLE") is { Length: > 0 } named)
            return Of(File.ReadAllText(named));
        var shared = Path.Combine(Repository.Root, "..", "shared");
        var path = Path.Combine(shared, name);
        if (File.Exists(path))
            return Of(File.ReadAllText(path));
        Assert.False(Directory.Exists(shared) && Environment.GetEnvironmentVariable("CI") == "true", $"../shared is there, {name} in it is not.");
        Assert.Skip($"The original article is not here: name it in GRAPH_ARTICLE, or put it at ../shared/{name}.");
        return Of("");
    }

    /// <summary>Lower-case hex of the paragraph's UTF-8 bytes, as a passage of a seed carries it.</summary>
    public static string Sha256(string paragraph) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paragraph)));
}

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Graph.sln")))
                return at.FullName;
        }
        throw new InvalidOperationException($"No Graph.sln above {folder}: run the tests from a working copy.");
    }
}
