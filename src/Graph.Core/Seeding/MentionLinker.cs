namespace Graph.Core;

/// <summary>A name that stands in a text and is shared, so that it links to none.</summary>
/// <param name="Entities">Whose it is, by key.</param>
public sealed record SharedName(string Text, int Start, IReadOnlyList<string> Entities);

/// <summary>A place where a text names an entity.</summary>
public readonly record struct NamedSpan(int Start, int End, string Entity);

/// <param name="Spans">From left to right, without overlap.</param>
public sealed record LinkedText(IReadOnlyList<NamedSpan> Spans, IReadOnlyList<SharedName> Shared);

/// <summary>Finds where texts name entities: the longest name first, exactly as it is spelt, Latin names at word boundaries. Names that are not linkable are passed over;
/// a name that two entities share links to none, and keeps shorter names inside it from linking. Immutable and safe for concurrent use.</summary>
/// <remarks>Names count in every language, since texts keep foreign names. Costs about the length of the text, whatever the number of names.</remarks>
public sealed class MentionLinker
{
    // Of names that begin one another at the same place, how many of the longest are tried.
    private const int MostAtOnePlace = 8;

    private readonly Dictionary<string, object> _owners = []; // a key, or a sorted set of them
    private readonly SortedNames _names;

    public MentionLinker(IEnumerable<(string Entity, EntityName Name)> names)
    {
        foreach (var (entity, name) in names)
        {
            if (name.Linkable)
                Add(name.Text, entity);
        }
        _names = new SortedNames(_owners.Keys);
    }

    /// <param name="chosen">What the seed says itself: a pinned place goes before everything, another before names of the same length.</param>
    public LinkedText Link(string text, IEnumerable<ChosenMention> chosen)
    {
        var candidates = chosen.Select(c => new Candidate(c.Start, c.End, c.Entity, c.Pinned ? 0 : 1)).ToList();
        var here = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            here.Clear();
            _names.At(text, i, here);
            for (var n = here.Count - 1; n >= Math.Max(0, here.Count - MostAtOnePlace); n--)
            {
                if (WordBoundary.Fits(text, i, i + here[n].Length))
                    candidates.Add(new Candidate(i, i + here[n].Length, _owners[here[n]], 2));
            }
        }
        candidates.Sort(Precedence);
        return Take(text, candidates);
    }

    private static LinkedText Take(string text, List<Candidate> candidates)
    {
        var (spans, shared) = (new List<NamedSpan>(), new List<SharedName>());
        var taken = new bool[text.Length];
        foreach (var (start, end, owner, _) in candidates)
        {
            if (taken.AsSpan(start, end - start).Contains(true))
                continue;
            taken.AsSpan(start, end - start).Fill(true);
            if (owner is string entity)
                spans.Add(new NamedSpan(start, end, entity));
            else
                shared.Add(new SharedName(text[start..end], start, [.. (SortedSet<string>)owner]));
        }
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        shared.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new LinkedText(spans, shared);
    }

    private void Add(string text, string entity)
    {
        if (!_owners.TryGetValue(text, out var owner))
            _owners.Add(text, entity);
        else if (owner is SortedSet<string> several)
            several.Add(entity);
        else if ((string)owner != entity)
            _owners[text] = new SortedSet<string>(Utf8Order.Instance) { (string)owner, entity };
    }

    // Pinned, then the longest, then what the seed says, then from left to right.
    private static int Precedence(Candidate a, Candidate b)
    {
        var byPin = (a.Rank == 0 ? 0 : 1).CompareTo(b.Rank == 0 ? 0 : 1);
        var byLength = byPin != 0 ? byPin : (b.End - b.Start).CompareTo(a.End - a.Start);
        var byRank = byLength != 0 ? byLength : a.Rank.CompareTo(b.Rank);
        return byRank != 0 ? byRank : a.Start.CompareTo(b.Start);
    }

    private readonly record struct Candidate(int Start, int End, object Owner, int Rank);
}
