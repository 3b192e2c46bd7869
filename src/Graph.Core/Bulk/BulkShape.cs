using System.Text.Json;

namespace Graph.Core;

/// <summary>Which members an object of a bulk file may have: what means nothing is a fault, not passed over.</summary>
internal sealed class BulkShape
{
    private static readonly BulkShape Leaf = new();
    private static readonly BulkShape Value = new("amount amountMax unit bound date entity", ("text", Leaf));
    private static readonly BulkShape Period = new("role from to", ("text", Leaf));
    private static readonly BulkShape Place = new("passage language start end quote entity pinned");

    private static readonly Dictionary<string, BulkShape> Lines = new()
    {
        ["article"] = new("key publisher author date url language", ("title", Leaf)),
        ["passage"] = new("id sha256 unstated", ("text", Leaf), ("chosen", Place)),
        ["entity"] = new("key kind", ("declarations", new("source", ("summary", Leaf), ("identifiers", Leaf),
            ("names", new("text language role linkable"))))),
        ["mentions"] = new("passage", ("at", Place)),
        ["statement"] = new("id source type target entity metric status polarity amongOthers derivedFrom fromApi", ("validity", Period),
            ("period", Period),
            ("value", Value), ("hedge", Leaf), ("speaker", new("entity", ("text", Leaf))),
                ("qualifiers", new BulkShape { _each = Value }), ("evidence", Place)),
    };

    private readonly Dictionary<string, BulkShape>? _members;
    private BulkShape? _each;

    private BulkShape()
    {
    }

    private BulkShape(string plain, params (string Name, BulkShape Shape)[] nested)
    {
        _members = plain.Split(' ').ToDictionary(n => n, _ => Leaf);
        foreach (var (name, shape) in nested)
            _members.Add(name, shape);
    }

    public static BulkShape? Of(string what) => Lines.GetValueOrDefault(what);

    /// <summary>The name of a member that is null, or whose list holds a null, here or deeper; null when there is none.</summary>
    public static string? Null(JsonProperty member) => Null(member.Name, member.Value);

    /// <summary>The name of a member that means nothing here or deeper; null when all are known.</summary>
    public string? Stranger(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Select(Stranger).FirstOrDefault(s => s is not null),
        JsonValueKind.Object => json.EnumerateObject().Select(Stranger).FirstOrDefault(s => s is not null),
        _ => null,
    };

    private static string? Null(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => name,
        JsonValueKind.Array => json.EnumerateArray().Select(item => Null(name, item)).FirstOrDefault(n => n is not null),
        JsonValueKind.Object => json.EnumerateObject().Select(Null).FirstOrDefault(n => n is not null),
        _ => null,
    };

    private string? Stranger(JsonProperty member)
    {
        if (_each is not null)
            return _each.Stranger(member.Value);
        if (_members is null) // texts by language, identifiers by scheme
            return null;
        return _members.TryGetValue(member.Name, out var shape) ? shape == Leaf ? null : shape.Stranger(member.Value) : member.Name;
    }
}
