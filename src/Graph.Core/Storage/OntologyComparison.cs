namespace Graph.Core;

/// <summary>The parts of <see cref="OntologyChange.Compare"/>. A kind that is gone is told once, not again by each type that named it.</summary>
internal static class OntologyComparison
{
    public static IEnumerable<Narrowing> Languages(Ontology before, Ontology after)
    {
        if (before.DefaultLanguage != after.DefaultLanguage) // order keys are made of names in it
            yield return new($"the default language is no longer '{before.DefaultLanguage}'", new UseQuery.Entities(EntityFilter.Everything));
        foreach (var language in before.Languages.Except(after.Languages))
        {
            var what = $"the language '{language}' is gone";
            yield return new(what, new UseQuery.Entities(EntityFilter.Everything, e => e.Names.Any(n => n.Language == language) || e.Declarations.Any(d => d.Summary?.In(language) is not null)));
            yield return new(what, new UseQuery.Articles(a => a.Language == language || a.Title.In(language) is not null));
            yield return new(what, new UseQuery.Passages(p => p.Texts.In(language) is not null));
            yield return new(what, new UseQuery.Statements(StatementFilter.Everything, (row, _) => StatementTexts.Has(row.Statement, language), StatementParts.Body));
        }
        if (!before.Languages.Intersect(after.Languages).SequenceEqual(after.Languages.Intersect(before.Languages))) // texts count by the first language that has one
            yield return new("the languages are in another order", new UseQuery.Statements(StatementFilter.Everything, (row, _) => Identity.Id(row.Statement, after) != row.Id, StatementParts.Body));
    }

    public static IEnumerable<Narrowing> Kinds(Ontology before, Ontology after)
    {
        foreach (var kind in before.Kinds.Where(k => !k.IsAbstract && !IsConcrete(after, k.Name)))
        {
            var what = after.FindKind(kind.Name) is null ? $"the kind '{kind.Name}' is gone" : $"the kind '{kind.Name}' has children now, so that no entity can be directly of it";
            yield return new(what, new UseQuery.Entities(new EntityFilter.OfKind(new HashSet<string> { kind.Name })));
        }
    }

    public static IEnumerable<Narrowing> Types(Ontology before, Ontology after)
    {
        foreach (var type in before.RelationshipTypes)
        {
            var all = All(StatementForm.Relationship, type.Name);
            if (after.FindType(type.Name) is not { } now)
                yield return new($"the relationship type '{type.Name}' is gone", new UseQuery.Statements(all));
            else if (now.Symmetric != type.Symmetric)
                yield return new($"the relationship type '{type.Name}' is {(now.Symmetric ? "symmetric now" : "no longer symmetric")}", new UseQuery.Statements(all));
            else if (Lost(before.ConcretePairs(type.Name), after.ConcretePairs(type.Name), p => IsConcrete(after, p.From) && IsConcrete(after, p.To)) is { Count: > 0 } pairs)
                yield return new($"the relationship type '{type.Name}' no longer leads {string.Join(", ", pairs.Select(p => $"{p.From} -> {p.To}"))}", OfPairs(all, pairs));
        }
    }

    public static IEnumerable<Narrowing> Metrics(Ontology before, Ontology after)
    {
        foreach (var metric in before.Metrics)
        {
            var all = All(StatementForm.Observation, metric.Name);
            if (after.FindMetric(metric.Name) is not { } now)
                yield return new($"the metric '{metric.Name}' is gone", new UseQuery.Statements(all));
            else if (now.Value != metric.Value)
                yield return new($"the metric '{metric.Name}' is {Upper(now.Value)} instead of {Upper(metric.Value)}", new UseQuery.Statements(all));
            else if (now.Unit != metric.Unit)
                yield return new($"the metric '{metric.Name}' is in {now.Unit} instead of {metric.Unit}", new UseQuery.Statements(all));
            else if (Lost(Concrete(before, metric.Kinds), Concrete(after, now.Kinds), k => IsConcrete(after, k)) is { Count: > 0 } kinds)
                yield return new($"the metric '{metric.Name}' is no longer said of {string.Join(", ", kinds)}", new UseQuery.Statements(all, (row, kindOf) => kindOf(row.Subject) is { } kind && kinds.Contains(kind)));
        }
    }

    public static IEnumerable<Narrowing> Qualifiers(Ontology before, Ontology after)
    {
        foreach (var qualifier in before.Qualifiers)
        {
            if (after.FindQualifier(qualifier.Key) is not { } now)
                yield return OfQualifier(qualifier, "is gone", (_, _) => true);
            else if (now.Type != qualifier.Type)
                yield return OfQualifier(qualifier, $"is {Upper(now.Type)} instead of {Upper(qualifier.Type)}", (_, _) => true);
            else if (now.Unit != qualifier.Unit)
                yield return OfQualifier(qualifier, $"is in {now.Unit} instead of {qualifier.Unit}", (_, _) => true);
            else if (Lost(Allowed(before, qualifier), Allowed(after, now), k => IsConcrete(after, k)) is { Count: > 0 } kinds)
                yield return OfQualifier(qualifier, $"no longer names {string.Join(", ", kinds)}", (value, kindOf) => value is EntityValue entity && kindOf(entity.Key) is { } kind && kinds.Contains(kind));
        }
    }

    // No filter asks for qualifiers, so every statement is read.
    private static Narrowing OfQualifier(QualifierType qualifier, string change, Func<StatementValue, KindOf, bool> isLost) =>
        new($"the qualifier '{qualifier.Key}' {change}", new UseQuery.Statements(StatementFilter.Everything,
            (row, kindOf) => row.Statement.QualifierValue(qualifier.Key) is { } value && isLost(value, kindOf), StatementParts.Body));

    private static UseQuery.Statements OfPairs(StatementFilter all, IReadOnlyList<(string From, string To)> pairs) =>
        new(all, (row, kindOf) => row.Target is { } target && kindOf(row.Subject) is { } from && kindOf(target) is { } to && pairs.Contains((from, to)));

    private static StatementFilter.And All(StatementForm form, string type) =>
        new([new StatementFilter.OfForm(form), new StatementFilter.OfType(new HashSet<string> { type })]);

    private static IReadOnlyList<T> Lost<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, bool> isThere) => [.. before.Except(after).Where(isThere).Order()];

    private static bool IsConcrete(Ontology ontology, string kind) => ontology.FindKind(kind) is { IsAbstract: false };

    private static IEnumerable<string> Concrete(Ontology ontology, IEnumerable<string> kinds) => kinds.SelectMany(ontology.ConcreteKinds).Distinct();

    private static IEnumerable<string> Allowed(Ontology ontology, QualifierType qualifier) =>
        Concrete(ontology, qualifier.Kinds.Count > 0 ? qualifier.Kinds : ontology.Kinds.Select(k => k.Name));

    private static string Upper<T>(T value)
        where T : struct, Enum => Spelling.EnumValue(value.ToString());
}
