using Graph.Core;

namespace Graph.Host;

internal sealed partial class FilterReader
{
    private StatementFilter Statements(InputObject input, int depth)
    {
        Deeper(input, depth);
        var all = new List<StatementFilter>();
        if (input.Value("source") is not null || input.Value("target") is not null)
            all.Add(new StatementFilter.Ends(Ids(input, "source"), Ids(input, "target")));
        foreach (var (name, value, path) in input.Given())
        {
            switch (name)
            {
                case "AND":
                    all.AddRange(Objects(value, path).Select(o => Statements(o, depth + 1)));
                    break;
                case "OR":
                    all.Add(new StatementFilter.Or([.. Objects(value, path).Select(o => Statements(o, depth + 1))]));
                    break;
                case "NOT":
                    all.Add(new StatementFilter.Not(Statements(Object(value, path), depth + 1)));
                    break;
                case "source" or "target" or "node": // read above, or by the filter on entities
                    break;
                case "amount":
                    all.AddRange(Numbers(Object(value, path)).Select(m => new StatementFilter.Amount(m)));
                    break;
                default:
                    all.Add(Statement(name, value, path));
                    break;
            }
        }
        return all.Count == 1 ? all[0] : new StatementFilter.And(all);
    }

    private StatementFilter Statement(string name, object value, string path) => name switch
    {
        "id" => new StatementFilter.WithId(Set(Object(value, path), StatementIds)),
        "type" or "metric" => new StatementFilter.OfType(Set(Object(value, path), One)),
        "entity" => new StatementFilter.Ends(Set(Object(value, path), One), null),
        "status" => new StatementFilter.OfStatus(Set<Status, Status>(Object(value, path), status => [status])),
        "polarity" => Polarities(Set<Polarity, Polarity>(Object(value, path), polarity => [polarity])),
        "speaker" => new StatementFilter.SaidBy(Set(Object(value, path), One)),
        "hasSpeaker" => (bool)value ? new StatementFilter.SaidBy(null) : new StatementFilter.Not(new StatementFilter.SaidBy(null)),
        "article" => new StatementFilter.InArticle(Set(Object(value, path), id => [NodeIds.ArticleKey(id)])),
        "passage" => new StatementFilter.InPassage(Set(Object(value, path), PassageIds)),
        "about" => new StatementFilter.About(Set(Object(value, path), One)),
        "asOf" => new StatementFilter.Within(DayWindow.Of((PartialDate)value)),
        "period" => new StatementFilter.Within(Window(Object(value, path))),
        _ => throw new InvalidOperationException($"The filter '{path}' has no meaning."),
    };

    private static StatementFilter Polarities(IReadOnlySet<Polarity> any) =>
        any.Count == 1 ? new StatementFilter.OfPolarity(any.First()) : any.Count == 0 ? new StatementFilter.Or([]) : StatementFilter.Everything;

    private static DayWindow Window(InputObject input)
    {
        var (from, to) = ((PartialDate?)input.Value("from"), (PartialDate?)input.Value("to"));
        if (from is { } first && to is { } last && first.First > last.Last)
            throw new BadInputException($"'{input.Path}' ends ({last}) before it begins ({first}).", "Swap 'from' and 'to'.", input.Path);
        return DayWindow.Between(from, to);
    }

    private HashSet<string>? Ids(InputObject input, string name) =>
        input.Value(name) is { } value ? Set(Object(value, $"{input.Path}.{name}"), One) : null;

    private static IEnumerable<string> One(string text) => [text];

    private static IEnumerable<StatementId> StatementIds(string text) => StatementId.TryParse(text, out var id) ? [id] : [];

    private static IEnumerable<PassageId> PassageIds(string text) => PassageId.TryParse(text, out var id) ? [id] : [];
}
