namespace Graph.Core;

/// <summary>Walks all simple paths of one length through what was read, depth first in the order of keys.</summary>
/// <remarks>Only entities are entered from which exactly the hops that are left lead to the target, so that a walk fails only where it would come back to itself.</remarks>
internal sealed class PathWalk(PathNode from, PathNode to, int length, int limit, List<string[]> found)
{
    private const int Budget = 500_000;

    private readonly List<HashSet<PathNode>> _leading = [[to]]; // by hops left
    private readonly Dictionary<(PathNode, int), PathNode[]> _candidates = [];
    private readonly PathNode[] _path = new PathNode[length + 1];
    private int _steps;

    /// <summary>Adds the paths, up to the limit of all found; false when there are too many ways to look at.</summary>
    public bool Run(CancellationToken cancellation)
    {
        while (_leading.Count < length)
        {
            cancellation.ThrowIfCancellationRequested();
            _leading.Add([.. _leading[^1].SelectMany(n => n.Previous).Where(n => n != from && n != to)]);
        }
        _path[0] = from;
        return Extend(0, cancellation);
    }

    private bool Extend(int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth == length)
        {
            found.Add(Array.ConvertAll(_path, n => n.Key));
            return true;
        }
        foreach (var next in Candidates(_path[depth], length - depth))
        {
            if (++_steps > Budget)
                return false;
            if (_path.AsSpan(0, depth + 1).Contains(next))
                continue;
            _path[depth + 1] = next;
            if (!Extend(depth + 1, cancellation))
                return false;
            if (found.Count >= limit)
                return true;
        }
        return true;
    }

    // Kept, for a hub is come to by many ways.
    private PathNode[] Candidates(PathNode node, int hopsLeft)
    {
        if (!_candidates.TryGetValue((node, hopsLeft), out var candidates))
            _candidates[(node, hopsLeft)] = candidates = [.. node.Next.Where(_leading[hopsLeft - 1].Contains).OrderBy(n => n.Key, Utf8Order.Instance)];
        return candidates;
    }
}
