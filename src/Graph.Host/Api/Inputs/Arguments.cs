using GraphQL;
using GraphQL.Execution;
using Graph.Core;

namespace Graph.Host;

/// <summary>A field's coerced arguments. An argument that is null counts as one that is not given.</summary>
internal readonly struct Arguments(IDictionary<string, ArgumentValue>? values)
{
    /// <summary>As coerced; null when the field has none.</summary>
    public IDictionary<string, ArgumentValue>? Values => values;

    public object? Value(string name) => values is not null && values.TryGetValue(name, out var value) ? value.Value : null;

    public string? Text(string name) => Value(name) is string text ? InputText.Checked(text, name) : null;

    public int? Number(string name) => (int?)Value(name);

    public PartialDate? Date(string name) => (PartialDate?)Value(name);

    public InputObject? Object(string name) => Value(name) is IDictionary<string, object?> members ? new InputObject(members, name) : null;

    /// <summary>Null when not given.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Value(name) is System.Collections.IEnumerable list and not string ? [.. list.Cast<string>().Select(t => InputText.Checked(t, name))] : null;
}

/// <summary>A coerced input object and the path that leads to it, for messages.</summary>
internal readonly record struct InputObject(IDictionary<string, object?> Members, string Path)
{
    /// <summary>Members that have a value, by name; an absent or null one is no condition.</summary>
    public IEnumerable<(string Name, object Value, string Path)> Given()
    {
        var path = Path;
        return Members.Where(m => m.Value is not null).Select(m => (m.Key, m.Value!, $"{path}.{m.Key}"));
    }

    public object? Value(string name) => Members.TryGetValue(name, out var value) ? value : null;
}

/// <summary>Text from outside.</summary>
internal static class InputText
{
    /// <summary>The text itself. Throws <see cref="BadInputException"/> for text that UTF-8 cannot carry.</summary>
    public static string Checked(string text, string argument) => IsWellFormed(text) ? text
        : throw new BadInputException($"'{argument}' holds half a surrogate pair, which is no character.", "Send well-formed Unicode text.", argument);

    /// <summary>The text with everything that is no character replaced by U+FFFD, for messages that repeat what was sent.</summary>
    public static string Repaired(string text) => IsWellFormed(text) ? text : string.Concat(text.EnumerateRunes());

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
