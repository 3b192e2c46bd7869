using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Graph.Host;

namespace Graph.HostTests;

/// <summary>How the fields of a document become the members of an answer.</summary>
public sealed class ExecutionTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Fact]
    public async Task Members_stand_in_the_order_of_the_document_each_once()
    {
        var answer = await Server.Data("""
            { entity(key: "anna") { key ...Named kind key ... on Person { degree name } again: key __typename } }
            fragment Named on Entity { name ... { degree } }
            """);
        Assert.Equal(["key", "name", "degree", "kind", "again", "__typename"], answer["entity"]!.AsObject().Select(m => m.Key));
    }

    [Fact]
    public async Task What_stands_twice_has_all_that_is_selected_below_either()
    {
        var answer = await Server.Data("""
            { entity(key: "anna") { relationships(first: 2) { nodes { id } } ...More } entity(key: "anna") { kind } }
            fragment More on Entity { relationships(first: 2) { nodes { status source { key } } nodes { source { kind } } } }
            """);
        var node = answer["entity"]!["relationships"]!["nodes"]![0]!.AsObject();
        Assert.Equal(["id", "status", "source"], node.Select(m => m.Key));
        Assert.Equal(["key", "kind"], node["source"]!.AsObject().Select(m => m.Key));
        Assert.NotNull(answer["entity"]!["kind"]);
    }

    [Theory]
    [InlineData(true, true, "kind")]
    [InlineData(true, false, "")]
    [InlineData(false, true, "kind name")]
    [InlineData(false, false, "name")]
    public async Task A_field_is_there_when_skip_is_false_and_include_is_true(bool skip, bool include, string members)
    {
        var answer = await Server.Data("""
            query($skip: Boolean!, $include: Boolean = true) {
              entity(key: "anna") { ... @include(if: $include) { kind } ...Names @skip(if: $skip) none: key @skip(if: true) neither: key @skip(if: $skip) @include(if: false) key }
            }
            fragment Names on Entity { name }
            """, include ? new { skip } : new { skip, include });
        Assert.Equal($"{members} key".Trim(), string.Join(' ', answer["entity"]!.AsObject().Select(m => m.Key)));
    }

    [Fact]
    public async Task More_choices_than_are_kept_are_answered_all_the_same()
    {
        var names = Enumerable.Range(0, 6).Select(i => $"f{i}").ToArray();
        var query = $"query({string.Join(' ', names.Select(n => $"${n}: Boolean!"))}) {{ entity(key: \"anna\") {{ key {string.Join(' ', names.Select(n => $"{n}: kind @include(if: ${n})"))} }} }}";
        for (var choice = 0; choice < 1 << names.Length; choice++)
        {
            var values = names.Select((n, i) => (n, IsOn: (choice >> i & 1) == 1)).ToDictionary(v => v.n, v => v.IsOn);
            var answer = await Server.Data(query, values);
            Assert.Equal(["key", .. names.Where(n => values[n])], answer["entity"]!.AsObject().Select(m => m.Key));
        }
    }

    [Fact]
    public async Task One_document_serves_all_values_of_its_variables()
    {
        const string Query = "query($key: String, $first: Int, $lang: Language, $keys: [String!]) { entity(key: $key) { key name(lang: $lang) relationships(first: $first) { nodes { id } } } entities(where: {key: {in: $keys}}) { nodes { key } } }";
        foreach (var (key, first, lang, keys) in new[] { ("anna", 1, "EN", new[] { "bob" }), ("bob", 2, "ZH", ["anna", "egret"]), ("egret", 0, "EN", []), ("anna", 1, "ZH", ["salt"]) })
        {
            var answer = await Server.Data(Query, new { key, first, lang, keys });
            var inline = await Server.Data($"{{ entity(key: \"{key}\") {{ key name(lang: {lang}) relationships(first: {first}) {{ nodes {{ id }} }} }} entities(where: {{key: {{in: [{string.Join(' ', keys.Select(k => $"\"{k}\""))}]}}}}) {{ nodes {{ key }} }} }}");
            Assert.Equal(inline.ToJsonString(), answer.ToJsonString());
        }
        await Server.Fails(Query, "BAD_INPUT", new { key = "anna", first = "one", lang = "EN", keys = Array.Empty<string>() });
        Assert.Null((await Server.Data("query($key: String!, $k: [String!] = [\"anna\"]) { entity(key: $key) { key } entities(where: {key: {in: $k}}) { nodes { key } } }", new { key = "nobody" }))["entity"]);
    }

    [Fact]
    public async Task Introspection_stands_beside_data_in_one_document()
    {
        var answer = await Server.Data("""
            { __typename entity(key: "anna") { __typename } __type(name: "Person") { kind name interfaces { name } fields { name } fields { type { name } } } __schema { queryType { name } } none: __type(name: "Nothing") { name } }
            """);
        Assert.Equal(("Query", "Person"), ((string?)answer["__typename"], (string?)answer["entity"]!["__typename"]));
        Assert.Equal(["Node", "Entity"], answer["__type"]!["interfaces"]!.AsArray().Select(i => (string?)i!["name"]).OrderDescending());
        Assert.Equal(["name", "type"], answer["__type"]!["fields"]![0]!.AsObject().Select(m => m.Key));
        Assert.Null(answer["none"]);
    }

    [Fact]
    public async Task A_null_where_none_may_be_takes_away_the_nearest_that_may_be_null()
    {
        var answer = await Server.Ask("""{ good: entity(key: "anna") { key } bad: entity(key: "bob") { key relationships(first: -1) { nodes { id } } } }""");
        Assert.Equal("""{"good":{"key":"anna"},"bad":null}""", answer["data"]!.ToJsonString());
        Assert.Equal("""["bad","relationships"]""", answer["errors"]![0]!["path"]!.ToJsonString());
        var all = await Server.Ask("{ entities(first: -1) { nodes { key } } }");
        Assert.Equal("""{"entities":null}""", all["data"]!.ToJsonString());
    }

    [Fact]
    public async Task However_a_selection_is_written_it_is_answered_the_same()
    {
        await using var server = await TestServer.Start(Seeds.Harbour, o => (o.MaxDirectives, o.MaxFragments, o.MaxFields) = (10_000, 500, 10_000));
        await Writing.SampleAsync(async w =>
        {
            var plain = await server.Data($"{{ entities(first: 3) {{ nodes {w.Plain} }} }}");
            var other = await server.Data($"query($yes: Boolean!) {{ entities(first: 3) @include(if: $yes) {{ nodes {w.Other} }} }} {w.Fragments}", new { yes = true });
            Assert.Equal(Sorted(plain), Sorted(other));
        }, iter: 60);
    }

    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Sorted(m.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Sorted)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private sealed record Written(string Plain, string Other, string Fragments);

    private static readonly Gen<Written> Writing = Gen.Int.Select(seed => new Writer(new Random(seed)).Write());

    // The same fields, plainly and in disorder: apart, twice, in fragments, behind conditions that hold.
    private sealed class Writer(Random random)
    {
        private static readonly Dictionary<string, (string Field, string? Type)[]> Schema = new()
        {
            ["Entity"] = [("key", null), ("kind", null), ("name", null), ("degree", null), ("__typename", null), ("relationships(first: 2)", "Page")],
            ["Page"] = [("totalCount", null), ("nodes", "Relationship")],
            ["Relationship"] = [("id", null), ("status", null), ("source", "Entity"), ("target", "Entity")],
        };

        private static readonly Dictionary<string, string> Names = new() { ["Entity"] = "Entity", ["Page"] = "EntityRelationshipConnection", ["Relationship"] = "Relationship" };

        private readonly StringBuilder _fragments = new();
        private int _count;

        public Written Write()
        {
            var tree = Tree("Entity", 1);
            return new Written(Plain(tree), Disordered(tree, "Entity"), _fragments.ToString());
        }

        private sealed record Field(string Text, string? Type, IReadOnlyList<Field> Below);

        private List<Field> Tree(string type, int depth)
        {
            var fields = Schema[type].Where(f => (f.Type is null || depth > 0) && random.Next(3) > 0).ToArray();
            fields = fields.Length > 0 ? fields : [Schema[type][0]];
            return [.. fields.Select(f => new Field(f.Field, f.Type, f.Type is null ? [] : Tree(f.Type, f.Type == "Entity" ? depth - 1 : depth)))];
        }

        private static string Plain(IReadOnlyList<Field> fields) => $"{{ {string.Join(' ', fields.Select(f => f.Text + (f.Type is null ? "" : Plain(f.Below))))} }}";

        private string Disordered(IReadOnlyList<Field> fields, string type)
        {
            var pieces = new List<string>();
            foreach (var field in fields)
            {
                if (field.Type is null)
                    pieces.Add(field.Text);
                else
                    pieces.AddRange(Parts(field.Below).Select(p => $"{field.Text} {Disordered(p, field.Type)}"));
                if (random.Next(4) == 0)
                    pieces.Add(pieces[^1]);
            }
            var shuffled = pieces.ToArray();
            random.Shuffle(shuffled);
            return $"{{ {string.Join(' ', shuffled.Select(p => Wrapped(p, type)))} }}";
        }

        private IEnumerable<IReadOnlyList<Field>> Parts(IReadOnlyList<Field> fields)
        {
            var cut = random.Next(fields.Count + 1);
            return cut == 0 || cut == fields.Count ? [fields] : [[.. fields.Take(cut)], [.. fields.Skip(cut)]];
        }

        private string Wrapped(string piece, string type)
        {
            switch (random.Next(6))
            {
                case 0:
                    return $"... on {Names[type]} {{ {piece} }}";
                case 1:
                    return $"... @skip(if: false) @include(if: $yes) {{ {piece} }}";
                case 2:
                    var name = $"F{_count++}";
                    _fragments.Append(System.Globalization.CultureInfo.InvariantCulture, $"fragment {name} on {Names[type]} {{ {piece} }} ");
                    return $"...{name} @include(if: $yes)";
                default:
                    return piece;
            }
        }
    }
}
