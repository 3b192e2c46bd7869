using System.Globalization;
using System.IO.Compression;
using System.Text;
using Graph.Core;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Every fault of a bulk file is named with its line and what to do, and nothing is changed.</summary>
public sealed class BulkCheckTests : IAsyncLifetime
{
    private static readonly string[] Valid =
    [
        """{"graph":1,"ontology":"test"}""",
        """{"article":{"key":"news","title":{"en":"News"},"language":"en"}}""",
        """{"passage":{"id":"p_news.1","text":{"en":"Ada and Bob of Acme","zh":"甲"}}}""",
        """{"entity":{"key":"acme","kind":"Company","declarations":[{"source":"news","names":[{"text":"Acme","language":"en","role":"PREFERRED"}]}]}}""",
        """{"entity":{"key":"ada","kind":"Person","declarations":[{"source":"api","names":[{"text":"Ada","language":"en","role":"PREFERRED"}]}]}}""",
        """{"entity":{"key":"bob","kind":"Person","declarations":[{"source":"news","names":[{"text":"Bob","language":"en","role":"PREFERRED"}]}]}}""",
        """{"mentions":{"passage":"p_news.1","at":[{"language":"en","start":0,"end":3,"entity":"ada"},{"language":"en","start":8,"end":11,"entity":"bob"}]}}""",
        """{"statement":{"source":"ada","type":"INFLUENCED_BY","target":"bob","evidence":[{"passage":"p_news.1","language":"en","start":0,"end":3,"quote":"Ada"}]}}""",
        """{"statement":{"entity":"acme","metric":"REVENUE","value":{"amount":5,"unit":"CNY"},"fromApi":true}}""",
        """{"end":9}""",
    ];

    private readonly BulkFile _file = new();
    private readonly SqliteFixture _fixture = new();
    private IGraphStore? _store;

    private IGraphStore Store => _store!;

