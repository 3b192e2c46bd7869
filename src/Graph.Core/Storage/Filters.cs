namespace Graph.Core;

/// <summary>How a text is compared. Order is that of UTF-8 bytes.</summary>
public enum TextOperator
{
    /// <summary>Equals one of the values.</summary>
    In,
    Contains,
    StartsWith,
    Gt,
    Gte,
    Lt,
    Lte,
}

/// <param name="Values">One value, except for <see cref="TextOperator.In"/>: any number.</param>
public sealed record TextMatch(TextOperator Operator, IReadOnlyList<string> Values)
{
    public string Value => Values[0];
}

public enum NumberOperator
{
    In,
    Gt,
    Gte,
    Lt,
    Lte,
}

public sealed record NumberMatch(NumberOperator Operator, IReadOnlyList<decimal> Values)
{
    public decimal Value => Values[0];
}

/// <summary>Which entities: a closed union. <see cref="ReferenceEvaluator"/> says in code what each means.</summary>
public abstract record EntityFilter
{
    private EntityFilter()
    {
    }

    /// <summary>All of them; of none, everything.</summary>
    public sealed record And(IReadOnlyList<EntityFilter> All) : EntityFilter;

    /// <summary>Any of them; of none, nothing.</summary>
    public sealed record Or(IReadOnlyList<EntityFilter> Any) : EntityFilter;

    public sealed record Not(EntityFilter Filter) : EntityFilter;

    /// <param name="Concrete">Names of concrete kinds; unknown ones match nothing.</param>
    public sealed record OfKind(IReadOnlySet<string> Concrete) : EntityFilter;

    public sealed record Key(TextMatch Match) : EntityFilter;

    /// <summary>Any name's folded text matches. The values are folded already.</summary>
    public sealed record Name(TextMatch Match) : EntityFilter;

    public sealed record Degree(NumberMatch Match) : EntityFilter;

    /// <summary>Some AFFIRMED statement that passes <paramref name="Statement"/> touches the entity in this role (not Passage or Article), and its other end passes <paramref name="Other"/>.</summary>
    /// <param name="Other">For relationships only (roles Out, In, AnyEnd); null for any.</param>
    public sealed record Some(AnchorRole Role, StatementFilter Statement, EntityFilter? Other) : EntityFilter;

    public static EntityFilter Everything { get; } = new And([]);
}

/// <summary>Which statements: a closed union. Relationships, observations, or both.</summary>
public abstract record StatementFilter
{
    private StatementFilter()
    {
    }

    /// <summary>All of them; of none, everything.</summary>
    public sealed record And(IReadOnlyList<StatementFilter> All) : StatementFilter;

    /// <summary>Any of them; of none, nothing.</summary>
    public sealed record Or(IReadOnlyList<StatementFilter> Any) : StatementFilter;

    public sealed record Not(StatementFilter Filter) : StatementFilter;

    public sealed record OfForm(StatementForm Form) : StatementFilter;

    /// <param name="Names">Relationship types and metrics.</param>
    public sealed record OfType(IReadOnlySet<string> Names) : StatementFilter;

    public sealed record OfStatus(IReadOnlySet<Status> Any) : StatementFilter;

    public sealed record OfPolarity(Polarity Polarity) : StatementFilter;

    public sealed record WithId(IReadOnlySet<StatementId> Ids) : StatementFilter;

    /// <param name="Entities">Keys of speakers; null for any speaker at all, named or unnamed.</param>
    public sealed record SaidBy(IReadOnlySet<string>? Entities) : StatementFilter;

    public sealed record InArticle(IReadOnlySet<string> Keys) : StatementFilter;

    public sealed record InPassage(IReadOnlySet<PassageId> Ids) : StatementFilter;

    /// <summary>One of the entities has any part in it: end, observed, speaker, or a qualifier's entity.</summary>
    public sealed record About(IReadOnlySet<string> Entities) : StatementFilter;

    /// <summary>The ends of a relationship, or (without targets) the entity of an observation. One assignment of a symmetric relationship's ends must match both.</summary>
    /// <param name="Sources">Null for any.</param>
    /// <param name="Targets">Null for any; otherwise only relationships match.</param>
    public sealed record Ends(IReadOnlySet<string>? Sources, IReadOnlySet<string>? Targets) : StatementFilter;

    /// <summary>Its <see cref="Statement.Window"/> overlaps: it does not surely lie outside. This is asOf, and period overlap.</summary>
    public sealed record Within(DayWindow Window) : StatementFilter;

    /// <summary>An observation whose quantity's amount (in the base unit, of a RANGE the lesser) matches.</summary>
    public sealed record Amount(NumberMatch Match) : StatementFilter;

    public static StatementFilter Everything { get; } = new And([]);

    public static StatementFilter Affirmed { get; } = new OfPolarity(Polarity.Affirmed);
}
