using Graph.Core;
using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>The GraphQL API in a host: <c>services.AddGraphApi()</c> beside a registered <see cref="IGraphStore"/>, and <c>app.MapGraphApi()</c>.</summary>
public static class GraphApi
{
    /// <summary>Where the API answers.</summary>
    public const string Path = "/graphql";

    /// <summary>Registers the API over the <see cref="IGraphStore"/> of the container. Options come from the section <see cref="ApiOptions.Section"/>, then from <paramref name="configure"/>; all their faults are told at start.</summary>
    public static IServiceCollection AddGraphApi(this IServiceCollection services, Action<ApiOptions>? configure = null)
    {
        var options = services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.DefaultPageSize <= o.MaxPageSize, $"{ApiOptions.Section}:{nameof(ApiOptions.DefaultPageSize)} cannot exceed {nameof(ApiOptions.MaxPageSize)}.")
            .ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.AddSingleton(s => SchemaBuilder.Build(s.GetRequiredService<IGraphStore>().Ontology));
        services.AddSingleton<GraphExecutor>();
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.Origins.All(HttpOptions.IsOrigin), $"{HttpOptions.Section}:{nameof(HttpOptions.CorsOrigins)} lists something that is no origin such as https://app.example.org.")
            .Validate(o => o.Origins.Count == 1 || !o.Origins.Contains("*"), $"{HttpOptions.Section}:{nameof(HttpOptions.CorsOrigins)} lists * beside other origins: it allows all, so write it alone.")
            .Validate(o => !o.TrustedDocumentsOnly || o.TrustedDocuments is not null,
                $"{HttpOptions.Section}:{nameof(HttpOptions.TrustedDocumentsOnly)} needs {nameof(HttpOptions.TrustedDocuments)}, the folder they are in.")
            .ValidateOnStart();
        services.AddCors();
        services.AddSingleton<CrossOrigin>();
        services.AddSingleton<DocumentFinder>();
        services.AddSingleton<GraphiQLPage>();
        services.AddSingleton<GraphEndpoint>();
        return services;
    }

    /// <summary>Answers GraphQL at <see cref="Path"/>, by POST and GET, gives the schema as text at <c>/graphql?sdl</c>, and GraphiQL to browsers.</summary>
    public static IEndpointConventionBuilder MapGraphApi(this IEndpointRouteBuilder app)
    {
        GraphiQLPage.Map(app);
        var endpoint = app.ServiceProvider.GetRequiredService<GraphEndpoint>();
        return app.Map(Path, endpoint.Handle).WithDisplayName("GraphQL");
    }

    /// <summary>The schema of an ontology in the schema definition language, as <c>/graphql?sdl</c> gives it.</summary>
    public static string SchemaOf(Ontology ontology) => SchemaBuilder.Sdl(ontology);
}
