namespace Graph.HostTests;

/// <summary>What queries answer, on a small harbour.</summary>
public sealed class QueryTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Fact]
    public Task An_entity_gives_its_name_in_the_language_asked_for() => Server.Gives(
        """{ person(key:"anna"){ id key kind zh:name(lang:ZH) en:name(lang:EN) name summary(lang:EN) names{text language role} identifiers{scheme value} __typename } }""",
        """
        {"person":{"id":"anna","key":"anna","kind":"PERSON","zh":"安娜","en":"Anna","name":"安娜","summary":"A shipowner",
          "names":[{"text":"安娜","language":"ZH","role":"PREFERRED"},{"text":"老板","language":"ZH","role":"NICKNAME"},{"text":"Anna","language":"EN","role":"PREFERRED"}],
          "identifiers":[{"scheme":"registry","value":"17"}],"__typename":"Person"}}
        """);

    [Fact]
    public Task A_relationship_is_seen_from_both_of_its_ends() => Server.Gives(
        """
        { person(key:"bob"){ owns{ edges{ node{ name(lang:EN) mooredAt{ nodes{ key } } } sentence(lang:EN) properties{ validFrom validTo type } } } }
          ship(key:"egret"){ owners{ nodes{ key kind } edges{ sentence(lang:EN) properties{ source{ key } target{ key } } } } } }
        """,
        """
        {"person":{"owns":{"edges":[{"node":{"name":"Egret","mooredAt":{"nodes":[{"key":"northport"}]}},"sentence":"Bob owns Egret (from 1885; occasion: Northport; ordinal: 2; scope: half; since: March 1885)","properties":{"validFrom":"1885","validTo":null,"type":"OWNS"}}]}},
         "ship":{"owners":{"nodes":[{"key":"bob","kind":"PERSON"},{"key":"anna","kind":"PERSON"}],"edges":[{"sentence":"Egret is owned by Bob (from 1885; occasion: Northport; ordinal: 2; scope: half; since: March 1885)","properties":{"source":{"key":"bob"},"target":{"key":"egret"}}},{"sentence":"Egret is owned by Anna","properties":{"source":{"key":"anna"},"target":{"key":"egret"}}}]}}}
        """);

    [Fact]
    public Task A_symmetric_relationship_reads_the_same_from_either_end() => Server.Gives(
        """
        { a:guild(key:"salt"){ rivals{ nodes{ key } edges{ sentence(lang:EN) } } relationships(where:{type:{eq:RIVAL_OF}}){ edges{ other{ key } reversed sentence(lang:ZH) } } }
          b:guild(key:"cloth"){ rivals{ nodes{ key } edges{ sentence(lang:EN) } } relationships(direction:IN, where:{type:{eq:RIVAL_OF}, polarity:{eq:AFFIRMED}}){ edges{ other{ key } reversed } } } }
        """,
        """
        {"a":{"rivals":{"nodes":[{"key":"cloth"}],"edges":[{"sentence":"Salt Guild rivals Cloth Guild (among others)"}]},"relationships":{"edges":[{"other":{"key":"cloth"},"reversed":false,"sentence":"盐行与布行竞争（等）"}]}},
         "b":{"rivals":{"nodes":[{"key":"salt"}],"edges":[{"sentence":"Cloth Guild rivals Salt Guild (among others)"}]},"relationships":{"edges":[{"other":{"key":"salt"},"reversed":false}]}}}
        """);

    [Fact]
    public Task A_denial_is_a_statement_but_no_connection() => Server.Gives(
        """
        { guild(key:"tea"){ degree rivals{ totalCount } relationships{ totalCount nodes{ polarity sentence(lang:EN) } } }
          entities(where:{rivals:{some:{node:{key:{eq:"tea"}}}}}){ totalCount } }
        """,
        """{"guild":{"degree":0,"rivals":{"totalCount":0},"relationships":{"totalCount":1,"nodes":[{"polarity":"NEGATED","sentence":"It is not so that Cloth Guild rivals Tea Guild"}]}},"entities":{"totalCount":0}}""");

    [Fact]
    public Task The_other_end_of_a_relationship_is_told_from_where_one_stands() => Server.Gives(
        """{ person(key:"bob"){ relationships(orderBy:{field:ID}){ edges{ other{ key } reversed sentence(lang:EN) node{ hedge(lang:EN) status } } } } }""",
        """
        {"person":{"relationships":{"edges":[
          {"other":{"key":"salt"},"reversed":true,"sentence":"Reportedly, Bob heads Salt Guild","node":{"hedge":"reportedly","status":"REPORTED"}},
          {"other":{"key":"egret"},"reversed":false,"sentence":"Bob owns Egret (from 1885; occasion: Northport; ordinal: 2; scope: half; since: March 1885)","node":{"hedge":null,"status":"STATED"}}]}}}
        """);

    [Fact]
    public Task Evidence_quotes_a_passage_of_an_article() => Server.Gives(
        """
        { person(key:"anna"){ owns{ edges{ properties{ evidence(lang:EN){ language start end quote passage{ id number text(lang:EN) article{ id title(lang:EN) date dateInferred publisher author url language } } } all:evidence{ language } } } } } }
        """,
        """
        {"person":{"owns":{"edges":[{"properties":{"evidence":[{"language":"EN","start":0,"end":19,"quote":"Anna owns the Egret","passage":{"id":"p_first-article.1","number":1,
          "text":"Anna owns the Egret. Bob owns the Egret too. The Egret is moored at Northport.",
          "article":{"id":"a_first-article","title":"Notes from the harbour","date":"1890-05","dateInferred":true,"publisher":"The Harbour Gazette","author":"A. Clerk","url":null,"language":"zh"}}}],
          "all":[{"language":"EN"},{"language":"ZH"}]}}]}}}
        """);

    [Fact]
    public Task Observations_hold_quantities_dates_and_texts() => Server.Gives(
        """
        { guild(key:"salt"){ observations(where:{OR:[{metric:{in:[FOUNDED,MOTTO]}},{amount:{gte:1000,lt:1500}}]}){ nodes{
            metric value(lang:EN) quantity{ amount amountMax unit bound text(lang:EN) } date dateAbout dateInferred text(lang:EN) period{ from to role about inferred text(lang:EN) } attributedTo{ text entity{ name(lang:EN) } } } } } }
        """,
        """
        {"guild":{"observations":{"nodes":[
          {"metric":"CARGO","value":"1–1.2 kt","quantity":{"amount":1000,"amountMax":1200,"unit":"t","bound":"RANGE","text":null},"date":null,"dateAbout":false,"dateInferred":false,"text":null,"period":{"from":"1889","to":"1889","role":"DURING","about":false,"inferred":false,"text":null},"attributedTo":null},
          {"metric":"FOUNDED","value":"1801","quantity":null,"date":"1801","dateAbout":false,"dateInferred":true,"text":"in 1801","period":null,"attributedTo":null},
          {"metric":"MOTTO","value":"Honesty","quantity":null,"date":null,"dateAbout":false,"dateInferred":false,"text":"Honesty","period":null,"attributedTo":{"text":null,"entity":{"name":"Anna"}}}]}}}
        """);

    [Fact]
    public Task Qualifiers_show_the_value_of_their_type() => Server.Gives(
        """{ relationships(where:{source:{eq:"bob"}, type:{eq:OWNS}}){ nodes{ qualifiers{ key value(lang:EN) text(lang:EN) entity{ key } quantity{ amount unit } date dateInferred } } } }""",
        """
        {"relationships":{"nodes":[{"qualifiers":[
          {"key":"at","value":"northport","text":null,"entity":{"key":"northport"},"quantity":null,"date":null,"dateInferred":false},
          {"key":"ordinal","value":"2","text":null,"entity":null,"quantity":{"amount":2,"unit":"count"},"date":null,"dateInferred":false},
          {"key":"scope","value":"half","text":"half","entity":null,"quantity":null,"date":null,"dateInferred":false},
          {"key":"since","value":"March 1885","text":null,"entity":null,"quantity":null,"date":"1885-03","dateInferred":true}]}]}}
        """);

    [Fact]
    public Task A_validity_tells_its_words_and_marks() => Server.Gives(
        """{ relationships(where:{source:{in:["egret","anna"]}}){ nodes{ validFrom validTo validity{ from to role about inferred text(lang:EN) } } } }""",
        """
        {"relationships":{"nodes":[
          {"validFrom":"1889","validTo":"1890-02","validity":{"from":"1889","to":"1890-02","role":"DURING","about":false,"inferred":true,"text":"since last year and until February"}},
          {"validFrom":null,"validTo":null,"validity":null}]}}
        """);

    [Fact]
    public Task A_derived_statement_names_its_premises() => Server.Gives(
        """{ observations(where:{status:{eq:DERIVED}}){ nodes{ quantity{ amount bound } derivedFrom{ ... on Observation { quantity{ amount } } status } } } }""",
        """{"observations":{"nodes":[{"quantity":{"amount":1900,"bound":"AT_LEAST"},"derivedFrom":[{"quantity":{"amount":1000},"status":"STATED"},{"quantity":{"amount":900},"status":"STATED"}]}]}}""");

    [Fact]
    public async Task Conflicting_statements_name_each_other()
    {
        var data = await Server.Data("""{ relationships(where:{type:{eq:HEADED_BY}}){ nodes{ id target{ key } conflictsWith{ id ... on Relationship { target{ key } } } } } }""");
        var (one, other) = (data["relationships"]!["nodes"]![0]!, data["relationships"]!["nodes"]![1]!);
        Assert.Equal(other["id"]!.ToString(), one["conflictsWith"]![0]!["id"]!.ToString());
        Assert.Equal(one["target"]!["key"]!.ToString(), other["conflictsWith"]![0]!["target"]!["key"]!.ToString());
    }

    [Fact]
    public async Task Every_thing_with_an_id_is_found_by_it()
    {
        var data = await Server.Data("""{ articles{ id passages{ id } } observations(first:1){ nodes{ id } } relationships(first:1){ nodes{ id } } }""");
        string[] ids = ["anna", data["articles"]![0]!["id"]!.ToString(), data["articles"]![0]!["passages"]![3]!["id"]!.ToString(),
            data["observations"]!["nodes"]![0]!["id"]!.ToString(), data["relationships"]!["nodes"]![0]!["id"]!.ToString(), "nobody", "r_OWNS.0", "a_none", "p_none.1"];
        var nodes = (await Server.Data("query($ids:[ID!]!){ nodes(ids:$ids){ id __typename } }", new { ids }))["nodes"]!.AsArray();
        Assert.Equal(["Person", "Article", "Passage", "Observation", "Relationship", null, null, null, null], nodes.Select(n => n?["__typename"]!.ToString()));
        Assert.Equal(ids[..5], nodes.Take(5).Select(n => n!["id"]!.ToString()));
        foreach (var (id, node) in ids.Zip(nodes))
            Assert.Equal(node?["__typename"]?.ToString(), (await Server.Data("query($id:ID!){ node(id:$id){ __typename } }", new { id }))["node"]?["__typename"]?.ToString());
    }

    [Fact]
    public async Task An_id_sent_as_a_number_is_an_id_that_nothing_has()
    {
        await Server.Gives("{ node(id:5){ id } entities(where:{key:{eq:\"5\"}}){ totalCount } relationships(where:{source:{in:[5]}}){ totalCount } }", """{"node":null,"entities":{"totalCount":0},"relationships":{"totalCount":0}}""");
        await Server.Gives("query($id:ID!){ node(id:$id){ id } nodes(ids:[$id]){ id } }", """{"node":null,"nodes":[null]}""", new { id = 5_000_000_000 });
    }

    [Fact]
    public Task Search_finds_names_in_every_language_and_says_what_it_matched() => Server.Gives(
        """{ zh:search(text:"盐行"){ entity{ key } score matchedOn{ text language role } } en:search(text:"salt", kinds:[PARTY]){ entity{ key } } none:search(text:"salt", kinds:[SHIP]){ entity{ key } } }""",
        """{"zh":[{"entity":{"key":"salt"},"score":1,"matchedOn":{"text":"盐行","language":"ZH","role":"PREFERRED"}}],"en":[{"entity":{"key":"salt"}}],"none":[]}""");

    [Fact]
    public Task A_preferred_name_wins_over_another_ones_alias() => Server.Gives(
        """{ any:entity(name:"anna"){ key } ship(name:"ANNA"){ key } person(name:"Egret"){ key } id:entity(id:"tea"){ key } none:entity(key:"nobody"){ key } wrong:ship(key:"anna"){ key } }""",
        """{"any":{"key":"anna"},"ship":{"key":"egret"},"person":null,"id":{"key":"tea"},"none":null,"wrong":null}""");

    [Fact]
    public Task A_passage_knows_its_statements_and_mentions() => Server.Gives(
        """
        { article(id:"first-article"){ passages{ number unstated statements{ totalCount } mentions(first:1){ totalCount nodes{ entity{ key } language start end passage{ number } } } } } 
          ship(key:"egret"){ mentions{ totalCount } } }
        """,
        """
        {"article":{"passages":[
          {"number":1,"unstated":null,"statements":{"totalCount":3},"mentions":{"totalCount":12,"nodes":[{"entity":{"key":"anna"},"language":"EN","start":0,"end":4,"passage":{"number":1}}]}},
          {"number":2,"unstated":null,"statements":{"totalCount":4},"mentions":{"totalCount":16,"nodes":[{"entity":{"key":"salt"},"language":"EN","start":4,"end":14,"passage":{"number":2}}]}},
          {"number":3,"unstated":null,"statements":{"totalCount":6},"mentions":{"totalCount":10,"nodes":[{"entity":{"key":"egret"},"language":"EN","start":4,"end":9,"passage":{"number":3}}]}},
          {"number":4,"unstated":"only the weather","statements":{"totalCount":0},"mentions":{"totalCount":0,"nodes":[]}}]},
         "ship":{"mentions":{"totalCount":8}}}
        """);

    [Fact]
    public Task The_ontology_and_its_counts_are_data() => Server.Gives(
        """
        { ontology{ id title(lang:EN) languages kinds{ name value parent abstract children count } units{ code symbol(lang:EN) base factor } qualifiers{ key type }
            relationshipTypes{ name field inverseField symmetric functional pairs{ from to } inverseLabel(lang:EN) count } metrics{ name valueType unit kinds count } }
          statistics{ entities relationships observations articles passages statuses{ status count } } }
        """,
        """
        {"ontology":{"id":"harbour","title":"Harbour","languages":["ZH","EN"],
          "kinds":[{"name":"Party","value":"PARTY","parent":null,"abstract":true,"children":["PERSON","GUILD"],"count":5},{"name":"Person","value":"PERSON","parent":"PARTY","abstract":false,"children":[],"count":2},
            {"name":"Guild","value":"GUILD","parent":"PARTY","abstract":false,"children":[],"count":3},{"name":"Ship","value":"SHIP","parent":null,"abstract":false,"children":[],"count":1},{"name":"OpenPort","value":"OPEN_PORT","parent":null,"abstract":false,"children":[],"count":1}],
          "units":[{"code":"t","symbol":"t","base":"t","factor":1},{"code":"kt","symbol":"kt","base":"t","factor":1000},{"code":"count","symbol":"个","base":"count","factor":1}],
          "qualifiers":[{"key":"scope","type":"TEXT"},{"key":"at","type":"ENTITY"},{"key":"ordinal","type":"QUANTITY"},{"key":"since","type":"DATE"}],
          "relationshipTypes":[{"name":"OWNS","field":"owns","inverseField":"owners","symmetric":false,"functional":false,"pairs":[{"from":"PARTY","to":"SHIP"}],"inverseLabel":"owned by","count":2},
            {"name":"RIVAL_OF","field":"rivals","inverseField":"rivals","symmetric":true,"functional":false,"pairs":[{"from":"GUILD","to":"GUILD"}],"inverseLabel":"rival of","count":2},
            {"name":"HEADED_BY","field":"headedBy","inverseField":"heads","symmetric":false,"functional":true,"pairs":[{"from":"GUILD","to":"PERSON"}],"inverseLabel":"heads","count":2},
            {"name":"MOORED_AT","field":"mooredAt","inverseField":"ships","symmetric":false,"functional":false,"pairs":[{"from":"SHIP","to":"OPEN_PORT"}],"inverseLabel":"harbours","count":1}],
          "metrics":[{"name":"CARGO","valueType":"QUANTITY","unit":"t","kinds":["SHIP","GUILD"],"count":4},{"name":"FOUNDED","valueType":"DATE","unit":null,"kinds":["GUILD"],"count":1},{"name":"MOTTO","valueType":"TEXT","unit":null,"kinds":["PARTY"],"count":1}]},
         "statistics":{"entities":7,"relationships":7,"observations":6,"articles":1,"passages":4,"statuses":[{"status":"DERIVED","count":1},{"status":"REPORTED","count":2},{"status":"STATED","count":10}]}}
        """);

    [Fact]
    public Task Degree_counts_by_direction_and_type() => Server.Gives(
        """{ guild(key:"salt"){ degree out:degree(direction:OUT) in:degree(direction:IN) rivals:degree(types:[RIVAL_OF]) heads:degree(direction:OUT, types:[HEADED_BY]) } }""",
        """{"guild":{"degree":3,"out":3,"in":1,"rivals":1,"heads":2}}""");
}
