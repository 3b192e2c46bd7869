namespace Graph.Core;

/// <summary>Which parts of an entity a caller reads; the others are not fetched, and asking for them throws.</summary>
[Flags]
public enum EntityParts
{
    /// <summary>Key and kind.</summary>
    Scalars = 0,
    Degree = 1,

    /// <summary>Names, summary, identifiers: the whole <see cref="Core.Entity"/>.</summary>
    Body = 2,

    /// <summary>What <see cref="EntityRow.Name"/> shows; cheaper than the body.</summary>
    Names = 4,
}

/// <summary>An entity as read from a store.</summary>
public sealed class EntityRow(string key, string kind, long? degree, string? body, string? names = null)
{
    private Entity? _entity;
    private EntityQuery? _query;
    private IReadOnlyList<Page<StatementRow>> _pages = [];

    public string Key { get; } = key;

    public string Kind { get; } = kind;

    /// <summary>How many AFFIRMED relationships touch it.</summary>
    public long Degree => degree ?? throw NotRead(nameof(Degree));

    /// <summary>The canonical JSON.</summary>
    public string Body => body ?? throw NotRead(nameof(Body));

    public Entity Entity => _entity ??= CanonicalJson.ReadEntity(Body);

    /// <summary><see cref="Core.Entity.Name"/>, of the names alone where these were read, else of the body.</summary>
    public string Name(string? language, Ontology ontology) =>
        names is not null ? PreferredNames.Choose(names, language, ontology.DefaultLanguage)
        : body is not null ? Entity.Name(language, ontology)
        : throw NotRead(nameof(Name));

    /// <summary>Whether these parts were read. A body has the names.</summary>
    public bool Has(EntityParts parts) => (!parts.HasFlag(EntityParts.Degree) || degree is not null)
        && (body is not null || !(parts.HasFlag(EntityParts.Body) || (parts.HasFlag(EntityParts.Names) && names is null)));

    /// <summary>The page that was read for this very query together with the entity; null when it was not.</summary>
    public Page<StatementRow>? PageOf(StatementsQuery query)
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            if (ReferenceEquals(_query!.Statements[i], query))
                return _pages[i];
        }
        return null;
    }

    /// <summary>For stores: the row with what was read together with it, a page for each of the query's.</summary>
    public EntityRow With(EntityQuery query, IReadOnlyList<Page<StatementRow>> pages) =>
        new(Key, Kind, degree, body, names) { _entity = _entity, _query = query, _pages = pages };

    private static InvalidOperationException NotRead(string part) => new($"{part} was not among the parts read.");
}

/// <summary>Which parts of a statement a caller reads.</summary>
[Flags]
public enum StatementParts
{
    /// <summary>Id, type, ends, status, polarity.</summary>
    Scalars = 0,

    /// <summary>The whole <see cref="Core.Statement"/>.</summary>
    Body = 1,
}

/// <summary>A statement as read from a store.</summary>
/// <param name="other">See <see cref="Other"/>.</param>
public sealed class StatementRow(StatementId id, string subject, string? target, Status status, Polarity polarity, string? body, EntityRow? other = null)
{
    private Statement? _statement;

    public StatementId Id { get; } = id;

    /// <summary>Source of a relationship, entity of an observation.</summary>
    public string Subject { get; } = subject;

    /// <summary>Null for an observation.</summary>
    public string? Target { get; } = target;

    public Status Status { get; } = status;

    public Polarity Polarity { get; } = polarity;

    /// <summary>The entity at the other end than the anchor, where <see cref="StatementsQuery.Other"/> asked for it.</summary>
    public EntityRow? Other { get; } = other;

    /// <summary>For stores: the row with the entity at its other end.</summary>
    public StatementRow With(EntityRow? other) => new(Id, Subject, Target, Status, Polarity, body, other) { _statement = _statement };

    /// <summary>The key of the end of a relationship that is not the anchor.</summary>
    public string OtherThan(string anchor) => Subject == anchor ? Target! : Subject;

