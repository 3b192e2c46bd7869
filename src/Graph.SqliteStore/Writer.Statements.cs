using System.Runtime.InteropServices;
using Graph.Core;

namespace Graph.SqliteStore;

internal sealed partial class Writer
{
    private const string InsertStatement = """
        INSERT INTO statement(id, type, subject, target, status, negated, spoken, speaker, from_day, to_day, by_period, by_position, by_amount)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """;

    private const string UpdateStatement = """
        UPDATE statement SET type = ?2, subject = ?3, target = ?4, status = ?5, negated = ?6, spoken = ?7, speaker = ?8, from_day = ?9, to_day = ?10,
        by_period = ?11, by_position = ?12, by_amount = ?13 WHERE id = ?1
        """;

    private static readonly string[] StatusNames = [.. Enum.GetValues<Status>().Select(Columns.Name)];

    private readonly Command _insertStatement;
    private readonly Command _insertBody;
    private readonly Command _insertEvidence;
    private readonly Command _insertQualified;

    private void Write(Change.OfStatement change, PreparedStatement? after)
    {
        if (change.Before is not null && after is not null && change.Before.Id != after.Statement.Id)
            throw new ArgumentException("A statement's id does not change.", nameof(change));
        if (change.Before is null)
        {
            Bind(_insertStatement, after!);
            _insertStatement.Run();
            var added = _connection.LastRow;
            _insertBody.Bind(1, added);
            _insertBody.Bind(2, after!.Body);
            _insertBody.Run();
            InsertReferences(added, after.Statement);
            CountDegree(after.Statement, 1);
            return;
        }
        var (row, stored) = Stored(change.Before.Id);
        DeleteReferences(row, stored);
        CountDegree(stored, -1);
        if (after is null)
        {
            Run("statement", "DELETE FROM statement WHERE n = ?1", row);
            Run("statement", "DELETE FROM statement_body WHERE n = ?1", row);
            return;
        }
        var update = _connection.Prepare(UpdateStatement);
        Bind(update, after);
        update.Run();
        Run("statement", "UPDATE statement_body SET body = ?2 WHERE n = ?1", row, after.Body);
        InsertReferences(row, after.Statement);
        CountDegree(after.Statement, 1);
    }

    private static void Bind(Command command, PreparedStatement prepared)
    {
        var statement = prepared.Statement;
        command.Bind(1, prepared.Id);
        command.Bind(2, statement.Type);
        command.Bind(3, statement.Subject);
        command.Bind(4, (statement as Relationship)?.Target);
        command.Bind(5, StatusNames[(int)statement.Status]);
        command.Bind(6, statement.Polarity == Polarity.Negated ? 1 : 0);
        command.Bind(7, statement.Speaker is null ? 0 : 1);
        command.Bind(8, statement.Speaker?.Entity);
        command.Bind(9, prepared.Window.From);
        command.Bind(10, prepared.Window.To);
        command.Bind(11, prepared.ByPeriod);
        command.Bind(12, prepared.ByPosition);
        command.Bind(13, prepared.ByAmount);
    }

    private void InsertReferences(long row, Statement statement)
    {
        PassageId? last = null; // evidence comes by passage, in several languages
        foreach (var evidence in statement.Evidence)
        {
            if (evidence.Passage == last)
                continue;
            last = evidence.Passage;
            _insertEvidence.Bind(1, evidence.Passage.Article);
            _insertEvidence.Bind(2, evidence.Passage.Number);
            _insertEvidence.Bind(3, row);
            _insertEvidence.Run();
        }
        foreach (var qualifier in statement.Qualifiers)
        {
            if (qualifier.Value is not EntityValue entity)
                continue;
            _insertQualified.Bind(1, entity.Key);
            _insertQualified.Bind(2, row);
            _insertQualified.Run();
        }
    }

    private void DeleteReferences(long row, Statement stored)
    {
        using var evidence = _connection.Prepare("DELETE FROM evidence WHERE article = ?1 AND number = ?2 AND statement = ?3");
        foreach (var passage in stored.Evidence.Select(e => e.Passage).Distinct())
        {
            evidence.Bind([passage.Article, (long)passage.Number, row]);
            evidence.Run();
        }
        using var qualified = _connection.Prepare("DELETE FROM qualified WHERE entity = ?1 AND statement = ?2");
        foreach (var entity in stored.Qualifiers.Select(q => q.Value).OfType<EntityValue>())
        {
            qualified.Bind([entity.Key, row]);
            qualified.Run();
        }
    }

    private (long Row, Statement Statement) Stored(StatementId id)
    {
        using var find = _connection.Prepare("SELECT s.n, b.body FROM statement s JOIN statement_body b ON b.n = s.n WHERE s.id = ?1");
        find.Bind(1, id.ToString());
        return find.Step() ? (find.Integer(0), CanonicalJson.ReadStatement(find.Text(1))) : throw Missing("statement", id.ToString());
    }

    private void CountDegree(Statement statement, int by)
    {
        if (statement is not Relationship { Polarity: Polarity.Affirmed } relationship)
            return;
        CollectionsMarshal.GetValueRefOrAddDefault(_degrees, relationship.Source, out _) += by;
        CollectionsMarshal.GetValueRefOrAddDefault(_degrees, relationship.Target, out _) += by;
        if (_degrees.Count > MaxDegrees)
            WriteDegrees();
    }
}
