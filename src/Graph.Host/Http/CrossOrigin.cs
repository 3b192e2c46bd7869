using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>Lets the web pages of the configured origins ask; those of others get no answer that they could read, and cannot send JSON at
/// all.</summary>
internal sealed class CrossOrigin
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ICorsService _cors;
    private readonly CorsPolicy? _policy;

    public CrossOrigin(ICorsService cors, IOptions<HttpOptions> options)
    {
        _cors = cors;
        if (options.Value.Origins is { Count: > 0 } origins)
            _policy = new CorsPolicyBuilder([.. origins]).WithMethods(HttpMethods.Get, HttpMethods.Post).AllowAnyHeader()
                .WithExposedHeaders("Retry-After").SetPreflightMaxAge(Remembered).Build();
    }

    /// <summary>Sets the headers that a browser asks for. True when that was all that was asked: a preflight, now answered.</summary>
    public bool Answers(HttpContext context)
    {
        if (_policy is null)
            return false;
        var result = _cors.EvaluatePolicy(context, _policy);
        _cors.ApplyResult(result, context.Response);
        if (!result.IsPreflightRequest)
            return false;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }
}
