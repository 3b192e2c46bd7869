namespace Graph.Core;

/// <summary>Whether a statement relates two entities or observes one.</summary>
public enum StatementForm
{
    Relationship,
    Observation,
}

/// <summary>How a statement is held, the first that applies.</summary>
public enum Status
{
    /// <summary>Arithmetic that the text itself invites.</summary>
    Derived,

    /// <summary>Not said, but follows from a name or the context.</summary>
    Implied,

    /// <summary>A goal or plan.</summary>
    Planned,

    /// <summary>Perhaps.</summary>
    Possible,

    /// <summary>A judgement.</summary>
    Opinion,

    /// <summary>Hearsay, or someone's words.</summary>
    Reported,

    Stated,
}

/// <summary>Whether the text says it or expressly denies it. A denial is no connection.</summary>
public enum Polarity
{
    Affirmed,
    Negated,
}

/// <summary>The nearest speaker: an entity, words such as "an analyst", or both.</summary>
public sealed record Speaker
{
    public Speaker(string? entity, LocalText? text)
    {
        if (entity is null && text is null)
            throw new ArgumentException("A speaker needs an entity or words.", nameof(entity));
        (Entity, Text) = (entity, text);
    }

    public string? Entity { get; }

    public LocalText? Text { get; }
}

/// <summary>The exact words that state something. <c>Quote == text[Start..End)</c> in UTF-16 units of the passage's NFC text.</summary>
public sealed record Evidence(PassageId Passage, string Language, int Start, int End, string Quote);

/// <summary>The value of an observation or a qualifier: a closed union.</summary>
public abstract record StatementValue
{
    private protected StatementValue()
    {
    }
}

public sealed record QuantityValue(Quantity Quantity) : StatementValue;

/// <param name="Words">As written; null for a qualifier.</param>
public sealed record DateValue(PartialDate Date, LocalText? Words = null) : StatementValue;

public sealed record TextValue(LocalText Text) : StatementValue;

/// <summary>A qualifier's entity; never the value of an observation.</summary>
public sealed record EntityValue(string Key) : StatementValue;

/// <param name="Key">Of a <see cref="QualifierType"/>.</param>
public sealed record Qualifier(string Key, StatementValue Value);

/// <summary>What an article says, and the words that say it: a <see cref="Relationship"/> or an <see cref="Observation"/>.</summary>
public abstract record Statement
{
    private protected Statement()
    {
    }

    /// <summary>From <see cref="Identity"/>; the same on every store.</summary>
    public required StatementId Id { get; init; }

    /// <summary>The relationship's source, or the observed entity.</summary>
    public abstract string Subject { get; }

    /// <summary>The relationship type's or the metric's name.</summary>
    public required string Type { get; init; }

    public abstract StatementForm Form { get; }

    public Status Status { get; init; } = Status.Stated;

    public Polarity Polarity { get; init; }

    public Speaker? Speaker { get; init; }

    /// <summary>The text's own word of doubt or distance, per language.</summary>
    public LocalText? Hedge { get; init; }

    /// <summary>By key, each key once.</summary>
    public IReadOnlyList<Qualifier> Qualifiers { get; init; } = [];

    /// <summary>The text's list is open: counts say "at least".</summary>
    public bool AmongOthers { get; init; }

    /// <summary>By article, passage, language, start.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Ids of the premises of a DERIVED statement, in order.</summary>
    public IReadOnlyList<StatementId> DerivedFrom { get; init; } = [];

    /// <summary>Written by a mutation, perhaps besides articles.</summary>
    public bool FromApi { get; init; }

    /// <summary>The period of an observation or the validity of a relationship.</summary>
    public abstract Period? When { get; }

    /// <summary>Sources that say it, in byte order: the articles of its evidence, and the API.</summary>
    public IEnumerable<string> SaidBy() =>
        Evidence.Select(e => e.Passage.Article).Concat(FromApi ? [Sources.Api] : []).Distinct().Order(Utf8Order.Instance);

    /// <summary>Days outside which it surely does not hold.</summary>
    public DayWindow Window => When?.Window ?? DayWindow.Always;

    public StatementValue? QualifierValue(string key) => Qualifiers.FirstOrDefault(q => q.Key == key)?.Value;

    /// <summary>Every entity with a part in it: ends, speaker, qualifiers; each once.</summary>
    public IEnumerable<string> Entities() => Ends().Concat(Speaker?.Entity is { } speaker ? [speaker] : [])
        .Concat(Qualifiers.Select(q => (q.Value as EntityValue)?.Key).OfType<string>()).Distinct();

    private protected abstract IEnumerable<string> Ends();
}

/// <summary>A typed relation from one entity to another, never to itself.</summary>
public sealed record Relationship : Statement
{
    public required string Source { get; init; }

    public required string Target { get; init; }

    /// <summary>From and to when it holds; role DURING.</summary>
    public Period? Validity { get; init; }

    public override string Subject => Source;

    public override StatementForm Form => StatementForm.Relationship;

    public override Period? When => Validity;

    private protected override IEnumerable<string> Ends() => [Source, Target];
}

/// <summary>A metric's value for an entity.</summary>
public sealed record Observation : Statement
{
    public required string Entity { get; init; }

    /// <summary>A quantity, date or text, as the metric says.</summary>
    public required StatementValue Value { get; init; }

    public Period? Period { get; init; }

    public override string Subject => Entity;

    public override StatementForm Form => StatementForm.Observation;

    public override Period? When => Period;

    private protected override IEnumerable<string> Ends() => [Entity];
}
