namespace Graph.SharedTests;

/// <summary>Valid documents that ask for as much work as the limits let them.</summary>
internal static partial class Abuse
{
    // One on a small graph. On a large one the time limit may answer.
    private static IEnumerable<(string, string, string)> Work() =>
    [
        ("100 times 200 ids", Query("query($v:[ID!]!){ " + Each(100, i => $"a{i}:nodes(ids:$v){{ id }} ") + "}", "{\"v\":[" + Each(199, i => $"\"k{i}\",") + "\"anna\"]}"), ""),
        ("100 times 200 ids of statements", Query("query($v:[ID!]!){ " + Each(100, i => $"a{i}:nodes(ids:$v){{ id }} ") + "}",
            "{\"v\":[" + Each(199, i => $"\"r_OWNS.{i:D26}\",") + "\"anna\"]}"), ""),
        ("100 searches of 500 Han characters", Query("query($t:String!){ " + Each(100, i => $"a{i}:search(text:$t){{ score }} ") + "}", $$"""{"t":"{{Han(500)}}"}"""), "LIMIT_EXCEEDED"),
        ("40 searches of 500 Han characters", Query("query($t:String!){ " + Each(40, i => $"a{i}:search(text:$t){{ score }} ") + "}", $$"""{"t":"{{Han(500)}}"}"""), ""),
        ("40 searches of 250 words", Query("query($t:String!){ " + Each(40, i => $"a{i}:search(text:$t){{ score }} ") + "}", $$"""{"t":"{{Each(100, i => $"w{i} ")}}"}"""), ""),
        ("40 searches, each for another text", Query("{ " + Each(40, i => $"a{i}:search(text:\"{Han(150)}{i}\"){{ score }} ") + "}"), ""),
        ("100 names of 500 letters", Query("query($t:String!){ " + Each(100, i => $"a{i}:entity(name:$t){{ key }} ") + "}", $$"""{"t":"{{new string('x', 500)}}"}"""), ""),
        ("40 times the longest paths", Query("{ " + Each(40, i => $"a{i}:paths(from:\"anna\", to:\"tea\", maxHops:6, limit:20){{ length }} ") + "}"), ""),
        ("100 times the widest neighborhood", Query("query($v:[ID!]!){ " + Each(100, i => $"a{i}:neighborhood(of:$v, hops:3, limit:200){{ truncated }} ") + "}",
            "{\"v\":[" + Many("\"anna\",\"tea\",\"salt\",", 66) + "\"bob\"]}"), "LIMIT_EXCEEDED"),
        ("40 times the widest neighborhood", Query("query($v:[ID!]!){ " + Each(40, i => $"a{i}:neighborhood(of:$v, hops:3, limit:200){{ truncated }} ") + "}",
            "{\"v\":[" + Many("\"anna\",\"tea\",\"salt\",", 66) + "\"bob\"]}"), ""),
        ("40 times what 200 have in common", Query("query($v:[ID!]!){ " + Each(40, i => $"a{i}:common(of:$v){{ complete }} ") + "}", "{\"v\":[" + Many("\"anna\",\"tea\",", 99) + "\"bob\"]}"), ""),
        ("100 times all counts", Query("{ " + Each(100, i => $"a{i}:statements{{ totalCount aggregates{{ types{{ count }} metrics{{ count }} statuses{{ count }} speakers{{ count }} }} }} ") + "}"), ""),
        ("100 filters, each another", Query("{ " + Each(100, i => $"a{i}:entities(where:{{name:{{contains:\"{i}\"}}, degree:{{gt:{i}}}}}, orderBy:{{field:DEGREE}}){{ totalCount }} ") + "}"), ""),
        ("20 conditions on connections, each another", Query("{ entities(where:{OR:[" + Each(20, i => $"{{owns:{{some:{{node:{{key:{{eq:\"k{i}\"}}}}}}}}}} ") + "]}){ totalCount } }"), ""),
        ("the deepest filter", Query("{ entities(where:{NOT:{OR:[{owns:{none:{node:{owners:{some:{node:{degree:{gt:0}}}}}}}},{NOT:{relationships:{some:{node:{relationships:{none:{}}}}}}}]}}){ totalCount } }"),
            ""),
        ("190 names to contain", Query("{ entities(where:{OR:[" + Each(95, i => $"{{name:{{contains:\"n{i}\"}}}} ") + "]}, orderBy:{field:DEGREE, order:DESC}){ totalCount nodes{ key } } }"), ""),
        ("45 bounds of a key, each denied", Query("{ entities(where:{AND:[" + Each(45, i => $"{{NOT:{{key:{{gt:\"k{i}\"}}}}}} ") + "]}, orderBy:{field:NAME}, first:200){ totalCount } }"), ""),
        ("all that a page may hold, of everything", Query("{ entities(first:200){ nodes{ key name names{ text } summary degree relationships(first:5){ nodes{ id } } } } }"), ""),
        ("conflicts of conflicts", Query("{ statements(first:25){ nodes{ " + Many("conflictsWith{ ", 6) + "id" + Many(" }", 6) + " } } }"), ""),
        ("statements of passages of statements", Query("{ articles{ passages{ statements(first:50){ nodes{ evidence{ passage{ statements(first:50){ nodes{ id } } } } } } } } }"), "LIMIT_EXCEEDED"),
        ("as many pairs of fragments as may be", Query("{ " + Each(40, f => $"a{f}:articles{{ {Each(48, i => $"...f{i} ")}}} ") + "} " + Each(48, i => $"fragment f{i} on Article{{a{i}:id}} ")), "LIMIT_EXCEEDED"),
        ("pairs of fragments within each other", Query("{ articles{ " + Each(40, i => $"...f{i} ") + "} } " + Each(40, i => $"fragment f{i} on Article{{ passages{{ {Each(40, j => $"...g{j} ")}}} }} ")
            + Each(40, i => $"fragment g{i} on Passage{{id}} ")), "LIMIT_EXCEEDED"),
        ("pairs of inline fragments within each other", Query("{ " + Each(20, i => "articles{ " + Each(20, j => "...on Article{ passages{ id number } } ") + "} ") + "}"), "LIMIT_EXCEEDED"),
        ("95 fields of one name within each other", Query("{ " + Each(95, i => "articles{ passages{ article{ id } } } ") + "}"), "LIMIT_EXCEEDED"),
        ("95 fields of one name with different arguments", Query("{ " + Each(95, i => $"entities(first:{i}){{ totalCount }} ") + "}"), "VALIDATION_FAILED"),
        ("95 fields of one name with long arguments", Query("{ " + Each(60, i => $"entities(where:{{OR:[{Many("{key:{eq:\"a\"}} ", 25)}]}}){{ totalCount }} ") + "}"), "LIMIT_EXCEEDED"),
    ];

    private static string Each(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
