using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Neo4j's HTTP Query API, version 2 (https://neo4j.com/docs/query-api/current/), plain JSON.</summary>
internal sealed class QueryApiConnection : IConnection
{
    private const string AffinityHeader = "neo4j-cluster-affinity";

    // Indexes are written when a transaction commits, so that the commit of a large one takes longer than any of its statements; and who stops waiting does not know whether it was done.
    private const int CommitPatience = 20;

    private readonly HttpClient _http;
    private readonly Uri _server;
    private readonly string _path;
    private readonly Neo4jStoreOptions _options;
    private readonly Retries _retries;
    private volatile IReadOnlyList<string> _bookmarks = [];
    private long _statements;

    public QueryApiConnection(Uri server, Neo4jStoreOptions options, TimeProvider time)
    {
        (_server, _options, _retries) = (server, options, new Retries(options.RetryDeadline, time));
        Address = server.GetLeftPart(UriPartial.Authority);
        _path = $"db/{Uri.EscapeDataString(options.Database)}/query/v2";
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.PoolSize,
            PooledConnectionLifetime = TimeSpan.FromMinutes(30), // so that a changed DNS entry is seen
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = new Uri(Address),
            Timeout = Timeout.InfiniteTimeSpan, // each request has its own
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Username.Length > 0)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}")));
    }

    public string Address { get; }

    public long Statements => Interlocked.Read(ref _statements);

    public async ValueTask<string> ServerVersion(CancellationToken cancellation)
    {
        using var answer = await _retries.Run(token => Send(HttpMethod.Get, "", null, null, token), cancellation);
        return answer.Json.ValueKind == JsonValueKind.Object && answer.Json.TryGetProperty("neo4j_version", out var version) && version.GetString() is { } text
            ? text
            : throw Neo4jErrors.NotNeo4j(Address, "its first page names no version");
    }

    public ValueTask<Rows> Read(string cypher, Parameters parameters, CancellationToken cancellation) => Alone(cypher, parameters, "READ", cancellation);

    public ValueTask<Rows> Write(string cypher, Parameters parameters, CancellationToken cancellation) => Alone(cypher, parameters, "WRITE", cancellation);

    public async ValueTask<ITransaction> Begin(CancellationToken cancellation)
    {
        using var answer = await _retries.Run(token => Send(HttpMethod.Post, $"{_path}/tx", PlainJson.Request(null, null, "WRITE", _bookmarks), null, token), cancellation);
        return new Transaction(this, answer.Json.GetProperty("transaction").GetProperty("id").GetString()!, answer.Affinity);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<Rows> Alone(string cypher, Parameters parameters, string mode, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _statements);
        var body = PlainJson.Request(cypher, parameters, mode, _bookmarks);
        using var answer = await _retries.Run(token => Send(HttpMethod.Post, _path, body, null, token), cancellation);
        if (mode == "WRITE")
            Remember(answer);
        return answer.Rows();
    }

    private void Remember(Answer answer)
    {
        if (answer.Json.TryGetProperty("bookmarks", out var bookmarks))
            _bookmarks = [.. bookmarks.EnumerateArray().Select(b => b.GetString()!)];
    }

    // Every request goes this way; every failure leaves it translated. A success (202) may still carry errors after partial data.
    private async ValueTask<Answer> Send(HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? affinity, CancellationToken cancellation, int patience = 1)
    {
        var wait = _options.StatementTimeout * patience;
        using var request = new HttpRequestMessage(method, new Uri(_server, "/" + path));
        if (body is { } bytes)
            request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (affinity is not null)
            request.Headers.Add(AffinityHeader, affinity);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(wait);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
            var document = await Parse(stream, response, limit.Token);
            try
            {
                ThrowFor(response, document.RootElement);
                return new Answer(document, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : affinity);
            }
            catch
            {
                document.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Neo4jErrors.NotInTime(Address, fault.InnerException is TimeoutException ? _options.ConnectTimeout : wait, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw Neo4jErrors.NotReachable(Address, fault);
        }
    }

    private async ValueTask<JsonDocument> Parse(Stream stream, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength == 0)
            return JsonDocument.Parse("{}");
        try
        {
            return await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            throw Neo4jErrors.NotNeo4j(Address, $"{(int)response.StatusCode} {response.ReasonPhrase}");
        }
    }

    private void ThrowFor(HttpResponseMessage response, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
        {
            string Part(string name) => errors[0].TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            throw Neo4jErrors.Translate(Part("code"), Part("message"), Address, _options.Database);
        }
        if (!response.IsSuccessStatusCode)
            throw Neo4jErrors.NotNeo4j(Address, $"{(int)response.StatusCode} {response.ReasonPhrase}");
    }

    private sealed class Answer(JsonDocument document, string? affinity) : IDisposable
    {
        public JsonElement Json => document.RootElement;

        public string? Affinity => affinity;

        public Rows Rows() => Json.TryGetProperty("data", out var data) && data.TryGetProperty("values", out var values)
            ? new Rows([.. values.EnumerateArray().Select(PlainJson.ReadList)])
            : new Rows([]);

        public void Dispose() => document.Dispose();
    }

    private sealed class Transaction(QueryApiConnection connection, string id, string? affinity) : ITransaction
    {
        private bool _ended;

        public async ValueTask<Rows> Run(string cypher, Parameters parameters, CancellationToken cancellation)
        {
            Interlocked.Increment(ref connection._statements);
            using var answer = await connection.Send(HttpMethod.Post, $"{connection._path}/tx/{id}", PlainJson.Request(cypher, parameters, null, []), affinity, cancellation);
            return answer.Rows();
        }

        public async ValueTask Commit(CancellationToken cancellation)
        {
            using var answer = await connection.Send(HttpMethod.Post, $"{connection._path}/tx/{id}/commit", PlainJson.Request(null, null, null, []), affinity, cancellation, CommitPatience);
            _ended = true;
            connection.Remember(answer);
        }

        // A transaction that cannot be reached any more, or that an error has ended, is rolled back by the server.
        public async ValueTask DisposeAsync()
        {
            if (_ended)
                return;
            _ended = true;
            try
            {
                using var limit = new CancellationTokenSource(connection._options.ConnectTimeout);
                using var answer = await connection.Send(HttpMethod.Delete, $"{connection._path}/tx/{id}", null, affinity, limit.Token);
            }
            catch (Exception fault) when (fault is GraphException or InvalidOperationException or OperationCanceledException)
            {
            }
        }
    }
}
