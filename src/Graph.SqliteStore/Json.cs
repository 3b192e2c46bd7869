using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.SqliteStore;

/// <summary>Lists as arguments for SQLite's json_each.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A list of lists of a text and a number.</summary>
    public static string Pairs(IEnumerable<(string Text, int Number)> values) =>
        JsonSerializer.Serialize(values.Select(v => new object[] { v.Text, v.Number }), Options);

    public static string List(IEnumerable<string> values) => JsonSerializer.Serialize(values, Options);
}
