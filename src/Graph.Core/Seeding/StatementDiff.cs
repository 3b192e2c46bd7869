namespace Graph.Core;

/// <summary>What becomes of statements when articles say anew what they state: evidence of the articles is replaced, that of other sources stays, and a statement goes with its last.</summary>
internal sealed class StatementDiff
{
    private readonly Ontology _ontology;
    private readonly HashSet<string> _sources;
    private readonly Dictionary<StatementId, List<Statement>> _stated = []; // by article, in their order
    private readonly Dictionary<StatementId, Statement> _before;
    private readonly HashSet<StatementId> _gone = [];

    public StatementDiff(StoreBefore before, IReadOnlyList<SeedArticle> articles, Ontology ontology)
    {
        (_before, _ontology, _sources) = (before.Statements, ontology, articles.Select(a => a.Key).ToHashSet());
        foreach (var statement in articles.OrderBy(a => a.Key, Utf8Order.Instance).SelectMany(a => a.Statements).Select(s => s.Statement))
        {
            if (!_stated.TryGetValue(statement.Id, out var list))
                _stated.Add(statement.Id, list = []);
            list.Add(statement);
        }
        Changes = Compare();
    }

    /// <summary>By subject, type, id; none of them without a difference.</summary>
    public IReadOnlyList<(Statement? Before, Statement? After)> Changes { get; }

    public bool IsGone(StatementId id) => _gone.Contains(id);

    private (Statement? Before, Statement? After)[] Compare()
    {
        StatementId[] ids = [.. _before.Keys.Union(_stated.Keys)];
        foreach (var id in ids.Where(id => !_stated.ContainsKey(id) && !HasOthers(_before[id])))
            _gone.Add(id);
        return [.. ids.Select(id => (Before: _before.GetValueOrDefault(id), After: _gone.Contains(id) ? null : After(id)))
            .Where(c => c.Before is null || c.After is null || CanonicalJson.Of(c.Before) != CanonicalJson.Of(c.After))
            .OrderBy(c => (c.Before ?? c.After)!.Subject, Utf8Order.Instance).ThenBy(c => (c.Before ?? c.After)!.Id)];
    }

    private Statement After(StatementId id)
    {
        var old = _before.GetValueOrDefault(id);
        var stated = _stated.GetValueOrDefault(id) ?? [];
        var said = Said(old, stated).ToArray();
        return Identity.Canonical(UnitedWords.Of(said) with
        {
            Evidence = [.. (old is null ? [] : Others(old)), .. stated.SelectMany(s => s.Evidence)],
            DerivedFrom = [.. said[0].DerivedFrom.Where(p => !_gone.Contains(p))],
            FromApi = old is { FromApi: true },
        }, _ontology);
    }

    // By source. What is stored stands for all others: which of its words are whose is not kept, so words that one article drops stay while
    // others that are not imported with it state the same.
    private IEnumerable<Statement> Said(Statement? old, IReadOnlyList<Statement> stated) =>
        old?.SaidBy().FirstOrDefault(s => !_sources.Contains(s)) is not { } other ? stated.Count > 0 ? stated : [old!]
            : stated.Where(s => IsBefore(s, other)).Append(old).Concat(stated.Where(s => !IsBefore(s, other)));

    private static bool IsBefore(Statement stated, string source) => Utf8Order.Instance.Compare(stated.SaidBy().First(), source) < 0;

    private IEnumerable<Evidence> Others(Statement statement) => statement.Evidence.Where(e => !_sources.Contains(e.Passage.Article));

    private bool HasOthers(Statement statement) => statement.FromApi || Others(statement).Any();
}
