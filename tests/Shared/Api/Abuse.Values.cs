namespace Graph.SharedTests;

/// <summary>Values and bodies.</summary>
internal static partial class Abuse
{
    private static IEnumerable<(string, string, string)> Filters() =>
    [
        ("a filter of 1,000 NOTs", Query("{ entities(where:" + Many("{NOT:", 1_000) + "{}" + Many("}", 1_000) + "){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("a filter of 50 NOTs", Query("{ entities(where:" + Many("{NOT:", 50) + "{}" + Many("}", 50) + "){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("a filter of 20 ANDs and ORs", Query("{ entities(where:" + Many("{AND:[{OR:[", 10) + "{}" + Many("]}]}", 10) + "){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("a variable of 50 NOTs", Query("query($w:EntityFilter){ entities(where:$w){ totalCount } }", Nots(50)), "LIMIT_EXCEEDED"),
        ("a variable of 3,000 NOTs", Query("query($w:EntityFilter){ entities(where:$w){ totalCount } }", Nots(3_000)), "LIMIT_EXCEEDED BAD_REQUEST"),
        ("a variable of 3,000 lists", Query("query($w:[ID!]!){ nodes(ids:$w){ id } }", "{\"w\":" + Many("[", 3_000) + Many("]", 3_000) + "}"), "LIMIT_EXCEEDED BAD_REQUEST"),
        ("a default value of 50 NOTs", Query("query($w:EntityFilter=" + Many("{NOT:", 50) + "{}" + Many("}", 50) + "){ entities(where:$w){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("connections of connections", Query("{ entities(where:" + Many("{relationships:{some:{node:", 10) + "{}" + Many("}}}", 10) + "){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("50 conditions on connections", Query("{ entities(where:{OR:[" + Many("{owns:{some:{node:{owners:{some:{node:{degree:{gt:0}}}}}}}},", 25) + "]}){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("20 conditions on connections", Query("{ entities(where:{OR:[" + Many("{owns:{some:{node:{owners:{some:{node:{degree:{gt:0}}}}}}}},", 10) + "]}){ totalCount } }"), ""),
        ("5,000 values", Query("{ entities(where:{key:{in:[" + Many("\"a\",", 5_000) + "]}}){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("40,000 values by variable", Query("query($v:[String!]){ entities(where:{key:{in:$v}}){ totalCount } }", Ids(40_000)), "LIMIT_EXCEEDED"),
        ("40,000 ids", Query("query($v:[ID!]!){ nodes(ids:$v){ id } }", Ids(40_000)), "LIMIT_EXCEEDED"),
        ("40,000 ends", Query("query($v:[ID!]!){ neighborhood(of:$v){ truncated } }", Ids(40_000)), "LIMIT_EXCEEDED"),
        ("a heavy filter a hundred times", Query("query($w:EntityFilter){ " + string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i}:entities(where:$w){{ totalCount }} ")) + "}",
            "{\"w\":{\"OR\":[" + Many("{\"name\":{\"contains\":\"a\"}},", 60) + "{}]}}"), ""),
    ];

    private static IEnumerable<(string, string, string)> Texts() =>
    [
        ("1 MB to search for", Query("query($t:String!){ search(text:$t){ score } }", "{\"t\":\"" + new string('x', 1_000_000) + "\"}"), "LIMIT_EXCEEDED"),
        ("200 kB to search for", Query("query($t:String!){ search(text:$t){ score } }", "{\"t\":\"" + new string('x', 200_000) + "\"}"), "LIMIT_EXCEEDED"),
        ("500 different Han characters", Query($"{{ search(text:\"{Han(500)}\"){{ score }} }}"), ""),
        ("250 words", Query($"{{ search(text:\"{Many("a ", 250)}\"){{ score }} }}"), ""),
        ("an id of 90,000 letters", Query($"{{ node(id:\"{new string('x', 90_000)}\"){{ id }} }}"), "LIMIT_EXCEEDED"),
        ("an id of a statement with a long type", Query($"{{ node(id:\"r_{new string('X', 90_000)}.00000000000000000000000000\"){{ id }} }}"), "LIMIT_EXCEEDED"),
        ("a passage of a long number", Query($"{{ node(id:\"p_first-article.{new string('9', 50_000)}\"){{ id }} }}"), "LIMIT_EXCEEDED"),
        ("a path from an id of 90,000 letters", Query($"{{ paths(from:\"{new string('x', 90_000)}\", to:\"anna\"){{ length }} }}"), "LIMIT_EXCEEDED"),
        ("a cursor of 90,000 letters", Query($"{{ entities(after:\"{new string('x', 90_000)}\"){{ totalCount }} }}"), "LIMIT_EXCEEDED"),
        ("an id of 200,000 letters by variable", Query("query($i:ID!){ node(id:$i){ id } nodes(ids:[$i]){ id } person(id:$i){ key } }", Id()), ""),
        ("a path from an id of 200,000 letters", Query("query($i:ID!){ paths(from:$i, to:\"anna\"){ length } }", Id()), "NOT_FOUND"),
        ("a cursor of 200,000 letters", Query("query($i:String!){ entities(after:$i){ totalCount } }", Id()), "BAD_CURSOR"),
        ("a date of 200,000 letters", Query("query($i:PartialDate!){ statements(where:{asOf:$i}){ totalCount } }", Id()), "BAD_INPUT"),
        ("a name like an expression", Query("""{ entities(where:{name:{contains:"(a+)+$"}}){ totalCount } search(text:".*?(?:x|x)*$"){ score } }"""), ""),
        ("a name like a query of Lucene", Query("""{ search(text:"a* OR -b AND (c TO [d~2^9 \\\" /x/"){ score } entities(where:{name:{startsWith:"%_'; DROP TABLE entity; --"}}){ totalCount } }"""), ""),
        ("a zero byte", Query("""{ search(text:"\u0000"){ score } entities(where:{name:{eq:"a\u0000b"}, key:{startsWith:"\u0000"}}){ totalCount } node(id:"\u0000"){ id } }"""), ""),
        ("directions, marks and joiners", Query("""{ search(text:"\u202e\ufeff\u200d\u0301\ufffe\udbff\udfff"){ score } }"""), ""),
        ("half a surrogate pair", Query("""{ search(text:"\ud800"){ score } }"""), "BAD_INPUT"),
        ("half a surrogate pair in the document", """{"query":"{ articles{ id } } # \ud800"}""", "BAD_REQUEST"),
        ("half a surrogate pair in a variable", Query("query($t:String!){ search(text:$t){ score } }", """{"t":"\udfff"}"""), "BAD_REQUEST"),
        ("half a surrogate pair in a variable's name", Query("{ articles{ id } }", """{"\ud800":1}"""), "BAD_REQUEST"),
        ("an operation's name of 200,000 letters", "{\"query\":\"query a{ articles{ id } }\",\"operationName\":\"" + new string('x', 200_000) + "\"}", "BAD_REQUEST"),
    ];

    private static IEnumerable<(string, string, string)> Numbers() =>
    [
        ("a whole number of 50,000 digits", Query($"{{ entities(first:{new string('9', 50_000)}){{ totalCount }} }}"), "LIMIT_EXCEEDED"),
        ("a variable of 50,000 digits", Query("query($n:Int){ entities(first:$n){ totalCount } }", "{\"n\":" + new string('9', 50_000) + "}"), "BAD_INPUT"),
        ("an amount of 50,000 digits", Query("query($n:Decimal){ observations(where:{amount:{gt:$n}}){ totalCount } }", "{\"n\":" + new string('9', 50_000) + "}"), "BAD_INPUT"),
        ("1e999999999", Query("{ observations(where:{amount:{gt:1e999999999}}){ totalCount } }"), "VALIDATION_FAILED"),
        ("1e-999999999", Query("{ observations(where:{amount:{gt:1e-999999999}}){ totalCount } }"), "VALIDATION_FAILED"),
        ("a variable of 1e999", Query("query($n:Decimal){ observations(where:{amount:{gt:$n}}){ totalCount } }", """{"n":1e999}"""), "BAD_INPUT"),
        ("the greatest amounts", Query("{ observations(where:{amount:{gt:-79228162514264337593543950335, lt:79228162514264337593543950335}}){ totalCount } }"), ""),
        ("degrees beyond all numbers", Query("{ entities(where:{degree:{gt:2147483647}}){ totalCount } }"), ""),
        ("the greatest page", Query("{ entities(first:2147483647){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("a page below nothing", Query("{ entities(last:-2147483648){ totalCount } }"), "BAD_INPUT"),
        ("hops below nothing", Query("""{ paths(from:"anna", to:"bob", maxHops:-1){ length } }"""), "BAD_INPUT"),
        ("a date of 50,000 digits", Query($"{{ statements(where:{{asOf:\"{new string('9', 50_000)}\"}}){{ totalCount }} }}"), "LIMIT_EXCEEDED"),
        ("the 99th month", Query("""{ statements(where:{asOf:"2023-99"}){ totalCount } }"""), "VALIDATION_FAILED"),
        ("the first and the last year", Query("""{ a:statements(where:{asOf:"0001"}){ totalCount } b:statements(where:{asOf:"9999-12-31"}){ totalCount } }"""), ""),
    ];

    private static IEnumerable<(string, string, string)> Bodies() =>
    [
        ("a list of requests", "[" + Many("""{"query":"{ articles{ id } }"},""", 100) + """{"query":"{ articles{ id } }"}]""", "BAD_REQUEST"),
        ("60,000 closing brackets", Many("]", 60_000), "BAD_REQUEST"),
        ("100,000 opening brackets", Many("[", 100_000), "BAD_REQUEST"),
        ("5,000 queries in one", "{" + Many("""{"query":"{ nothing }"},"""[1..^2] + ",", 5_000) + """ "query":"{ articles{ id } }"}""", ""),
        ("10,000 variables that are not there", Query("{ articles{ id } }", "{" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"v{i}\":{i}")) + "}"), ""),
        ("300,000 spaces", new string(' ', 300_000), "LIMIT_EXCEEDED"),
        ("no body", "", "BAD_REQUEST"),
        ("null", "null", "BAD_REQUEST"),
    ];
}
