using Graph.StoreTests;
using Microsoft.Playwright;

namespace Graph.BrowserTests;

/// <summary>A headless Chromium with one page.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    /// <summary>Why a test cannot run here; null when it can. With CI=true what is missing is a failure.</summary>
    public static string? WhyNot()
    {
        var reason = Neo4jServer.WhyUnavailable ?? (Found is null ? "No Chromium: apt-get install chromium fonts-noto-cjk." : null);
        Assert.False(reason is not null && Neo4jServer.Folder is not null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        return reason;
    }

    /// <summary>Why a test of the service's own pages cannot run here; null when it can. With CI=true what is missing is a failure.</summary>
    public static string? WhyNotOwnPage()
    {
        var reason = Found is null ? "No Chromium: apt-get install chromium fonts-noto-cjk." : null;
        Assert.False(reason is not null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        return reason;
    }

    public IPage Page { get; }

    private static string? Found => Places.FirstOrDefault(File.Exists);

    /// <summary>An empty page.</summary>
    public static async Task<Chromium> Blank()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Found, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1500, Height = 1000 } });
        page.SetDefaultTimeout(90_000);
        Assertions.SetDefaultExpectTimeout(60_000); // five seconds are few where other tests run beside
        return new Chromium(playwright, browser, page);
    }

    /// <summary>Opens an address of Neo4j Browser and connects.</summary>
    public static async Task<Chromium> Open(string address)
    {
        var chromium = await Blank();
        var page = chromium.Page;
        await page.GotoAsync(address);
        var server = Neo4jServer.Shared;
        await page.WaitForSelectorAsync("[data-testid=connect]");
        if (server.Username.Length == 0)
        {
            await page.SelectOptionAsync("[data-testid=authenticationMethod]", "NO_AUTH");
        }
        else // by name and password is what the form offers first
        {
            await page.FillAsync("[data-testid=username]", server.Username);
            await page.FillAsync("[data-testid=password]", server.Password);
        }
        await page.ClickAsync("[data-testid=connect]");
        await page.GetByText("Connected to Neo4j").First.WaitForAsync();
        return chromium;
    }

    /// <summary>Runs a command or a query. Browser opens a page of its own after connecting, which may take the keyboard away: then once more.</summary>
    public async Task Run(string text)
    {
        var frame = Page.GetByTestId("frameCommand").Filter(new LocatorFilterOptions { HasText = text[..20] }).First;
        for (var attempt = 1; ; attempt++)
        {
            await Page.Locator(".monaco-editor").First.ClickAsync();
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.InsertTextAsync(text);
            await Page.Keyboard.PressAsync("Control+Enter");
            try
            {
                await frame.WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 });
                return;
            }
            catch (TimeoutException) when (attempt < 4)
            {
            }
        }
    }

    /// <summary>The fill of each circle of the newest picture, as <c>#RRGGBB</c>, once it has so many.</summary>
    public async Task<string[]> Fills(int count)
    {
        var frame = Page.GetByTestId("frame").Filter(new LocatorFilterOptions { Has = Page.Locator("g.node") }).First;
        await Assertions.Expect(frame.Locator("g.node")).ToHaveCountAsync(count, new LocatorAssertionsToHaveCountOptions { Timeout = 90_000 });
        var fills = await frame.Locator("g.node circle.b-outline").EvaluateAllAsync<string[]>("all => all.map(c => c.getAttribute('fill'))");
        return [.. fills.Select(f => f.ToUpperInvariant())];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
