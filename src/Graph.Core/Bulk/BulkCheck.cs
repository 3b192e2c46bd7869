namespace Graph.Core;

/// <summary>What a bulk file holds, when it is without fault.</summary>
/// <param name="Counts">Things by <see cref="BulkThing.Rank"/>.</param>
internal sealed record BulkContents(IReadOnlyList<long> Counts, string Fingerprint);

/// <summary>The first of two passes over a bulk file: holds every line to the form, the ontology, the lines above it, and the
/// store.</summary>
/// <remarks>Its memory is some 20 bytes a thing; passages are put aside in a temporary file.</remarks>
internal sealed class BulkCheck(IGraphStore store, bool isEmpty, string shownAs) : IDisposable
{
    private const string Order = "Give articles, passages, entities, mentions and statements in this order.";

    private static readonly string[] Words = ["article", "passage", "entity", "set of mentions", "statement"];

    private readonly Ontology _ontology = store.Ontology;
    private readonly ProblemList _problems = new();
    private readonly KeyMap _articles = new(), _entities = new(), _mentions = new(), _statements = new();
    private readonly PassageShelf _passages = new();
    private readonly string[] _kinds = ["", .. store.Ontology.Kinds.Select(k => k.Name)]; // the first: declared with a fault
    private readonly List<(int Line, string Entity)> _chosen = [];
    private readonly List<(int Line, StatementId Premise)> _premises = [];
    private readonly StoreMerge _merge = new(store);
    private readonly List<(int Line, BulkThing Thing)> _batch = [];
    private readonly long[] _counts = new long[Words.Length];
    private readonly bool[] _open = new bool[Words.Length]; // some of it could not be read: it may be what is missed
    private StatementRules? _rules;
    private int _rank;
    private long? _end;
    private bool _anyFault;

    /// <exception cref="ProblemsException">There are faults.</exception>
    public async ValueTask<BulkContents> Check(LineReader reader, Action<long> progress, CancellationToken cancellation)
    {
        _rules = new StatementRules(_ontology, KindOf, _passages.Find, () => _open[1]);
        var lines = 0L;
        foreach (var raw in reader.Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            progress(++lines);
            var line = BulkReader.Read(raw);
            if (line.Fault is not null && raw.IsCut)
                line = line with { Fault = "the file breaks off in this line" };
            if (lines == 1 && !Begins(line))
                break;
            if (lines > 1)
                Line(line);
            if (_batch.Count == StoreMerge.Batch)
                await Compare(cancellation);
        }
        await Compare(cancellation);
        End(lines, reader.Broken);
        if (_problems.HasErrors)
            throw new ProblemsException(_problems.Sorted()) { More = _problems.More };
        return new BulkContents(_counts, reader.Fingerprint());
    }

    public void Dispose() => _passages.Dispose();

    // Without a true header nothing else can be told.
    private bool Begins(BulkLine line)
    {
        if (line.Version <= 0 || line.Ontology is null)
            Error(line.Number, line.Fault ?? "the first line is no header", $"Begin with {BulkFormat.Header(_ontology)}");
        else if (line.Version > BulkFormat.Version)
            Error(line.Number, $"the file is of version {line.Version} of the format, this program reads {BulkFormat.Version}",
                "Use a later version of this program.");
        else if (line.Ontology != _ontology.Id)
            Error(line.Number, $"the file is of the ontology '{ThingRules.Shown(line.Ontology)}', the store of '{_ontology.Id}'",
                "Name the seed with that ontology: --seed DIR.");
        return !_problems.HasErrors;
    }

    private void Line(BulkLine line)
    {
        if (_end is not null)
            Error(line.Number, "the line stands behind the end", "Let the line 'end' be the last.");
        else if (line.End is { } end)
            Ends(line.Number, end);
        else if (line.Thing is { } thing)
            Thing(line.Number, thing);
        else
            Unreadable(line);
    }

    private void Ends(int number, long end)
    {
        _end = end;
        if (end != number - 1)
            Error(number, $"'end' says that {end} lines stand above it, but there are {number - 1}", "Get the file whole, or correct the number.");
    }

    private void Unreadable(BulkLine line)
    {
        Error(line.Number, line.Fault ?? "a second header", line.Fault is null ? "Keep the first."
            : "Get the file whole, or correct the line; the README shows the form of each.");
        Array.Fill(_open, true);
    }

