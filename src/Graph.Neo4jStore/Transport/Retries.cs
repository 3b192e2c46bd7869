using Graph.Core;
using Polly;
using Polly.Retry;

namespace Graph.Neo4jStore;

/// <summary>Tries transient failures again: exponential back-off with jitter from 50 ms, at most 6 times, until the deadline.</summary>
internal sealed class Retries
{
    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly TimeSpan _deadline;

    public Retries(TimeSpan deadline, TimeProvider time)
    {
        (_deadline, _time) = (deadline, time);
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (deadline > TimeSpan.Zero)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 6,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(50),
                ShouldHandle = a => ValueTask.FromResult(a.Outcome.Exception is StoreUnavailableException { IsTransient: true }
                    && _time.GetUtcNow() < a.Context.Properties.GetValue(Until, DateTimeOffset.MaxValue)),
            });
        }
        _pipeline = builder.Build();
    }

    private static ResiliencePropertyKey<DateTimeOffset> Until { get; } = new("until");

    public async ValueTask<T> Run<T>(Func<CancellationToken, ValueTask<T>> action, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            context.Properties.Set(Until, _time.GetUtcNow() + _deadline);
            return await _pipeline.ExecuteAsync(static (c, a) => a(c.CancellationToken), context, action);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
