namespace Graph.Core;

/// <summary>The meaning of filters, anchors, orders and pages, said in code: in memory, by looking at everything. Every store must answer the same; the property tests hold them to it.</summary>
/// <remarks>
/// Text compares by its UTF-8 bytes (<see cref="Utf8Order"/>); containing and beginning are of the same code units. Nothing is folded here that a filter says is folded already.
/// A filter about something unknown (a kind, a key, a type) matches nothing; its negation then matches everything.
/// Keys and ids are unique, so every order is total.
/// </remarks>
public sealed partial class ReferenceEvaluator(ReferenceGraph graph)
{
    private Ontology Ontology => graph.Ontology;

    /// <summary>Whether the entity passes the filter.</summary>
    public bool Matches(Entity entity, EntityFilter filter) => filter switch
    {
        EntityFilter.And and => and.All.All(f => Matches(entity, f)),
        EntityFilter.Or or => or.Any.Any(f => Matches(entity, f)),
        EntityFilter.Not not => !Matches(entity, not.Filter),
        EntityFilter.OfKind kind => kind.Concrete.Contains(entity.Kind),
        EntityFilter.Key key => Matches(entity.Key, key.Match),
        // One name must match by itself; so 'not' means that no name does.
        EntityFilter.Name name => entity.Names.Any(n => Matches(Folding.Fold(n.Text), name.Match)),
        EntityFilter.Degree degree => Matches(graph.Degree(entity.Key), degree.Match),
        EntityFilter.Some some => graph.Statements.Any(s => IsConnection(entity, s, some)),
        _ => throw Unknown(filter),
    };

    /// <summary>Whether the statement passes the filter. AFFIRMED or NEGATED makes no difference unless the filter says so.</summary>
    public bool Matches(Statement statement, StatementFilter filter) => filter switch
    {
        StatementFilter.And and => and.All.All(f => Matches(statement, f)),
        StatementFilter.Or or => or.Any.Any(f => Matches(statement, f)),
        StatementFilter.Not not => !Matches(statement, not.Filter),
        StatementFilter.OfForm form => statement.Form == form.Form,
        StatementFilter.OfType type => type.Names.Contains(statement.Type),
        StatementFilter.OfStatus status => status.Any.Contains(statement.Status),
        StatementFilter.OfPolarity polarity => statement.Polarity == polarity.Polarity,
        StatementFilter.WithId id => id.Ids.Contains(statement.Id),
        // Without entities any speaker will do, words alone too; with them only speakers that are one of the entities.
        StatementFilter.SaidBy { Entities: null } => statement.Speaker is not null,
        StatementFilter.SaidBy said => statement.Speaker?.Entity is { } speaker && said.Entities.Contains(speaker),
        // By evidence alone: what only the API says is in no article.
        StatementFilter.InArticle article => statement.Evidence.Any(e => article.Keys.Contains(e.Passage.Article)),
        StatementFilter.InPassage passage => statement.Evidence.Any(e => passage.Ids.Contains(e.Passage)),
        StatementFilter.About about => statement.Entities().Any(about.Entities.Contains),
        StatementFilter.Ends ends => Matches(statement, ends),
        StatementFilter.Within within => statement.Window.Overlaps(within.Window),
        StatementFilter.Amount amount => statement is Observation { Value: QuantityValue { Quantity: var quantity } } && Matches(quantity.Amount, amount.Match),
        _ => throw Unknown(filter),
    };

    /// <summary>Whether the statement, affirmed or not, touches the anchor in this way. An end of a symmetric type is source and target alike.</summary>
    public bool Touches(Statement statement, string anchor, AnchorRole role) => role switch
    {
        AnchorRole.Out => statement is Relationship r && (r.Source == anchor || (r.Target == anchor && Ontology.IsSymmetric(r.Type))),
        AnchorRole.In => statement is Relationship r && (r.Target == anchor || (r.Source == anchor && Ontology.IsSymmetric(r.Type))),
        AnchorRole.AnyEnd => statement is Relationship r && (r.Source == anchor || r.Target == anchor),
        AnchorRole.Observed => statement is Observation o && o.Entity == anchor,
        AnchorRole.About => statement.Entities().Contains(anchor),
        AnchorRole.Passage => statement.Evidence.Any(e => e.Passage.ToString() == anchor),
        AnchorRole.Article => statement.Evidence.Any(e => e.Passage.Article == anchor),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    // Denials are no connection. The other end is the one that is not the entity, for a symmetric type whichever that is; filters of it see the whole graph again.
    private bool IsConnection(Entity entity, Statement statement, EntityFilter.Some some)
    {
        if (some.Role is AnchorRole.Passage or AnchorRole.Article)
            throw new ArgumentOutOfRangeException(nameof(some), some.Role, "An entity is neither passage nor article.");
        if (some.Other is not null && some.Role is not (AnchorRole.Out or AnchorRole.In or AnchorRole.AnyEnd))
            throw new ArgumentException("Only relationships have another end.", nameof(some));
        return statement.Polarity == Polarity.Affirmed && Touches(statement, entity.Key, some.Role) && Matches(statement, some.Statement)
            && (some.Other is null || (graph.Entity(Other((Relationship)statement, entity.Key)) is { } other && Matches(other, some.Other)));
    }

    // Ends(null, null) is everything, Ends(x, null) also takes observations of x, Ends(_, y) none.
    private bool Matches(Statement statement, StatementFilter.Ends ends) => statement is Relationship r
        ? Assigns(ends, r.Source, r.Target) || (Ontology.IsSymmetric(r.Type) && Assigns(ends, r.Target, r.Source))
        : ends.Targets is null && ends.Sources?.Contains(statement.Subject) != false;

    private static bool Assigns(StatementFilter.Ends ends, string source, string target) =>
        ends.Sources?.Contains(source) != false && ends.Targets?.Contains(target) != false;

    private static bool Matches(string text, TextMatch match) => match.Operator switch
    {
        TextOperator.In => match.Values.Contains(text),
        TextOperator.Contains => text.Contains(match.Value, StringComparison.Ordinal),
        TextOperator.StartsWith => text.StartsWith(match.Value, StringComparison.Ordinal),
        TextOperator.Gt => Utf8Order.Instance.Compare(text, match.Value) > 0,
        TextOperator.Gte => Utf8Order.Instance.Compare(text, match.Value) >= 0,
        TextOperator.Lt => Utf8Order.Instance.Compare(text, match.Value) < 0,
        TextOperator.Lte => Utf8Order.Instance.Compare(text, match.Value) <= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    private static bool Matches(decimal number, NumberMatch match) => match.Operator switch
    {
        NumberOperator.In => match.Values.Contains(number),
        NumberOperator.Gt => number > match.Value,
        NumberOperator.Gte => number >= match.Value,
        NumberOperator.Lt => number < match.Value,
        NumberOperator.Lte => number <= match.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    private static string Other(Relationship relationship, string end) => relationship.Source == end ? relationship.Target : relationship.Source;

    private static ArgumentOutOfRangeException Unknown(object filter) => new(nameof(filter), filter, "Not a case of the union.");
}
