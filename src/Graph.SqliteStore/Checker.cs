using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Compares all that the file holds twice: pages, references, columns made of bodies, counts.</summary>
internal sealed class Checker(Connection connection, Ontology ontology, CancellationToken cancellation)
{
    /// <summary>Faults told; what else is wrong is only counted.</summary>
    private const int Most = 100;

    private const string Statement = """
        SELECT n, id, type, subject, target, status, negated, spoken, speaker, from_day, to_day, by_period, by_position, by_amount, body
        FROM statement JOIN statement_body USING (n)
        """;

    private readonly List<string> _faults = [];
    private long _untold;

    public IReadOnlyList<string> Faults()
    {
        foreach (var fault in Texts("PRAGMA integrity_check(20)", 0).Where(t => t != "ok"))
            Tell($"file: {fault}");
        foreach (var table in Texts("PRAGMA foreign_key_check", 0).Distinct())
            Tell($"{table}: names something that is not there");
        if (_faults.Count == 0)
        {
            Entities();
            Statements();
            Articles();
            References();
        }
        if (_untold > 0)
            _faults.Add(FormattableString.Invariant($"and {_untold} more"));
        return _faults;
    }

    private void Entities()
    {
        using var names = connection.Prepare("SELECT entity, folded, text, language, role, linkable, n FROM name WHERE entity = ?1 ORDER BY n");
        using var found = connection.Prepare("SELECT 1 FROM name_terms WHERE name_terms MATCH ?1 AND rowid = ?2");
        Each("SELECT key, kind, by_name, body, names FROM entity", row =>
        {
            var entity = CanonicalJson.ReadEntity(row.Text(3));
            Same($"entity {row.Text(0)}", "body", CanonicalJson.Of(entity), row.Text(3));
            Same($"entity {row.Text(0)}", "key, kind, by_name, names",
                (entity.Key, entity.Kind, SortKeys.Name(entity, ontology), PreferredNames.Of(entity)), (row.Text(0), row.Text(1), row.Text(2), row.Text(4)));
            CheckNames(entity, names, found);
        });
        Each("""
            SELECT key FROM entity e WHERE degree <> (SELECT count(*) FROM statement WHERE subject = e.key AND id > 'r' AND negated = 0)
                + (SELECT count(*) FROM statement WHERE target = e.key AND negated = 0)
            """, row => Tell($"entity {row.Text(0)}: degree is not the number of its relationships"));
    }

    private void CheckNames(Entity entity, Command names, Command found)
    {
        var stored = new List<(string, EntityName)>();
        names.Bind(1, entity.Key);
        while (names.Step())
        {
            var role = Enum.GetValues<NameRole>().First(r => Columns.Name(r) == names.Text(4));
            stored.Add((names.Text(1), new EntityName(names.Text(2), names.Text(3), role, names.Integer(5) != 0)));
            var terms = string.Join(' ', SearchTerms.Of(names.Text(2)).Select(t => $"\"{t}\""));
            if (terms.Length == 0)
                continue;
            found.Bind([terms, names.Integer(6)]);
            if (!found.Step())
                Tell($"entity {entity.Key}: its name '{names.Text(2)}' is not found by its terms");
            found.Dispose(); // resets
        }
        names.Dispose(); // resets
        Same($"entity {entity.Key}", "names", string.Join('|', entity.Names.Select(n => (Folding.Fold(n.Text), n))), string.Join('|', stored));
    }

