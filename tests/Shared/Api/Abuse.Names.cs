namespace Graph.SharedTests;

/// <summary>What is not there, and characters that few think of.</summary>
internal static partial class Abuse
{
    private const string Half = "\\ud800"; // half a surrogate pair, as JSON escapes it

    private static IEnumerable<(string, string, string)> Strangers() =>
    [
        ("50,000 times __typename", Query("{ " + Many("__typename ", 50_000) + "}"), "LIMIT_EXCEEDED"),
        ("100 times __typename in 20 places", Query("{ " + Each(20, i => $"a{i}:articles{{ {Many("__typename ", 90)}}} ") + "}"), ""),
        ("1,900 types that are not there", Query("{ node(id:\"anna\"){ " + Each(1_900, i => $"...on Persom{i}{{id}} ") + "} }"), "LIMIT_EXCEEDED VALIDATION_FAILED"),
        ("1,000 fragments on types that are not there", Query("{ articles{ id } } " + Each(1_000, i => $"fragment f{i} on Persom{i}{{id}} ")), "LIMIT_EXCEEDED"),
        ("1,900 arguments that are not there", Query("{ entities(" + Each(1_900, i => $"fist{i}:1 ") + "){ totalCount } }"), "VALIDATION_FAILED"),
        ("2,400 members of a filter that are not there", Query("{ entities(where:{" + Each(2_400, i => $"nane{i}:1 ") + "}){ totalCount } }"), "VALIDATION_FAILED"),
        ("15,000 members of a filter that are not there by variable",
            Query("query($w:EntityFilter){ entities(where:$w){ totalCount } }", "{\"w\":{" + Each(15_000, i => $"\"nane{i}\":1,") + "\"x\":1}}"), "BAD_INPUT"),
        ("2,900 values that are not there", Query("{ entities(where:{kind:{in:[" + Each(2_900, i => $"PERSOM{i} ") + "]}}){ totalCount } }"), "VALIDATION_FAILED"),
        ("15,000 values that are not there by variable",
            Query("query($k:[Kind!]){ entities(where:{kind:{in:$k}}){ totalCount } }", "{\"k\":[" + Each(15_000, i => $"\"PERSOM{i}\",") + "\"X\"]}"), "BAD_INPUT"),
        ("2,900 variables that are not there", Query("{ nodes(ids:[" + Each(2_900, i => $"$v{i} ") + "]){ id } }"), "VALIDATION_FAILED"),
        ("1,900 variables of types that are not there", Query("query(" + Each(1_900, i => $"$v{i}:Persom{i} ") + "){ articles{ id } }"), "LIMIT_EXCEEDED"),
        ("1,200 variables that are all used", Query("query(" + Each(1_200, i => $"$v{i}:ID! ") + "){ nodes(ids:[" + Each(1_200, i => $"$v{i} ") + "]){ id } }",
            "{" + Each(1_200, i => $"\"v{i}\":\"anna\",") + "\"x\":1}"), "LIMIT_EXCEEDED"),
        ("100 times the same directive", Query("{ articles{ id " + Many("@include(if:true) ", 100) + "} }"), "VALIDATION_FAILED"),
        ("100 directives on fragments within each other", Query("{ " + Many("...@include(if:true){ ", 50) + "articles{ id }" + Many("}", 50) + " }"), ""),
        ("490 fragments on types that are not there", Query("{ articles{ id } } " + Each(490, i => $"fragment f{i} on Persom{i}{{id}} ")), "VALIDATION_FAILED"),
        ("490 variables of types that are not there", Query("query(" + Each(490, i => $"$v{i}:Persom{i} ") + "){ articles{ id } }"), "VALIDATION_FAILED BAD_INPUT"),
        ("300 operations, one of them meant", """{"operationName":"a299",""" + Query(Each(300, i => $"query a{i}{{ articles{{ id }} }} "))[1..], ""),
        ("a subscription of 1,900 fields", Query("subscription { " + Each(1_900, i => $"a{i} ") + "}"), "VALIDATION_FAILED BAD_REQUEST"),
        ("__proto__ and constructor", Query("{ __proto__{ constructor } entities(where:{__proto__:{a:1}}){ totalCount } }", """{"__proto__":{"a":1},"constructor":{}}"""), "VALIDATION_FAILED"),
        ("the schema, seen a hundred times", Query("{ " + Each(100, i => $"a{i}:__schema{{ types{{ fields{{ name }} }} }} ") + "}"), "LIMIT_EXCEEDED"),
        ("a type, seen a hundred times", Query("{ " + Each(100, i => $"a{i}:__type(name:\"Entity\"){{ possibleTypes{{ fields{{ name }} }} }} ") + "}"), ""),
    ];

