namespace Graph.Core;

/// <summary>Which statements cannot both be so. Computed when read, never stored.</summary>
/// <remarks>
/// Two statements of one type or metric, with the same scope and relativeTo, conflict when
/// <list type="bullet">
/// <item>one affirms and the other denies the same: the same ends at the same or surely overlapping times, or the same value of surely the same period;</item>
/// <item>both affirm a functional type of one source with different targets at surely overlapping times (of a symmetric type: of one end, with different other ends);</item>
/// <item>both affirm values AT or DURING surely the same period whose bounds exclude each other (quantities, dates; texts never do).</item>
/// </list>
/// What is PLANNED, POSSIBLE or an OPINION conflicts with nothing. Speakers, hedges and other qualifiers make no difference.
/// "Surely": see <see cref="Period.SurelySame"/> and <see cref="Period.SurelyOverlap"/>.
/// </remarks>
public static class Conflicts
{
    private static readonly HashSet<Status> Asserting = [Status.Stated, Status.Reported, Status.Implied, Status.Derived];

    /// <summary>Whether the two conflict; the order does not matter. Both have their canonical ids; one never conflicts with itself.</summary>
    public static bool Between(Statement one, Statement other, Ontology ontology)
    {
        if (one.Id == other.Id || one.Type != other.Type || !Asserting.Contains(one.Status) || !Asserting.Contains(other.Status))
            return false;
        if (!SameQualifier(QualifierType.Scope) || !SameQualifier(QualifierType.RelativeTo))
            return false;
        return (one, other) switch
        {
            (Relationship a, Relationship b) => Between(a, b, ontology),
            (Observation a, Observation b) => Between(a, b, ontology),
            _ => false,
        };

        bool SameQualifier(string key) => Identity.SameValue(one.QualifierValue(key), other.QualifierValue(key), ontology);
    }

    /// <summary>For each statement of the batch those in the store that conflict with it, by id. Costs at most two operations of the store.</summary>
    public static async ValueTask<IReadOnlyList<IReadOnlyList<Statement>>> Find(IGraphStore store, IReadOnlyList<Statement> batch, CancellationToken cancellation)
    {
        var asserted = batch.Where(s => Asserting.Contains(s.Status)).ToArray();
        var rivals = await Rivals(store, [.. asserted.OfType<Observation>()], cancellation);
        var more = await Rivals(store, [.. asserted.OfType<Relationship>()], cancellation);
        var byType = rivals.Concat(more).DistinctBy(s => s.Id).OrderBy(s => s.Id).ToLookup(s => s.Type);
        return [.. batch.Select(s => (IReadOnlyList<Statement>)[.. byType[s.Type].Where(rival => Between(s, rival, store.Ontology))])];
    }

    private static async ValueTask<IEnumerable<Statement>> Rivals(IGraphStore store, Observation[] batch, CancellationToken cancellation)
    {
        if (batch.Length == 0)
            return [];
        var metrics = new StatementFilter.OfType(batch.Select(o => o.Type).ToHashSet());
        return await Read(store, [.. batch.Select(o => o.Entity).Distinct()], AnchorRole.Observed, metrics, cancellation);
    }

    // Everything of the source in a functional type; in others only what ends at the same targets. In a symmetric functional type the target too has one other end at a time.
    private static async ValueTask<IEnumerable<Statement>> Rivals(IGraphStore store, Relationship[] batch, CancellationToken cancellation)
    {
        if (batch.Length == 0)
            return [];
        var anchors = batch.SelectMany(r => IsFunctional(r.Type) && store.Ontology.IsSymmetric(r.Type) ? new[] { r.Source, r.Target } : [r.Source]).Distinct();
        var types = batch.Select(r => r.Type).ToLookup(IsFunctional);
        StatementFilter filter = new StatementFilter.Or(
        [
            new StatementFilter.OfType(types[true].ToHashSet()),
            new StatementFilter.And([new StatementFilter.OfType(types[false].ToHashSet()), new StatementFilter.Ends(null, batch.SelectMany(r => new[] { r.Source, r.Target }).ToHashSet())]),
        ]);
        return await Read(store, [.. anchors], AnchorRole.Out, filter, cancellation);

        bool IsFunctional(string type) => store.Ontology.FindType(type) is { Functional: true };
    }

    private static async ValueTask<IEnumerable<Statement>> Read(IGraphStore store, IReadOnlyList<string> anchors, AnchorRole role, StatementFilter filter, CancellationToken cancellation)
    {
        var asserting = new StatementFilter.And([filter, new StatementFilter.OfStatus(Asserting)]);
        var pages = await store.StatementsOf(anchors, role, asserting, PageRequest.First(PageRequest.NoLimit), StatementParts.Body, cancellation);
        return pages.SelectMany(p => p.Values).Select(row => row.Statement);
    }

    private static bool Between(Relationship one, Relationship other, Ontology ontology)
    {
        var symmetric = ontology.IsSymmetric(one.Type);
        var same = (one.Source == other.Source && one.Target == other.Target) || (symmetric && one.Source == other.Target && one.Target == other.Source);
        if (one.Polarity != other.Polarity)
            return same && (SameDates(one.Validity, other.Validity) || Period.SurelyOverlap(one.Validity, other.Validity));
        var shared = one.Source == other.Source || (symmetric && (one.Target == other.Target || one.Source == other.Target || one.Target == other.Source));
        return !same && shared && one.Polarity == Polarity.Affirmed && ontology.FindType(one.Type) is { Functional: true }
            && Period.SurelyOverlap(one.Validity, other.Validity);
    }

    private static bool Between(Observation one, Observation other, Ontology ontology)
    {
        if (one.Entity != other.Entity)
            return false;
        if (one.Polarity != other.Polarity)
            return Identity.SameValue(one.Value, other.Value, ontology) && SameRole(one.Period, other.Period)
                && (SameDates(one.Period, other.Period) || Period.SurelySame(one.Period, other.Period));
        return one.Polarity == Polarity.Affirmed && IsValueOf(one.Period) && IsValueOf(other.Period) && SameRole(one.Period, other.Period)
            && Period.SurelySame(one.Period, other.Period) && Excludes(one.Value, other.Value);
    }

    // A deadline or a beginning bounds no value.
    private static bool IsValueOf(Period? period) => period?.Role is null or PeriodRole.At or PeriodRole.During;

    // The role of a period without dates says nothing.
    private static bool SameRole(Period? one, Period? other) => one is not { IsDated: true } || other is not { IsDated: true } || one.Role == other.Role;

    // As identity has it: the same written dates, uncertain ones too.
    private static bool SameDates(Period? one, Period? other) => Written(one?.From) == Written(other?.From) && Written(one?.To) == Written(other?.To);

    private static PartialDate? Written(PartialDate? date) => date is { } d ? d with { Inferred = false } : null;

    private static bool Excludes(StatementValue one, StatementValue other) => (one, other) switch
    {
        (QuantityValue a, QuantityValue b) => a.Quantity.Unit == b.Quantity.Unit && a.Quantity.Excludes(b.Quantity),
        (DateValue a, DateValue b) => !DayWindow.Of(a.Date).Overlaps(DayWindow.Of(b.Date)),
        _ => false,
    };
}