    private void Statements()
    {
        using var evidence = connection.Prepare("SELECT 1 FROM evidence WHERE article = ?1 AND number = ?2 AND statement = ?3");
        using var qualified = connection.Prepare("SELECT 1 FROM qualified WHERE entity = ?1 AND statement = ?2");
        long passages = 0, entities = 0;
        Each(Statement, row =>
        {
            var statement = CanonicalJson.ReadStatement(row.Text(14));
            var (id, n) = (row.Text(1), row.Integer(0));
            Same(id, "body", CanonicalJson.Of(statement), row.Text(14));
            Same(id, "id", Identity.Id(statement, ontology).ToString(), id);
            Same(id, "type, subject, target, status, negated",
                (statement.Type, statement.Subject, (statement as Relationship)?.Target, statement.Status, statement.Polarity == Polarity.Negated),
                (row.Text(2), row.Text(3), row.TextOrNull(4), Columns.Status(row.Text(5)), row.Integer(6) == 1));
            Same(id, "speaker", (statement.Speaker is not null, statement.Speaker?.Entity), (row.Integer(7) == 1, row.TextOrNull(8)));
            Same(id, "days", statement.Window, new DayWindow((int)row.Integer(9), (int)row.Integer(10)));
            Same(id, "by_period, by_position, by_amount", (SortKeyColumns.Period(statement), SortKeyColumns.Position(statement, ontology), SortKeyColumns.Amount(statement)),
                (row.TextOrNull(11), row.TextOrNull(12), row.TextOrNull(13)));
            passages += References(id, n, evidence, [.. statement.Evidence.Select(e => e.Passage).Distinct().Select(p => new object[] { p.Article, (long)p.Number })]);
            entities += References(id, n, qualified,
                [.. statement.Qualifiers.Select(q => q.Value).OfType<EntityValue>().Select(e => e.Key).Distinct().Select(k => new object[] { k })]);
        });
        Same("statement_body", "rows", connection.Number("SELECT count(*) FROM statement"), connection.Number("SELECT count(*) FROM statement_body"));
        Same("evidence", "rows", passages, connection.Number("SELECT count(*) FROM evidence"));
        Same("qualified", "rows", entities, connection.Number("SELECT count(*) FROM qualified"));
    }

    private int References(string id, long row, Command exists, object[][] keys)
    {
        foreach (var key in keys)
        {
            exists.Bind([.. key, row]);
            if (!exists.Step())
                Tell($"{id}: no row for its reference to {string.Join('.', key)}");
            exists.Dispose(); // resets
        }
        return keys.Length;
    }

    private void Articles()
    {
        Each("SELECT key, body FROM article", row => Same($"article {row.Text(0)}", "key, body",
            (CanonicalJson.ReadArticle(row.Text(1)).Key, CanonicalJson.Of(CanonicalJson.ReadArticle(row.Text(1)))), (row.Text(0), row.Text(1))));
        Each("SELECT article, number, body FROM passage", row => Same($"passage {row.Text(0)}.{row.Text(1)}", "id, body",
            (CanonicalJson.ReadPassage(row.Text(2)).Id, CanonicalJson.Of(CanonicalJson.ReadPassage(row.Text(2)))), (new PassageId(row.Text(0), (int)row.Integer(1)), row.Text(2))));
        Each("SELECT by_place, article, number, language, start, end, entity FROM mention", row =>
        {
            var mention = new Mention(new PassageId(row.Text(1), (int)row.Integer(2)), row.Text(3), (int)row.Integer(4), (int)row.Integer(5), row.Text(6));
            Same($"mention in {mention.Passage}", "by_place", SortKeys.Mention(mention), row.Text(0));
        });
    }

    private void References()
    {
        Same("name_terms", "rows", connection.Number("SELECT count(*) FROM name"), connection.Number("SELECT count(*) FROM name_terms_docsize"));
        Same("change", "numbers from 1 without gaps", connection.Number("SELECT count(*) FROM change"), connection.Number("SELECT max(number) FROM change"));
        Same("meta", "language", ontology.DefaultLanguage, Texts($"SELECT value FROM meta WHERE key = '{Schema.LanguageKey}'", 0).FirstOrDefault());
    }

    private void Same<T>(string what, string part, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            Tell($"{what}: {part} is {actual}, made of the body it is {expected}");
    }

    private void Tell(string fault)
    {
        if (_faults.Count < Most)
            _faults.Add(fault);
        else
            _untold++;
    }

    private List<string> Texts(string sql, int column)
    {
        using var command = connection.Prepare(sql);
        var texts = new List<string>();
        while (command.Step())
            texts.Add(command.Text(column));
        return texts;
    }

    private void Each(string sql, Action<Command> look)
    {
        using var command = connection.Prepare(sql);
        while (command.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            look(command);
        }
    }
}
