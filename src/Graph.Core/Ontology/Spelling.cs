using System.Text;

namespace Graph.Core;

/// <summary>How names of the ontology are spelt in GraphQL.</summary>
public static class Spelling
{
    /// <summary><c>OperatingSystem</c> to <c>OPERATING_SYSTEM</c>, <c>AIModel</c> to <c>AI_MODEL</c>: a <c>_</c> before each capital that follows
    /// a lower-case letter or digit, or that begins a word after capitals.</summary>
    public static string EnumValue(string kind)
    {
        var result = new StringBuilder(kind.Length + 4);
        for (var i = 0; i < kind.Length; i++)
        {
            var beginsWord = i > 0 && char.IsAsciiLetterUpper(kind[i])
                && (!char.IsAsciiLetterUpper(kind[i - 1]) || (i + 1 < kind.Length && char.IsAsciiLetterLower(kind[i + 1])));
            if (beginsWord)
                result.Append('_');
            result.Append(char.ToUpperInvariant(kind[i]));
        }
        return result.ToString();
    }

    /// <summary><c>AIModel</c> to <c>aiModel</c>, <c>INFLUENCED_BY</c> to <c>influencedBy</c>.</summary>
    public static string Field(string name)
    {
        var words = (name.Contains('_', StringComparison.Ordinal) || name.All(c => !char.IsAsciiLetterLower(c)) ? name : EnumValue(name)).Split('_');
        var result = new StringBuilder(name.Length);
        foreach (var word in words.Where(w => w.Length > 0))
        {
            var lower = word.ToLowerInvariant();
            result.Append(result.Length == 0 ? lower : char.ToUpperInvariant(lower[0]) + lower[1..]);
        }
        return result.ToString();
    }

    /// <summary><c>zh-Hant</c> to <c>ZH_HANT</c>.</summary>
    public static string LanguageEnumValue(string tag) => tag.Replace('-', '_').ToUpperInvariant();

    /// <summary>The name of the type that belongs to a field: <c>influencedBy</c> to <c>InfluencedBy</c>.</summary>
    public static string TypeName(string field) => char.ToUpperInvariant(field[0]) + field[1..];
}
