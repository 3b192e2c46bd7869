using System.Globalization;
using System.Text;

namespace Graph.SqliteStore;

/// <summary>SQL being written, with its arguments. Text is only ever this assembly's own; whatever comes from a caller is an argument.</summary>
internal sealed class SqlText
{
    /// <summary>Sets up to this size are written as so many parameters, larger ones as one JSON list: the number of different texts stays small.</summary>
    private const int MaxParameters = 8;

    private readonly StringBuilder _text = new(256);
    private readonly List<object?> _arguments = [];
    private int _aliases;

    public IReadOnlyList<object?> Arguments => _arguments;

    /// <summary>Begins with parameters ?1 to ?<paramref name="reserved"/>, to be given by <see cref="Set"/>.</summary>
    public SqlText(int reserved = 0)
    {
        for (var i = 0; i < reserved; i++)
            _arguments.Add(null);
    }

    public SqlText Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public SqlText Add(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            _text.Append(text);
        return this;
    }

    /// <summary>A new table alias.</summary>
    public string Alias(char table) => string.Create(CultureInfo.InvariantCulture, $"{table}{_aliases++}");

    /// <summary>A parameter with this value, as text to add.</summary>
    public string Value(string value) => Argument(value);

    public string Value(long value) => Argument(value);

    /// <summary>A test for being one of the values: <c>= ?1</c> or <c>IN (..)</c>, as text to add, more than once if need be.</summary>
    public string OneOf(IEnumerable<string> values)
    {
        var all = values as IReadOnlyCollection<string> ?? [.. values];
        return all.Count switch
        {
            1 => "= " + Argument(all.First()),
            <= MaxParameters => $"IN ({string.Join(',', all.Select(Argument))})",
            _ => $"IN (SELECT value FROM json_each({Argument(Json.List(all))}))",
        };
    }

    /// <summary>Gives a reserved parameter its value.</summary>
    public void Set(int parameter, object? value) => _arguments[parameter - 1] = value;

    public override string ToString() => _text.ToString();

    private string Argument(object value)
    {
        _arguments.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_arguments.Count}");
    }
}
