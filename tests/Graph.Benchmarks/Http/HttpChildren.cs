using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Core;
using Graph.Host;
using Graph.SqliteStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Benchmarks;

/// <summary>The processes that <see cref="HttpTable"/> asks; each prints its address as its only line.</summary>
internal static class HttpChildren
{
    /// <summary>Commands of the processes: this service, and a plain endpoint.</summary>
    public const string Ours = "http-serve", Plain = "http-serve-plain";

    /// <summary>Environment variables: the store's file, and the file of answers by key.</summary>
    public const string File = "STORE", Answers = "ANSWERS";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> ServeOurs()
    {
        await using var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = Environment.GetEnvironmentVariable(File)! }, BenchmarkOntology.Instance, TimeProvider.System);
        return await ThisProgram.Serve(services => services.AddSingleton<IGraphStore>(store).AddGraphApi(), app => app.MapGraphApi());
    }

    /// <summary>Reads the body, takes the key out of it, and writes the bytes of its answer.</summary>
    public static async Task<int> ServePlain()
    {
        var entities = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(Environment.GetEnvironmentVariable(Answers)!))!.AsObject();
        var answers = entities.ToDictionary(e => e.Key, e => JsonSerializer.SerializeToUtf8Bytes(new { data = new { entity = e.Value } }, Relaxed));
        return await ThisProgram.Serve(_ => { }, app => app.MapPost(GraphApi.Path, async (HttpContext context) =>
        {
            var read = await context.Request.BodyReader.ReadAtLeastAsync((int)context.Request.ContentLength!, context.RequestAborted);
            var key = Key(read.Buffer);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(answers[key], context.RequestAborted);
        }));
    }

    private static string Key(System.Buffers.ReadOnlySequence<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("variables").GetProperty("key").GetString()!;
    }
}
