using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Graph.Host;
using Microsoft.Playwright;

namespace Graph.BrowserTests;

/// <summary>The service's own page to write queries in, in a real browser.</summary>
public sealed class GraphiQLTests
{
    [Theory]
    [InlineData("seed")]
    [InlineData("tests/Seeds/botanical-expedition")]
    public async Task The_page_opens_with_queries_about_the_graph_and_runs_each_of_them_without_any_other_host(string seed)
    {
        Assert.SkipWhen(Chromium.WhyNotOwnPage() is not null, Chromium.WhyNotOwnPage() ?? "");
        await using var graph = await ServedGraph.Embedded(seed, TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.Blank();
        var page = chromium.Page;
        var (hosts, faults) = (new ConcurrentDictionary<string, bool>(), new ConcurrentQueue<string>());
        page.Request += (_, request) => hosts.TryAdd(new Uri(request.Url) is { Scheme: "data" or "blob" } ? "" : new Uri(request.Url).GetLeftPart(UriPartial.Authority), true);
        page.PageError += (_, fault) => faults.Enqueue(fault);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") // what the page's policy forbids too
                faults.Enqueue($"{message.Text} {message.Location}");
        };

        await page.GotoAsync($"{graph.Url}/graphql");
        Assert.SkipUnless(GraphiQLPage.IsBundled || Environment.GetEnvironmentVariable("CI") == "true", "This build has no GraphiQL: apt-get install nodejs npm.");
        var tabs = page.Locator(".graphiql-tab-button");
        await tabs.First.WaitForAsync();
        var expected = await GraphiQLExamples.Read(graph.Store, TestContext.Current.CancellationToken);
        await Assertions.Expect(tabs).ToHaveTextAsync(expected.Select(e => e.Name).ToArray());
        foreach (var example in expected)
        {
            await tabs.Filter(new LocatorFilterOptions { HasTextRegex = new Regex($"^{example.Name}$") }).ClickAsync();
            var answered = page.WaitForResponseAsync(r => r.Request.Method == "POST" && r.Request.PostData?.Contains($"query {example.Name} ", StringComparison.Ordinal) == true);
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Execute query (Ctrl-Enter)" }).ClickAsync();
            Assert.True((await answered).Ok, $"{(await answered).Request.PostData}\n{await (await answered).TextAsync()}");
            await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("\"data\"");
            await Assertions.Expect(page.Locator(".graphiql-response")).Not.ToContainTextAsync("\"errors\"");
        }
        if (Environment.GetEnvironmentVariable("GRAPH_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"graphiql-{graph.Store.Ontology.Id}.png") });

        // The schema is there to complete and to read.
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show Documentation Explorer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-doc-explorer")).ToContainTextAsync("Query");
        Assert.Equal([graph.Url], hosts.Keys.Where(h => h.Length > 0));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_link_with_a_query_shows_it_first_and_does_not_run_it()
    {
        Assert.SkipWhen(Chromium.WhyNotOwnPage() is not null, Chromium.WhyNotOwnPage() ?? "");
        Assert.SkipUnless(GraphiQLPage.IsBundled || Environment.GetEnvironmentVariable("CI") == "true", "This build has no GraphiQL: apt-get install nodejs npm.");
        await using var graph = await ServedGraph.Embedded("seed", TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.Blank();
        var asked = 0;
        chromium.Page.Request += (_, request) => asked += request.PostData?.Contains("Linked", StringComparison.Ordinal) == true ? 1 : 0;
        await chromium.Page.GotoAsync($"{graph.Url}/graphql?query={Uri.EscapeDataString("query Linked { articles { id } }")}");
        await Assertions.Expect(chromium.Page.Locator(".graphiql-tab-button").First).ToHaveTextAsync("Linked");
        await Assertions.Expect(chromium.Page.Locator(".graphiql-query-editor")).ToContainTextAsync("query Linked");
        Assert.Equal(0, asked);
    }
}
