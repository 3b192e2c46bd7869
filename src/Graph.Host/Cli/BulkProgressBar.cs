using System.Globalization;
using Graph.Core;
using Spectre.Console;

namespace Graph.Host.Cli;

/// <summary>Shows how far a bulk import is: a bar with rate and time left on a terminal, a line every few seconds elsewhere. Both on
/// standard error.</summary>
internal sealed class BulkProgressBar(TimeProvider time) : IProgress<BulkProgress>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5); // between two lines

    private readonly Lock _lock = new();
    private ProgressTask? _task;
    private bool _isLoading;
    private long _start = time.GetTimestamp();
    private long _told = time.GetTimestamp();

    /// <summary>The last that was reported.</summary>
    public BulkProgress Last { get; private set; }

    /// <summary>Of the file, 0 to 1, as last reported.</summary>
    public double Part => Last.Part ?? 0;

    /// <summary>Runs the work with this shown beside it.</summary>
    public async Task<T> During<T>(Func<Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                _task = context.AddTask("checking", maxValue: 2);
                return await work();
            });
    }

    public void Report(BulkProgress value)
    {
        lock (_lock)
        {
            if (value.Loading && !_isLoading)
                (_isLoading, _start) = (true, time.GetTimestamp());
            Last = (value.Part is null ? Last : value) with { Changes = Math.Max(Last.Changes, value.Changes) };
            if (_task is not null)
                Bar(_task);
            else if (time.GetElapsedTime(_told) >= Every)
                Line();
        }
    }

    private string Words()
    {
        var seconds = Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);
        var changes = Last.Changes > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Last.Changes} changes written") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(Last.Loading ? "loading" : "checking")}: {Last.Lines:N0} lines, {Last.Lines / seconds:N0}/s{changes}");
    }

    private void Bar(ProgressTask task)
    {
        task.Description = Words();
        task.Value = (Last.Loading ? 1 : 0) + Part;
    }

    private void Line()
    {
        _told = time.GetTimestamp();
        var left = TimeSpan.FromSeconds(Part <= 0 ? 0 : time.GetElapsedTime(_start).TotalSeconds * (1 - Part) / Part);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Words()}, {Part:P0}, {left:hh\\:mm\\:ss} left"));
    }
}
