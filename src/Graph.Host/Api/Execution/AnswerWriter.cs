using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.ObjectPool;

namespace Graph.Host;

/// <summary>Writes answers as JSON, Chinese as UTF-8: errors first, so that who reads on knows what to expect.</summary>
internal sealed class AnswerWriter(GraphErrors errors)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ObjectPool<Buffer> _buffers = new DefaultObjectPool<Buffer>(new BufferPolicy());

    /// <summary>Gives the bytes to <paramref name="use"/>, which may not keep them.</summary>
    public async Task Write(GraphAnswer answer, Func<ReadOnlyMemory<byte>, Task> use)
    {
        var buffer = _buffers.Get();
        try
        {
            Write(answer, buffer.Json);
            buffer.Json.Flush();
            await use(buffer.Bytes.WrittenMemory);
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    private void Write(GraphAnswer answer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (answer.Errors.Count > 0)
            WriteErrors(answer.Errors, json);
        if (answer.IsExecuted)
        {
            json.WritePropertyName("data"u8);
            Write(answer.Data, json);
        }
        if (answer.Cost is { } cost)
        {
            json.WriteStartObject("extensions"u8);
            json.WriteStartObject("cost"u8);
            json.WriteNumber("actual"u8, cost.Actual);
            json.WriteNumber("limit"u8, cost.Limit);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void WriteErrors(IReadOnlyList<ExecutionError> all, Utf8JsonWriter json)
    {
        json.WriteStartArray("errors"u8);
        foreach (var error in all)
        {
            var info = errors.GetInfo(error);
            json.WriteStartObject();
            json.WriteString("message"u8, info.Message);
            if (error.Locations is { } locations)
            {
                json.WriteStartArray("locations"u8);
                foreach (var location in locations)
                {
                    json.WriteStartObject();
                    json.WriteNumber("line"u8, location.Line);
                    json.WriteNumber("column"u8, location.Column);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            if (error.Path is { } path)
                WriteMember("path", path.ToArray(), json);
            WriteMember("extensions", info.Extensions, json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMember(string name, object? value, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Relaxed);
    }

    private static void Write(object? value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case ObjectResult one:
                WriteObject(one, json);
                break;
            case ListResult list:
                json.WriteStartArray();
                foreach (var item in list.Values)
                    Write(item, json);
                json.WriteEndArray();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(json, value, Relaxed);
                break;
        }
    }

    private static void WriteObject(ObjectResult one, Utf8JsonWriter json)
    {
        var fields = one.Selection.Fields;
        json.WriteStartObject();
        for (var i = 0; i < fields.Count; i++)
        {
            json.WritePropertyName(fields[i].Key);
            Write(one.Values[i], json);
        }
        json.WriteEndObject();
    }

    private sealed class Buffer : IDisposable
    {
        public Buffer() => Json = new Utf8JsonWriter(Bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

        public ArrayBufferWriter<byte> Bytes { get; } = new(4096);

        public Utf8JsonWriter Json { get; }

        public void Dispose() => Json.Dispose();
    }

    // A large answer keeps no memory behind it.
    private sealed class BufferPolicy : PooledObjectPolicy<Buffer>
    {
        private const int MostKept = 1 << 18;

        public override Buffer Create() => new();

        public override bool Return(Buffer buffer)
        {
            buffer.Bytes.ResetWrittenCount();
            buffer.Json.Reset();
            return buffer.Bytes.Capacity <= MostKept;
        }
    }
}
