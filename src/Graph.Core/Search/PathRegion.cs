namespace Graph.Core;

/// <summary>What a path search has read of the graph: a ball around each end, grown layer by layer.</summary>
/// <remarks>
/// The side with the smaller frontier grows, so that a hub at one end is met from the other. No ball grows through the opposite end: simple paths do not. After n layers all
/// simple paths of up to n hops are in. The hops of an entity are complete once it was read from the front, those to it once it was read from the back; each hop is kept once.
/// </remarks>
internal sealed class PathRegion(IGraphStore store, PathQuery query)
{
    private readonly Dictionary<string, PathNode> _nodes = new(StringComparer.Ordinal);
    private readonly Side _forward = new(query.Direction);
    private readonly Side _backward = new(query.Direction switch { Direction.Out => Direction.In, Direction.In => Direction.Out, _ => Direction.Any });
    private int _left = PathSearch.ReadBudget;

    public PathNode From => NodeOf(query.From);

    public PathNode To => NodeOf(query.To);

    /// <summary>Learns which end is the better connected one; comes first.</summary>
    public async ValueTask Weigh(CancellationToken cancellation)
    {
        var rows = await store.Entities([query.From, query.To], EntityParts.Degree, cancellation);
        _forward.Start(From, To, rows[0]?.Degree ?? 0);
        _backward.Start(To, From, rows[1]?.Degree ?? 0);
    }

    /// <summary>Reads one layer more, unless all that can matter is read; false when that is more than the budget allows.</summary>
    public async ValueTask<bool> Deepen(CancellationToken cancellation)
    {
        if (_forward.Frontier.Count == 0 || _backward.Frontier.Count == 0)
            return true;
        Side[] sides = _forward.Weight <= _backward.Weight ? [_forward, _backward] : [_backward, _forward];
        foreach (var side in sides.Where(s => !s.IsTooLarge))
        {
            if (await Read(side, cancellation))
                return true;
            side.IsTooLarge = true;
        }
        return false;
    }

    private async ValueTask<bool> Read(Side side, CancellationToken cancellation)
    {
        if (_left <= 0)
            return false;
        IReadOnlyList<IReadOnlyList<string>> lists;
        try
        {
            var keys = side.Frontier.ConvertAll(n => n.Key);
            lists = await store.Neighbours(new NeighbourQuery(keys, side.Direction, query.Types, null, query.AsOf, _left), cancellation);
        }
        catch (LimitExceededException)
        {
            return false;
        }
        _left -= lists.Sum(l => l.Count);
        Add(side, lists);
        return true;
    }

    private void Add(Side side, IReadOnlyList<IReadOnlyList<string>> lists)
    {
        var (frontier, other) = (side.Frontier, side == _forward ? _backward : _forward);
        side.Read.UnionWith(frontier);
        side.Advance();
        for (var i = 0; i < lists.Count; i++)
        {
            foreach (var node in lists[i].Select(NodeOf))
            {
                if (!other.Read.Contains(node))
                    Connect(side == _forward ? (frontier[i], node) : (node, frontier[i]));
                side.Reach(node);
            }
        }
    }

    private static void Connect((PathNode From, PathNode To) hop)
    {
        hop.From.Next.Add(hop.To);
        hop.To.Previous.Add(hop.From);
    }

    private PathNode NodeOf(string key) => _nodes.TryGetValue(key, out var node) ? node : _nodes[key] = new PathNode(key);

    private sealed class Side(Direction direction)
    {
        private readonly HashSet<PathNode> _reached = [];
        private long _degree = -1;

        public Direction Direction { get; } = direction;

        public List<PathNode> Frontier { get; private set; } = [];

        public HashSet<PathNode> Read { get; } = [];

        /// <summary>Stands for what reading the frontier costs: of an end its degree, further out the number of entities.</summary>
        public long Weight => Read.Count == 0 ? _degree : Frontier.Count;

        public bool IsTooLarge { get; set; }

        public void Start(PathNode end, PathNode oppositeEnd, long degree)
        {
            _degree = degree;
            _reached.UnionWith([end, oppositeEnd]);
            Frontier = [end];
        }

        public void Advance() => Frontier = [];

        public void Reach(PathNode node)
        {
            if (_reached.Add(node))
                Frontier.Add(node);
        }
    }
}

/// <summary>An entity in a <see cref="PathRegion"/>, with the hops that were read.</summary>
internal sealed class PathNode(string key)
{
    public string Key { get; } = key;

    public List<PathNode> Next { get; } = [];

    public List<PathNode> Previous { get; } = [];
}