    private void Thing(int number, BulkThing thing)
    {
        if (thing.Rank < _rank)
            Error(number, $"the {Words[thing.Rank]} '{ThingRules.Shown(Name(thing))}' stands behind {(Words[_rank] is "entity" ? "an" : "a")} {Words[_rank]}", Order);
        _rank = thing.Rank; // what is out of place is told once
        _counts[thing.Rank]++;
        _anyFault = false;
        switch (thing)
        {
            case BulkThing.OfArticle { Article: var article }:
                Faults(number, ThingRules.Of(article, _ontology));
                Once(number, thing, _articles.TryAdd(article.Key, number));
                break;
            case BulkThing.OfPassage { Passage: var passage }:
                Faults(number, ThingRules.Of(passage, _ontology));
                if (_articles.Find(passage.Id.Article) is null && !_open[0])
                    Error(number, $"the article '{ThingRules.Shown(passage.Id.Article)}' of the passage is not above",
                        "Give the article before its passages.");
                Once(number, thing, _passages.TryAdd(passage));
                _chosen.AddRange(passage.Chosen.Select(c => (number, c.Entity)));
                break;
            case BulkThing.OfEntity { Entity: var entity }:
                Faults(number, ThingRules.Of(entity, _ontology, source => _open[0] || _articles.Find(source) is not null));
                Once(number, thing, _entities.TryAdd(entity.Key, Math.Max(0, Array.IndexOf(_kinds, entity.Kind, 1))));
                break;
            case BulkThing.OfMentions { All: var mentions }:
                Mentions(number, mentions);
                Once(number, thing, _mentions.TryAdd(thing.Id, number));
                break;
            case BulkThing.OfStatement { Statement: var statement }:
                thing = Statement(number, statement);
                break;
        }
        if (!isEmpty && !_anyFault)
            _batch.Add((number, thing));
    }

    private BulkThing.OfStatement Statement(int number, Statement statement)
    {
        Faults(number, _rules!.Of(statement));
        var canonical = Identity.Canonical(statement, _ontology);
        if (statement.Id != default && statement.Id != canonical.Id)
            Error(number, $"the id is {statement.Id}, but what it says has the id {canonical.Id}",
                "Leave 'id' out, or correct what it says.");
        var thing = new BulkThing.OfStatement(canonical);
        Once(number, thing, _statements.TryAdd(canonical.Id.ToString(), number), _statements);
        _premises.AddRange(statement.DerivedFrom.Select(p => (number, p)));
        return thing;
    }

    private void Mentions(int number, IReadOnlyList<Mention> mentions)
    {
        var passage = _passages.Find(mentions[0].Passage);
        if (passage is null && !_open[1])
            Error(number, $"the passage {mentions[0].Passage} of the mentions is not above", "Give the passage before its mentions.");
        foreach (var mention in mentions)
        {
            if (KindOf(mention.Entity) is null)
                Error(number, $"a mention names '{ThingRules.Shown(mention.Entity)}', which is no entity above",
                    "Give the entity before what names it.");
            if (passage is not null && (passage.Texts.In(mention.Language) is not { } text || mention.Start < 0
                || mention.Start >= mention.End || mention.End > text.Length))
                Error(number, $"there is no place {mention.Start} to {mention.End} in '{ThingRules.Shown(mention.Language)}' of {passage.Id}", "Correct the offsets.");
        }
        if (mentions.Zip(mentions.Skip(1)).Any(m => Utf8Order.Instance.Compare(SortKeys.Mention(m.First), SortKeys.Mention(m.Second)) >= 0))
            Error(number, "the mentions are not in order", "Order them by language, start and entity, each once.");
    }

    // Those of one rank are asked for together.
    private async ValueTask Compare(CancellationToken cancellation)
    {
        foreach (var some in _batch.GroupBy(b => b.Thing.Rank))
        {
            var all = some.ToArray();
            var results = await _merge.Compare([.. all.Select(b => b.Thing)], cancellation);
            for (var i = 0; i < all.Length; i++)
            {
                if (results[i].Fault is { } fault)
                    Error(all[i].Line, fault, "Change that by its seed, or load this file into a store without it.");
            }
        }
        _batch.Clear();
    }

    private void End(long lines, string? broken)
    {
        foreach (var (line, entity) in _chosen.Where(c => KindOf(c.Entity) is null))
            Error(line, $"'chosen' names '{ThingRules.Shown(entity)}', which is no entity of the file", "Give the entity.");
        foreach (var (line, premise) in _premises.Where(p => !_open[4] && _statements.Find(p.Premise.ToString()) is null))
            Error(line, $"'derivedFrom' names {premise}, which is no statement of the file", "Give the premise too.");
        if (lines == 0)
            Error(1, "the file is empty", $"Begin with {BulkFormat.Header(_ontology)}");
        else if (broken is not null)
            Error((int)lines, $"the file breaks off here: {broken}", "Get it whole.");
        else if (_end is null && !_problems.HasErrors)
            Error((int)lines, "the file ends without the line 'end'",
                $"Get it whole; if you wrote it yourself, add {BulkFormat.End(lines)}");
    }

    private string? KindOf(string entity) => _entities.Find(entity) is { } kind ? _kinds[kind] : _open[2] ? "" : null;

    private void Once(int number, BulkThing thing, bool isFirst, KeyMap? lines = null)
    {
        if (!isFirst)
            Error(number, $"the {Words[thing.Rank]} '{ThingRules.Shown(Name(thing))}' stands twice{(lines?.Find(thing.Id) is { } first ? $", first in line {first}" : "")}", "Keep one of them.");
    }

    private static string Name(BulkThing thing) =>
        thing is BulkThing.OfStatement { Statement: var s } && s.Id == default ? s.Subject + " " + s.Type : thing.Id;

    private void Faults(int number, IEnumerable<(string Message, string Remedy)> faults)
    {
        foreach (var (message, remedy) in faults.Distinct())
            Error(number, message, remedy);
    }

    private void Error(int line, string message, string remedy)
    {
        _problems.Error(shownAs, line, message, remedy);
        _anyFault = true;
    }
}
