using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Core;

/// <summary>The lines of a bulk file: JSON Lines, each one object with one member that says what it is.</summary>
/// <remarks>
/// <code>
/// {"graph":1,"ontology":"technology-news"}      the version of the format, and whose kinds and types these are
/// {"article":{..}}  {"passage":{..}}  {"entity":{..}}  {"mentions":{"passage":"p_x.1","at":[..]}}  {"statement":{..}}
/// {"end":331}                                   how many lines stand above: what was cut off is seen
/// </code>
/// The inner objects are <see cref="CanonicalJson"/>, all of them in this order, each by id: so the same graph gives the same bytes on
/// every store.
/// Mentions are carried, not computed again: computing takes every name of every entity at once, and carrying them gives the same bytes.
/// </remarks>
internal static class BulkFormat
{
    public const int Version = 1;

    /// <summary>Bytes of a line: more than any passage in all its languages.</summary>
    public const int MostInLine = 16 * 1024 * 1024;

    public const string HeaderMember = "graph", EndMember = "end";

    public static string Header(Ontology ontology) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"{HeaderMember}\":{Version},\"ontology\":\"{JsonEncodedText.Encode(ontology.Id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"}}");

    public static string End(long linesAbove) => string.Create(CultureInfo.InvariantCulture, $"{{\"{EndMember}\":{linesAbove}}}");

    public static string Line(BulkThing thing) => thing switch
    {
        BulkThing.OfArticle a => $"{{\"article\":{CanonicalJson.Of(a.Article)}}}",
        BulkThing.OfPassage p => $"{{\"passage\":{CanonicalJson.Of(p.Passage)}}}",
        BulkThing.OfEntity e => $"{{\"entity\":{CanonicalJson.Of(e.Entity)}}}",
        BulkThing.OfMentions m => $"{{\"mentions\":{CanonicalJson.Of(m.All)}}}",
        BulkThing.OfStatement s => $"{{\"statement\":{CanonicalJson.Of(s.Statement)}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(thing)),
    };

    /// <summary>The thing in a line's object. Throws what <see cref="IsFault"/> knows for one that is not well formed.</summary>
    public static BulkThing Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || line.EnumerateObject().Count() != 1)
            throw new JsonException("a line is one object with one member: article, passage, entity, mentions or statement");
        var member = line.EnumerateObject().Single();
        if (BulkShape.Of(member.Name) is not { } shape)
            throw new JsonException($"'{member.Name}' is not article, passage, entity, mentions or statement");
        if (BulkShape.Null(member) is { } missing)
            throw new JsonException($"'{missing}' is null: leave it out");
        if (shape.Stranger(member.Value) is { } stranger)
            throw new JsonException($"'{stranger}' means nothing in it");
        return member.Name switch
        {
            "article" => new BulkThing.OfArticle(CanonicalJson.ReadArticle(member.Value)),
            "passage" => new BulkThing.OfPassage(CanonicalJson.ReadPassage(member.Value)),
            "entity" => new BulkThing.OfEntity(CanonicalJson.ReadEntity(member.Value)),
            "mentions" => new BulkThing.OfMentions(Some(CanonicalJson.ReadMentions(member.Value))),
            _ => new BulkThing.OfStatement(CanonicalJson.ReadStatement(member.Value)),
        };
    }

    /// <summary>Whether it says that a text is not of the form: what the readers of <see cref="CanonicalJson"/> throw.</summary>
    public static bool IsFault(Exception fault) =>
        fault is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException or OverflowException
            or NullReferenceException;

    private static IReadOnlyList<Mention> Some(IReadOnlyList<Mention> mentions) => mentions.Count > 0 ? mentions
        : throw new JsonException("'at' is empty: leave the line out");
}
