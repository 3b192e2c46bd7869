namespace Graph.Core;

/// <summary>What paths are asked for. Entities must exist: callers check.</summary>
/// <param name="MaxHops">1 to <see cref="PathSearch.MostHops"/>.</param>
/// <param name="Limit">1 to <see cref="PathSearch.MostPaths"/>.</param>
/// <param name="Direction">OUT: every hop leads from source to target; IN: the other way; ANY: either.</param>
/// <param name="Types">Relationship types; null for all.</param>
public sealed record PathQuery(string From, string To, int MaxHops, int Limit, Direction Direction, IReadOnlySet<string>? Types, DayWindow? AsOf);

/// <summary>One hop, with every relationship that makes it.</summary>
/// <param name="Relationships">By id; at least one.</param>
public sealed record Hop(string From, string To, IReadOnlyList<StatementRow> Relationships);

/// <summary>A path without a repeated entity.</summary>
public sealed record GraphPath(IReadOnlyList<string> Keys, IReadOnlyList<Hop> Hops)
{
    public int Length => Hops.Count;
}

/// <param name="Truncated">Longer paths were not looked for, since too much of the graph lies on the way.</param>
public sealed record PathResult(IReadOnlyList<GraphPath> Paths, bool Truncated);

/// <summary>Simple paths by AFFIRMED relationships, shortest first, ties by the keys along the path; two paths differ in their entities.</summary>
/// <remarks>
/// Grows a ball around each end, the smaller frontier first, until they meet; in what was read, the distances to the target then prune a depth-first walk in key order. If that gives too few paths,
/// one more layer allows paths one hop longer. Every layer is one store call.
/// </remarks>
public static class PathSearch
{
    public const int MostHops = 6, MostPaths = 20;

    /// <summary>Neighbours read for one search, over all layers.</summary>
    public const int ReadBudget = 200_000;

    private const int WalkBudget = 500_000;
    private const int MostParallel = 1000;

    /// <summary>Throws <see cref="LimitExceededException"/> when the budget ends before any path is found.</summary>
    public static async ValueTask<PathResult> Find(IGraphStore store, PathQuery query, CancellationToken cancellation)
    {
        if (query.From == query.To)
            return new PathResult([], false);
        var (keys, truncated) = await FindKeys(store, query, cancellation);
        return new PathResult(await WithHops(store, query, keys, cancellation), truncated);
    }

    private static async ValueTask<(List<string[]> Paths, bool Truncated)> FindKeys(IGraphStore store, PathQuery query, CancellationToken cancellation)
    {
        var forward = new Ball(query.From, query.Direction);
        var backward = new Ball(query.To, Opposite(query.Direction));
        var found = new List<string[]>();
        var budget = ReadBudget;
        for (var length = 1; length <= query.MaxHops && found.Count < query.Limit; length++)
        {
            var ball = forward.Frontier.Count <= backward.Frontier.Count ? forward : backward;
            if (ball.Frontier.Count == 0)
                ball = ball == forward ? backward : forward;
            try
            {
                budget -= await Grow(store, query, ball, budget, cancellation);
            }
            catch (LimitExceededException) when (found.Count > 0)
            {
                return (found, true);
            }
            var walk = new Walk(query, forward, backward);
            if (!walk.Collect(length, found, cancellation))
                return (found, true);
        }
        return (found, false);
    }

    private static async ValueTask<int> Grow(IGraphStore store, PathQuery query, Ball ball, int budget, CancellationToken cancellation)
    {
        if (ball.Frontier.Count == 0)
            return 0;
        if (budget <= 0)
            throw new LimitExceededException("Entities read for paths", ReadBudget, ReadBudget, "Name the types, or lower maxHops.");
        var lists = await store.Neighbours(new NeighbourQuery(ball.Frontier, ball.Direction, query.Types, null, query.AsOf, budget), cancellation);
        return ball.Add(lists);
    }

    private static Direction Opposite(Direction direction) => direction switch
    {
        Direction.Out => Direction.In,
        Direction.In => Direction.Out,
        _ => Direction.Any,
    };

