using Graph.Core;
using GraphQL.Types;
using GraphQL.Validation;

namespace Graph.Host;

/// <summary>What all requests share: the ontology in force and what was made of it.</summary>
/// <param name="RelationFields">Each field that leads along a type of relationship, in its direction.</param>
internal sealed record ApiModel(Ontology Ontology, ISchema Schema, IReadOnlyDictionary<string, (string Type, AnchorRole Role)> RelationFields);

/// <summary>One request: its readers, one for each operation of the store, and what its fields ask for.</summary>
internal sealed class GraphRequest
{
    private FieldCall?[] _calls = new FieldCall?[16];
    private readonly Dictionary<CountOf, Task<IReadOnlyList<Tally>>> _tallies = [];
    private Task<IReadOnlyList<Article>>? _articles;

    public GraphRequest(IGraphStore store, ApiModel model, ApiOptions options, CachedDocument document)
    {
        (Store, Model, Options, Document) = (store, model, options, document);
        Entities = new((keys, needs, c) => store.Entities(keys, needs.ForEntities(), c));
        Statements = new((ids, needs, c) => store.Statements(ids, needs.ForStatements(), c));
        Passages = new((ids, _, c) => store.Passages(ids, c));
        PassagesOf = new((keys, _, c) => store.PassagesOf(keys, c));
        Named = new(Resolve);
        Conflicts = new(FindConflicts);
        Aggregates = new(store);
    }

    public IGraphStore Store { get; }

    public ApiModel Model { get; }

    public Ontology Ontology => Model.Ontology;

    public ApiOptions Options { get; }

    public CachedDocument Document { get; }

    public Batch<string, EntityRow?> Entities { get; }

    public Batch<StatementId, StatementRow?> Statements { get; }

    public Batch<PassageId, Passage?> Passages { get; }

    public Batch<string, IReadOnlyList<Passage>> PassagesOf { get; }

    /// <summary>By name and kind (null for all): keys of the entities in the winning rank.</summary>
    public Batch<(string Name, string? Kind), IReadOnlyList<string>> Named { get; }

    /// <summary>The rows of statements that conflict with one.</summary>
    public Batch<StatementRow, IReadOnlyList<StatementRow>> Conflicts { get; }

    /// <summary>What connections count.</summary>
    public AggregateReader Aggregates { get; }

    /// <summary>The articles, read once a request.</summary>
    public Task<IReadOnlyList<Article>> Articles(CancellationToken cancellation) => _articles ??= Store.Articles(cancellation).AsTask();

    /// <summary>What a field of the document asks for: the same for all rows that it is resolved for.</summary>
    public FieldCall Call(CompiledField field, Variables variables)
    {
        if (field.Slot >= _calls.Length)
            Array.Resize(ref _calls, Math.Max(2 * _calls.Length, field.Slot + 1));
        var call = _calls[field.Slot] ??= new FieldCall(this, field, variables);
        call.Select(field.Needs);
        return call;
    }

    /// <summary>Counts over the whole graph, read once a request.</summary>
    public Task<IReadOnlyList<Tally>> Tallies(CountOf of, CancellationToken cancellation)
    {
        if (!_tallies.TryGetValue(of, out var tallies))
            _tallies.Add(of, tallies = ReadTallies(of, cancellation).AsTask());
        return tallies;
    }

    private async ValueTask<IReadOnlyList<Tally>> ReadTallies(CountOf of, CancellationToken cancellation) => of switch
    {
        CountOf.EntitiesByKind => await Store.CountEntities(EntityFilter.Everything, EntityCount.Kind, cancellation),
        CountOf.StatementsByForm => await Store.CountStatements(StatementFilter.Everything, StatementCount.Form, cancellation),
        CountOf.StatementsByType => await Store.CountStatements(StatementFilter.Everything, StatementCount.Type, cancellation),
        CountOf.StatementsByStatus => await Store.CountStatements(StatementFilter.Everything, StatementCount.Status, cancellation),
        CountOf.Articles => [new Tally("", (await Articles(cancellation)).Count)],
        _ => [new Tally("", (await Store.PassagesOf([.. (await Articles(cancellation)).Select(a => a.Key)], cancellation)).Sum(p => p.Count))],
    };

    private async ValueTask<IReadOnlyList<IReadOnlyList<StatementRow>>> FindConflicts(IReadOnlyList<StatementRow> rows, Needs needs, CancellationToken cancellation)
    {
        var found = await Core.Conflicts.Find(Store, [.. rows.Select(r => r.Statement)], cancellation);
        return [.. found.Select(statements => statements.Select(StatementRow.Of).ToArray())];
    }

    private async ValueTask<IReadOnlyList<IReadOnlyList<string>>> Resolve(IReadOnlyList<(string Name, string? Kind)> asked, Needs needs, CancellationToken cancellation)
    {
        var results = new IReadOnlyList<string>[asked.Count];
        foreach (var kind in asked.Index().GroupBy(a => a.Item.Kind))
        {
            var kinds = kind.Key is null ? null : Ontology.ConcreteKinds(kind.Key);
            var found = await NameSearch.Resolve(Store, [.. kind.Select(a => a.Item.Name)], kinds, cancellation);
            foreach (var (place, keys) in kind.Zip(found, (a, keys) => (a.Index, keys)))
                results[place] = keys;
        }
        return results;
    }
}

internal static class NeedsExtensions
{
    public static EntityParts ForEntities(this Needs needs) =>
        (needs.HasFlag(Needs.Body) ? EntityParts.Body : needs.HasFlag(Needs.Names) ? EntityParts.Names : EntityParts.Scalars)
        | (needs.HasFlag(Needs.Degree) ? EntityParts.Degree : EntityParts.Scalars);

    public static StatementParts ForStatements(this Needs needs) => needs.HasFlag(Needs.Body) ? StatementParts.Body : StatementParts.Scalars;
}
