using System.Text.Json;

namespace Graph.SharedTests;

/// <summary>Hostile requests, as bodies, and the codes that may answer them; no code where an answer is right. They suit the seed of the
/// harbour.</summary>
internal static partial class Abuse
{
    public static IEnumerable<(string Name, string Body, string Codes)> Everything() =>
        [.. Documents(), .. Filters(), .. Texts(), .. Numbers(), .. Bodies(), .. Strangers(), .. Characters(), .. Work()];

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
            + string.Concat(Enumerable.Range(0, 12).Select(c => string.Concat(Enumerable.Range(0, 50).Select(i => $"fragment c{c}f{i} on Person{{key}} "))))), "LIMIT_EXCEEDED"),
        ("9 times 50 fragments", Query("{ " + string.Concat(Enumerable.Range(0, 9).Select(c => $"a{c}:person(key:\"anna\"){{ {string.Concat(Enumerable.Range(0, 50).Select(i => $"...c{c}f{i} "))}}} ")) + "} "
            + string.Concat(Enumerable.Range(0, 9).Select(c => string.Concat(Enumerable.Range(0, 50).Select(i => $"fragment c{c}f{i} on Person{{key}} "))))), ""),
        ("40 times the same 48 fragments", Query("{ " + Each(40, p => $"a{p}:person(key:\"anna\"){{ {Each(48, i => $"...f{i} ")}}} ") + "} "
            + Each(48, i => $"fragment f{i} on Person{{key}} ")), ""),
        ("a fault at the end of a long line", Query("{ " + Many("aaaaaaaaa ", 8_000) + "("), "PARSE_FAILED"),
        ("a fault at the end of a long line without blanks", Query("{" + Many("aaaaaaaaaaaaaaaa(b:1)", 1_500) + "("), "LIMIT_EXCEEDED"),
        ("a fault behind a long comment", Query("#" + new string('x', 80_000) + "\n{ ("), "PARSE_FAILED"),
        ("a long string and a fault behind it", Query("{ a(b:\"" + new string('x', 80_000) + "\" ("), "LIMIT_EXCEEDED"),
        ("a long string of escapes", Query("{ search(text:\"" + Many("\\u00e9", 14_000) + "\"){ score } }"), "LIMIT_EXCEEDED"),
        ("a long block string", Query("{ search(text:\"\"\"" + Many(" x\n", 20_000) + "\"\"\"){ score } }"), "LIMIT_EXCEEDED"),
        ("800 unused fragments", Query("{ articles{ id } } " + string.Concat(Enumerable.Range(0, 800).Select(i => $"fragment f{i} on Query {{ articles{{ id }} }} "))), "LIMIT_EXCEEDED"),
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
        ("900 operations of one name", Query(Many("query a{ articles{ id } } ", 900)), "LIMIT_EXCEEDED"),
        ("400 operations of one name", Query(Many("query a{ articles{ id } } ", 400)), "VALIDATION_FAILED BAD_REQUEST"),
        ("2,000 variables that nobody uses", Query("query(" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"$v{i}:Int ")) + "){ articles{ id } }"), "LIMIT_EXCEEDED"),
        ("490 variables that nobody uses", Query("query(" + Each(490, i => $"$v{i}:Int ") + "){ articles{ id } }"), "VALIDATION_FAILED"),
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
