using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Graph.Neo4jStore;
using Graph.SqliteStore;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Graph.Host.Serving;

/// <summary>Every option there is, by its key, with the value in force and the source that gave it.</summary>
/// <remarks>Made of the options' own types: an option that is added there appears here.</remarks>
internal static partial class EffectiveConfiguration
{
    private const string Masked = "********";

    /// <summary>One line an option: <c>Graph:Seed = seed (default)</c>.</summary>
    public static IReadOnlyList<string> Lines(IConfigurationRoot configuration) =>
    [
        .. Section(configuration, GraphOptions.Section, new GraphOptions()),
        .. Section(configuration, $"{GraphOptions.Section}:Sqlite", new SqliteStoreOptions { File = "" }),
        .. Section(configuration, $"{GraphOptions.Section}:Neo4j", new Neo4jStoreOptions { Uri = "" }, name => $"NEO4J_{name.ToUpperInvariant()}"),
        .. Section(configuration, ApiOptions.Section, new ApiOptions()),
        .. Section(configuration, HttpOptions.Section, new HttpOptions()),
        Line(configuration, TelemetryExport.EnabledKey, TelemetryExport.IsOn(configuration) ? "true" : "false"),
        Line(configuration, "urls", "http://localhost:5000", "ASPNETCORE_URLS"),
        Line(configuration, AllowedHosts.Key, AllowedHosts.Default(configuration), "ASPNETCORE_" + AllowedHosts.Key),
    ];

    // The store's own file option is Graph:File.
    private static IEnumerable<string> Section(IConfigurationRoot configuration, string section, object defaults, Func<string, string>? alias = null) =>
        defaults.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && !(defaults is SqliteStoreOptions && p.Name == nameof(SqliteStoreOptions.File)))
            .Select(p => Line(configuration, $"{section}:{p.Name}", Convert.ToString(p.GetValue(defaults), CultureInfo.InvariantCulture) ?? "", alias?.Invoke(p.Name)));

    private static string Line(IConfigurationRoot configuration, string key, string otherwise, string? alias = null)
    {
        var found = Find(configuration, key) ?? (alias is null ? null : Find(configuration, alias));
        return $"{key} = {Shown(key, found?.Value ?? otherwise)} ({found?.Source ?? "default"})";
    }

    // The strongest source that has it; an empty value hides a weaker one.
    private static (string Value, string Source)? Find(IConfigurationRoot configuration, string key)
    {
        foreach (var provider in configuration.Providers.Reverse())
        {
            if (provider.TryGet(key, out var value) && value is not null)
                return (value, Source(provider, key));
        }
        return null;
    }

    private static string Source(IConfigurationProvider provider, string key) => provider switch
    {
        MemoryConfigurationProvider => "command line",
        EnvironmentVariablesConfigurationProvider => $"environment {key.ToUpperInvariant().Replace(":", "__", StringComparison.Ordinal)}",
        JsonConfigurationProvider json => json.Source.Path ?? "JSON file",
        _ => provider.ToString() ?? "",
    };

    private static string Shown(string key, string value) =>
        value.Length == 0 ? "" : SecretKey().IsMatch(key) ? Masked : UserInfo().Replace(value, $"${{scheme}}{Masked}@");

    [GeneratedRegex("password|secret|token$|apikey", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretKey();

    // What stands before the last @ in the addresses of a value.
    [GeneratedRegex("(?<scheme>[a-z][a-z0-9+.-]*://)[^/\\s]*@", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