    private static IEnumerable<(string, string, string)> Characters() =>
    [
        ("half a pair in an id", Query("query($i:ID!){ node(id:$i){ id } }", $$"""{"i":"{{Half}}"}"""), "BAD_REQUEST"),
        ("half a pair within a variable", Query("query($w:EntityFilter){ entities(where:$w){ totalCount } }", """{"w":{"OR":[{"key":{"in":["HALF"]}}]}}""".Replace("HALF", Half, StringComparison.Ordinal)), "BAD_REQUEST"),
        ("half a pair as a member within a variable", Query("query($w:EntityFilter){ entities(where:$w){ totalCount } }", """{"w":{"OR":[{"HALF":1}]}}""".Replace("HALF", Half, StringComparison.Ordinal)), "BAD_REQUEST"),
        ("half a pair as an enum", Query("query($k:Kind!){ entities(where:{kind:{eq:$k}}){ totalCount } }", $$"""{"k":"{{Half}}"}"""), "BAD_REQUEST"),
        ("half a pair as an operation's name", $$"""{"operationName":"{{Half}}","query":"{ articles{ id } }"}""", "BAD_REQUEST"),
        ("half a pair as a document's id", $$"""{"id":"{{Half}}"}""", "BAD_REQUEST"),
        ("half a pair as a hash", """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"HALF"}}}""".Replace("HALF", Half, StringComparison.Ordinal), "BAD_REQUEST"),
        ("half a pair as a member of the body", $$"""{"{{Half}}":1,"query":"{ articles{ id } }"}""", "BAD_REQUEST"),
        ("half a pair in every literal", Query("{ node(id:\"\\ud800\"){ id } nodes(ids:[\"\\udc00\"]){ id } entities(after:\"\\ud800\", where:{key:{in:[\"\\ud800\"]}, name:{contains:\"\\udc00\"}}){ totalCount }"
            + " paths(from:\"\\ud800\", to:\"anna\"){ length } neighborhood(of:[\"\\ud800\"]){ truncated } common(of:[\"\\ud800\"]){ complete } }"), "BAD_INPUT BAD_CURSOR NOT_FOUND"),
        ("half a pair as a date", Query("{ statements(where:{asOf:\"\\ud800\"}){ totalCount } }"), "VALIDATION_FAILED BAD_INPUT"),
        ("half a pair as the name of a type", Query("{ __type(name:\"\\ud800\"){ name } }"), ""),
        ("braces around what is no character", Query("{ search(text:\"\\u{110000}\\u{D800}\"){ score } }"), "PARSE_FAILED"),
        ("500 letters that fold to eighteen each", Query($"{{ search(text:\"{Many("\ufdfa", 500)}\"){{ score }} entities(where:{{name:{{contains:\"{Many("\ufdfa", 500)}\"}}}}){{ totalCount }} }}"), ""),
        ("500 marks on one letter", Query($"{{ search(text:\"a{Many("\u0301", 499)}\"){{ score }} entities(where:{{name:{{startsWith:\"a{Many("\u0323\u0301", 249)}\"}}}}){{ totalCount }} }}"), ""),
        ("250 pairs", Query($"{{ search(text:\"{Many("\U0002A6D6", 250)}\"){{ score }} }}"), ""),
        ("everything that Lucene knows", Query("""{ search(text:"+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ / AND OR NOT TO \"a b\"~3 a~ a* [a TO z] {a TO z} _exists_:a /[a-z]+/ \\\\"){ score } }"""), ""),
        ("everything that Cypher and SQL know", Query("""{ a:entities(where:{name:{contains:"') RETURN 1 //"}}){ totalCount } b:entities(where:{key:{startsWith:"`}) DETACH DELETE n;--"}}){ totalCount } c:entities(where:{name:{startsWith:"%' OR 1=1; DELETE FROM entity--"}}){ totalCount } node(id:"r_X`]->() DELETE r //.00000000000000000000000000"){ id } }"""), ""),
        ("digits of other scripts", Query("""{ statements(where:{asOf:"２０２３"}){ totalCount } }"""), "VALIDATION_FAILED BAD_INPUT"),
        ("years before the first and behind the last", Query("""query($a:PartialDate){ statements(where:{asOf:$a}){ totalCount } }""", """{"a":"0000"}"""), "BAD_INPUT"),
        ("a page of minus one", Query("{ entities(first:-1){ totalCount } }"), "BAD_INPUT"),
        ("a page of 2147483648", Query("{ entities(first:2147483648){ totalCount } }"), "VALIDATION_FAILED"),
        ("a page of 1.5, of a word, of true", Query("{ a:entities(first:1.5){ totalCount } b:entities(first:\"1\"){ totalCount } c:entities(first:true){ totalCount } }"), "VALIDATION_FAILED"),
        ("a page of 2147483648 by variable", Query("query($n:Int){ entities(first:$n){ totalCount } }", """{"n":2147483648}"""), "BAD_INPUT"),
        ("a whole number as an id", Query("{ node(id:99999999999999999999999999){ id } nodes(ids:[1 2]){ id } person(id:3){ key } }"), ""),
        ("a whole number as an id by variable", Query("query($i:ID!){ node(id:$i){ id } }", """{"i":99999999999999999999999999}"""), ""),
        ("an object as an id", Query("query($i:ID!){ node(id:$i){ id } }", """{"i":{"a":1}}"""), "BAD_INPUT"),
        ("60 lists around an id", Query("query($i:[ID!]!){ nodes(ids:$i){ id } }", "{\"i\":" + Many("[", 60) + "\"anna\"" + Many("]", 60) + "}"), "BAD_INPUT"),
        ("one variable twice", Query("query($i:ID!){ node(id:$i){ id } }", """{"i":"bob","i":"anna"}"""), ""),
        ("a zero with a sign", Query("query($n:Decimal){ observations(where:{amount:{gt:$n}}){ totalCount } entities(first:-0){ totalCount } }", """{"n":-0.0}"""), ""),
        ("a cursor of another field", Query("""{ entities(after:"eyJrIjoiYSJ9"){ totalCount } statements(before:"AAAA"){ totalCount } articles{ id } }"""), "BAD_CURSOR"),
        ("a cursor of bytes that are no text", Query("""{ entities(after:"_____w=="){ totalCount } relationships(before:"gICAgA"){ totalCount } }"""), "BAD_CURSOR"),
        ("a hash that is of another text", """{"query":"{ articles{ id } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}}""", "BAD_REQUEST"),
        ("a hash of 200,000 letters", "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + new string('a', 200_000) + "\"}}}", "PERSISTED_QUERY_NOT_FOUND"),
        ("a hash of another version", """{"extensions":{"persistedQuery":{"version":1e99,"sha256Hash":"a"}}}""", "BAD_REQUEST"),
        ("an id that is a path", """{"id":"../../../../etc/passwd"}""", "PERSISTED_QUERY_NOT_FOUND"),
        ("an operation's name that is a line of a log", """{"operationName":"a\nfail: Graph[0]","query":"query a{ articles{ id } }"}""", "BAD_REQUEST"),
        ("a document that is a list", """{"query":["{ articles{ id } }"]}""", "BAD_REQUEST"),
        ("variables that are a text", """{"query":"{ articles{ id } }","variables":"{}"}""", "BAD_REQUEST"),
        ("extensions that are a list", """{"query":"{ articles{ id } }","extensions":[]}""", "BAD_REQUEST"),
        ("JSON with a comment, and what comes behind it", """{"query":"{ articles{ id } }"/* */} {"query":""}""", "BAD_REQUEST"),
        ("a mark of byte order", "\ufeff" + Query("{ articles{ id } }"), "BAD_REQUEST"),
    ];
}
