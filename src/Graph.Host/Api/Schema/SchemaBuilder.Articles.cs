using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

internal sealed partial class SchemaBuilder
{
    private readonly ObjectGraphType _article = new() { Name = "Article", Description = "A text that the graph was read from." };
    private readonly ObjectGraphType _passage = new() { Name = "Passage", Description = "A numbered paragraph of an article." };
    private ObjectGraphType? _mentionConnection;

    private void AddArticles()
    {
        var mention = Object("Mention", "Where a passage names an entity.",
            Field("entity", Required(_entity), "Whom it names.", new FieldPlan.EntityRef(m => ((Mention)m).Entity)),
            Field("passage", Required(_passage), "Where it stands.", new FieldPlan.PassageRef(m => ((Mention)m).Passage)),
            Get("language", Required(_languageEnum), "Of which text of the passage.", r => ((Mention)r.Source).Language),
            Get("start", Required(_int), "Its first character, in UTF-16 units from 0.", r => ((Mention)r.Source).Start),
            Get("end", Required(_int), "Behind its last character.", r => ((Mention)r.Source).End));
        _mentionConnection = RowConnection("Mention", mention, "mentions", aggregates: null);
        Add(_article,
            IdField(),
            Get("key", Required(_string), "The article's key.", r => ((Article)r.Source).Key),
            Local("title", "Its title.", r => ((Article)r.Source).Title, required: true),
            Get("publisher", _string, "Who published it.", r => ((Article)r.Source).Publisher),
            Get("author", _string, "Who wrote it.", r => ((Article)r.Source).Author),
            Get("date", _date, "When it was published; null when unknown.", r => ((Article)r.Source).Date),
            Get("dateAbout", Required(_boolean), About, r => ((Article)r.Source).Date is { About: true }),
            Get("dateInferred", Required(_boolean), Inferred, r => ((Article)r.Source).Date is { Inferred: true }),
            Get("url", _string, "Where it can be read.", r => ((Article)r.Source).Url),
            Get("language", Required(_string), "The language tag of the original.", r => ((Article)r.Source).Language),
            Field("passages", Many(_passage), "Its paragraphs, by number.", new FieldPlan.PassagesOf { ListSize = 30 }));
        _article.AddResolvedInterface(_node);
        AddPassage();
    }

    private void AddPassage()
    {
        Add(_passage,
            IdField(),
            Get("number", Required(_int), "Its number in the article, from 1.", r => ((Passage)r.Source).Id.Number),
            Local("text", "Its text.", r => ((Passage)r.Source).Texts, required: true),
            Get("sha256", _string, "SHA-256 of the original paragraph (NFC, trimmed), lower-case hex.", r => ((Passage)r.Source).Sha256),
            Get("unstated", _string, "Why no statement rests on it.", r => ((Passage)r.Source).Unstated),
            Field("article", Required(_article), "The article it belongs to.", new FieldPlan.ArticleRef(p => ((Passage)p).Id.Article)),
            Field("mentions", Required(_mentionConnection!), "The entities it names.",
                new FieldPlan.MentionsOf(MentionAnchor.Passage, p => ((Passage)p).Id.ToString()) { Sizing = Sizing.Page }, PageArgumentsFor(null, null)));
        _passage.AddResolvedInterface(_node);
    }

    private void AddPassageStatements() => Add(_passage,
        Field("statements", Required(_statementConnection!), "What it says.",
            new FieldPlan.StatementsOf(AnchorRole.Passage, null, null, p => ((Passage)p).Id.ToString()) { Sizing = Sizing.Page }, PageArgumentsFor(_filters.Statement, StatementOrder())));
}
