using CsCheck;
using Graph.Core;
using static Graph.StoreTests.Make;

namespace Graph.StoreTests;

/// <summary>Random graphs of a few entities that are well connected: one way, both ways, denied, more than once, at some times only.</summary>
internal static class AnyConnected
{
    /// <summary>Keys with their kinds. Some sort otherwise than their parts would.</summary>
    public static (string Key, string Kind)[] Entities { get; } =
        [("a", "Company"), ("a-b", "Person"), ("a0", "Company"), ("ab", "Product"), ("b", "Person"), ("c", "Company"), ("d", "Product"), ("e", "Person")];

    public static Gen<string> Key { get; } = Gen.OneOf([.. Entities.Select(e => e.Key)]);

    public static Gen<IReadOnlySet<string>?> Types { get; } = Set("INFLUENCED_BY", "COMPETES_WITH", "PARTNER_OF", "DEVELOPS", "UNKNOWN");

    public static Gen<IReadOnlySet<string>?> Kinds { get; } = Set("Person", "Company", "Product");

    public static Gen<DayWindow?> AsOf { get; } = Gen.Int[2019, 2024].Select(year => DayWindow.Of(PartialDate.Parse($"{year}"))).Nullable(0.5);

    private static readonly Gen<Period> Validity = Gen.Select(Gen.Int[2020, 2023], Gen.Int[0, 1], Gen.Bool, (from, years, open) => During($"{from}", open ? null : $"{from + years}"));

    private static readonly (string Source, string Type, string Target)[] Triples =
    [
        .. from type in TestOntology.Instance.RelationshipTypes
           from source in Entities
           from target in Entities
           where source.Key != target.Key && TestOntology.Instance.Allows(type.Name, source.Kind, target.Kind)
           select (source.Key, type.Name, target.Key),
    ];

    public static Gen<ReferenceGraph> Graph { get; } = Gen.Select(Gen.OneOf(Triples), Validity.Null(0.6), Gen.Frequency((6, Gen.Const(Polarity.Affirmed)), (1, Gen.Const(Polarity.Negated))),
            (t, validity, polarity) => (Statement)Relationship(t.Source, t.Type, t.Target, polarity: polarity, validity: validity))
        .Array[0, 30].Select(all => new ReferenceGraph(TestOntology.Instance, Entities.Select(e => Entity(e.Key, e.Kind)), all.DistinctBy(s => s.Id)));

    /// <summary>Whether the relationship is a connection that leads from one to the other in this direction.</summary>
    public static bool Leads(Relationship r, string from, string to, Direction direction, IReadOnlySet<string>? types, DayWindow? asOf) =>
        r.Polarity == Polarity.Affirmed && types?.Contains(r.Type) != false && asOf?.Overlaps(r.Window) != false
        && ((r.Source == from && r.Target == to && (direction != Direction.In || TestOntology.Instance.IsSymmetric(r.Type)))
            || (r.Source == to && r.Target == from && (direction != Direction.Out || TestOntology.Instance.IsSymmetric(r.Type))));

    private static Gen<IReadOnlySet<string>?> Set(params string[] values) => Gen.OneOf(values).HashSet[1, 3].Select(IReadOnlySet<string> (set) => set).Null(0.6);
}
