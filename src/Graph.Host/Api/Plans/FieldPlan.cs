using GraphQL.Types;
using Graph.Core;

namespace Graph.Host;

/// <summary>What a field needs of the row or page that its parent was read as.</summary>
[Flags]
internal enum Needs
{
    None = 0,

    /// <summary>The whole entity or statement.</summary>
    Body = 1,

    /// <summary>An entity's degree.</summary>
    Degree = 2,

    /// <summary>The rows of a page.</summary>
    Rows = 4,

    /// <summary>Whether rows stand before and behind a page.</summary>
    Ends = 8,

    /// <summary>How many rows there are in all.</summary>
    Total = 16,

    /// <summary>An entity's preferred names.</summary>
    Names = 32,
}

/// <summary>How a field gets its value, as data: <see cref="PlanResolver"/> interprets it, and a document could be compiled from it. A closed union.</summary>
/// <remarks>The functions in it are pure: they take a value out of a row and know no service.</remarks>
internal abstract record FieldPlan
{
    private FieldPlan()
    {
    }

    /// <summary>What of the parent's row it needs.</summary>
    public Needs Needs { get; init; }

    /// <summary>Its value is the parent's row, or part of its page: what is selected below is needed of the parent.</summary>
    public bool PassesOn { get; init; }

    /// <summary>Items of its list that the cost counts when no argument says; 1 for what is no list.</summary>
    public int ListSize { get; init; } = 1;

    /// <summary>The argument that says how many items there are at the most.</summary>
    public string? SizeArgument { get; init; }

    /// <summary>Where the number of items comes from.</summary>
    public Sizing Sizing { get; init; }

    /// <summary>A value taken from the parent's row.</summary>
    public sealed record Get(Func<Reading, object?> Value) : FieldPlan;

    /// <summary>The entity with a key; null without key.</summary>
    /// <param name="Row">What was read of it with the parent, which may be nothing, or less than is needed.</param>
    public sealed record EntityRef(Func<object, string?> Key, Func<object, EntityRow?>? Row = null) : FieldPlan;

    /// <param name="Rows">What was read of each with the parent.</param>
    public sealed record EntityRefs(Func<object, IReadOnlyList<string>> Keys, Func<object, IReadOnlyList<EntityRow?>>? Rows = null) : FieldPlan;

    public sealed record StatementRefs(Func<StatementRow, IReadOnlyList<StatementId>> Ids) : FieldPlan;

    public sealed record PassageRef(Func<object, PassageId> Id) : FieldPlan;

    public sealed record ArticleRef(Func<object, string> Key) : FieldPlan;

    public sealed record Articles : FieldPlan;

    public sealed record PassagesOf : FieldPlan;

    /// <param name="Kind">The kind whose entities it pages through; null for all.</param>
    public sealed record EntityPage(string? Kind) : FieldPlan;

    public sealed record StatementPage(StatementForm? Form) : FieldPlan;

    /// <summary>Statements that touch the parent.</summary>
    /// <param name="Role">Unless the argument <c>direction</c> says.</param>
    /// <param name="Type">A relationship type, whose denials are no connections; null for all statements.</param>
    public sealed record StatementsOf(AnchorRole Role, StatementForm? Form, string? Type, Func<object, string> Anchor) : FieldPlan;

    public sealed record MentionsOf(MentionAnchor By, Func<object, string> Anchor) : FieldPlan;

    /// <summary>Entities, statements, passages and articles by the argument <c>id</c> or <c>ids</c>.</summary>
    public sealed record NodeById(bool Many) : FieldPlan;

    /// <summary>One entity by <c>id</c>, <c>key</c> or <c>name</c>; null when it is not of the kind.</summary>
    public sealed record EntityLookup(string? Kind) : FieldPlan;

    public sealed record ArticleLookup : FieldPlan;

    public sealed record Search : FieldPlan;

    /// <summary>The degree, by the arguments <c>direction</c> and <c>types</c>.</summary>
    public sealed record DegreeOf : FieldPlan;

    /// <summary>A statement as a sentence.</summary>
    /// <param name="Said">The statement as its place shows it; what was read of it holds the whole.</param>
    public sealed record Sentence(Func<object, Said> Said) : FieldPlan;

    /// <summary>Several statements as one sentence.</summary>
    public sealed record Sentences(Func<object, IReadOnlyList<Said>> Said) : FieldPlan;

    public sealed record ConflictsOf : FieldPlan;

    public sealed record Paths : FieldPlan;

    public sealed record Neighborhood : FieldPlan;

    public sealed record Common : FieldPlan;

    /// <summary>How many there are of what the function names; everything for an empty list.</summary>
    public sealed record Count(CountOf Of, Func<object, IReadOnlyCollection<string>> Values) : FieldPlan;

    /// <summary>How many entities of each kind a connection pages through.</summary>
    public sealed record KindCounts : FieldPlan;

    /// <summary>How many statements a connection pages through, by a property.</summary>
    /// <param name="Of">Only the values that name statements of this form; null for all.</param>
    public sealed record StatementCounts(StatementCount By, StatementForm? Of = null) : FieldPlan;

    /// <summary>Of the observations that a connection pages through the one with the least or the greatest amount, of the argument <c>metric</c>.</summary>
    public sealed record Extreme(bool Greatest) : FieldPlan;

    /// <summary>The link to the guide in Neo4j Browser.</summary>
    public sealed record BrowserGuide : FieldPlan;

    /// <summary>All counts by a property.</summary>
    public sealed record Counts(CountOf Of) : FieldPlan;
}

/// <summary>Where the number of a list's items comes from, for the cost.</summary>
internal enum Sizing
{
    /// <summary><see cref="FieldPlan.SizeArgument"/>, else <see cref="FieldPlan.ListSize"/>.</summary>
    Own,

    /// <summary>It is a connection: the page size of its arguments counts for the lists inside.</summary>
    Page,

    /// <summary>It is a list inside a connection.</summary>
    Inside,

    /// <summary>The number of values in the argument <c>ids</c>.</summary>
    Ids,
}

/// <summary>What is counted over the whole graph.</summary>
internal enum CountOf
{
    EntitiesByKind,
    StatementsByForm,
    StatementsByType,
    StatementsByStatus,
    Articles,
    Passages,
}

/// <summary>A statement and from which side it is told.</summary>
internal readonly record struct Said(StatementRow Row, bool FromTarget);

/// <summary>What a plan's function may look at.</summary>
internal readonly record struct Reading(object Source, Arguments Arguments, Ontology Ontology)
{
    public EntityRow Entity => (EntityRow)Source;

    public StatementRow Statement => (StatementRow)Source;

    public string? Language => Arguments.Text("lang");

    /// <summary>The text in the language asked for, else as <see cref="LocalText.Best"/> chooses.</summary>
    public string? Best(LocalText? text) => text?.Best(Language, Ontology.Languages);
}

/// <summary>A field of the generated schema, with its plan.</summary>
internal sealed class PlannedField(FieldPlan plan) : FieldType
{
    public FieldPlan Plan { get; } = plan;
}
