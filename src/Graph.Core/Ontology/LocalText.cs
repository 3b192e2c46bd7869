using System.Collections;

namespace Graph.Core;

/// <summary>One text in several languages, ordered by language tag. Immutable; never empty, each language once, no text in it is empty.</summary>
public sealed class LocalText : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<LocalText>
{
    private readonly KeyValuePair<string, string>[] _texts; // by language tag, ordinal

    public LocalText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = [.. texts.OrderBy(t => t.Key, StringComparer.Ordinal)];
        if (_texts.Length == 0 || _texts.Any(t => t.Value.Length == 0) || _texts.DistinctBy(t => t.Key).Count() < _texts.Length)
            throw new ArgumentException("A text needs at least one language, each once, and no empty text.", nameof(texts));
    }

    public static LocalText Of(string language, string text) => new([new(language, text)]);

    /// <summary>Null when there is no text at all, for optional parts.</summary>
    public static LocalText? OrNull(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var present = texts.Where(t => t.Value.Length > 0).ToArray();
        return present.Length == 0 ? null : new LocalText(present);
    }

    public int Count => _texts.Length;

    /// <summary>The text in exactly this language, or null.</summary>
    public string? In(string language)
    {
        foreach (var (tag, text) in _texts)
        {
            if (tag == language)
                return text;
        }
        return null;
    }

    /// <summary>The text in <paramref name="language"/>, else in the first of <paramref name="languages"/> that has one, else any.</summary>
    public string Best(string? language, IReadOnlyList<string> languages)
    {
        if (language is not null && In(language) is { } exact)
            return exact;
        foreach (var tag in languages)
        {
            if (In(tag) is { } text)
                return text;
        }
        return _texts[0].Value;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _texts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(LocalText? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() => _texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    public override string ToString() => string.Join(" / ", _texts.Select(t => t.Value));
}