    /// <summary>The row of a statement at hand, with all its parts.</summary>
    public static StatementRow Of(Statement statement) =>
        new(statement.Id, statement.Subject, (statement as Relationship)?.Target, statement.Status, statement.Polarity, CanonicalJson.Of(statement)) { _statement = statement };

    /// <summary>The canonical JSON.</summary>
    public string Body => body ?? throw new InvalidOperationException("Body was not among the parts read.");

    public Statement Statement => _statement ??= CanonicalJson.ReadStatement(Body);
}

/// <summary>How a statement touches the anchor it is read for.</summary>
public enum AnchorRole
{
    /// <summary>The anchor (an entity's key) is the source; either end of a symmetric type.</summary>
    Out,

    /// <summary>The anchor is the target; either end of a symmetric type.</summary>
    In,

    /// <summary>The anchor is either end of a relationship.</summary>
    AnyEnd,

    /// <summary>The anchor is the observed entity.</summary>
    Observed,

    /// <summary>The anchor has any part in it: end, observed, speaker, or a qualifier's entity.</summary>
    About,

    /// <summary>The anchor (a passage's id) holds evidence of it.</summary>
    Passage,

    /// <summary>The anchor (an article's key) holds evidence of it.</summary>
    Article,
}

/// <summary>What a mention's anchor is.</summary>
public enum MentionAnchor
{
    Entity,
    Passage,
}

/// <summary>Relationship directions seen from an entity. Symmetric types match all three.</summary>
public enum Direction
{
    Any,
    Out,
    In,
}

/// <param name="Types">Relationship types; null for all.</param>
/// <param name="Kinds">Concrete kinds of the neighbours; null for all.</param>
/// <param name="AsOf">Only relationships that do not surely lie outside; null for all.</param>
/// <param name="Limit">The most neighbours over all keys, at least 1. When there are more, <see cref="LimitExceededException"/>.</param>
public sealed record NeighbourQuery(IReadOnlyList<string> Keys, Direction Direction, IReadOnlySet<string>? Types, IReadOnlySet<string>? Kinds, DayWindow? AsOf, int Limit);

/// <summary>How names are looked for. All texts are folded already (<see cref="Folding"/>, <see cref="SearchTerms"/>).</summary>
/// <param name="Kinds">Concrete kinds of the entities; null for all.</param>
public abstract record NameQuery(IReadOnlySet<string>? Kinds)
{
    /// <summary>All names whose folded text is one of these. Never cut.</summary>
    public sealed record Exact(IReadOnlyList<string> Folded, IReadOnlySet<string>? Kinds = null) : NameQuery(Kinds);

    /// <summary>Names whose folded text begins with the prefix, by folded text, then entity: the first <paramref name="Limit"/> of those after <paramref name="After"/>.</summary>
    public sealed record Prefix(string Folded, int Limit, (string Folded, string Entity)? After = null, IReadOnlySet<string>? Kinds = null) : NameQuery(Kinds);

    /// <summary>Names that have all the terms. Of more than <paramref name="Limit"/>, which ones is the store's choice.</summary>
    public sealed record Terms(IReadOnlyList<string> All, int Limit = 1000, IReadOnlySet<string>? Kinds = null) : NameQuery(Kinds);
}

/// <summary>A name found, and whose it is.</summary>
public sealed record NameHit(string Entity, string Folded, EntityName Name);

public enum EntityCount
{
    All,
    Kind,
}

public enum StatementCount
{
    All,
    Form,

    /// <summary>Relationship types and metrics.</summary>
    Type,
    Status,
    Polarity,

    /// <summary>Speakers that are entities; statements without one are left out.</summary>
    Speaker,

    /// <summary>Articles of the evidence; a statement counts for each.</summary>
    Article,
}

/// <param name="Value">The property's value; enums in UPPER_SNAKE; empty for All.</param>
public sealed record Tally(string Value, long Count);
