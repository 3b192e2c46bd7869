namespace Graph.Host;

/// <summary>Gathers the keys that one level of an answer asks for and reads them in one call.</summary>
/// <remarks>An <see cref="OperationRun"/> resolves all fields it can before it asks any result for its value: whatever was asked for until then is one wave.</remarks>
/// <param name="read">Gives one result a key, in order.</param>
internal sealed class Batch<TKey, TResult>(Func<IReadOnlyList<TKey>, Needs, CancellationToken, ValueTask<IReadOnlyList<TResult>>> read)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private Wave? _open;

    public Ticket<TResult> Load(TKey key, Needs needs)
    {
        lock (_lock)
        {
            _open ??= new Wave(this);
            return _open.Add(key, needs);
        }
    }

    private sealed class Wave(Batch<TKey, TResult> batch) : IWave<TResult>
    {
        private readonly Dictionary<TKey, int> _places = [];
        private Needs _needs;
        private Task<IReadOnlyList<TResult>>? _reading;

        public Ticket<TResult> Add(TKey key, Needs needs)
        {
            _needs |= needs;
            if (!_places.TryGetValue(key, out var place))
                _places.Add(key, place = _places.Count);
            return new Ticket<TResult>(this, place);
        }

        public Task<IReadOnlyList<TResult>> Read(CancellationToken cancellation)
        {
            lock (batch._lock)
            {
                if (batch._open == this)
                    batch._open = null;
                return _reading ??= batch.Start([.. _places.Keys], _needs, cancellation);
            }
        }
    }

    // Async, so that what the read throws is given to each who waits.
    private async Task<IReadOnlyList<TResult>> Start(IReadOnlyList<TKey> keys, Needs needs, CancellationToken cancellation) => await read(keys, needs, cancellation);
}

internal interface IWave<TResult>
{
    Task<IReadOnlyList<TResult>> Read(CancellationToken cancellation);
}

/// <summary>A value to come, or another that is to come in a further wave.</summary>
internal interface ILater
{
    ValueTask<object?> Get(CancellationToken cancellation);
}

/// <summary>A result of a batch.</summary>
internal sealed class Ticket<TResult>(IWave<TResult> wave, int place) : ILater
{
    public ValueTask<TResult> Value(CancellationToken cancellation)
    {
        var reading = wave.Read(cancellation);
        return reading.IsCompletedSuccessfully ? new(reading.Result[place]) : When(reading);
    }

    public ValueTask<object?> Get(CancellationToken cancellation)
    {
        var reading = wave.Read(cancellation);
        return reading.IsCompletedSuccessfully ? new(reading.Result[place]) : Boxed(reading);
    }

    private async ValueTask<TResult> When(Task<IReadOnlyList<TResult>> reading) => (await reading)[place];

    private async ValueTask<object?> Boxed(Task<IReadOnlyList<TResult>> reading) => (await reading)[place];
}

/// <summary>A value made of results to come.</summary>
internal sealed class Later(Func<CancellationToken, ValueTask<object?>> get) : ILater
{
    public ValueTask<object?> Get(CancellationToken cancellation) => get(cancellation);

    /// <summary>All values, in order; with <paramref name="dropMissing"/> without those that are null.</summary>
    public static Later All<T>(IReadOnlyList<Ticket<T>> tickets, bool dropMissing = false) => new(async cancellation =>
    {
        var values = new List<object?>(tickets.Count);
        foreach (var ticket in tickets)
        {
            object? value = await ticket.Value(cancellation);
            if (value is not null || !dropMissing)
                values.Add(value);
        }
        return values;
    });
}
