using System.Globalization;
using Graph.Core;

namespace Graph.Host;

/// <summary>One place of the walk: words, and queries to run there.</summary>
/// <param name="Lines">Paragraphs of plain text.</param>
internal sealed record BrowserStop(string Title, IReadOnlyList<string> Lines, IReadOnlyList<BrowserQuery> Queries);

/// <summary>A query that gives something.</summary>
internal readonly record struct BrowserQuery(string Title, string Cypher);

/// <summary>The guided walk through a graph in one language: a stop for each sight that the graph has.</summary>
internal sealed class BrowserWalk(BrowserSights sights, string language)
{
    private const int ExampleSentences = 3, Directions = 3, RichestTypes = 4;

    private readonly Ontology _ontology = sights.Ontology;
    private readonly BrowserWords _words = BrowserWords.For(language);
    private readonly BrowserCypher _cypher = new(sights.Ontology, language);

    /// <summary>In the order of the walk.</summary>
    public IReadOnlyList<BrowserStop> Stops()
    {
        var all = new[] { Kinds(), Center() }.Concat(sights.Portraits.Skip(1).Select(Portrait)).Append(Types()).Append(Rivals())
            .Concat(sights.Series.Select(Series)).Append(Years()).Append(Plans()).Append(Hearsay()).Append(Voices()).Append(Denials()).Append(Path()).Append(Proof());
        return [.. all.OfType<BrowserStop>()];
    }

    private BrowserStop? Kinds() => sights.KindCounts.Count == 0 ? null : Stop(_words.Kinds, [_words.Reading], Table(_words.Kinds, _cypher.Kinds()));

    private BrowserStop? Center()
    {
        if (sights.Portraits is not [var first, ..])
            return null;
        var stop = Portrait(first);
        return stop with { Title = Format(_words.Center, Name(first.Key)), Lines = [_words.CenterText, .. stop.Lines], Queries = [Table(_words.Ranking, _cypher.Ranking()), .. stop.Queries] };
    }

    private BrowserStop Portrait((string Key, IReadOnlyList<Statement> Statements) of)
    {
        var name = Name(of.Key);
        var queries = new List<BrowserQuery> { new(Format(_words.World, name), BrowserCypher.World(of.Key)) };
        var relationships = of.Statements.OfType<Relationship>().Where(r => r.Polarity == Polarity.Affirmed && (r.Source == of.Key || r.Target == of.Key));
        foreach (var ((type, outward), _) in relationships.CountBy(r => (r.Type, Outward: r.Source == of.Key || _ontology.IsSymmetric(r.Type))).OrderByDescending(d => d.Value).ThenBy(d => d.Key.Type, StringComparer.Ordinal).Take(Directions))
            queries.Add(new BrowserQuery($"{name} {Label(type, outward)} …", _cypher.Along(of.Key, type, outward)));
        if (of.Statements.Any(s => s is Observation o && o.Entity == of.Key))
            queries.Add(new BrowserQuery(Format(_words.Facts, name), BrowserCypher.Facts(of.Key)));
        queries.Add(Table(Format(_words.WhatIsSaid, name), _cypher.Said(of.Key)));
        return Stop(name, [.. Summary(of.Key), .. Examples(Telling(of))], [.. queries]);
    }

    // What the text plainly says comes first, of each type one.
    private static IEnumerable<Statement> Telling((string Key, IReadOnlyList<Statement> Statements) of) => of.Statements
        .Where(s => s.Polarity == Polarity.Affirmed && (s.Subject == of.Key || (s as Relationship)?.Target == of.Key))
        .OrderBy(s => s.Status != Status.Stated).ThenBy(s => s.Form).DistinctBy(s => s.Type);

    private BrowserStop? Types()
    {
        var richest = _ontology.RelationshipTypes.Where(t => sights.TypeCounts.ContainsKey(t.Name)).OrderByDescending(t => sights.TypeCounts[t.Name]).Take(RichestTypes).ToArray();
        return richest.Length == 0 ? null : Stop(_words.Types, [_words.TypesText],
            [.. richest.Select(t => new BrowserQuery(string.Create(CultureInfo.InvariantCulture, $"{Label(t.Name)} ({sights.TypeCounts[t.Name]})"), BrowserCypher.OfType(t.Name)))]);
    }

    private BrowserStop? Rivals()
    {
        if (sights.Rivals is not var (one, other))
            return null;
        var queries = new List<BrowserQuery> { Picture(_words.Between, BrowserCypher.Between(one, other)) };
        if (sights.Measured(one) && sights.Measured(other))
            queries.Add(Table(_words.SideBySide, _cypher.SideBySide(one, other)));
        if (sights.HaveCommon)
            queries.Add(Picture(_words.InCommon, BrowserCypher.InCommon(one, other)));
        var said = sights.Portraits[0].Statements.OfType<Relationship>().Where(r => (r.Source, r.Target) == (one, other) || (r.Source, r.Target) == (other, one));
        return Stop(Format(_words.Against, Name(one), Name(other)), [.. Examples(said)], [.. queries]);
    }

