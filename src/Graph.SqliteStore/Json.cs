using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.SqliteStore;

/// <summary>Lists as arguments for SQLite's json_each.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string List(IEnumerable<string> values) => JsonSerializer.Serialize(values, Options);
}
