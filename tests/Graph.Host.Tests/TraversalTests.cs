namespace Graph.HostTests;

public sealed class TraversalTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Fact]
    public Task Paths_tell_each_hop_from_where_it_starts() => Server.Gives(
        """{ paths(from:"cloth", to:"egret", limit:1){ length complete sentence(lang:EN) hops{ from{ key } to{ name(lang:EN) } reversed sentence(lang:ZH) relationship{ type evidence(lang:EN){ quote } } also{ id } } } }""",
        """
        {"paths":[{"length":3,"complete":true,"sentence":"Cloth Guild rivals Salt Guild (among others); Salt Guild is headed by Anna; Anna owns Egret","hops":[
          {"from":{"key":"cloth"},"to":{"name":"Salt Guild"},"reversed":false,"sentence":"布行与盐行竞争（等）","relationship":{"type":"RIVAL_OF","evidence":[{"quote":"The Salt Guild rivals the Cloth Guild"}]},"also":[]},
          {"from":{"key":"salt"},"to":{"name":"Anna"},"reversed":false,"sentence":"盐行由安娜领导","relationship":{"type":"HEADED_BY","evidence":[{"quote":"The Salt Guild is headed by Anna"}]},"also":[]},
          {"from":{"key":"anna"},"to":{"name":"Egret"},"reversed":false,"sentence":"安娜拥有白鹭号","relationship":{"type":"OWNS","evidence":[{"quote":"Anna owns the Egret"}]},"also":[]}]}]}
        """);

    [Fact]
    public Task Paths_heed_direction_type_and_time() => Server.Gives(
        """
        { back:paths(from:"northport", to:"bob", limit:1){ hops{ reversed } } out:paths(from:"northport", to:"bob", direction:OUT){ length } in:paths(from:"northport", to:"bob", direction:IN){ length }
          types:paths(from:"salt", to:"anna", types:[OWNS]){ length } early:paths(from:"bob", to:"egret", asOf:"1880", maxHops:1){ length } denied:paths(from:"cloth", to:"tea"){ length } self:paths(from:"tea", to:"tea"){ length } }
        """,
        """{"back":[{"hops":[{"reversed":true},{"reversed":true}]}],"out":[],"in":[{"length":2}],"types":[],"early":[],"denied":[],"self":[]}""");

    [Fact]
    public Task A_neighborhood_says_what_was_cut() => Server.Gives(
        """
        { all:neighborhood(of:["egret"]){ entities{ key } relationships{ type } truncated } cut:neighborhood(of:["egret"], limit:2){ entities{ key } truncated }
          kinds:neighborhood(of:["egret"], hops:2, kinds:[OPEN_PORT]){ entities{ key } } }
        """,
        """
        {"all":{"entities":[{"key":"egret"},{"key":"anna"},{"key":"bob"},{"key":"northport"}],"relationships":[{"type":"MOORED_AT"},{"type":"OWNS"},{"type":"OWNS"}],"truncated":false},
         "cut":{"entities":[{"key":"egret"},{"key":"anna"}],"truncated":true},"kinds":{"entities":[{"key":"egret"},{"key":"northport"}]}}
        """);

    [Fact]
    public Task Common_entities_come_with_what_connects_them() => Server.Gives(
        """{ common(of:["anna","bob"]){ entity{ key } relationships{ sentence(lang:EN) } } none:common(of:["tea","egret"]){ entity{ key } } }""",
        """
        {"common":[{"entity":{"key":"egret"},"relationships":[{"sentence":"Anna owns Egret"},{"sentence":"Bob owns Egret (from 1885; occasion: Northport; ordinal: 2; scope: half; since: March 1885)"}]},
          {"entity":{"key":"salt"},"relationships":[{"sentence":"Salt Guild is headed by Anna"},{"sentence":"Reportedly, Salt Guild is headed by Bob"}]}],"none":[]}
        """);
}
