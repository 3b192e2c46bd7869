namespace Graph.Core;

/// <summary>What a line of a bulk file holds, and an export gives: a closed union, in the order in which they come.</summary>
public abstract record BulkThing
{
    private BulkThing()
    {
    }

    public sealed record OfArticle(Article Article) : BulkThing;

    public sealed record OfPassage(Passage Passage) : BulkThing;

    /// <param name="Degree">As the store has it; 0 where it was not read from one.</param>
    public sealed record OfEntity(Entity Entity, long Degree = 0) : BulkThing;

    /// <param name="All">Of one passage, by language, start, entity; at least one.</param>
    public sealed record OfMentions(IReadOnlyList<Mention> All) : BulkThing;

    public sealed record OfStatement(Statement Statement) : BulkThing;

    /// <summary>Place in the order: nothing names what comes behind it, except passages and statements their like, and passages what was
    /// chosen for them.</summary>
    public int Rank => this switch { OfArticle => 0, OfPassage => 1, OfEntity => 2, OfMentions => 3, _ => 4 };

    /// <summary>What unites two of one rank.</summary>
    public string Id => this switch
    {
        OfArticle a => a.Article.Key,
        OfPassage p => p.Passage.Id.ToString(),
        OfEntity e => e.Entity.Key,
        OfMentions m => m.All[0].Passage.ToString(),
        OfStatement s => s.Statement.Id.ToString(),
        _ => throw new InvalidOperationException("Not a case of the union."),
    };
}
