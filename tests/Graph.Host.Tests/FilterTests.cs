namespace Graph.HostTests;

public sealed class FilterTests(HarbourServer harbour) : IClassFixture<HarbourServer>
{
    private TestServer Server => harbour.Server;

    [Theory]
    [InlineData("{key:{eq:\"anna\"}}", "anna")]
    [InlineData("{key:{in:[\"anna\",\"tea\",\"nobody\"]}}", "anna tea")]
    [InlineData("{key:{in:[]}}", "")]
    [InlineData("{key:{gt:\"egret\", lte:\"salt\"}}", "northport salt")]
    [InlineData("{name:{startsWith:\"SALT\"}}", "salt")]
    [InlineData("{name:{contains:\"行\"}}", "cloth salt tea")]
    [InlineData("{name:{eq:\"老板\"}}", "anna bob")]
    [InlineData("{kind:{eq:PARTY}, name:{contains:\"an\"}}", "anna")]
    [InlineData("{kind:{in:[PERSON,OPEN_PORT]}}", "anna bob northport")]
    [InlineData("{kind:{eq:GUILD, in:[PERSON]}}", "")]
    [InlineData("{degree:{gt:1}}", "anna bob egret salt")]
    [InlineData("{degree:{eq:0}}", "tea")]
    [InlineData("{OR:[{key:{eq:\"anna\"}},{kind:{eq:SHIP}}]}", "anna egret")]
    [InlineData("{OR:[]}", "")]
    [InlineData("{AND:[]}", "anna bob cloth egret northport salt tea")]
    [InlineData("{NOT:{kind:{eq:PARTY}}}", "egret northport")]
    [InlineData("{AND:[{kind:{eq:PARTY}},{NOT:{kind:{eq:GUILD}}}], key:{startsWith:\"b\"}}", "bob")]
    [InlineData("{owns:{some:{}}}", "anna bob")]
    [InlineData("{owns:{some:{asOf:\"1880\"}}}", "anna")]
    [InlineData("{owns:{none:{}}, kind:{eq:PERSON}}", "")]
    [InlineData("{heads:{some:{status:{eq:REPORTED}}}}", "bob")]
    [InlineData("{rivals:{some:{node:{key:{eq:\"salt\"}}}}}", "cloth")]
    [InlineData("{rivals:{none:{}}, kind:{eq:GUILD}}", "tea")]
    [InlineData("{owners:{some:{node:{heads:{some:{node:{name:{eq:\"SG\"}}}}}}}}", "egret")]
    [InlineData("{relationships:{some:{type:{eq:MOORED_AT}}}}", "egret northport")]
    [InlineData("{observations:{some:{metric:{eq:CARGO}, amount:{gte:1500}}}}", "egret salt")]
    [InlineData("{observations:{some:{speaker:{eq:\"anna\"}}}}", "salt")]
    [InlineData("{observations:{none:{}}, kind:{eq:GUILD}}", "cloth tea")]
    [InlineData("{name:null, key:{eq:\"tea\"}}", "tea")]
    public async Task Entities_are_filtered(string where, string keys)
    {
        var data = await Server.Data($"{{ entities(where:{where}){{ nodes{{ key }} }} }}");
        Assert.Equal(keys, string.Join(' ', data["entities"]!["nodes"]!.AsArray().Select(n => n!["key"]!.ToString())));
    }

