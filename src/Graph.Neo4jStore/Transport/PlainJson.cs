using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Neo4jStore;

/// <summary>Plain values to JSON and back: null, bool, whole and floating numbers, strings, lists, maps.</summary>
internal static class PlainJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of a Query API request; members that are null or empty are left out.</summary>
    public static ReadOnlyMemory<byte> Request(string? cypher, Parameters? parameters, string? accessMode, IReadOnlyList<string> bookmarks)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        if (cypher is not null)
            json.WriteString("statement", cypher);
        if (parameters is { Count: > 0 })
        {
            json.WritePropertyName("parameters");
            Write(json, parameters);
        }
        if (accessMode is not null)
            json.WriteString("accessMode", accessMode);
        if (bookmarks.Count > 0)
        {
            json.WritePropertyName("bookmarks");
            Write(json, bookmarks);
        }
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => ReadList(json),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value)),
        _ => null,
    };

    public static IReadOnlyList<object?> ReadList(JsonElement json)
    {
        var result = new object?[json.GetArrayLength()];
        var at = 0;
        foreach (var item in json.EnumerateArray())
            result[at++] = Read(item);
        return result;
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, item) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, item);
                }
                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no plain value.", nameof(value));
        }
    }
}
