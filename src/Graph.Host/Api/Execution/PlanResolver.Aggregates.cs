using Graph.Core;

namespace Graph.Host;

internal static partial class PlanResolver
{
    private static Later KindCounts(Connection page, GraphRequest request)
    {
        var ticket = request.Aggregates.Kinds.Load(page.Scope!, Needs.None);
        return new Later(async c => MostFirst(await ticket.Value(c)));
    }

    private static Later StatementCounts(Connection page, FieldPlan.StatementCounts plan, GraphRequest request, FieldCall call)
    {
        var first = plan.SizeArgument is { } argument
            ? PageArguments.Size(call.Arguments.Number(argument), argument, plan.ListSize, request.Options) : int.MaxValue;
        var ticket = request.Aggregates.Counts.Load(new CountKey(page.Scope!, page.Anchor, plan.By), Needs.None);
        return new Later(async c => MostFirst(await ticket.Value(c))
            .Where(t => plan.Of is not { } form || FormOf(t.Value, request.Ontology) == form).Take(first).ToArray());
    }

    private static Ticket<StatementRow?> Extreme(Connection page, bool greatest, GraphRequest request, FieldCall call)
    {
        var metric = call.Arguments.Text("metric")!;
        return request.Ontology.FindMetric(metric)!.Value == MetricValue.Quantity
            ? request.Aggregates.Extremes.Load(new ExtremeKey(page.Scope!, page.Anchor, metric, greatest), call.Needs)
            : throw new BadInputException($"'metric' is {metric}, whose values are no amounts.",
                "Name a metric whose 'valueType' is QUANTITY; see 'ontology.metrics'.", "metric");
    }

    private static IEnumerable<Tally> MostFirst(IReadOnlyList<Tally> tallies) =>
        tallies.OrderByDescending(t => t.Count).ThenBy(t => t.Value, Utf8Order.Instance);

    private static StatementForm FormOf(string type, Ontology ontology) =>
        ontology.FindMetric(type) is null ? StatementForm.Relationship : StatementForm.Observation;
}