    public async ValueTask InitializeAsync() => _store = await _fixture.Create(TestOntology.Instance, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        Assert.True((await Store.State(CancellationToken.None)).IsEmpty || (await Store.State(CancellationToken.None)).LastChange == 1);
        await Store.DisposeAsync();
        await _fixture.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task A_file_without_fault_is_loaded_with_spaces_marks_and_other_line_ends_too()
    {
        await _file.Import(Store, "\uFEFF" + string.Join("\r\n", Valid.Select(l => l.Replace("\":", "\" : ", StringComparison.Ordinal))) + "\r\n");
        Assert.Equal(3, (await Store.Entities(["acme", "ada", "bob"], EntityParts.Scalars, CancellationToken.None)).Count(e => e is not null));
    }

    [Theory]
    [InlineData(1, "\"test\"", "\"other\"", "the file is of the ontology 'other', the store of 'test'")]
    [InlineData(1, "\"graph\":1", "\"graph\":2", "the file is of version 2")]
    [InlineData(1, "graph", "grape", "the first line is no header|'grape' is not|one object with one member")]
    [InlineData(1, "\"graph\":1", "\"graph\":-1", "the first line is no header")]
    [InlineData(1, "\"test\"", "null", "the first line is no header")]
    [InlineData(2, "\"news\"", "\"api\"", "'api' is no key of an article")]
    [InlineData(2, "\"language\":\"en\"", "\"language\":\"fr\"", "the language 'fr' is not in the ontology")]
    [InlineData(3, "p_news.1", "p_other.1", "the article 'other' of the passage is not above")]
    [InlineData(4, "acme", "Acme", "'Acme' is no key")]
    [InlineData(4, "Company", "Agent", "the kind 'Agent' covers others")]
    [InlineData(4, "\"news\"", "\"gossip\"", "the source 'gossip' is no article above")]
    [InlineData(4, "PREFERRED", "ALIAS", "needs a declaration and a preferred name")]
    [InlineData(4, "\"kind\"", "\"kid\"", "'kid' means nothing in it")]
    [InlineData(4, "Acme", "  Acme", "has white space around it")]
    [InlineData(4, "Acme", "Cafe\u0301", "not composed")]
    [InlineData(4, "\"en\",\"role\":\"PREFERRED\"}]", "\"en\",\"role\":\"PREFERRED\"}],\"identifiers\":{\"x \\\"y\\\" . e:bob i:x\":\"1\"}",
        "is no name of an identifier scheme")]
    [InlineData(4, "\"en\",\"role\":\"PREFERRED\"}]", "\"en\",\"role\":\"PREFERRED\"}],\"identifiers\":{\"wikidata\":\"\"}",
        "the identifier 'wikidata' has 0 characters")]
    [InlineData(5, "ada", "acme", "the entity 'acme' stands twice")]
    [InlineData(7, "\"end\":3", "\"end\":99", "there is no place 0 to 99 in 'en' of p_news.1")]
    [InlineData(7, "\"bob\"", "\"eve\"", "a mention names 'eve', which is no entity above")]
    [InlineData(8, "\"start\":0,\"end\":3", "\"start\":1,\"end\":4", "'Ada' does not stand at 1 to 4 of passage p_news.1 in 'en'. It stands at 0 to 3")]
    [InlineData(8, "INFLUENCED_BY", "DEVELOPS", "DEVELOPS does not lead from a Person ('ada') to a Person ('bob')")]
    [InlineData(8, "INFLUENCED_BY", "ADORES", "the relationship type 'ADORES' is not in the ontology")]
    [InlineData(8, "\"target\":\"bob\"", "\"target\":\"ada\"", "'ada' is related to itself")]
    [InlineData(8, "\"target\":\"bob\"", "\"target\":\"eve\"", "it ends at 'eve', which is no entity above")]
    [InlineData(8, "{\"source\"", "{\"id\":\"r_INFLUENCED_BY.00000000000000000000000000\",\"source\"", "but what it says has the id r_INFLUENCED_BY.")]
    [InlineData(8, "\"evidence\"", "\"derivedFrom\":[\"o_REVENUE.00000000000000000000000000\"],\"status\":\"DERIVED\",\"evidence\"", "'derivedFrom' names o_REVENUE.")]
    [InlineData(9, "\"CNY\"", "\"person\"", "the value of REVENUE is in person, not in the base unit CNY")]
    [InlineData(9, "\"fromApi\":true", "\"fromApi\":false", "nothing says it: it has no evidence")]
    [InlineData(9, ":5,", ":0.12345678901234567890123456789,", "is not a number of at most 28 digits")]
    [InlineData(9, "\"amount\":5", "\"amount\":5,\"amount\":6", "the line is no JSON|uplicate")]
    [InlineData(10, "9", "8", "'end' says that 8 lines stand above it, but there are 9")]
    public async Task A_fault_is_named_with_its_line(int line, string before, string after, string message)
    {
        var lines = Valid.ToArray();
        Assert.Contains(before, lines[line - 1], StringComparison.Ordinal);
        lines[line - 1] = lines[line - 1].Replace(before, after, StringComparison.Ordinal);
        var problems = await Faults(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        Assert.Contains(problems, p => p.Line == line && p.File == _file.Path && message.Split('|').Any(m => p.ToString().Contains(m, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(2, "\"news\"", "null", "'key' is null: leave it out")]
    [InlineData(2, "{\"en\":\"News\"}", "{\"en\":null}", "'en' is null")]
    [InlineData(2, "{\"key\":\"news\",\"title\":{\"en\":\"News\"},\"language\":\"en\"}", "null", "'article' is null")]
    [InlineData(3, "\"p_news.1\"", "null", "'id' is null")]
    [InlineData(4, "\"text\":\"Acme\"", "\"text\":null", "'text' is null")]
    [InlineData(4, "\"source\":\"news\"", "\"source\":null", "'source' is null")]
    [InlineData(4, "[{\"source\"", "[null,{\"source\"", "'declarations' is null")]
    [InlineData(4, "}]}]", "}],\"identifiers\":{\"wikidata\":null}}]", "'wikidata' is null")]
    [InlineData(7, "\"entity\":\"bob\"", "\"entity\":null", "'entity' is null")]
    [InlineData(8, "\"quote\":\"Ada\"", "\"quote\":null", "'quote' is null")]
    [InlineData(8, "\"evidence\"", "\"derivedFrom\":[null],\"evidence\"", "'derivedFrom' is null")]
    [InlineData(8, "\"evidence\"", "\"qualifiers\":{\"scope\":null},\"evidence\"", "'scope' is null")]
    [InlineData(8, "\"evidence\"", "\"qualifiers\":{\"scope\":{}},\"evidence\"", "a value is one of")]
    [InlineData(9, "\"amount\":5,", "", "a value is one of")]
    [InlineData(9, ",\"unit\":\"CNY\"", "", "an amount has a unit")]
    [InlineData(9, "\"amount\":5,", "\"amount\":5,\"date\":\"2020\",", "a value is one of")]
    [InlineData(9, "\"amount\":5,", "\"amount\":null,", "'amount' is null")]
    [InlineData(9, "{\"amount\":5,\"unit\":\"CNY\"}", "{\"entity\":\"ada\",\"text\":{\"en\":\"x\"}}", "a value is one of")]
    [InlineData(10, "9", "null", "wrong type")]
    public Task What_is_null_or_empty_is_named_with_its_line(int line, string before, string after, string message) =>
        A_fault_is_named_with_its_line(line, before, after, message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_line_just_above_what_a_line_may_have_is_refused_plain_and_zipped_alike(int above)
    {
        var title = new string('x', (16 * 1024 * 1024) + above - Valid[1].Length + "News".Length);
        var line = Valid[1].Replace("News", title, StringComparison.Ordinal);
        var text = Encoding.UTF8.GetBytes(string.Join('\n', [Valid[0], line, "{}"]) + "\n");
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(text);
        foreach (var bytes in new[] { text, zipped.ToArray() })
            Assert.Equal(above > 0, (await Faults(bytes)).Any(p => p is { Line: 2, Message: "the line is longer than 16 MB" }));
    }

    [Fact]
    public async Task What_is_out_of_order_behind_the_end_or_missing_is_named()
    {
        var (swapped, behind) = (Valid.ToArray(), Valid.Append(Valid[3]).ToArray());
        (swapped[5], swapped[7]) = (swapped[7], swapped[5]);
        Assert.Contains(await Faults(Encoding.UTF8.GetBytes(string.Join('\n', swapped))), p => p.Message.Contains("stands behind a statement", StringComparison.Ordinal));
        Assert.Equal((11, "the line stands behind the end"), (await Faults(Encoding.UTF8.GetBytes(string.Join('\n', behind)))).Select(p => (p.Line, p.Message)).Single());
        Assert.Contains("ends without the line 'end'", (await Faults(Encoding.UTF8.GetBytes(string.Join('\n', Valid[..8]) + "\n"))).Single().Message, StringComparison.Ordinal);
        Assert.Equal("the file is empty", (await Faults([])).Single().Message);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_a_line_of_100_MB_and_a_file_that_was_cut_are_clean_faults()
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Valid) + "\n");
        var broken = text.ToArray();
        broken[Array.IndexOf(broken, (byte)'N')] = 0xff;
        Assert.Contains(await Faults(broken), p => p is { Line: 2, Message: "the line is not UTF-8" });
        byte[] huge = [.. Encoding.UTF8.GetBytes(Valid[0] + "\n"), .. Enumerable.Repeat((byte)'x', 100_000_000), .. Encoding.UTF8.GetBytes("\n" + string.Join('\n', Valid[1..9]) + "\n{\"end\":10}")];
        Assert.Equal((2, "the line is longer than 16 MB"), (await Faults(huge)).Select(p => (p.Line, p.Message)).Single());
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(text);
        Assert.Contains(await Faults(zipped.ToArray()[..^200]), p => p.Message.Contains("breaks off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_very_many_faults_the_first_are_kept_and_the_others_counted()
    {
        var lines = Valid[..8].Concat(Enumerable.Range(0, 3000).Select(n => Valid[7].Replace("bob", string.Create(CultureInfo.InvariantCulture, $"x{n}"), StringComparison.Ordinal)));
        var thrown = await Assert.ThrowsAsync<ProblemsException>(() => _file.Import(Store, string.Join('\n', lines)));
        Assert.Equal(3000, thrown.Problems.Count + thrown.More);
        Assert.True(thrown.Problems.Count <= 1000);
    }

    private async Task<IReadOnlyList<Problem>> Faults(byte[] bytes)
    {
        await File.WriteAllBytesAsync(_file.Path, bytes);
        var thrown = await Assert.ThrowsAsync<ProblemsException>(async () => await BulkImport.Import(Store, _file.Path, "test", null, CancellationToken.None));
        Assert.True((await Store.State(CancellationToken.None)).IsEmpty);
        Assert.All(thrown.Problems, p => Assert.NotEmpty(p.Remedy));
        return thrown.Problems;
    }
}
