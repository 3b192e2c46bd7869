using System.Collections;
using System.Globalization;
using System.Text;

namespace Graph.Neo4jStore;

/// <summary>A file of rows in the form of <c>neo4j-admin database import</c>: the first line names the columns and their types.</summary>
/// <remarks>Without a value there is nothing between the commas; an empty text is <c>""</c>. The header's types:
/// https://neo4j.com/docs/operations-manual/5/import/#import-tool-header-format.</remarks>
internal sealed class CsvTable : IAsyncDisposable
{
    /// <summary>Between the values of a list: a character that no text of ours holds.</summary>
    public const char ListSeparator = '\u001f';

    /// <summary>As the option <c>--array-delimiter</c> names it.</summary>
    public const string ListSeparatorName = "U+001F";

    private readonly StreamWriter _writer;
    private readonly IReadOnlyDictionary<string, int> _places; // a property's column
    private readonly string?[] _row;

    /// <param name="columns">As the header writes them; what stands before <c>:</c> is the property's name.</param>
    public CsvTable(string path, IReadOnlyList<string> columns)
    {
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        _places = columns.Select((column, place) => (Name: column.Split(':')[0], place)).Where(c => c.Name.Length > 0).ToDictionary(c =>
            c.Name, c => c.place);
        _row = new string?[columns.Count];
        _writer.WriteLine(string.Join(',', columns));
    }

    /// <param name="special">Values of the first columns that are no properties, in order.</param>
    /// <exception cref="ArgumentException">A property has no column.</exception>
    public ValueTask Write(Dictionary<string, object?> properties, params ReadOnlySpan<string> special)
    {
        Array.Clear(_row);
        foreach (var (name, value) in properties)
            _row[_places.TryGetValue(name, out var place) ? place
                : throw new ArgumentException($"There is no column for '{name}'.", nameof(properties))] = Text(value);
        for (var i = 0; i < special.Length; i++)
            _row[i] = Quoted(special[i]);
        return new ValueTask(_writer.WriteLineAsync(string.Join(',', _row)));
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        IEnumerable list => Quoted(string.Join(ListSeparator, list.Cast<object>())),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
