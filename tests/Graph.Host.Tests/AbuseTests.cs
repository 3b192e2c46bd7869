using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Graph.HostTests;

/// <summary>Whatever is sent, it is answered soon, with a code of ours, without much memory, and the next query works. The clock here tells only what hangs.</summary>
[Collection(nameof(AbuseTests))]
public sealed class AbuseTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // on a machine that does other things as well

    private TestServer Server => harbour.Server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Abuse.Everything().Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_answered_and_the_next_query_works(string name)
    {
        var (_, body, codes) = Abuse.Everything().Single(a => a.Name == name);
        var clock = Stopwatch.StartNew();
        var text = await Send(body);
        Assert.True(clock.Elapsed < Patience, $"took {clock.Elapsed}");
        TestContext.Current.SendDiagnosticMessage("{0} ms {1}: {2}", clock.ElapsedMilliseconds, name, text[..Math.Min(text.Length, 300)]);
        Assert.InRange(text.Length, 1, 200_000);
        var found = JsonNode.Parse(text)!["errors"]?.AsArray().Select(e => e!["extensions"]!["code"]!.ToString()).Distinct().ToArray() ?? [];
        Assert.True(codes.Length == 0 ? found.Length == 0 : found.Length > 0 && found.All(codes.Split(' ').Contains), text[..Math.Min(text.Length, 500)]);
        Assert.Empty(Server.Log.Lines);
        await Server.Gives("""{ person(key:"anna"){ key } }""", """{"person":{"key":"anna"}}""");
    }

    [Fact]
    public async Task All_of_it_three_times_over_leaves_no_memory_behind()
    {
        foreach (var (_, body, _) in Abuse.Everything())
            await Send(body);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 2; i++)
        {
            foreach (var (_, body, _) in Abuse.Everything())
                await Send(body);
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 200_000_000);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => o.Timeout = TimeSpan.FromMilliseconds(300));
        using var client = new TcpClient("127.0.0.1", server.Http.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"), Cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        var answer = new byte[2000];
        var length = await stream.ReadAsync(answer, patience.Token);
        Assert.Contains("TIMEOUT", Encoding.UTF8.GetString(answer, 0, length), StringComparison.Ordinal);
        await server.Data("{ articles{ id } }");
    }

    [Fact]
    public async Task Results_as_deep_as_can_be_configured_are_written()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => (o.MaxDepth, o.MaxNesting, o.MaxCost) = (40, 100, 10_000_000));
        string Many(string text) => string.Concat(Enumerable.Repeat(text, 7));
        await server.Data("{ ship(key:\"egret\")" + Many("{ owners(first:1){ edges{ node{ ... on Person { owns(first:1){ nodes") + "{ key }" + Many("} } } } } }") + " }");
    }

    private async Task<string> Send(string body)
    {
        using var response = await Server.Http.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}

[CollectionDefinition(nameof(AbuseTests), DisableParallelization = true)]
public sealed class AbuseCollection;
