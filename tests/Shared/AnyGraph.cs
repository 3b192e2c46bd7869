using CsCheck;
using Graph.Core;

namespace Graph.SharedTests;

/// <summary>Random graphs.</summary>
internal static class AnyGraph
{
    /// <summary>A whole graph, in canonical form and consistent: everything named exists, quotes stand where they say.</summary>
    public static Gen<ReferenceGraph> Whole { get; } = AnyEntity.Several.SelectMany(entities =>
        Gen.Select(AnyStatement.Several(entities), Mentions(entities), (statements, mentions) =>
            new ReferenceGraph(TestOntology.Instance, entities, statements, AnyEntity.Articles, AnyEntity.Passages, mentions)));

    private static Gen<Mention[]> Mentions(Entity[] entities) => entities.Length == 0 ? Gen.Const(Array.Empty<Mention>())
        : Gen.Select(AnyEntity.Evidence, Gen.OneOf(entities), (e, entity) => new Mention(e.Passage, e.Language, e.Start, e.End, entity.Key)).Array[0, 6]
            .Select(all => all.DistinctBy(m => (m.Passage, m.Language, m.Start, m.Entity)).ToArray());
}
