using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>Makes the <see cref="ChangeRecord.Body"/> of a change set while its changes stream by. The same on every store.</summary>
/// <remarks>With <see cref="JournalDetail.Counts"/> its memory stays flat: <c>{"counts":{"entity":{"added":2,"changed":1,"removed":0},..}}</c>, only for what occurred.</remarks>
public sealed class ChangeJournal(JournalDetail detail)
{
    private static readonly string[] Names = ["article", "passage", "entity", "statement"];

    private readonly long[,] _counts = new long[Names.Length, 3];
    private readonly StringBuilder _changes = new();

    /// <summary>Takes note of a change; of mentions, which are derived, none is taken.</summary>
    public void Add(Change change)
    {
        switch (change)
        {
            case Change.OfArticle c: Add(0, c.Before, c.After, CanonicalJson.Of); break;
            case Change.OfPassage c: Add(1, c.Before, c.After, CanonicalJson.Of); break;
            case Change.OfEntity c: Add(2, c.Before, c.After, CanonicalJson.Of); break;
            case Change.OfStatement c: Add(3, c.Before, c.After, CanonicalJson.Of); break;
        }
    }

    /// <summary>The body of what was added so far.</summary>
    public string Body() => detail == JournalDetail.Full ? $"{{\"changes\":[{_changes}]}}" : $"{{\"counts\":{{{string.Join(',', Counts())}}}}}";

    private void Add<T>(int what, T? before, T? after, Func<T, string> text)
        where T : class
    {
        if (before is null && after is null)
            throw new ArgumentException("A change needs a before or an after.", nameof(before));
        _counts[what, before is null ? 0 : after is null ? 2 : 1]++;
        if (detail == JournalDetail.Counts)
            return;
        _changes.Append(_changes.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"what\":\"{Names[what]}\"");
        if (before is not null)
            _changes.Append(",\"before\":").Append(text(before));
        if (after is not null)
            _changes.Append(",\"after\":").Append(text(after));
        _changes.Append('}');
    }

    private IEnumerable<string> Counts() =>
        from what in Enumerable.Range(0, Names.Length)
        let added = _counts[what, 0]
        let changed = _counts[what, 1]
        let removed = _counts[what, 2]
        where added + changed + removed > 0
        select string.Create(CultureInfo.InvariantCulture, $"\"{Names[what]}\":{{\"added\":{added},\"changed\":{changed},\"removed\":{removed}}}");
}
