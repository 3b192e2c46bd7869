namespace Graph.Core;

/// <summary>Colours for kinds that name none: the parent's, else the next of a palette that colour-blind people can tell apart.</summary>
/// <remarks>Paul Tol, "Colour Schemes", technical note SRON/EPS/TN/09-002, the scheme "muted". Past nine it begins again.</remarks>
internal static class Palette
{
    private static readonly string[] Muted = ["#88CCEE", "#CC6677", "#DDCC77", "#117733", "#AA4499", "#44AA99", "#999933", "#882255", "#332288"];

    public static void Paint(Section<Kind> kinds)
    {
        var taken = kinds.Values.Select(k => k.Color).ToHashSet(StringComparer.Ordinal);
        var free = Muted.Where(c => !taken.Contains(c)).DefaultIfEmpty(Muted[0]).ToArray();
        var next = 0;
        foreach (var kind in kinds.Values.Where(k => k.Color.Length == 0 && k.Parent is null).ToArray())
            kinds.Replace(kind.Name, kind with { Color = free[next++ % free.Length] });
        foreach (var kind in kinds.Values.ToArray())
            kinds.Replace(kind.Name, kind with { Color = Inherited(kinds, kind) });
    }

    private static string Inherited(Section<Kind> kinds, Kind kind)
    {
        while (kind.Color.Length == 0)
            kind = kinds.Find(kind.Parent!)!; // a root has a colour by now, and there are no circles
        return kind.Color;
    }
}
