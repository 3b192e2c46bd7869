using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>The physical model, and how older files become it.</summary>
/// <remarks>
/// <c>body</c> is the canonical JSON; every other column is made from it and checked against it by <see cref="IGraphStore.Check"/>. Columns <c>by_*</c> are <see cref="SortKeys"/>.
/// Entities are named by key in statements, not by row: no look-up on the way in, none on the way out. A statement's form is in its id: <c>id &gt; 'r'</c> are the relationships.
/// <c>names</c> are the <see cref="PreferredNames"/>.
/// Where a statement has no value for an order, the column is NULL, and its place is that of its id.
/// Its body stands in a table of its own, row by row the same, for what is searched to be dense.
/// References are deferred foreign keys: a change set may remove an entity before the statements that name it.
/// </remarks>
internal static class Schema
{
    /// <summary>PRAGMA application_id of our files: "GrpH".</summary>
    public const int ApplicationId = 0x47727048;

    /// <summary>PRAGMA user_version of files that this program writes.</summary>
    public const int Format = 1;

    /// <summary>Meta keys: the adopted ontology's text, and the default language that the sort keys were made for.</summary>
    public const string OntologyKey = "ontology", LanguageKey = "language";

    /// <summary>Meta keys, while a load is unfinished: its name and its fingerprint.</summary>
    public const string LoadKey = "load", LoadPrintKey = "load_fingerprint";

    /// <summary>Indexes that a load into an empty store makes at its end, in one pass each.</summary>
    /// <remarks>Those by an entity's key, by a name and by a statement's end hold all that is shown of them without their bodies: their tables are not looked into.</remarks>
    public static IReadOnlyList<(string Name, string Sql)> Indexes { get; } =
    [
        Index("entity_shown", "entity(key, kind, degree, names)"),
        Index("entity_by_name", "entity(by_name)"),
        Index("entity_kind_by_name", "entity(kind, by_name)"),
        Index("entity_kind", "entity(kind, key)"),
        Index("entity_by_degree", "entity(by_degree)"),
        Index("name_folded", "name(folded, entity, text, language, role, linkable)"),
        Index("name_entity", "name(entity)"),
        Index("statement_id", "statement(id)", unique: true),
        Index("statement_subject", "statement(subject, id, target, negated, status)"),
        Index("statement_target", "statement(target, id, subject, negated, status) WHERE target IS NOT NULL"),
        Index("statement_speaker", "statement(speaker, id) WHERE speaker IS NOT NULL"),
        Index("statement_type_by_period", "statement(type, by_period) WHERE by_period IS NOT NULL"),
        Index("statement_by_period", "statement(by_period) WHERE by_period IS NOT NULL"),
        Index("statement_by_position", "statement(by_position) WHERE by_position IS NOT NULL"),
        Index("statement_by_amount", "statement(type, by_amount) WHERE by_amount IS NOT NULL"),
    ];

    /// <summary>The foreign keys once more, for a load that checks them all at once: a table's columns, and the columns of the parent.</summary>
    private static readonly (string Table, string Columns, string Parent, string ParentColumns)[] References =
    [
        ("passage", "article", "article", "key"),
        ("statement", "subject", "entity", "key"),
        ("statement", "target", "entity", "key"),
        ("statement", "speaker", "entity", "key"),
        ("qualified", "entity", "entity", "key"),
        ("evidence", "article, number", "passage", "article, number"),
        ("mention", "entity", "entity", "key"),
        ("mention", "article, number", "passage", "article, number"),
    ];

    /// <summary>What makes format n + 1 of format n, by n.</summary>
    private static readonly string[] Migrations = [Format1];

