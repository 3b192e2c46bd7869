using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>Writes the body of a <see cref="ChangeRecord"/> while the changes stream by, the same on every store.</summary>
/// <remarks><see cref="JournalDetail.Full"/>: <c>{"changes":[{"what":"entity","before":..,"after":..},..]}</c>, <c>what</c> one of article, passage, entity, statement, a missing side left out, each side in its canonical JSON.
/// <see cref="JournalDetail.Counts"/>: <c>{"counts":{"article":{"added":1,"changed":0,"removed":0},..}}</c>, without what did not occur. Mentions are derived, so not recorded.</remarks>
public sealed class JournalWriter(JournalDetail detail)
{
    private static readonly string[] What = ["article", "passage", "entity", "statement"];

    private readonly StringBuilder _changes = new();
    private readonly long[,] _counts = new long[What.Length, 3];

    public void Add(Change change)
    {
        switch (change)
        {
            case Change.OfArticle c:
                Add(0, c.Before, c.After, CanonicalJson.Of);
                break;
            case Change.OfPassage c:
                Add(1, c.Before, c.After, CanonicalJson.Of);
                break;
            case Change.OfEntity c:
                Add(2, c.Before, c.After, CanonicalJson.Of);
                break;
            case Change.OfStatement c:
                Add(3, c.Before, c.After, CanonicalJson.Of);
                break;
        }
    }

    public string Body() => detail == JournalDetail.Full ? $"{{\"changes\":[{_changes}]}}" : $"{{\"counts\":{{{Counts()}}}}}";

    private void Add<T>(int what, T? before, T? after, Func<T, string> json)
        where T : class
    {
        _counts[what, before is null ? 0 : after is null ? 2 : 1]++;
        if (detail != JournalDetail.Full)
            return;
        _changes.Append(_changes.Length > 0 ? "," : "").Append("{\"what\":\"").Append(What[what]).Append('"');
        if (before is not null)
            _changes.Append(",\"before\":").Append(json(before));
        if (after is not null)
            _changes.Append(",\"after\":").Append(json(after));
        _changes.Append('}');
    }

    private string Counts() => string.Join(',', Enumerable.Range(0, What.Length).Where(w => _counts[w, 0] + _counts[w, 1] + _counts[w, 2] > 0).Select(w =>
        string.Create(CultureInfo.InvariantCulture, $"\"{What[w]}\":{{\"added\":{_counts[w, 0]},\"changed\":{_counts[w, 1]},\"removed\":{_counts[w, 2]}}}")));
}
