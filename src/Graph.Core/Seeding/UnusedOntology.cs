namespace Graph.Core;

/// <summary>Advice on what an ontology offers and no article of the seed uses.</summary>
internal static class UnusedOntology
{
    public static void Check(Seed seed, ProblemList problems)
    {
        var ontology = seed.Ontology;
        var statements = seed.Articles.SelectMany(a => a.Statements).Select(s => s.Statement).ToArray();
        var types = statements.Select(s => s.Type).ToHashSet();
        var kinds = seed.Articles.SelectMany(a => a.Entities).Select(e => e.Kind).ToHashSet();
        var qualifiers = statements.SelectMany(s => s.Qualifiers).Select(q => q.Key).ToHashSet();
        var file = YamlFile.Parse(ontology.SourceText, SeedFiles.OntologyFile, new ProblemList()); // for the lines
        Tell("kinds", "kinds", ontology.Kinds.Where(k => !k.IsAbstract).Select(k => k.Name).Where(k => !kinds.Contains(k)));
        Tell("relationships", "relationship types", ontology.RelationshipTypes.Select(t => t.Name).Where(t => !types.Contains(t)));
        Tell("metrics", "metrics", ontology.Metrics.Select(m => m.Name).Where(m => !types.Contains(m)));
        Tell("qualifiers", "qualifiers", ontology.Qualifiers.Select(q => q.Key).Where(q => !qualifiers.Contains(q)));

        void Tell(string section, string what, IEnumerable<string> names)
        {
            var unused = names.ToArray();
            if (unused.Length > 0)
                problems.Warn(SeedFiles.OntologyFile, (file?.Take(section) as YamlMap)?.LineOf(unused[0]) ?? 0,
                    $"no article uses the {what} {string.Join(", ", unused)}",
                    "Keep them for articles to come, or remove them.");
        }
    }
}
