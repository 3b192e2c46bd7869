namespace Graph.HostTests;

/// <summary>Another field, other languages, and an ontology without metrics, units and qualifiers.</summary>
public sealed class GardenTests
{
    [Fact]
    public async Task Another_ontology_is_served_without_a_word_of_code()
    {
        await using var server = await TestServer.Start(Seeds.Garden);
        await server.Gives(
            """
            { plant(name:"玫瑰"){ key name(lang:ZH_HANT) pollinatedBy{ edges{ node{ name } sentence(lang:ZH_HANT) properties{ sentence evidence(lang:EN){ quote } } } } thrivesWith{ nodes{ key __typename } } }
              insects{ nodes{ key pollinates{ nodes{ key } } thrivesWith{ nodes{ key } } statements{ totalCount } } } statistics{ relationships } }
            """,
            """
            {"plant":{"key":"rose","name":"玫瑰","pollinatedBy":{"edges":[{"node":{"name":"bee"},"sentence":"玫瑰由蜜蜂授粉","properties":{"sentence":"Bee pollinates rose","evidence":[{"quote":"The bee pollinates the rose"}]}}]},"thrivesWith":{"nodes":[{"key":"garlic","__typename":"Plant"}]}},
             "insects":{"nodes":[{"key":"bee","pollinates":{"nodes":[{"key":"rose"}]},"thrivesWith":{"nodes":[{"key":"garlic"}]},"statements":{"totalCount":2}}]},"statistics":{"relationships":3}}
            """);
        await server.Fails("{ observations{ totalCount } }", "VALIDATION_FAILED");
    }
}
