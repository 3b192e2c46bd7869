using System.Text;

namespace Graph.Core;

/// <summary>A sentence with <c>{placeholders}</c>; a part in square brackets is left out when one of its placeholders has no value.</summary>
/// <remarks>Brackets do not nest. The reader of the ontology rejects templates that <see cref="Faults"/> names.</remarks>
public static class SentenceTemplate
{
    /// <summary>Fills the template. A placeholder without value outside brackets becomes empty.</summary>
    public static string Fill(string template, Func<string, string?> value)
    {
        var result = new StringBuilder(template.Length + 32);
        foreach (var (part, optional) in Parts(template))
        {
            var filled = FillPart(part, value, out var complete);
            if (complete || !optional)
                result.Append(filled);
        }
        return result.ToString();
    }

    /// <summary>The placeholders that <see cref="Fill"/> shows: those of the parts that are not left out.</summary>
    public static IEnumerable<string> Shown(string template, Func<string, string?> value) =>
        Parts(template).Where(p => !p.Optional || Names(p.Text).All(n => value(n) is not null)).SelectMany(p => Names(p.Text));

    /// <summary>The placeholders used, in order.</summary>
    public static IEnumerable<string> Placeholders(string template) => Parts(template).SelectMany(p => Names(p.Text));

    /// <summary>The placeholders that stand outside brackets.</summary>
    public static IEnumerable<string> Required(string template) => Parts(template).Where(p => !p.Optional).SelectMany(p => Names(p.Text));

    /// <summary>What is wrong with the template's brackets and braces, or null.</summary>
    public static string? Faults(string template)
    {
        int square = 0, curly = 0;
        foreach (var c in template)
        {
            square += c switch { '[' => 1, ']' => -1, _ => 0 };
            curly += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (square is < 0 or > 1 || curly is < 0 or > 1 || (curly == 1 && c is '[' or ']'))
                return "brackets and braces must be closed and cannot nest";
        }
        return square != 0 || curly != 0 ? "a bracket or brace is not closed" : null;
    }

    private static IEnumerable<(string Text, bool Optional)> Parts(string template)
    {
        var start = 0;
        while (start < template.Length)
        {
            var open = template.IndexOf('[', start);
            if (open < 0)
            {
                yield return (template[start..], false);
                yield break;
            }
            var close = template.IndexOf(']', open);
            close = close < 0 ? template.Length : close;
            if (open > start)
                yield return (template[start..open], false);
            yield return (template[(open + 1)..close], true);
            start = close + 1;
        }
    }

    private static string FillPart(string part, Func<string, string?> value, out bool complete)
    {
        complete = true;
        var result = new StringBuilder(part.Length + 32);
        var start = 0;
        for (var open = part.IndexOf('{', StringComparison.Ordinal); open >= 0; open = part.IndexOf('{', start))
        {
            var close = part.IndexOf('}', open);
            if (close < 0)
                break;
            var text = value(part[(open + 1)..close]);
            complete &= text is not null;
            result.Append(part, start, open - start).Append(text);
            start = close + 1;
        }
        return result.Append(part, start, part.Length - start).ToString();
    }

    private static IEnumerable<string> Names(string part)
    {
        for (var open = part.IndexOf('{', StringComparison.Ordinal); open >= 0; open = part.IndexOf('{', open + 1))
        {
            var close = part.IndexOf('}', open);
            if (close < 0)
                yield break;
            yield return part[(open + 1)..close];
        }
    }
}
