using System.Diagnostics;
using Graph.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Graph.Benchmarks;

/// <summary>This program as a process of its own, so that the memory and warmth of one contestant tell nothing about another.</summary>
internal static class ThisProgram
{
    /// <summary>How to start it with such a command.</summary>
    public static ProcessStartInfo With(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ThisProgram).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Serves on a free port, prints the address as its only line, and goes on until it is ended.</summary>
    public static async Task<int> Serve(Action<IServiceCollection> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure(builder.Services);
        await using var app = builder.Build();
        map(app);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single() + GraphApi.Path);
        await ((IHost)app).WaitForShutdownAsync();
        return 0;
    }
}
