using System.ComponentModel.DataAnnotations;

namespace Graph.Host.Serving;

/// <summary>Configuration from files, environment and command line, in rising order of strength, and its validation.</summary>
internal static class GraphConfiguration
{
    /// <summary>In the working directory.</summary>
    public const string File = "appsettings.json";

    /// <summary>For commands that do not serve.</summary>
    public static IConfigurationRoot Build(IReadOnlyDictionary<string, string?> overrides) => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath(File), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(overrides)
        .Build();

    /// <summary>Binds and validates a section. Throws <see cref="OptionsException"/> with every fault.</summary>
    public static T Bind<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException e) // a value that is not of the option's type
        {
            throw new OptionsException([$"{section}: {e.InnerException?.Message ?? e.Message}"]);
        }
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true))
            throw new OptionsException([.. faults.Select(f => $"{section}:{string.Join(',', f.MemberNames)}: {f.ErrorMessage}")]);
        return options;
    }
}

/// <summary>Options out of range or of the wrong form.</summary>
internal sealed class OptionsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