    private const string Format1 = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE article(key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE passage(
            n INTEGER PRIMARY KEY,
            article TEXT NOT NULL REFERENCES article(key) DEFERRABLE INITIALLY DEFERRED,
            number INTEGER NOT NULL,
            body TEXT NOT NULL,
            UNIQUE(article, number)) STRICT;
        CREATE TABLE entity(
            n INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            by_name TEXT NOT NULL,
            degree INTEGER NOT NULL DEFAULT 0,
            by_degree TEXT NOT NULL AS (printf('%012d', degree) || char(1) || key) VIRTUAL,
            names TEXT NOT NULL,
            body TEXT NOT NULL) STRICT;
        CREATE TABLE name(
            n INTEGER PRIMARY KEY,
            entity TEXT NOT NULL REFERENCES entity(key) DEFERRABLE INITIALLY DEFERRED,
            folded TEXT NOT NULL,
            text TEXT NOT NULL,
            language TEXT NOT NULL,
            role TEXT NOT NULL,
            linkable INTEGER NOT NULL) STRICT;
        CREATE VIRTUAL TABLE name_terms USING fts5(terms, content='', contentless_delete=1, detail=none, columnsize=1,
            tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'");
        CREATE TABLE statement(
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            type TEXT NOT NULL,
            subject TEXT NOT NULL REFERENCES entity(key) DEFERRABLE INITIALLY DEFERRED,
            target TEXT REFERENCES entity(key) DEFERRABLE INITIALLY DEFERRED,
            status TEXT NOT NULL,
            negated INTEGER NOT NULL,
            spoken INTEGER NOT NULL,
            speaker TEXT REFERENCES entity(key) DEFERRABLE INITIALLY DEFERRED,
            from_day INTEGER NOT NULL,
            to_day INTEGER NOT NULL,
            by_period TEXT,
            by_position TEXT,
            by_amount TEXT) STRICT;
        CREATE TABLE statement_body(n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
        CREATE TABLE qualified(
            entity TEXT NOT NULL REFERENCES entity(key) DEFERRABLE INITIALLY DEFERRED,
            statement INTEGER NOT NULL,
            PRIMARY KEY(entity, statement)) STRICT, WITHOUT ROWID;
        CREATE TABLE evidence(
            article TEXT NOT NULL,
            number INTEGER NOT NULL,
            statement INTEGER NOT NULL,
            PRIMARY KEY(article, number, statement),
            FOREIGN KEY(article, number) REFERENCES passage(article, number) DEFERRABLE INITIALLY DEFERRED) STRICT, WITHOUT ROWID;
        CREATE TABLE mention(
            by_place TEXT PRIMARY KEY,
            article TEXT NOT NULL,
            number INTEGER NOT NULL,
            language TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            entity TEXT NOT NULL REFERENCES entity(key) DEFERRABLE INITIALLY DEFERRED,
            FOREIGN KEY(article, number) REFERENCES passage(article, number) DEFERRABLE INITIALLY DEFERRED) STRICT, WITHOUT ROWID;
        CREATE INDEX mention_entity ON mention(entity, by_place);
        CREATE INDEX mention_passage ON mention(article, number, by_place);
        CREATE TABLE change(number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, body TEXT NOT NULL) STRICT;
        """;

    /// <summary>Makes the tables of a new file, or what an older one lacks. In the caller's transaction.</summary>
    public static void Migrate(Connection connection, long from, Ontology ontology)
    {
        for (var format = from; format < Format; format++)
            connection.ExecuteOnce(Migrations[format]);
        if (from == 0)
        {
            CreateIndexes(connection);
            using var insert = connection.Prepare("INSERT INTO meta(key, value) VALUES (?1, ?2)");
            insert.Bind([LanguageKey, ontology.DefaultLanguage]);
            insert.Run();
        }
        connection.ExecuteOnce(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Format}"));
    }

    public static void CreateIndexes(Connection connection)
    {
        foreach (var (_, sql) in Indexes)
            connection.ExecuteOnce(sql);
    }

    public static void DropIndexes(Connection connection)
    {
        foreach (var (name, _) in Indexes)
            connection.ExecuteOnce("DROP INDEX " + name);
    }

    /// <summary>Checks what foreign keys would have, by each distinct value once. Throws <see cref="ConflictException"/>.</summary>
    public static void CheckReferences(Connection connection)
    {
        foreach (var (table, columns, parent, parentColumns) in References)
        {
            var present = columns.Contains(',', StringComparison.Ordinal) ? "1" : columns + " IS NOT NULL";
            if (connection.Number($"SELECT EXISTS (SELECT DISTINCT {columns} FROM {table} WHERE {present} EXCEPT SELECT {parentColumns} FROM {parent})") == 1)
                throw SqliteFailure.BrokenReference();
        }
    }

    private static (string Name, string Sql) Index(string name, string on, bool unique = false) =>
        (name, $"CREATE {(unique ? "UNIQUE " : "")}INDEX {name} ON {on}");
}
