using System.Globalization;

namespace Graph.Core;

/// <summary>A text that the graph was read from.</summary>
/// <param name="Key"><c>[a-z0-9]+(-[a-z0-9]+)*</c>; its id is <c>a_KEY</c>.</param>
/// <param name="Date">Null when unknown; <see cref="PartialDate.Inferred"/> when it comes from context.</param>
/// <param name="Language">Of the original.</param>
public sealed record Article(string Key, LocalText Title, string? Publisher, string? Author, PartialDate? Date, string? Url, string Language)
{
    public const string IdPrefix = "a_";

    public string Id => IdPrefix + Key;
}

/// <summary>A numbered paragraph with one text per language.</summary>
/// <param name="Texts">NFC.</param>
/// <param name="Sha256">Of the original paragraph (NFC, trimmed), lower-case hex; null when not given.</param>
/// <param name="Unstated">Why no statement rests on it; null when some does.</param>
public sealed record Passage(PassageId Id, LocalText Texts, string? Sha256, string? Unstated)
{
    /// <summary>UTF-16 units of a text; a paragraph that is longer should be two.</summary>
    public const int MaxLength = 20_000;

    /// <summary>What its author says of names that do not tell by themselves, as written; kept, so that later names leave it in force.</summary>
    public IReadOnlyList<ChosenMention> Chosen { get; init; } = [];
}

/// <summary>A place where the author of a passage says which entity is named.</summary>
/// <param name="Start">In UTF-16 units of the passage's text in <paramref name="Language"/>.</param>
/// <param name="Pinned">This very place is meant: it goes before any longer name around it.</param>
public sealed record ChosenMention(string Language, int Start, int End, string Entity, bool Pinned);

/// <summary>An article's key and a paragraph's number from 1: <c>p_ARTICLE.NUMBER</c>.</summary>
public readonly record struct PassageId(string Article, int Number) : IComparable<PassageId>
{
    public const string Prefix = "p_";

    /// <summary>Eight digits, as sort keys have them.</summary>
    public const int MaxNumber = 99_999_999;

    public static bool TryParse(string text, out PassageId id)
    {
        id = default;
        var dot = text.LastIndexOf('.');
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || dot < 3
            || !int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            return false;
        id = new PassageId(text[Prefix.Length..dot], number);
        return id.ToString() == text;
    }

    /// <summary>By article, then number.</summary>
    public int CompareTo(PassageId other)
    {
        var byArticle = Utf8Order.Instance.Compare(Article, other.Article);
        return byArticle != 0 ? byArticle : Number.CompareTo(other.Number);
    }

    public static bool operator <(PassageId left, PassageId right) => left.CompareTo(right) < 0;

    public static bool operator >(PassageId left, PassageId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PassageId left, PassageId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PassageId left, PassageId right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Article}.{Number}");
}

/// <summary>Where a passage's text names an entity: UTF-16 offsets, start included, end not.</summary>
public sealed record Mention(PassageId Passage, string Language, int Start, int End, string Entity);
