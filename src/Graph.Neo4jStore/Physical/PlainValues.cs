using System.Collections;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>Equality of plain values, as they go to a server and come back.</summary>
internal static class PlainValues
{
    public static bool Same(Properties x, Properties y) => x.Count == y.Count && x.All(p => y.TryGetValue(p.Key, out var value) && Same(p.Value, value));

    public static bool Same(object? x, object? y) => (x, y) switch
    {
        (string a, string b) => a == b,
        (IEnumerable a, IEnumerable b) => a.Cast<object?>().SequenceEqual(b.Cast<object?>()),
        _ => Equals(x, y),
    };
}
