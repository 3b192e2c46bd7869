using System.Net.Http.Json;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Host;
using Graph.SqliteStore;

namespace Graph.HostTests;

/// <summary>The API over real HTTP, on a seed in a new embedded store.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ServedApi _api;
    private readonly IGraphStore _store;
    private readonly string _folder;

    private TestServer(ServedApi api, IGraphStore store, string folder, RecordedCalls calls) => (_api, _store, _folder, Calls) = (api, store, folder, calls);

    public HttpClient Http => _api.Http;

    /// <summary>What the API asked of the store.</summary>
    public RecordedCalls Calls { get; }

    public LogLines Log => _api.Log;

    public IServiceProvider Services => _api.App.Services;

    /// <param name="before">Runs before each operation of the store, with its name and arguments; what it throws, the store throws. A task it gives is waited for.</param>
    public static async Task<TestServer> Start(string seed, Action<ApiOptions>? configure = null, Func<string, object?[], Task>? before = null, Action<HttpOptions>? http = null)
    {
        var folder = Directory.CreateTempSubdirectory("graph-host-tests-").FullName;
        var read = SeedReader.ReadFolder(seed).OrThrow();
        var store = SqliteGraphStore.Open(new SqliteStoreOptions { File = Path.Combine(folder, "test.db") }, read.Ontology, TimeProvider.System);
        await Importer.Import(store, read.Articles, "test", CancellationToken.None);
        var calls = RecordedCalls.Of(store, before);
        var api = await ServedApi.Start(calls.Store, configure, http, map: app => app.MapBrowserKit());
        return new TestServer(api, store, folder, calls);
    }

    /// <summary>The whole answer to a query, whatever its status.</summary>
    public async Task<JsonNode> Ask(string query, object? variables = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonNode> Data(string query, object? variables = null)
    {
        var answer = await Ask(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString(Relaxed) + string.Join('\n', Log.Lines));
        return answer["data"]!;
    }

    /// <summary>Expects exactly this data.</summary>
    public async Task Gives(string query, string expected, object? variables = null)
    {
        var data = await Data(query, variables);
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(Relaxed), data.ToJsonString(Relaxed));
    }

    /// <summary>Expects one error of this code, and gives its extensions.</summary>
    public async Task<JsonNode> Fails(string query, string code, object? variables = null)
    {
        var answer = await Ask(query, variables);
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.True(error["extensions"]?["code"]?.GetValue<string>() == code, answer.ToJsonString(Relaxed));
        Assert.NotEmpty(error["extensions"]!["hint"]!.GetValue<string>());
        return error["extensions"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One server for all tests of a class.</summary>
public sealed class HarbourServer : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.Start(Seeds.Harbour);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>Hands every operation on to a store and keeps its name.</summary>
public class RecordedCalls : DispatchProxy
{
    private IGraphStore _inner = null!;
    private Func<string, object?[], Task>? _before;

    /// <summary>Names of the operations so far, in order.</summary>
    public List<string> Operations { get; } = [];

    public IGraphStore Store => (IGraphStore)(object)this;

    public static RecordedCalls Of(IGraphStore inner, Func<string, object?[], Task>? before)
    {
        var proxy = Create<IGraphStore, RecordedCalls>();
        var calls = (RecordedCalls)(object)proxy;
        (calls._inner, calls._before) = (inner, before);
        return calls;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!targetMethod!.IsSpecialName)
        {
            lock (Operations)
                Operations.Add(targetMethod.Name);
            _before?.Invoke(targetMethod.Name, args!).GetAwaiter().GetResult();
        }
        try
        {
            return targetMethod.Invoke(_inner, args);
        }
        catch (TargetInvocationException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