    private BrowserStop Series((string Entity, string Metric) of)
    {
        var title = Format(_words.Series, _ontology.FindMetric(of.Metric)!.Label.Best(language, _ontology.Languages), Name(of.Entity));
        return Stop(title, [_words.SeriesText], Table(title, _cypher.Series(of.Entity, of.Metric)), Picture(title, _cypher.Along(of.Entity, of.Metric, outward: true)));
    }

    private BrowserStop? Years() => sights.Years.Count == 0 ? null : Stop(_words.ByYear, [], [Table(_words.ByYear, _cypher.ByYear()),
        .. sights.Years.TakeLast(Directions).Select(y => Picture(Format(_words.OfYear, y.ToString(CultureInfo.InvariantCulture)), BrowserCypher.OfYear(y)))]);

    private BrowserStop? Plans() => !sights.StatusCounts.ContainsKey(Status.Planned) ? null : Stop(_words.Plans, [_words.PlansText],
        Picture(_words.Plans, BrowserCypher.OfStatus(Status.Planned)), Table(_words.Plans, _cypher.OfStatusSpoken(Status.Planned)));

    private BrowserStop? Hearsay()
    {
        Status[] soft = [Status.Reported, Status.Opinion, Status.Possible];
        return !soft.Any(sights.StatusCounts.ContainsKey) ? null : Stop(_words.Hearsay, [_words.HearsayText],
            Picture(_words.Hearsay, BrowserCypher.OfStatus(soft)), Table(_words.Hearsay, _cypher.OfStatusSpoken(soft)));
    }

    private BrowserStop? Voices() => sights.Speakers.Count == 0 ? null : Stop(_words.Voices, [_words.VoicesText],
        [Table(_words.Voices, _cypher.Voices()), .. sights.Speakers.Take(Directions).Select(k => Picture(Name(k), BrowserCypher.SaidBy(k)))]);

    private BrowserStop? Denials()
    {
        if (sights.Denials.Count == 0)
            return null;
        var relationships = sights.Denials.Any(d => d is Relationship);
        return Stop(_words.Denials, [_words.DenialsText, .. Examples(sights.Denials)], [Picture(_words.Denials, BrowserCypher.Denials(relationships)), Table(_words.Denials, _cypher.DenialTable())]);
    }

    private BrowserStop? Path()
    {
        if (sights.Path is not { } path)
            return null;
        var (from, to) = (path.Keys[0], path.Keys[^1]);
        var hops = path.Hops.Select(h => sights.Sentence(h.Relationships[0].Statement, language));
        return Stop(Format(_words.Path, Name(from), Name(to)), [_words.PathText, .. hops.Select(Item)],
            Picture(Format(_words.Path, Name(from), Name(to)), BrowserCypher.ShortestPath(from, to, all: false)), Picture(_words.AllPaths, BrowserCypher.ShortestPath(from, to, all: true)));
    }

    private BrowserStop? Proof()
    {
        if (sights.Proof is not { } proof)
            return null;
        var passage = proof.Evidence[0].Passage;
        return Stop(_words.Proof, [_words.ProofText, .. Examples([proof])], Table(_words.Proof, _cypher.Proof(proof)),
            Picture(Format(_words.Paragraph, passage.Number.ToString(CultureInfo.InvariantCulture)), BrowserCypher.OfParagraph(passage)));
    }

    private IEnumerable<string> Examples(IEnumerable<Statement> statements) => statements.Take(ExampleSentences).Select(s => Item(sights.Sentence(s, language)));

    private IEnumerable<string> Summary(string key) => sights.Summary(key, language) is { } summary ? [BrowserGuide.Text(summary)] : [];

    private string Name(string key) => sights.Name(key, language);

    private string Label(string type, bool outward = true) =>
        _ontology.FindType(type) is var found && (outward ? found!.Out : found!.In).Label is var label ? label.Best(language, _ontology.Languages) : type;

    private BrowserQuery Picture(string title, string cypher) => new(Format(_words.Picture, title), cypher);

    private BrowserQuery Table(string title, string cypher) => new(Format(_words.Table, title), cypher);

    private static BrowserStop Stop(string title, IReadOnlyList<string> lines, params BrowserQuery[] queries) => new(title, lines, queries);

    private static string Item(string sentence) => "- " + BrowserGuide.Text(sentence);

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