    private static async ValueTask<IReadOnlyList<GraphPath>> WithHops(IGraphStore store, PathQuery query, List<string[]> paths, CancellationToken cancellation)
    {
        if (paths.Count == 0)
            return [];
        var pairs = paths.SelectMany(p => p.Zip(p.Skip(1))).Distinct().ToArray();
        var between = await Connections.Between(store, pairs, query.Direction, query.Types, query.AsOf, MostParallel, cancellation);
        return [.. paths.Select(p => new GraphPath(p, [.. p.Zip(p.Skip(1), (a, b) => new Hop(a, b, between[(a, b)]))]))];
    }

    /// <summary>What was read around one end: for each entity inside, its neighbours in the direction of the search.</summary>
    private sealed class Ball(string center, Direction direction)
    {
        private readonly HashSet<string> _reached = new(StringComparer.Ordinal) { center };

        public Direction Direction { get; } = direction;

        public List<string> Frontier { get; private set; } = [center];

        public Dictionary<string, IReadOnlyList<string>> Neighbours { get; } = new(StringComparer.Ordinal);

        public int Add(IReadOnlyList<IReadOnlyList<string>> lists)
        {
            var next = new List<string>();
            var read = 0;
            for (var i = 0; i < lists.Count; i++)
            {
                Neighbours.Add(Frontier[i], lists[i]);
                read += lists[i].Count;
                next.AddRange(lists[i].Where(_reached.Add));
            }
            Frontier = next;
            return read;
        }
    }

    /// <summary>The depth-first walk over what both balls hold.</summary>
    private sealed class Walk
    {
        private readonly PathQuery _query;
        private readonly Dictionary<string, List<string>> _next = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _distance = new(StringComparer.Ordinal);
        private int _steps;

        public Walk(PathQuery query, Ball forward, Ball backward)
        {
            _query = query;
            var edges = new HashSet<(string, string)>();
            foreach (var (from, list) in forward.Neighbours)
                edges.UnionWith(list.Select(to => (from, to)));
            foreach (var (to, list) in backward.Neighbours)
                edges.UnionWith(list.Select(from => (from, to)));
            var previous = edges.ToLookup(e => e.Item2, e => e.Item1);
            foreach (var (from, to) in edges)
                (_next.TryGetValue(from, out var list) ? list : _next[from] = []).Add(to);
            foreach (var list in _next.Values)
                list.Sort(Utf8Order.Instance);
            Measure(previous);
        }

        /// <summary>Adds the paths of exactly this length, up to the query's limit; false when the budget ended.</summary>
        public bool Collect(int length, List<string[]> found, CancellationToken cancellation)
        {
            _steps = 0;
            var path = new string[length + 1];
            path[0] = _query.From;
            return Extend(path, 0, found, cancellation);
        }

        private bool Extend(string[] path, int depth, List<string[]> found, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            var left = path.Length - 1 - depth;
            if (!_next.TryGetValue(path[depth], out var candidates))
                return true;
            foreach (var candidate in candidates)
            {
                if (++_steps > WalkBudget)
                    return false;
                if (!_distance.TryGetValue(candidate, out var distance) || distance > left - 1 || (distance == 0) != (left == 1) || path.AsSpan(0, depth + 1).Contains(candidate))
                    continue;
                path[depth + 1] = candidate;
                if (left == 1)
                    found.Add([.. path]);
                else if (!Extend(path, depth + 1, found, cancellation))
                    return false;
                if (found.Count >= _query.Limit)
                    return true;
            }
            return true;
        }

        private void Measure(ILookup<string, string> previous)
        {
            var queue = new Queue<string>([_query.To]);
            _distance[_query.To] = 0;
            while (queue.TryDequeue(out var key))
            {
                foreach (var before in previous[key])
                {
                    if (_distance.TryAdd(before, _distance[key] + 1))
                        queue.Enqueue(before);
                }
            }
        }
    }
}
