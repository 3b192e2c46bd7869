using System.Collections;
using System.Globalization;
using Graph.Core;

namespace Graph.Host;

/// <remarks>Operator objects: <c>{eq in contains startsWith gt gte lt lte}</c>, of which all given must hold.</remarks>
internal sealed partial class FilterReader
{
    private IEnumerable<TextMatch> Texts(InputObject input)
    {
        foreach (var (name, value, path) in Operators(input))
        {
            var values = name == "in" ? Items(value, path).Select((v, i) => Text(v, $"{path}[{i}]")).ToArray() : [Text(value, path)];
            Grow(values.Length);
            yield return new TextMatch(name is "eq" or "in" ? TextOperator.In : Enum.Parse<TextOperator>(name, ignoreCase: true), values);
        }
    }

    private IEnumerable<NumberMatch> Numbers(InputObject input)
    {
        foreach (var (name, value, path) in Operators(input))
        {
            decimal[] values = name == "in" ? [.. Items(value, path).Select(Number)] : [Number(value)];
            Grow(values.Length);
            yield return new NumberMatch(name is "eq" or "in" ? NumberOperator.In : Enum.Parse<NumberOperator>(name, ignoreCase: true), values);
        }
    }

    private HashSet<string> Set(InputObject input, Func<string, IEnumerable<string>> meaning) => Set<string, string>(input, meaning);

    private HashSet<T> Set<T>(InputObject input, Func<string, IEnumerable<T>> meaning) => Set<string, T>(input, meaning);

    // What 'eq' and 'in' allow; what both allow, when both are given.
    private HashSet<T> Set<TGiven, T>(InputObject input, Func<TGiven, IEnumerable<T>> meaning)
    {
        HashSet<T>? allowed = null;
        foreach (var (name, value, path) in Operators(input))
        {
            object[] given = name == "in" ? [.. Items(value, path)] : [value];
            Grow(given.Length);
            var set = given.Select((v, i) => v is string s ? (TGiven)(object)Text(s, name == "in" ? $"{path}[{i}]" : path) : (TGiven)v).SelectMany(meaning).ToHashSet();
            if (allowed is null)
                allowed = set;
            else
                allowed.IntersectWith(set);
        }
        return allowed ?? throw new BadInputException($"'{input.Path}' has no operator.", "Give one, such as eq or in, or leave the condition out.", input.Path);
    }

    private static IEnumerable<(string Name, object Value, string Path)> Operators(InputObject input)
    {
        foreach (var (name, value) in input.Members)
        {
            var path = $"{input.Path}.{name}";
            yield return (name, value ?? throw new BadInputException($"'{path}' is null, which no value equals.", "Leave the operator out, or give a value.", path), path);
        }
    }

    private static IEnumerable<object> Items(object value, string path) => ((IEnumerable)value).Cast<object>();

    private string Text(object value, string path)
    {
        var text = InputText.Checked((string)value, path);
        return text.Length <= options.MaxTextLength ? text
            : throw new LimitExceededException($"Length of '{path}'", options.MaxTextLength, text.Length, "Ask for a shorter text.");
    }

    private static decimal Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
