using Graph.Core;

namespace Graph.Host;

/// <summary>Interprets the plans of fields that need the store or the request.</summary>
internal static partial class PlanResolver
{
    /// <returns>The value, or an <see cref="ILater"/>.</returns>
    public static ValueTask<object?> Resolve(FieldPlan plan, object source, GraphRequest request, FieldCall call, CancellationToken cancellation) => plan switch
    {
        FieldPlan.EntityRef reference => new(EntityRef(reference, source, request, call)),
        FieldPlan.EntityRefs references => new(EntityRefs(references, source, request, call)),
        FieldPlan.StatementRefs { Ids: var ids } => new(Later.All([.. ids((StatementRow)source).Select(id => request.Statements.Load(id, call.Needs))], dropMissing: true)),
        FieldPlan.PassageRef { Id: var id } => new(request.Passages.Load(id(source), call.Needs)),
        FieldPlan.PassagesOf => new(request.PassagesOf.Load(((Article)source).Key, call.Needs)),
        FieldPlan.ArticleRef { Key: var key } => Article(key(source), request, cancellation),
        FieldPlan.ArticleLookup => Article(NodeIds.ArticleKey(call.Arguments.Text("id")!), request, cancellation),
        FieldPlan.Articles => Articles(request, cancellation),
        FieldPlan.EntityPage => EntityPage(request, call, cancellation),
        FieldPlan.StatementPage => StatementPage(request, call, cancellation),
        FieldPlan.StatementsOf { Anchor: var anchor } => new(StatementsOf(call, anchor(source), source as EntityRow)),
        FieldPlan.MentionsOf { Anchor: var anchor } => new(MentionsOf(call, anchor(source))),
        FieldPlan.NodeById { Many: false } => Node(call.Arguments.Text("id")!, request, call.Needs, cancellation),
        FieldPlan.NodeById => new(Nodes(request, call)),
        FieldPlan.EntityLookup { Kind: var kind } => new(Entity(request, call, kind)),
        FieldPlan.Search => Search(request, call, cancellation),
        FieldPlan.DegreeOf => new(Degree((EntityRow)source, call)),
        FieldPlan.Sentence { Said: var said } => new(Sentence([said(source)], request, call)),
        FieldPlan.Sentences { Said: var said } => new(Sentence(said(source), request, call)),
        FieldPlan.ConflictsOf => new(request.Conflicts.Load((StatementRow)source, call.Needs)),
        FieldPlan.Paths => Paths(request, call, cancellation),
        FieldPlan.Neighborhood => Neighborhood(request, call, cancellation),
        FieldPlan.Common => Common(request, call, cancellation),
        FieldPlan.Count { Of: var of, Values: var values } => Count(of, values(source), request, cancellation),
        FieldPlan.KindCounts => new(KindCounts((Connection)source, request)),
        FieldPlan.StatementCounts counts => new(StatementCounts((Connection)source, counts, request, call)),
        FieldPlan.Extreme { Greatest: var greatest } => new(Extreme((Connection)source, greatest, request, call)),
        FieldPlan.BrowserGuide => new(request.Options.BrowserGuide),
        FieldPlan.Counts { Of: var of } => Counts(of, request, cancellation),
        _ => throw new InvalidOperationException($"{plan.GetType().Name} is not read here."),
    };

    private static async ValueTask<object?> EntityPage(GraphRequest request, FieldCall call, CancellationToken cancellation)
    {
        var (page, scope) = (call.Page, call.Scope);
        return !call.ReadsPages ? Connection.Unread(scope)
            : Connection.Of(await request.Store.EntityPage(page.Entities, page.For(call.Needs), call.Needs.ForEntities(), cancellation), page.Mark, scope);
    }

    private static async ValueTask<object?> StatementPage(GraphRequest request, FieldCall call, CancellationToken cancellation)
    {
        var (page, scope) = (call.Page, call.Scope);
        return !call.ReadsPages ? Connection.Unread(scope)
            : Connection.Of(await request.Store.StatementPage(page.Statements, page.For(call.Needs), call.Needs.ForStatements(), cancellation), page.Mark, scope);
    }

    // A row that was read with it answers at once.
    private static object? EntityRef(FieldPlan.EntityRef plan, object source, GraphRequest request, FieldCall call) =>
        plan.Row?.Invoke(source) is { } row && row.Has(call.Needs.ForEntities()) ? row
        : plan.Key(source) is { } key ? request.Entities.Load(key, call.Needs) : null;

    private static object EntityRefs(FieldPlan.EntityRefs plan, object source, GraphRequest request, FieldCall call)
    {
        var parts = call.Needs.ForEntities();
        return plan.Rows?.Invoke(source) is { } rows && rows.All(row => row?.Has(parts) == true) ? rows
            : Later.All([.. plan.Keys(source).Select(k => request.Entities.Load(k, call.Needs))]);
    }

    private static object StatementsOf(FieldCall call, string anchor, EntityRow? entity)
    {
        var (mark, scope) = (call.Page.Mark, call.Scope); // before anything is read: faults of the arguments are this field's own
        if (!call.ReadsPages)
            return Connection.Unread(scope, anchor);
        if (entity?.PageOf(call.Query) is { } page)
            return Connection.Of(page, mark, scope, anchor);
        var ticket = call.StatementsOf.Load(anchor, call.Needs);
        return new Later(async c => Connection.Of(await ticket.Value(c), mark, scope, anchor));
    }

    private static Later MentionsOf(FieldCall call, string anchor)
    {
        var mark = call.Page.Mark;
        var ticket = call.Mentions.Load(anchor, call.Needs);
        return new Later(async c => Connection.Of(await ticket.Value(c), mark));
    }

    // The names of everyone in the statements, then the words.
    private static Later Sentence(IReadOnlyList<Said> said, GraphRequest request, FieldCall call)
    {
        var language = call.Arguments.Text("lang") ?? request.Ontology.DefaultLanguage;
        var keys = said.SelectMany(s => s.Row.Statement.Entities()).Distinct().ToArray();
        var tickets = Array.ConvertAll(keys, k => request.Entities.Load(k, Needs.Names));
        return new Later(async cancellation =>
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < keys.Length; i++)
                names.Add(keys[i], (await tickets[i].Value(cancellation))?.Name(language, request.Ontology) ?? keys[i]);
            return Sentences.Joined([.. said.Select(s => Sentences.Of(s.Row.Statement, language, request.Ontology, key => names[key], s.FromTarget))], language);
        });
    }

    private static object Degree(EntityRow entity, FieldCall call) => call.Arguments.Value("types") is null && call.Arguments.Value("direction") is null or Direction.Any
        ? entity.Degree
        : call.Degrees.Load(entity.Key, Needs.None);
}
