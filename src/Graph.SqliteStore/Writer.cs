using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Writes the changes of one transaction, row by row as they come.</summary>
/// <param name="blank">There are no entities and statements yet: the indexes are made and the references checked at the end, in one pass each.</param>
internal sealed partial class Writer
{
    /// <summary>Entities whose degree is kept in mind before it is written: bounds the memory of a long stream.</summary>
    private const int MaxDegrees = 200_000;

    private readonly Dictionary<string, long> _degrees = []; // by how much they change
    private readonly Connection _connection;
    private readonly bool _blank;

    public Writer(Connection connection, bool blank)
    {
        (_connection, _blank) = (connection, blank);
        if (blank)
            Schema.DropIndexes(connection);
        _insertStatement = connection.Prepare(InsertStatement);
        _insertBody = connection.Prepare("INSERT INTO statement_body(n, body) VALUES (?1, ?2)");
        _insertEvidence = connection.Prepare("INSERT INTO evidence(article, number, statement) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
        _insertQualified = connection.Prepare("INSERT INTO qualified(entity, statement) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        _insertEntity = connection.Prepare("INSERT INTO entity(key, kind, by_name, names, body) VALUES (?1, ?2, ?3, ?4, ?5)");
        _insertName = connection.Prepare("INSERT INTO name(entity, folded, text, language, role, linkable) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _insertTerms = connection.Prepare("INSERT INTO name_terms(rowid, terms) VALUES (?1, ?2)");
    }

    public void Write(Prepared prepared)
    {
        switch (prepared.Change)
        {
            case Change.OfArticle c: Write(c); break;
            case Change.OfPassage c: Write(c); break;
            case Change.OfMentions c: Write(c); break;
            case Change.OfEntity c: Write(c, prepared as PreparedEntity); break;
            case Change.OfStatement c: Write(c, prepared as PreparedStatement); break;
        }
    }

    /// <summary>Writes what was kept back.</summary>
    public void Finish()
    {
        WriteDegrees();
        if (!_blank)
            return;
        Schema.CreateIndexes(_connection);
        Schema.CheckReferences(_connection);
    }

    private void Write(Change.OfArticle change)
    {
        if (change.After is not { } after)
            Run("article", "DELETE FROM article WHERE key = ?1", change.Before!.Key);
        else if (change.Before is null)
            Run("article", "INSERT INTO article(key, body) VALUES (?1, ?2)", after.Key, CanonicalJson.Of(after));
        else
            Run("article", "UPDATE article SET body = ?2 WHERE key = ?1", after.Key, CanonicalJson.Of(after));
    }

    private void Write(Change.OfPassage change)
    {
        var id = (change.After ?? change.Before!).Id;
        if (change.After is not { } after)
        {
            DeleteMentions(id);
            Run("passage", "DELETE FROM passage WHERE article = ?1 AND number = ?2", id.Article, (long)id.Number);
        }
        else if (change.Before is null)
        {
            Run("passage", "INSERT INTO passage(article, number, body) VALUES (?1, ?2, ?3)", id.Article, (long)id.Number, CanonicalJson.Of(after));
        }
        else
        {
            Run("passage", "UPDATE passage SET body = ?3 WHERE article = ?1 AND number = ?2", id.Article, (long)id.Number, CanonicalJson.Of(after));
        }
    }

    private void Write(Change.OfMentions change)
    {
        DeleteMentions(change.Passage);
        using var insert = _connection.Prepare("INSERT INTO mention(by_place, article, number, language, start, end, entity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        foreach (var m in change.After)
        {
            insert.Bind([SortKeys.Mention(m), m.Passage.Article, (long)m.Passage.Number, m.Language, (long)m.Start, (long)m.End, m.Entity]);
            insert.Run();
        }
    }

    private void DeleteMentions(PassageId passage)
    {
        using var delete = _connection.Prepare("DELETE FROM mention WHERE article = ?1 AND number = ?2");
        delete.Bind([passage.Article, (long)passage.Number]);
        delete.Run();
    }

    // One row, or it was not there.
    private void Run(string what, string sql, params object?[] arguments)
    {
        using var command = _connection.Prepare(sql);
        command.Bind(arguments);
        command.Run();
        if (_connection.Changed == 0)
            throw Missing(what, string.Join('.', arguments.Take(2)));
    }

    private void WriteDegrees()
    {
        using var update = _connection.Prepare("UPDATE entity SET degree = degree + ?2 WHERE key = ?1");
        foreach (var (key, by) in _degrees)
        {
            if (by == 0)
                continue;
            update.Bind(1, key);
            update.Bind(2, by);
            update.Run();
        }
        _degrees.Clear();
    }

    private static ConflictException Missing(string what, string id) =>
        new($"The change is about {what} '{id}', which the store does not have.", "Read the store again and make the change anew.");
}
