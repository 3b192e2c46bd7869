using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Core;

/// <summary>The one JSON text of each thing that stores keep and exports write: fixed order of members, absent ones left out, no white space, no needless escapes.</summary>
/// <remarks>The same value gives the same bytes. Reading checks the form only; validity is checked where data comes in.</remarks>
public static partial class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, LocalText? text)
    {
        if (text is null)
            return;
        json.WriteStartObject(name);
        foreach (var (language, value) in text)
            json.WriteString(language, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static LocalText? LocalText(JsonElement parent, string name) => parent.TryGetProperty(name, out var text)
        ? new LocalText(text.EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, p.Value.GetString()!)))
        : null;

    private static string? String(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement parent, string name, bool otherwise = false) => parent.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;

    private static PartialDate? Date(JsonElement parent, string name) => String(parent, name) is { } text
        ? PartialDate.TryParse(text, out var date, marks: true) ? date : throw new JsonException($"'{text}' is not a date.")
        : null;

    private static string Upper<T>(T value)
        where T : struct, Enum => Spelling.EnumValue(value.ToString());

    private static T Enum<T>(string? text, T otherwise)
        where T : struct, Enum => text is null ? otherwise : EnumNames<T>.Values[text];

    private static class EnumNames<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<string, T> Values = System.Enum.GetValues<T>().ToDictionary(v => Spelling.EnumValue(v.ToString()));
    }
}
