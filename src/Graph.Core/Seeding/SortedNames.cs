namespace Graph.Core;

/// <summary>Distinct texts, sorted, to be found at any place of another text: each further character narrows the range of those still possible.</summary>
/// <remarks>No node per character, so that the names of a large graph cost their own memory and little more.</remarks>
internal sealed class SortedNames
{
    private readonly string[] _texts; // by UTF-16 units, none empty
    private readonly Dictionary<char, (int From, int To)> _byFirst = [];

    public SortedNames(IEnumerable<string> texts)
    {
        _texts = [.. texts.Distinct().Where(t => t.Length > 0)];
        Array.Sort(_texts, StringComparer.Ordinal);
        for (var from = 0; from < _texts.Length;)
        {
            var to = from + 1;
            while (to < _texts.Length && _texts[to][0] == _texts[from][0])
                to++;
            _byFirst.Add(_texts[from][0], (from, to));
            from = to;
        }
    }

    /// <summary>Adds those that stand in <paramref name="text"/> from <paramref name="start"/> on, shortest first.</summary>
    public void At(string text, int start, List<string> found)
    {
        if (!_byFirst.TryGetValue(text[start], out var range))
            return;
        var (from, to) = range;
        for (var length = 1; from < to; length++)
        {
            if (_texts[from].Length == length)
                found.Add(_texts[from++]);
            if (start + length == text.Length)
                return;
            var next = text[start + length];
            if (from < to && _texts[from][length] == next && _texts[to - 1][length] == next)
                continue; // all of them go on so
            from = Bound(from, to, length, next, above: false);
            to = Bound(from, to, length, next, above: true);
        }
    }

    /// <summary>Whether any of them stands anywhere in the text.</summary>
    public bool AnyIn(string text)
    {
        var found = new List<string>();
        for (var i = 0; i < text.Length && found.Count == 0; i++)
            At(text, i, found);
        return found.Count > 0;
    }

    // The first of the range whose character at the index is not below the given one, or is above it.
    private int Bound(int from, int to, int index, char c, bool above)
    {
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (_texts[middle][index] < c || (above && _texts[middle][index] == c))
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }
}
