using Graph.Core;

namespace Graph.Neo4jStore;

using Properties = Dictionary<string, object?>;

/// <summary>Writes changes into one transaction in batches: one statement for many rows of one kind of work.</summary>
/// <remarks>
/// Different things may be written in any order among themselves, so that pending rows are gathered by kind of work and written in the order of <see cref="Work"/>; a thing that changes twice has what is pending written first.
/// Removed articles, passages and entities go at the end, when nothing needs them any more. What does not fit is a <see cref="ConflictException"/>.
/// </remarks>
internal sealed class ChangeWriter(ITransaction transaction, Ontology ontology)
{
    private const int BatchSize = 2000;

    private readonly HashSet<string> _pendingIds = [];

    // Of pending statements: they are found while these are written.
    private readonly HashSet<string> _ends = [];
    private readonly Dictionary<string, long> _degrees = [];
    private readonly Dictionary<Named, HashSet<string>> _named = new() { [Named.Article] = [], [Named.Passage] = [], [Named.Entity] = [] };
    private readonly Dictionary<Named, HashSet<string>> _removed = new() { [Named.Article] = [], [Named.Passage] = [], [Named.Entity] = [] };

    private Dictionary<Work, List<object?>> _pending = [];
    private Task _writing = Task.CompletedTask;

    public async ValueTask Add(Change change, CancellationToken cancellation)
    {
        if (_pendingIds.Count >= BatchSize || !_pendingIds.Add(Id(change)))
        {
            await Flush(cancellation);
            _pendingIds.Add(Id(change));
        }
        switch (change)
        {
            case Change.OfArticle c:
                Put(c.Before, c.After, Work.NewArticle, Work.ChangedArticle, Named.Article, a => a.Key, a => ArticleNodes.Of(a, ontology));
                break;
            case Change.OfPassage c:
                Put(c.Before, c.After, Work.NewPassage, Work.ChangedPassage, Named.Passage, p => p.Id.ToString(), ArticleNodes.Of);
                if (c.After is null)
                    Pend(Work.OldMentions, c.Before!.Id.ToString());
                else
                    _named[Named.Article].Add(c.After.Id.Article);
                break;
            case Change.OfMentions c:
                Mentions(c);
                break;
            case Change.OfEntity c:
                Put(c.Before, c.After, Work.NewEntity, Work.ChangedEntity, Named.Entity, e => e.Key, e => Entity(c.Before, e));
                if (c.Before is not null)
                    Pend(Work.OldNames, c.Before.Key);
                foreach (var name in c.After is null ? [] : EntityNodes.Names(c.After))
                    Pend(Work.NewName, name);
                break;
            case Change.OfStatement c:
                Statement(c.Before, c.After);
                break;
        }
    }

    /// <summary>Waits until the server writes nothing any more, whether it could or not.</summary>
    public async ValueTask Settle() => await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Writes what is pending, degrees and removals, and checks that everything named is there.</summary>
    public async ValueTask Finish(CancellationToken cancellation)
    {
        await Flush(cancellation);
        await _writing;
        var degrees = _degrees.Where(d => d.Value != 0 && !_removed[Named.Entity].Contains(d.Key)).Select(d => (object?)new Properties { ["key"] = d.Key, ["by"] = d.Value });
        foreach (var rows in degrees.Chunk(BatchSize))
            await Run(ChangeCypher.Degrees, rows, cancellation);
        foreach (var what in new[] { Named.Entity, Named.Passage, Named.Article })
        {
            foreach (var rows in _removed[what].Chunk(BatchSize))
                await Remove(what, rows, cancellation);
        }
        foreach (var (what, ids) in _named)
        {
            foreach (var rows in ids.Chunk(BatchSize))
                await RefuseMissing(what, rows, cancellation);
        }
    }

    // Rows are written once; a new thing that is there already fails by its constraint.
    private void Put<T>(T? before, T? after, Work added, Work changed, Named what, Func<T, string> id, Func<T, object?> row)
        where T : class
    {
        if (after is null)
            _removed[what].Add(id(before!));
        else
            Pend(before is null ? added : changed, row(after));
    }

    private Properties Entity(Entity? before, Entity entity)
    {
        var (old, labels) = (before is null ? [] : Schema.Labels(before.Kind, ontology), Schema.Labels(entity.Kind, ontology));
        var node = EntityNodes.Of(entity, ontology);
        if (before is null)
            (node["_degree"], node["_byDegree"]) = (0L, SortKeys.Degree(0, entity.Key));
        return new Properties { ["key"] = entity.Key, ["node"] = node, ["labels"] = labels, ["old"] = (string[])[.. old.Except(labels)] };
    }

    private void Mentions(Change.OfMentions change)
    {
        var passage = change.Passage.ToString();
        if (change.After.Count > 0)
            _named[Named.Passage].Add(passage);
        Pend(Work.OldMentions, passage);
        foreach (var mention in change.After)
        {
            _named[Named.Entity].Add(mention.Entity);
            Pend(Work.NewMention, ArticleNodes.Of(mention));
        }
    }

