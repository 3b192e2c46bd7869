using CsCheck;
using Graph.Core;
using static Graph.SharedTests.AnyEntity;
using static Graph.SharedTests.AnyValue;

namespace Graph.SharedTests;

/// <summary>Random statements that are valid under <see cref="TestOntology"/>.</summary>
internal static class AnyStatement
{
    /// <summary>Any statement that may be said of these entities, in canonical form; null when there is none.</summary>
    public static Gen<Statement>? Of(IReadOnlyList<Entity> entities)
    {
        var triples = (from type in TestOntology.Instance.RelationshipTypes
                       from source in entities
                       from target in entities
                       where source.Key != target.Key && TestOntology.Instance.Allows(type.Name, source.Kind, target.Kind)
                       select (type.Name, Source: source.Key, Target: target.Key)).ToArray();
        var observed = (from metric in TestOntology.Instance.Metrics
                        from entity in entities
                        where TestOntology.Instance.MetricApplies(metric.Name, entity.Kind)
                        select (Metric: metric, entity.Key)).ToArray();
        var relationship = triples.Length == 0 ? null : Gen.OneOf(triples).SelectMany(t => Validity.Null().Select(Statement (v) =>
            new Relationship { Id = default, Type = t.Name, Source = t.Source, Target = t.Target, Validity = v }));
        var observation = observed.Length == 0 ? null : Gen.OneOf(observed).SelectMany(o => Gen.Select(Value(o.Metric), AnyValue.Period.Null(), Statement (value, period) =>
            new Observation { Id = default, Type = o.Metric.Name, Entity = o.Key, Value = value, Period = period }));
        var either = new[] { relationship, observation }.OfType<Gen<Statement>>().ToArray();
        return either.Length == 0 ? null : Said(Gen.OneOf(either), entities);
    }

    /// <summary>Up to 20 statements with different ids; DERIVED ones rest on others.</summary>
    public static Gen<Statement[]> Several(IReadOnlyList<Entity> entities) => Of(entities) is not { } one ? Gen.Const(Array.Empty<Statement>())
        : one.Array[0, 20].Select(all =>
        {
            var distinct = all.DistinctBy(s => s.Id).ToArray();
            for (var i = 0; i < distinct.Length; i++)
            {
                if (distinct[i].Status == Status.Derived)
                    distinct[i] = distinct[i] with { DerivedFrom = [.. distinct.Take(Math.Min(i, 2)).Select(s => s.Id).Order()] };
            }
            return distinct;
        });

    /// <summary>Three entities of each concrete kind (<c>company-1</c> ...), for tests that need statements of all shapes.</summary>
    public static IReadOnlyList<Entity> Cast { get; } = [.. ConcreteKinds.SelectMany(kind => Enumerable.Range(1, 3).Select(n =>
        new Entity($"{kind.ToLowerInvariant()}-{n}", kind, [new Declaration("first-news", [new EntityName($"{kind} {n}", "en", NameRole.Preferred)], null, new Dictionary<string, string>())])))];

    private static Gen<StatementValue> Value(Metric metric) => metric.Value switch
    {
        MetricValue.Quantity => Quantity(metric.Unit!).Select(StatementValue (q) => new QuantityValue(q)),
        MetricValue.Date => Gen.Select(Date, Text.Null(), StatementValue (date, words) => new DateValue(date, words)),
        _ => Text.Select(StatementValue (text) => new TextValue(text)),
    };

    private static Gen<Statement> Said(Gen<Statement> statement, IReadOnlyList<Entity> entities)
    {
        var status = Gen.Frequency((4, Gen.Const(Status.Stated)), (3, Gen.Enum<Status>()));
        var speaker = Gen.Select(Gen.OneOf([.. entities.Select(e => e.Key)]).Null(), Text.Null(), (key, words) => key is null && words is null ? null : new Speaker(key, words));
        var said = Gen.Select(AnyEntity.Evidence.Array[0, 3], Gen.Bool, (evidence, api) => (Evidence: evidence, Api: api || evidence.Length == 0));
        return Gen.Select(statement, status, Seldom, Gen.Frequency((2, Gen.Const((Speaker?)null)), (1, speaker)), Text.Null(0.7), Qualifiers(entities), Seldom, said,
            (what, how, negated, who, hedge, qualifiers, open, where) => Identity.Canonical(what with
            {
                Status = how,
                Polarity = negated ? Polarity.Negated : Polarity.Affirmed,
                Speaker = who,
                Hedge = hedge,
                Qualifiers = qualifiers,
                AmongOthers = open,
                Evidence = where.Evidence,
                FromApi = where.Api,
            }, TestOntology.Instance));
    }

    private static Gen<Qualifier[]> Qualifiers(IReadOnlyList<Entity> entities)
    {
        var all = TestOntology.Instance.Qualifiers.Select(type => type.Type switch
        {
            QualifierValueType.Text => Text.Select(StatementValue? (t) => new TextValue(t)),
            QualifierValueType.Quantity => Quantity(type.Unit!).Select(StatementValue? (q) => new QuantityValue(q)),
            QualifierValueType.Date => Date.Select(StatementValue? (d) => new DateValue(d)),
            _ => entities.Where(e => type.Kinds.Count == 0 || type.Kinds.Contains(e.Kind)).Select(e => e.Key).ToArray() is { Length: > 0 } keys
                ? Gen.OneOf(keys).Select(StatementValue? (k) => new EntityValue(k)) : Gen.Const((StatementValue?)null),
        }).Select((value, i) => Gen.Select(value, Gen.Int[0, 5], (v, chance) => v is null || chance > 0 ? null : new Qualifier(TestOntology.Instance.Qualifiers[i].Key, v)));
        return Each(all).Select(qualifiers => qualifiers.OfType<Qualifier>().ToArray());
    }
}
