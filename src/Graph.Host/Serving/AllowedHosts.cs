using System.Net;
using Microsoft.AspNetCore.HostFiltering;

namespace Graph.Host.Serving;

/// <summary>The names that a request's <c>Host</c> may have: the standard <c>AllowedHosts</c>, else what suits the addresses listened on.</summary>
/// <remarks>
/// A web page can have its own name answered with 127.0.0.1 ("DNS rebinding"), and then reads from what listens there as from its own
/// server. It cannot change the name that its browser sends.
/// </remarks>
internal static class AllowedHosts
{
    /// <summary>Hosts with semicolons between; <c>*.example.org</c> for all below, <c>*</c> for any.</summary>
    public const string Key = "AllowedHosts";

    private const string Any = "*";

    private static readonly string[] Loopback = ["localhost", "*.localhost", "127.0.0.1", "[::1]"];

    /// <summary>Has the standard filter refuse (400) what <see cref="Of"/> does not list.</summary>
    public static void AddAllowedHosts(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [.. Of(configuration).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);

    /// <summary>What is configured; else, where the service listens on loopback alone, the names of loopback; else any.</summary>
    public static string Of(IConfiguration configuration) => Setting(configuration, Key) ?? Default(configuration);

    /// <summary>What holds where <see cref="Key"/> says nothing.</summary>
    public static string Default(IConfiguration configuration)
    {
        var own = Hosts(configuration);
        return own.All(IsLoopback) ? string.Join(';', Loopback.Union(own, StringComparer.OrdinalIgnoreCase)) : Any;
    }

    // Of the addresses listened on, as Kestrel chooses them: its own endpoints, else urls, else ports on all addresses.
    private static string[] Hosts(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToArray();
        if (endpoints.Length == 0)
            endpoints = (Setting(configuration, "urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (endpoints.Length > 0)
            return [.. endpoints.Select(HostOf)];
        return Setting(configuration, "HTTP_PORTS") is null && Setting(configuration, "HTTPS_PORTS") is null ? ["localhost"] : [Any];
    }

    // What is no address is told of when it is listened on.
    private static string HostOf(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.IsUnixPipe || parsed.IsNamedPipe ? Any : parsed.Host;
        }
        catch (FormatException)
        {
            return Any;
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // The web host reads its own settings from variables that begin so, weaker than all else.
    private static string? Setting(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : configuration["ASPNETCORE_" + name] is { Length: > 0 } other ? other : null;
}
