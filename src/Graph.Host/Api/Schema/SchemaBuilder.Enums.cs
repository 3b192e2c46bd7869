using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

internal sealed partial class SchemaBuilder
{
    private readonly EnumerationGraphType _languageEnum, _kindEnum;
    private readonly EnumerationGraphType? _typeEnum, _metricEnum;

    private readonly EnumerationGraphType _nameRoleEnum = Enum<NameRole>("NameRole", "What a name is to its entity.", role => role switch
    {
        NameRole.Preferred => "The name it goes by in a language.",
        NameRole.Alias => "Another name.",
        NameRole.Abbreviation => "A short form.",
        NameRole.Former => "A name it no longer has.",
        NameRole.Nickname => "A nickname.",
        NameRole.FamilyName => "A family name alone.",
        _ => "A given name alone.",
    });

    private readonly EnumerationGraphType _statusEnum = Enum<Status>("Status", "How a statement is held: the first that applies.", status => status switch
    {
        Status.Derived => "Arithmetic that the text itself invites.",
        Status.Implied => "Not said, but follows from a name or the context.",
        Status.Planned => "A goal or plan.",
        Status.Possible => "Perhaps.",
        Status.Opinion => "A judgement.",
        Status.Reported => "Hearsay, or someone's words.",
        _ => "Said plainly.",
    });

    private readonly EnumerationGraphType _polarityEnum = Enum<Polarity>("Polarity", "Whether the text says it or expressly denies it.", polarity => polarity switch
    {
        Polarity.Affirmed => "The text says so.",
        _ => "The text expressly denies it: it is no connection.",
    });

    private readonly EnumerationGraphType _boundEnum = Enum<Bound>("Bound", "How an amount bounds what it says.", bound => bound switch
    {
        Bound.Exact => "Exactly the amount.",
        Bound.About => "About the amount.",
        Bound.Over => "More than the amount.",
        Bound.Under => "Less than the amount.",
        Bound.AtLeast => "The amount or more.",
        Bound.AtMost => "The amount or less.",
        _ => "From `amount` to `amountMax`, both included.",
    });

    private readonly EnumerationGraphType _periodRoleEnum = Enum<PeriodRole>("PeriodRole", "What a period means for the value observed.", role => role switch
    {
        PeriodRole.At => "A level on a date.",
        PeriodRole.During => "A flow within the period.",
        PeriodRole.By => "A deadline.",
        _ => "From then on.",
    });

    private readonly EnumerationGraphType _directionEnum = Enum<Direction>("Direction", "Directions of relationships seen from an entity. Symmetric types match all.", direction => direction switch
    {
        Direction.Any => "Either end.",
        Direction.Out => "From the entity as source.",
        _ => "To the entity as target.",
    });

    private readonly EnumerationGraphType _metricValueEnum = Enum<MetricValue>("MetricValue", "What an observation of a metric holds.", value => value switch
    {
        MetricValue.Quantity => "An amount with a unit.",
        MetricValue.Date => "A date.",
        _ => "Words.",
    });

    private readonly EnumerationGraphType _qualifierTypeEnum = Enum<QualifierValueType>("QualifierValueType", "The type of a qualifier's value.", value => value switch
    {
        QualifierValueType.Text => "Words.",
        QualifierValueType.Entity => "An entity.",
        QualifierValueType.Quantity => "An amount with a unit.",
        _ => "A date.",
    });

    private readonly EnumerationGraphType _orderEnum = Enum("Order", "Which way an order runs. What has no value comes last either way.",
        ("ASC", false, "Least first."), ("DESC", true, "Greatest first."));

    private EnumerationGraphType LanguageEnum() => Enum("Language", "The languages of this graph; the first is the default.",
        [.. _ontology.Languages.Select(tag => (Spelling.LanguageEnumValue(tag), (object)tag, $"The language `{tag}`."))]);

    private EnumerationGraphType KindEnum() => Enum("Kind", "What an entity can be. A kind with children covers them.",
        [.. _ontology.Kinds.Select(k => (k.EnumName, (object)k.Name, k.IsAbstract ? $"{Capital(Word(k.Label))}: any of {string.Join(", ", k.Children)}." : $"{Capital(Word(k.Label))}."))]);

    private EnumerationGraphType? TypeEnum() => !_hasTypes ? null : Enum("RelationshipType", "How entities relate.",
        [.. _ontology.RelationshipTypes.Select(t => (t.Name, (object)t.Name, $"{Capital(Word(t.Out.Label))}."))]);

    private EnumerationGraphType? MetricEnum() => !_hasMetrics ? null : Enum("Metric", "What is measured, dated or worded about one entity.",
        [.. _ontology.Metrics.Select(m => (m.Name, (object)m.Name, $"{Capital(Word(m.Label))}{(m.Unit is { } unit ? $", in {unit}" : "")}."))]);

    private static EnumerationGraphType Enum<T>(string name, string description, Func<T, string> describe)
        where T : struct, Enum => Enum(name, description, [.. System.Enum.GetValues<T>().Select(v => (Spelling.EnumValue(v.ToString()), (object)v, describe(v)))]);

    private static EnumerationGraphType Enum(string name, string description, params (string Name, object Value, string Description)[] values)
    {
        var type = new EnumerationGraphType { Name = name, Description = description };
        foreach (var value in values)
            type.Add(new EnumValueDefinition(value.Name, value.Value) { Description = value.Description });
        return type;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
