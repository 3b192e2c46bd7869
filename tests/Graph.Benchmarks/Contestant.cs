using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Benchmarks;

/// <summary>One way to ask, over HTTP.</summary>
/// <param name="Body">The JSON of a request.</param>
internal sealed record Contestant(string Name, HttpClient Http, string Path, Func<Shape, IReadOnlyDictionary<string, object?>, object> Body)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Requests a second of so many clients, each asking again as soon as it is answered. Every answer is read whole and must be a right one.</summary>
    public async Task<double> Rate(Shape shape, int clients, TimeSpan time)
    {
        var bodies = shape.Arguments.Select(a => JsonSerializer.SerializeToUtf8Bytes(Body(shape, a), Json)).ToArray();
        long done = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; Stopwatch.GetElapsedTime(start) < time; i += clients)
            {
                await Ask(shape, bodies[i % bodies.Length]);
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task Ask(Shape shape, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await Http.PostAsync(new Uri(Path, UriKind.Relative), content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || answer.AsSpan().IndexOf("\"errors\":["u8) >= 0 || answer.AsSpan().IndexOf(shape.Expected) < 0)
            throw new InvalidOperationException($"{Name}, {shape.What}: {(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(answer)}");
    }
}
