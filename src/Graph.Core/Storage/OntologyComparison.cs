namespace Graph.Core;

/// <summary>The parts of <see cref="OntologyChange.Compare"/>. A kind that is gone is told once, not again by each type that named it.</summary>
internal sealed class OntologyComparison(Ontology before, Ontology after)
{
    public IEnumerable<Narrowing> Languages()
    {
        if (before.DefaultLanguage != after.DefaultLanguage) // order keys are made of names in it
            yield return new($"the default language is no longer '{before.DefaultLanguage}'", new UseQuery.Entities(EntityFilter.Everything));
        foreach (var narrowing in before.Languages.Except(after.Languages).SelectMany(LanguageGone))
            yield return narrowing;
        if (!before.Languages.Intersect(after.Languages).SequenceEqual(after.Languages.Intersect(before.Languages))) // texts count by the first that has one
            yield return new("the languages are in another order", EachStatement((statement, _) => Identity.Id(statement, after) != statement.Id));
    }

    public IEnumerable<Narrowing> Kinds()
    {
        foreach (var kind in before.Kinds.Where(k => !k.IsAbstract && !Remains(k.Name)))
        {
            var what = after.FindKind(kind.Name) is null ? "is gone" : "has children now, so that no entity can be directly of it";
            yield return new($"the kind '{kind.Name}' {what}", new UseQuery.Entities(new EntityFilter.OfKind(new HashSet<string> { kind.Name })));
        }
    }

    public IEnumerable<Narrowing> Types()
    {
        foreach (var type in before.RelationshipTypes)
        {
            var all = All(StatementForm.Relationship, type.Name);
            var what = $"the relationship type '{type.Name}'";
            if (after.FindType(type.Name) is not { } now)
                yield return new($"{what} is gone", new UseQuery.Statements(all));
            else if (now.Symmetric != type.Symmetric)
                yield return new($"{what} is {(now.Symmetric ? "symmetric now" : "no longer symmetric")}", new UseQuery.Statements(all));
            else if (LostPairs(type.Name) is { Count: > 0 } lost)
                yield return new($"{what} no longer leads {string.Join(", ", lost.Select(p => $"{p.From} -> {p.To}"))}", OfPairs(all, lost));
        }
    }

    public IEnumerable<Narrowing> Metrics()
    {
        foreach (var metric in before.Metrics)
        {
            var all = All(StatementForm.Observation, metric.Name);
            var what = $"the metric '{metric.Name}'";
            if (after.FindMetric(metric.Name) is not { } now)
                yield return new($"{what} is gone", new UseQuery.Statements(all));
            else if (now.Value != metric.Value)
                yield return new($"{what} is {Upper(now.Value)} instead of {Upper(metric.Value)}", new UseQuery.Statements(all));
            else if (now.Unit != metric.Unit)
                yield return new($"{what} is in {now.Unit} instead of {metric.Unit}", new UseQuery.Statements(all));
            else if (LostKinds(metric.Kinds, now.Kinds) is { Count: > 0 } lost)
                yield return new($"{what} is no longer said of {string.Join(", ", lost)}", OfSubjects(all, lost));
        }
    }

    public IEnumerable<Narrowing> Qualifiers()
    {
        foreach (var qualifier in before.Qualifiers)
        {
            var what = $"the qualifier '{qualifier.Key}'";
            if (after.FindQualifier(qualifier.Key) is not { } now)
                yield return new($"{what} is gone", Qualified(qualifier));
            else if (now.Type != qualifier.Type)
                yield return new($"{what} is {Upper(now.Type)} instead of {Upper(qualifier.Type)}", Qualified(qualifier));
            else if (now.Unit != qualifier.Unit)
                yield return new($"{what} is in {now.Unit} instead of {qualifier.Unit}", Qualified(qualifier));
            else if (LostKinds(KindsOf(before, qualifier), KindsOf(after, now)) is { Count: > 0 } lost)
                yield return new($"{what} no longer names {string.Join(", ", lost)}", Qualified(qualifier, lost));
        }
    }

    private static IEnumerable<Narrowing> LanguageGone(string language)
    {
        var what = $"the language '{language}' is gone";
        bool HasIt(Entity entity) =>
            entity.Names.Any(n => n.Language == language) || entity.Declarations.Any(d => d.Summary?.In(language) is not null);
        yield return new(what, new UseQuery.Entities(EntityFilter.Everything, HasIt));
        yield return new(what, new UseQuery.Articles(a => a.Title.In(language) is not null));
        yield return new(what, new UseQuery.Passages(p => p.Texts.In(language) is not null));
        yield return new(what, EachStatement((statement, _) => StatementTexts.Has(statement, language)));
    }

    // No filter asks for qualifiers, so every statement is read.
    private static UseQuery.Statements Qualified(QualifierType qualifier, IReadOnlyList<string>? kinds = null) =>
        EachStatement((statement, kindOf) => statement.QualifierValue(qualifier.Key) is { } value
            && (kinds is null || (value is EntityValue entity && IsOf(kinds, kindOf(entity.Key)))));

    private static UseQuery.Statements EachStatement(Func<Statement, KindOf, bool> where) =>
        new(StatementFilter.Everything, (row, kindOf) => where(row.Statement, kindOf), StatementParts.Body);

    private static UseQuery.Statements OfPairs(StatementFilter all, IReadOnlyList<(string From, string To)> pairs) => new(all, (row, kindOf) =>
        row.Target is { } target && kindOf(row.Subject) is { } from && kindOf(target) is { } to && pairs.Contains((from, to)));

    private static UseQuery.Statements OfSubjects(StatementFilter all, IReadOnlyList<string> kinds) =>
        new(all, (row, kindOf) => IsOf(kinds, kindOf(row.Subject)));

    private static bool IsOf(IReadOnlyList<string> kinds, string? kind) => kind is not null && kinds.Contains(kind);

    private static StatementFilter.And All(StatementForm form, string type) =>
        new([new StatementFilter.OfForm(form), new StatementFilter.OfType(new HashSet<string> { type })]);

    private List<(string From, string To)> LostPairs(string type) =>
        [.. before.ConcretePairs(type).Except(after.ConcretePairs(type)).Where(p => Remains(p.From) && Remains(p.To)).Order()];

    private List<string> LostKinds(IEnumerable<string> was, IEnumerable<string> @is) =>
        [.. was.SelectMany(before.ConcreteKinds).Except(@is.SelectMany(after.ConcreteKinds)).Where(Remains).Order(StringComparer.Ordinal)];

    private bool Remains(string kind) => after.FindKind(kind) is { IsAbstract: false };

    private static IEnumerable<string> KindsOf(Ontology ontology, QualifierType qualifier) =>
        qualifier.Kinds.Count > 0 ? qualifier.Kinds : ontology.Kinds.Select(k => k.Name);

    private static string Upper<T>(T value)
        where T : struct, Enum => Spelling.EnumValue(value.ToString());
}
