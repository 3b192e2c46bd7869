using Graph.Core;

namespace Graph.Host;

internal static partial class PlanResolver
{
    private static async ValueTask<object?> Articles(GraphRequest request, CancellationToken cancellation) => await request.Articles(cancellation);

    private static async ValueTask<object?> Article(string key, GraphRequest request, CancellationToken cancellation) =>
        (await request.Articles(cancellation)).FirstOrDefault(a => a.Key == key);

    private static async ValueTask<object?> Node(string id, GraphRequest request, Needs needs, CancellationToken cancellation) =>
        id.StartsWith(Core.Article.IdPrefix, StringComparison.Ordinal) ? await Article(NodeIds.ArticleKey(id), request, cancellation) : Reference(id, request, needs);

    // Statements and passages say by their form what they are; everything else can only be an entity's key.
    private static ILater Reference(string id, GraphRequest request, Needs needs) =>
        StatementId.TryParse(id, out var statement) ? request.Statements.Load(statement, needs)
        : PassageId.TryParse(id, out var passage) ? request.Passages.Load(passage, needs)
        : request.Entities.Load(id, needs);

    // Each id is an entry of its own, so that what is wrong with one spoils no other. Of too many the first beyond the limit tells so, and those behind it are null.
    private static ILater?[] Nodes(GraphRequest request, FieldCall call)
    {
        var most = request.Options.MaxPageSize;
        var ids = ((System.Collections.IEnumerable)call.Arguments.Value("ids")!).Cast<string>().ToArray();
        var entries = new ILater?[ids.Length];
        for (var i = 0; i < Math.Min(ids.Length, most); i++)
            entries[i] = NodeEntry(ids[i], request, call.Needs);
        if (ids.Length > most)
            entries[most] = Failed(new LimitExceededException("'ids'", most, ids.Length, "Ask for the others in another field or request."));
        return entries;
    }

    private static Later Failed(GraphException failure) => new(_ => ValueTask.FromException<object?>(failure));

    private static ILater NodeEntry(string id, GraphRequest request, Needs needs)
    {
        try
        {
            return InputText.Checked(id, "ids").StartsWith(Core.Article.IdPrefix, StringComparison.Ordinal)
                ? new Later(async c => await Article(NodeIds.ArticleKey(id), request, c))
                : Reference(id, request, needs);
        }
        catch (BadInputException e)
        {
            return Failed(e);
        }
    }

    private static ILater Entity(GraphRequest request, FieldCall call, string? kind)
    {
        var (id, key, name) = (call.Arguments.Text("id"), call.Arguments.Text("key"), call.Arguments.Text("name"));
        if ((id is null ? 0 : 1) + (key is null ? 0 : 1) + (name is null ? 0 : 1) != 1)
            throw new BadInputException("Exactly one of 'id', 'key' and 'name' is needed.", "Give the one you know.", "key");
        var kinds = kind is null ? null : request.Ontology.ConcreteKinds(kind);
        if (name is null)
            return OfKind(call.Entity(id ?? key!), kinds);
        if (name.Length > request.Options.MaxTextLength)
            throw new LimitExceededException("Length of 'name'", request.Options.MaxTextLength, name.Length, "Ask for a shorter name.");
        var named = request.Named.Load((name, kind), Needs.None);
        return new Later(async c => await named.Value(c) switch
        {
            [] => null,
            [var one] => call.Entity(one),
            var many => throw new AmbiguousNameException(name, many),
        });
    }

    private static Later OfKind(Ticket<EntityRow?> ticket, IReadOnlySet<string>? kinds) =>
        new(async c => await ticket.Value(c) is { } row && (kinds?.Contains(row.Kind) ?? true) ? row : null);

    private static async ValueTask<object?> Count(CountOf of, IReadOnlyCollection<string> values, GraphRequest request, CancellationToken cancellation)
    {
        var tallies = await request.Tallies(of, cancellation);
        return tallies.Where(t => values.Count == 0 || values.Contains(t.Value)).Sum(t => t.Count);
    }

    private static async ValueTask<object?> Counts(CountOf of, GraphRequest request, CancellationToken cancellation) => await request.Tallies(of, cancellation);

    private static async ValueTask<object?> Search(GraphRequest request, FieldCall call, CancellationToken cancellation)
    {
        var text = call.Arguments.Text("text")!;
        if (text.Length > request.Options.MaxTextLength)
            throw new LimitExceededException("Length of 'text'", request.Options.MaxTextLength, text.Length, "Search for a shorter text.");
        var kinds = call.Arguments.Texts("kinds")?.SelectMany(request.Ontology.ConcreteKinds).ToHashSet();
        var first = PageArguments.Size(call.Arguments.Number("first"), "first", 10, request.Options);
        return await NameSearch.Search(request.Store, text, kinds, first, cancellation);
    }
}