    [Theory]
    [InlineData("relationships", "{type:{eq:OWNS}}", 2)]
    [InlineData("relationships", "{source:{eq:\"cloth\"}, target:{eq:\"salt\"}}", 1)] // symmetric: one assignment of the ends
    [InlineData("relationships", "{source:{eq:\"egret\"}, target:{eq:\"anna\"}}", 0)]
    [InlineData("relationships", "{source:{in:[\"anna\",\"nobody\"]}}", 1)]
    [InlineData("relationships", "{polarity:{eq:NEGATED}}", 1)]
    [InlineData("relationships", "{polarity:{in:[NEGATED,AFFIRMED]}}", 7)]
    [InlineData("relationships", "{about:{eq:\"northport\"}}", 2)] // as an end, and in a qualifier
    [InlineData("relationships", "{about:{eq:\"nobody\"}}", 0)]
    [InlineData("relationships", "{passage:{eq:\"p_first-article.1\"}}", 3)]
    [InlineData("relationships", "{passage:{eq:\"no passage\"}}", 0)]
    [InlineData("relationships", "{id:{eq:\"no id\"}}", 0)]
    [InlineData("relationships", "{asOf:\"1891\", type:{eq:MOORED_AT}}", 0)]
    [InlineData("relationships", "{asOf:\"1890\", type:{eq:MOORED_AT}}", 1)]
    [InlineData("relationships", "{period:{from:\"1870\", to:\"1880\"}, type:{in:[OWNS,MOORED_AT]}}", 1)]
    [InlineData("observations", "{metric:{eq:CARGO}, period:{from:\"1889-06\"}}", 3)]
    [InlineData("observations", "{entity:{eq:\"salt\"}}", 5)]
    [InlineData("observations", "{amount:{eq:1500}}", 1)]
    [InlineData("observations", "{amount:{in:[900,1000.0]}}", 2)]
    [InlineData("observations", "{hasSpeaker:true}", 1)]
    [InlineData("observations", "{hasSpeaker:false}", 5)]
    [InlineData("observations", "{status:{in:[REPORTED,DERIVED]}}", 2)]
    [InlineData("statements", "{article:{eq:\"first-article\"}}", 13)]
    [InlineData("statements", "{article:{eq:\"a_first-article\"}}", 13)]
    [InlineData("statements", "{article:{eq:\"another\"}}", 0)]
    [InlineData("statements", "{about:{eq:\"anna\"}}", 3)]
    [InlineData("statements", "{NOT:{about:{eq:\"anna\"}}, status:{eq:REPORTED}}", 1)]
    public async Task Statements_are_filtered(string field, string where, int count)
    {
        var data = await Server.Data($"{{ {field}(where:{where}){{ totalCount nodes{{ id }} }} }}");
        Assert.Equal(count, data[field]!["totalCount"]!.GetValue<int>());
        Assert.Equal(count, data[field]!["nodes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("entities", "{key:{eq:null}}", "where.key.eq")]
    [InlineData("entities", "{OR:[{key:{eq:\"anna\"}},{kind:{in:null}}]}", "where.OR[1].kind.in")]
    [InlineData("entities", "{kind:{}}", "where.kind")]
    [InlineData("observations", "{period:{from:\"1890\", to:\"1880\"}}", "where.period")]
    public async Task A_condition_that_says_nothing_is_an_error_that_names_it(string field, string where, string argument)
    {
        var failure = await Server.Fails($"{{ {field}(where:{where}){{ totalCount }} }}", "BAD_INPUT");
        Assert.Equal(argument, failure["argument"]!.ToString());
    }

    [Fact]
    public async Task Amounts_compare_with_all_their_digits()
    {
        await Server.Gives("query($a:Decimal!){ observations(where:{amount:{lt:$a}}){ totalCount } }", """{"observations":{"totalCount":1}}""", new { a = 900.0000000000000000000000001m });
        await Server.Gives("{ observations(where:{amount:{gt:900.0000000000000000000000001}}){ totalCount } }", """{"observations":{"totalCount":3}}""");
        await Server.Fails("{ observations(where:{amount:{gt:900.00000000000000000000000000000001}}){ totalCount } }", "VALIDATION_FAILED");
    }

    [Fact]
    public Task A_filter_of_another_field_narrows_a_child_list() => Server.Gives(
        """{ ship(key:"egret"){ owners(where:{asOf:"1880"}){ nodes{ key } } late:owners(where:{source:{eq:"bob"}}){ totalCount } } }""",
        """{"ship":{"owners":{"nodes":[{"key":"anna"}]},"late":{"totalCount":1}}}""");
}
