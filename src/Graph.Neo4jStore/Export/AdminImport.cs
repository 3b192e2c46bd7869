using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>Writes a graph as files for <c>neo4j-admin database import full</c>: loaded into a new database, that is one that this
/// service made itself.</summary>
public static class AdminImport
{
    private const string Id = "_id", Entity = "entity", Statement = "statement"; // the last two: spaces of ids

    private static readonly string[] Shown =
        ["status", "speaker", "hedge", "amongOthers:boolean", "quote", "article", "paragraph:long"];

    /// <summary>The file of arguments beside the others: <c>neo4j-admin database import full neo4j @FOLDER/import.args</c>.</summary>
    public const string Arguments = "import.args";

    /// <param name="folder">Made when it is not there; files of the same names are overwritten.</param>
    /// <exception cref="ConflictException">A load is unfinished, or the store changed meanwhile: the files are not whole.</exception>
    public static async ValueTask Write(IGraphStore store, string folder, TimeProvider time, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await using (var tables = new Tables(folder, store.Ontology))
        {
            var journal = new ChangeJournal(JournalDetail.Counts);
            await foreach (var thing in BulkExport.Things(store, cancellation))
            {
                await tables.Write(thing);
                journal.Add(BulkExport.AsNew(thing));
            }
            await tables.WriteMeta(journal.Body(), time.GetUtcNow());
        }
        await File.WriteAllLinesAsync(Path.Combine(folder, Arguments), ArgumentLines(Path.GetFullPath(folder)), cancellation);
    }

    private static IEnumerable<string> ArgumentLines(string folder) =>
    [
        .. Tables.NodeFiles.Select(f => $"\"--nodes={(f.Labels is null ? "" : f.Labels + "=")}{Path.Combine(folder, f.Name)}\""),
        .. Tables.RelationshipFiles.Select(f => $"\"--relationships={Path.Combine(folder, f)}\""),
        $"--array-delimiter={CsvTable.ListSeparatorName}",
        "--multiline-fields=true",
        "--overwrite-destination=true",
    ];

    private sealed class Tables : IAsyncDisposable
    {
        private readonly Dictionary<string, CsvTable> _tables;
        private readonly Ontology _ontology;

        public Tables(string folder, Ontology ontology)
        {
            _ontology = ontology;
            _tables = Columns(ontology).ToDictionary(t => t.Key, t => new CsvTable(Path.Combine(folder, t.Key), t.Value));
        }

        /// <summary>In this order, which makes the labels in the order that the Browser's colours need (see
        /// <see cref="Schema"/>).</summary>
        public static IReadOnlyList<(string Name, string? Labels)> NodeFiles { get; } =
        [
            ("entities.csv", null), ("statements.csv", "_Statement"), ("observations.csv", $"_Statement:{NodeNames.Observation}"),
                ("names.csv", "_Name"),
            ("mentions.csv", "_Mention"), ("passages.csv", NodeNames.Passage), ("articles.csv", NodeNames.Article),
                ("changes.csv", "_Change"), ("meta.csv", "_Meta"),
        ];

        public static IReadOnlyList<string> RelationshipFiles { get; } = ["relationships.csv", "observed.csv"];

        public async ValueTask Write(BulkThing thing)
        {
            switch (thing)
            {
                case BulkThing.OfArticle { Article: var article }:
                    await _tables["articles.csv"].Write(ArticleNodes.Of(article, _ontology));
                    break;
                case BulkThing.OfPassage { Passage: var passage }:
                    await _tables["passages.csv"].Write(ArticleNodes.Of(passage));
                    break;
                case BulkThing.OfMentions { All: var mentions }:
                    foreach (var mention in mentions)
                        await _tables["mentions.csv"].Write(ArticleNodes.Of(mention));
                    break;
                case BulkThing.OfEntity { Entity: var entity, Degree: var degree }:
                    await Write(entity, degree);
                    break;
                case BulkThing.OfStatement { Statement: var statement }:
                    await Write(statement);
                    break;
            }
        }