    private void Statement(Statement? before, Statement? after)
    {
        if ((after ?? before) is Relationship relationship)
            Count(relationship, (after is null ? 0 : 1) - (before is null ? 0 : 1));
        if (after is not null)
        {
            _ends.UnionWith(after is Relationship r ? [r.Source, r.Target] : [after.Subject]);
            _named[Named.Entity].UnionWith(after.Entities().Where(e => !_ends.Contains(e)));
            _named[Named.Passage].UnionWith(after.Evidence.Select(e => e.Passage.ToString()));
        }
        if (before is null && after is Relationship added)
            Pend(Work.NewRelationship, NewRelationships.Row(added, ontology));
        else
            Pend(StatementWork(before, after), StatementRow((after ?? before)!, after));
    }

    private static Work StatementWork(Statement? before, Statement? after) => (before, after) switch
    {
        (null, _) => Work.NewObservation,
        (Relationship, null) => Work.OldRelationship,
        (_, null) => Work.OldObservation,
        (Relationship, _) => Work.ChangedRelationship,
        _ => Work.ChangedObservation,
    };

    private Properties StatementRow(Statement statement, Statement? after)
    {
        var row = new Properties { ["id"] = statement.Id.ToString(), ["source"] = statement.Subject, ["type"] = StatementNodes.RelationshipType(statement) };
        if (statement is Relationship relationship)
            row["target"] = relationship.Target;
        if (after is Relationship now)
            row["edge"] = StatementNodes.Edge(now, ontology);
        if (after is not null)
            row["node"] = StatementNodes.Node(after, ontology);
        return row;
    }

    private void Count(Relationship relationship, int by)
    {
        if (relationship.Polarity != Polarity.Affirmed || by == 0)
            return;
        _degrees[relationship.Source] = _degrees.GetValueOrDefault(relationship.Source) + by;
        _degrees[relationship.Target] = _degrees.GetValueOrDefault(relationship.Target) + by;
    }

    private void Pend(Work work, object? row)
    {
        if (!_pending.TryGetValue(work, out var rows))
            _pending.Add(work, rows = []);
        rows.Add(row);
    }

    // The server writes a batch while the next one is gathered.
    private async ValueTask Flush(CancellationToken cancellation)
    {
        await _writing;
        _writing = Write(_pending, [.. _ends], cancellation);
        _pending = [];
        _pendingIds.Clear();
        _ends.Clear();
    }

    private async Task Write(Dictionary<Work, List<object?>> batch, string[] ends, CancellationToken cancellation)
    {
        foreach (var work in Enum.GetValues<Work>())
        {
            if (!batch.TryGetValue(work, out var rows) || await Run(ChangeCypher.Of(work), rows, cancellation) == rows.Count || work is Work.OldMentions or Work.OldNames)
                continue;
            await RefuseMissing(Named.Entity, ends, cancellation);
            throw Conflict("The change adds to, changes or removes something that is not there.");
        }
    }

    private ValueTask RefuseMissing(Named what, string[] ids, CancellationToken cancellation) =>
        Refuse(ChangeCypher.Missing(what), ids, id => $"The change names the {Word(what)} '{id}', which is not there.", cancellation);

    private async ValueTask Remove(Named what, string[] ids, CancellationToken cancellation)
    {
        if (await Run(ChangeCypher.Remove(what), ids, cancellation) != ids.Length)
            throw Conflict($"The change removes a {Word(what)} that is not there.");
        foreach (var cypher in ChangeCypher.StillUsed(what))
            await Refuse(cypher, ids, id => $"The change removes the {Word(what)} '{id}', which is still used.", cancellation);
    }

    private async ValueTask<long> Run(string cypher, IReadOnlyCollection<object?> rows, CancellationToken cancellation) =>
        (await transaction.Run(cypher, new Parameters { ["rows"] = rows }, cancellation)).First!.Value.Number(0);

    private async ValueTask Refuse(string cypher, string[] ids, Func<string, string> message, CancellationToken cancellation)
    {
        if ((await transaction.Run(cypher, new Parameters { ["rows"] = ids }, cancellation)).First is { } found)
            throw Conflict(message(found.Text(0)));
    }

    private static string Id(Change change) => change switch
    {
        Change.OfArticle c => "a " + (c.After ?? c.Before)!.Key,
        Change.OfPassage c => "p " + (c.After ?? c.Before)!.Id,
        Change.OfMentions c => "m " + c.Passage,
        Change.OfEntity c => "e " + (c.After ?? c.Before)!.Key,
        Change.OfStatement c => "s " + (c.After ?? c.Before)!.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static string Word(Named what) => what switch { Named.Article => "article", Named.Passage => "passage", _ => "entity" };

    private static ConflictException Conflict(string message) => new(message, "Read the graph again and make the change from what it holds now.");
}
