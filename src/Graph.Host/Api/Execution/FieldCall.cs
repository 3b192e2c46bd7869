using Graph.Core;
using GraphQL.Validation;

namespace Graph.Host;

/// <summary>One field of the document in one request: its arguments as read, what is selected below it, and its own batch.</summary>
internal sealed class FieldCall
{
    private readonly GraphRequest _request;
    private readonly CompiledField _field;
    private readonly FieldPlan _plan;
    private readonly Variables _variables;
    private PageCall? _page;
    private Scope? _scope;
    private StatementsQuery? _query;
    private Needs _queried;
    private Batch<string, EntityRow?>? _entities;
    private Batch<string, Page<StatementRow>>? _statementsOf;
    private Batch<string, Page<Mention>>? _mentions;
    private Batch<string, long>? _degrees;

    public FieldCall(GraphRequest request, CompiledField field, Variables variables) =>
        (_request, _field, _plan, _variables, Arguments) = (request, field, field.Plan!, variables, field.Arguments(variables));

    public Arguments Arguments { get; }

    /// <summary>Everything that was selected below, over all rows so far.</summary>
    public Needs Needs { get; private set; }

    /// <summary>Throws what is wrong with the arguments, for each row anew.</summary>
    public PageCall Page => _page ??= _field.Page(ReadPage);

    /// <summary>All that the pages are of. Throws as <see cref="Page"/> does.</summary>
    public Scope Scope => _scope ??= new Scope(Page.Entities, Page.Statements, _plan is FieldPlan.StatementsOf ? Role : null);

    /// <summary>Whether anything of the pages themselves was selected, and not their aggregates alone.</summary>
    public bool ReadsPages => (Needs & (Needs.Rows | Needs.Ends | Needs.Total)) != Needs.None;

    /// <summary>The page of statements of one anchor, with all that is asked of the entities at the other ends. Throws as <see cref="Page"/> does.</summary>
    public StatementsQuery Query
    {
        get
        {
            if (_query is null || _queried != Needs)
                (_query, _queried) = (new StatementsQuery(Role, Page.Statements, Page.For(Needs), Needs.ForStatements(), Other()), Needs);
            return _query;
        }
    }

    /// <summary>What is asked of the entities that the rows lead to.</summary>
    public Needs EndNeeds
    {
        get
        {
            var needs = Host.Needs.None;
            foreach (var end in _field.Ends)
                needs |= end.Needs;
            return needs;
        }
    }

    /// <summary>Entities by key, with the pages of statements that are asked of them.</summary>
    public Ticket<EntityRow?> Entity(string key) => _field.Pages.Count == 0 ? _request.Entities.Load(key, Needs)
        : (_entities ??= new((keys, needs, c) => _request.Store.Entities(keys, new EntityQuery(needs.ForEntities(), Pages(_field)), c))).Load(key, Needs);

    public Batch<string, Page<StatementRow>> StatementsOf => _statementsOf ??= new((anchors, _, c) => _request.Store.StatementsOf(anchors, Query, c));

    public Batch<string, Page<Mention>> Mentions => _mentions ??= new((anchors, needs, c) =>
        _request.Store.Mentions(anchors, ((FieldPlan.MentionsOf)_plan).By, Page.For(needs), c));

    public Batch<string, long> Degrees => _degrees ??= new(ReadDegrees);

    private AnchorRole Role => _plan is FieldPlan.StatementsOf { Role: var role } && role != AnchorRole.AnyEnd ? role : ByDirection(Arguments);

    public void Select(Needs needs) => Needs |= needs;

    private EntityQuery? Other() => _field.Ends.Count == 0 || Role is not (AnchorRole.Out or AnchorRole.In or AnchorRole.AnyEnd) ? null
        : new EntityQuery(EndNeeds.ForEntities(), [.. _field.Ends.SelectMany(Pages)]);

    // What is wrong with a field's arguments is told where it stands, not here.
    private StatementsQuery[] Pages(CompiledField entities)
    {
        var queries = new List<StatementsQuery>(entities.Pages.Count);
        foreach (var page in entities.Pages)
        {
            try
            {
                if (_request.Call(page, _variables) is { ReadsPages: true } call)
                    queries.Add(call.Query);
            }
            catch (GraphException)
            {
            }
        }
        return [.. queries];
    }

    private PageCall ReadPage()
    {
        var (model, options) = (_request.Model, _request.Options);
        return _plan switch
        {
            FieldPlan.EntityPage { Kind: var kind } => OfKind(PageArguments.Read(Arguments, $"entities {kind}", entities: true, model, options), kind),
            FieldPlan.StatementPage { Form: var form } => OfForm(PageArguments.Read(Arguments, $"statements {form}", entities: false, model, options), form),
            FieldPlan.StatementsOf of => OfType(OfForm(PageArguments.Read(Arguments, $"of {Role} {of.Form} {of.Type}", entities: false, model, options), of.Form), of.Type),
            FieldPlan.MentionsOf => AtPosition(PageArguments.Read(Arguments, "mentions", entities: false, model, options)),
            _ => throw new InvalidOperationException($"{_plan.GetType().Name} reads no page."),
        };
    }

    private PageCall OfKind(PageCall page, string? kind) => kind is null ? page
        : page with { Entities = new EntityFilter.And([new EntityFilter.OfKind(_request.Ontology.ConcreteKinds(kind)), page.Entities]) };

    private static PageCall OfForm(PageCall page, StatementForm? form) => form is not { } given ? page
        : page with { Statements = new StatementFilter.And([new StatementFilter.OfForm(given), page.Statements]) };

    // A denial is no connection: fields of kinds do not see it.
    private static PageCall OfType(PageCall page, string? type) => type is null ? page
        : page with { Statements = new StatementFilter.And([new StatementFilter.OfType(Sets.Of(type)), StatementFilter.Affirmed, page.Statements]) };

    private static PageCall AtPosition(PageCall page) => page with { Page = page.Page with { By = SortBy.Position } };

    private async ValueTask<IReadOnlyList<long>> ReadDegrees(IReadOnlyList<string> keys, Needs needs, CancellationToken cancellation)
    {
        var types = Arguments.Texts("types");
        var filter = types is null ? StatementFilter.Affirmed : new StatementFilter.And([StatementFilter.Affirmed, new StatementFilter.OfType(types.ToHashSet())]);
        var counting = new PageRequest(SortBy.Id, false, 0, WithTotal: true);
        var pages = await _request.Store.StatementsOf(keys, ByDirection(Arguments), filter, counting, StatementParts.Scalars, cancellation);
        return [.. pages.Select(p => p.Total!.Value)];
    }

    private static AnchorRole ByDirection(Arguments arguments) => (Direction?)arguments.Value("direction") switch
    {
        Direction.Out => AnchorRole.Out,
        Direction.In => AnchorRole.In,
        _ => AnchorRole.AnyEnd,
    };
}