        public async ValueTask WriteMeta(string counts, DateTimeOffset at)
        {
            const string By = "neo4j-admin import";
            await _tables["changes.csv"].Write(new Dictionary<string, object?>
            {
                ["seq"] = 1L,
                ["name"] = "1: " + By,
                ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
                ["by"] = By,
                ["_json"] = new[] { counts },
            });
            await _tables["meta.csv"].Write(new Dictionary<string, object?>
            {
                ["name"] = "graph",
                ["format"] = Neo4jGraphStore.Format,
                ["change"] = 1L,
                ["made"] = Derivation.Of(_ontology),
                ["ontology"] = _ontology.SourceText,
            });
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var table in _tables.Values)
                await table.DisposeAsync();
        }

        private async ValueTask Write(Entity entity, long degree)
        {
            var node = EntityNodes.Of(entity, _ontology);
            (node["_degree"], node["_byDegree"]) = (degree, SortKeys.Degree(degree, entity.Key));
            await _tables["entities.csv"].Write(node, string.Join(CsvTable.ListSeparator, Schema.Labels(entity.Kind, _ontology)));
            foreach (var name in EntityNodes.Names(entity))
                await _tables["names.csv"].Write(name);
        }

        private async ValueTask Write(Statement statement)
        {
            var type = StatementNodes.RelationshipType(statement);
            if (statement is Relationship relationship)
            {
                await _tables["statements.csv"].Write(StatementNodes.Node(relationship, _ontology));
                await _tables["relationships.csv"].Write(StatementNodes.Edge(relationship, _ontology), relationship.Source,
                    relationship.Target, type);
                return;
            }
            await _tables["observations.csv"].Write(StatementNodes.Node(statement, _ontology));
            await _tables["observed.csv"].Write([], statement.Subject, statement.Id.ToString(), type);
        }

        private static Dictionary<string, string[]> Columns(Ontology ontology)
        {
            string[] names = [.. ontology.Languages.Select(l => NodeNames.Name(l, ontology))];
            string[] qualifiers = [.. ontology.Qualifiers.Select(q => q.Key).Where(StatementNodes.IsShown)];
            string[] statement =
            [
                "_type", "_source", "_negated:boolean", "_spoken:boolean", "_speaker", "_from:long", "_to:long", "_byPeriod",
                    "_byPosition", "_byAmount", "_refs:string[]", "_json",
            ];
            return new()
            {
                ["entities.csv"] = [":LABEL", $"key:ID({Entity})", .. names, "summary", "_kind", "_byName", "_degree:long", "_byDegree", "_names",
                    "_json"],
                ["names.csv"] = [Id, "name", "entity", "language", "role", "linkable:boolean", "folded", "_folded", "_kind",
                    "_terms:string[]"],
                ["statements.csv"] = [Id, "name", "status", "_target", .. statement],
                ["observations.csv"] = [$"{Id}:ID({Statement})", .. names, .. Shown, "metric", "value", "unit", "bound", "from", "to",
                    "_amount", .. qualifiers, .. statement],
                ["relationships.csv"] = [$":START_ID({Entity})", $":END_ID({Entity})", ":TYPE", Id, .. Shown, "validFrom", "validTo",
                    "_from:long", "_to:long", .. qualifiers],
                ["observed.csv"] = [$":START_ID({Entity})", $":END_ID({Statement})", ":TYPE"],
                ["mentions.csv"] = [Id, "name", "entity", "passage", "language", "start:long", "end:long"],
                ["passages.csv"] = [Id, "name", "article", "number:long", .. ontology.Languages, "sha256", "_json"],
                ["articles.csv"] = [Id, "key", "name", "language", "publisher", "author", "date", "url", "_json"],
                ["changes.csv"] = ["seq:long", "name", "at", "by", "_json:string[]"],
                ["meta.csv"] = ["name", "format:long", "change:long", "made:string[]", "ontology"],
            };
        }
    }
}
