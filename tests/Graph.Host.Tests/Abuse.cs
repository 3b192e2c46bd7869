using System.Text.Json;

namespace Graph.HostTests;

/// <summary>Hostile requests, as bodies, and the codes that may answer them; no code where an answer is right.</summary>
internal static class Abuse
{
    public static IEnumerable<(string Name, string Body, string Codes)> Everything() => [.. Documents(), .. Filters(), .. Texts(), .. Numbers(), .. Bodies()];

    private static IEnumerable<(string, string, string)> Documents() =>
    [
        ("50,000 duplicate fields", Query("{ " + Many("key ", 50_000) + "}"), "LIMIT_EXCEEDED"),
        ("1,990 duplicate fields", Query("{ person(key:\"anna\"){ " + Many("key ", 1_990) + "} }"), "LIMIT_EXCEEDED"),
        ("duplicate fields with arguments", Query("{ " + Many("entities(first:1){ totalCount } ", 900) + "}"), "LIMIT_EXCEEDED"),
        ("duplicate fields in duplicate fields", Query("{ " + Many("person(key:\"anna\"){ " + Many("key ", 40) + "} ", 40) + "}"), "LIMIT_EXCEEDED"),
        ("duplicate fields in a fragment spread often", Query("{ person(key:\"anna\"){ " + Many("...a ", 200) + "} } fragment a on Person { key key }"), ""), // a selection takes a fragment once
        ("duplicate fields beside a cycle", Query("{ ...a " + Many("articles{ id } ", 600) + "} fragment a on Query { ...b ...a } fragment b on Query { ...a ...b }"), "LIMIT_EXCEEDED"),
        ("as many duplicate fields as may be", Query("{ " + string.Concat("abcdefghij".Select(a => $"{a}:articles{{ {Many("id title ", 95)}}} ")) + "}"), ""),
        ("fragments that all spread each other", Query("{ ...a0 } " + string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"fragment a{i} on Query {{ {string.Concat(Enumerable.Range(0, 40).Select(j => $"...a{j} "))}}} "))), "VALIDATION_FAILED"),
        ("fragments doubled 30 levels deep", Query("{ ...f0 } " + Doubling(30)), "LIMIT_EXCEEDED"),
        ("fragments doubled 10 levels deep", Query("{ ...f0 } " + Doubling(10)), "LIMIT_EXCEEDED"),
        ("fragments doubled 40 levels deep that nobody spreads", Query("{ articles{ id } } " + Doubling(40)), "LIMIT_EXCEEDED"),
        ("fragments doubled 40 levels deep around nothing", Query("{ ...f0 } " + Doubling(40, "...nope")), "VALIDATION_FAILED"),
        ("fragments doubled 40 levels deep around nothing that nobody spreads", Query("{ articles{ id } } " + Doubling(40, "...nope")), "VALIDATION_FAILED"),
        ("fragments that nest through fields and that nobody spreads", Query("{ articles{ id } } " + string.Concat(Enumerable.Range(0, 8).Select(i =>
            $"fragment f{i} on Person {{ {string.Concat(Enumerable.Range(0, 9).Select(a => $"a{a}:owns{{ nodes{{ ...f{i + 1} }} }} "))}}} ")) + "fragment f8 on Person { key }"), "LIMIT_EXCEEDED"),
        ("fragments that are spread in each other", Query("{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a }"), "VALIDATION_FAILED"),
        ("a fragment within itself", Query("{ person(key:\"anna\"){ ...a } } fragment a on Person { key ...a ...a ...a }"), "VALIDATION_FAILED"),
        ("a cycle through fields", Query("{ person(key:\"anna\"){ ...a } } fragment a on Person { owns{ nodes{ owners{ nodes{ ...a } } } } }"), "VALIDATION_FAILED"),
        ("1,000 fragments in a chain", Query("{ ...f0 } " + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} }} ")) + "fragment f1000 on Query { articles{ id } }"), "LIMIT_EXCEEDED"),
        ("15 chains of 50 fragments", Query("{ " + string.Concat(Enumerable.Range(0, 15).Select(c => $"...c{c}f0 ")) + "} " + string.Concat(Enumerable.Range(0, 15).Select(c =>
            string.Concat(Enumerable.Range(0, 49).Select(i => $"fragment c{c}f{i} on Query {{ ...c{c}f{i + 1} }} ")) + $"fragment c{c}f49 on Query {{ articles{{ id }} }} "))), "LIMIT_EXCEEDED"),
        ("20 times 50 fragments", Query("{ " + string.Concat(Enumerable.Range(0, 20).Select(c => $"a{c}:person(key:\"anna\"){{ {string.Concat(Enumerable.Range(0, 50).Select(i => $"...c{c}f{i} "))}}} ")) + "} "
            + string.Concat(Enumerable.Range(0, 20).Select(c => string.Concat(Enumerable.Range(0, 50).Select(i => $"fragment c{c}f{i} on Person{{a{i}:key}}"))))), "LIMIT_EXCEEDED"),
        ("12 times 50 fragments", Query("{ " + string.Concat(Enumerable.Range(0, 12).Select(c => $"a{c}:person(key:\"anna\"){{ {string.Concat(Enumerable.Range(0, 50).Select(i => $"...c{c}f{i} "))}}} ")) + "} "
            + string.Concat(Enumerable.Range(0, 12).Select(c => string.Concat(Enumerable.Range(0, 50).Select(i => $"fragment c{c}f{i} on Person{{key}} "))))), ""),
        ("a fault at the end of a long line", Query("{ " + Many("aaaaaaaaa ", 8_000) + "("), "PARSE_FAILED"),
        ("a fault at the end of a long line without blanks", Query("{" + Many("aaaaaaaaaaaaaaaa(b:1)", 1_500) + "("), "LIMIT_EXCEEDED"),
        ("a fault behind a long comment", Query("#" + new string('x', 80_000) + "\n{ ("), "PARSE_FAILED"),
        ("a long string and a fault behind it", Query("{ a(b:\"" + new string('x', 80_000) + "\" ("), "LIMIT_EXCEEDED"),
        ("a long string of escapes", Query("{ search(text:\"" + Many("\\u00e9", 14_000) + "\"){ score } }"), "LIMIT_EXCEEDED"),
        ("a long block string", Query("{ search(text:\"\"\"" + Many(" x\n", 20_000) + "\"\"\"){ score } }"), "LIMIT_EXCEEDED"),
        ("800 unused fragments", Query("{ articles{ id } } " + string.Concat(Enumerable.Range(0, 800).Select(i => $"fragment f{i} on Query {{ articles{{ id }} }} "))), "VALIDATION_FAILED"),
        ("10,000 directives", Query("{ articles{ id " + Many("@a ", 10_000) + "} }"), "LIMIT_EXCEEDED"),
        ("4,900 directives", Query("{ articles{ id " + Many("@a ", 4_900) + "} }"), "LIMIT_EXCEEDED"),
        ("100 unknown directives", Query("{ articles{ id " + Many("@a ", 100) + "} }"), "VALIDATION_FAILED"),
        ("3,000 levels of fields", Query(Many("{ a", 3_000) + Many("}", 3_000)), "LIMIT_EXCEEDED"),
        ("3,000 levels that are never closed", Query(Many("{ a", 3_000)), "LIMIT_EXCEEDED"),
        ("3,000 levels of lists", Query("{ nodes(ids:" + Many("[", 3_000) + Many("]", 3_000) + "){ id } }"), "LIMIT_EXCEEDED"),
        ("3,000 levels of inline fragments", Query("{ " + Many("... { ", 3_000) + "articles{ id }" + Many("}", 3_000) + " }"), "LIMIT_EXCEEDED"),
        ("3,000 levels of a variable's type", Query("query($a:" + Many("[", 3_000) + "Int" + Many("]", 3_000) + "){ articles{ id } }"), "LIMIT_EXCEEDED"),
        ("results 30 levels deep", Query("{ ship(key:\"egret\")" + Many("{ owners{ nodes{ owns{ nodes", 8) + "{ key }" + Many("}}}}", 8) + " }"), "LIMIT_EXCEEDED"),
        ("results as deep as may be", Query("{ ship(key:\"egret\")" + Many("{ owners(first:1){ nodes{ ... on Person{ owns(first:1){ nodes", 4) + "{ key __typename }" + Many("}}}}}", 4) + " }"), ""),
        ("1,000 aliases", Query("{ " + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}:__typename ")) + "}"), "LIMIT_EXCEEDED"),
        ("1,000 aliases in a fragment spread often", Query("{ " + Many("...a ", 50) + "} fragment a on Query { " + string.Concat(Enumerable.Range(0, 50).Select(i => $"a{i}:__typename ")) + "}"), "LIMIT_EXCEEDED"),
        ("1,200 operations without a name to choose", Query(string.Concat(Enumerable.Range(0, 1_200).Select(i => $"query a{i}{{ articles{{ id }} }} "))), "LIMIT_EXCEEDED BAD_REQUEST"),
        ("900 operations of one name", Query(Many("query a{ articles{ id } } ", 900)), "VALIDATION_FAILED BAD_REQUEST"),
        ("2,000 variables that nobody uses", Query("query(" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"$v{i}:Int ")) + "){ articles{ id } }"), "VALIDATION_FAILED"),
        ("1,900 fields that are not there", Query("{ " + string.Concat(Enumerable.Range(0, 1_900).Select(i => $"entitiez{i} ")) + "}"), "VALIDATION_FAILED"),
        ("a field of 90,000 letters", Query("{ " + new string('x', 90_000) + " }"), "LIMIT_EXCEEDED"),
        ("an argument of 90,000 letters", Query("{ entities(" + new string('x', 90_000) + ":1){ totalCount } }"), "LIMIT_EXCEEDED"),
        ("2,000 arguments", Query("{ entities(" + Many("first:1 ", 2_000) + "){ totalCount } }"), "VALIDATION_FAILED"),
        ("deep introspection", Query("{ __schema{ types{ fields{ type{ fields{ type{ fields{ type{ fields{ name } } } } } } } } } }"), "LIMIT_EXCEEDED"),
        ("introspection of types of types", Query("{ __schema{ types{ possibleTypes{ interfaces{ possibleTypes{ interfaces{ possibleTypes{ name } } } } } } } }"), "LIMIT_EXCEEDED"),
        ("a comment of 90,000 letters", Query("{ articles{ id } } #" + new string('#', 90_000)), ""),
        ("a string that never ends", Query("{ entities(where:{key:{eq:\"" + new string('x', 50_000)), "LIMIT_EXCEEDED"),
        ("a block string that never ends", Query("{ entities(where:{key:{eq:\"\"\"" + new string('x', 50_000)), "LIMIT_EXCEEDED"),
        ("9,000 closing braces", Query(Many("}", 9_000)), "PARSE_FAILED"),
        ("9,000 spreads", Query(Many("...", 9_000)), "LIMIT_EXCEEDED"),
        ("9,000 spreads apart", Query(Many("... ", 9_000)), "PARSE_FAILED"),
        ("nothing but spaces", Query(new string(' ', 90_000)), "PARSE_FAILED BAD_REQUEST"),
        ("a type definition", Query("type Query { a: Int }"), "VALIDATION_FAILED BAD_REQUEST"),
        ("a mutation", Query("mutation { a }"), "VALIDATION_FAILED BAD_REQUEST"),
        ("a subscription", Query("subscription { a }"), "VALIDATION_FAILED BAD_REQUEST"),
    ];

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
        ("30 conditions on connections", Query("{ entities(where:{OR:[" + Many("{owns:{some:{node:{owners:{some:{node:{degree:{gt:0}}}}}}}},", 25) + "]}){ totalCount } }"), ""),
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

    private static string Query(string query, string? variables = null) =>
        "{\"query\":" + JsonSerializer.Serialize(query) + (variables is null ? "}" : $",\"variables\":{variables}}}");

    private static string Nots(int levels) => "{\"w\":" + Many("{\"NOT\":", levels) + "{}" + Many("}", levels + 1);

    private static string Id() => "{\"i\":\"" + new string('x', 200_000) + "\"}";

    private static string Ids(int count) => "{\"v\":[" + Many("\"a\",", count) + "\"a\"]}";

    private static string Doubling(int levels, string last = "articles{ id title }") =>
        string.Concat(Enumerable.Range(0, levels).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} ")) + $"fragment f{levels} on Query {{ {last} }}";

    private static string Han(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)(0x4E00 + (i * 7))));

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
