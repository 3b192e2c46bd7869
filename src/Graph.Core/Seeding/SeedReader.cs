namespace Graph.Core;

/// <summary>Reads seeds as seed/README.md teaches them. Every fault is told with file, line and remedy, all of them at once.</summary>
public static class SeedReader
{
    /// <summary>A whole seed: its ontology and its articles. Every entity used must be declared in it.</summary>
    public static Checked<Seed> ReadFolder(string folder)
    {
        var problems = new ProblemList();
        if (!SeedFiles.HasOntology(folder, problems))
            return problems.Result<Seed>(null);
        var path = Path.Combine(folder, SeedFiles.OntologyFile);
        var ontology = OntologyReader.Read(path, SeedFiles.Shown(folder, path));
        foreach (var problem in ontology.Problems)
            problems.Add(problem);
        if (ontology.Value is not { } value || ontology.HasErrors)
            return problems.Result<Seed>(null);
        var open = new OpenDeclarations();
        var seed = Read([folder], value, problems, open);
        new ReferenceCheck(value, problems, open).Check(seed.Articles, ReferenceCheck.KindsOf(seed.Articles, open));
        return problems.Result(seed);
    }

    /// <summary>Articles to be loaded into a store that may know entities which they use: those are checked by <see cref="Importer"/>.</summary>
    /// <param name="paths">Each a seed, an article's folder, or an article in one file.</param>
    /// <param name="ontology">That of the store.</param>
    public static Checked<Seed> Read(IReadOnlyList<string> paths, Ontology ontology)
    {
        var problems = new ProblemList();
        var seed = Read(paths, ontology, problems, new OpenDeclarations());
        return problems.Result(seed);
    }

    private static Seed Read(IReadOnlyList<string> paths, Ontology ontology, ProblemList problems, OpenDeclarations open)
    {
        var reader = new ArticleReader(ontology, problems, open);
        var articles = new Dictionary<string, SeedArticle>();
        foreach (var files in paths.SelectMany(p => SeedFiles.Under(p, problems)))
        {
            if (reader.Read(files) is not { } article)
                continue;
            if (!articles.TryAdd(article.Key, article))
                problems.Error(article.At.File, article.At.Line,
                    $"the article '{article.Key}' stands twice, first in {articles[article.Key].At}", "Give it a key of its own, or remove one.");
        }
        SeedArticle[] sorted = [.. articles.Values.OrderBy(a => a.Key, Utf8Order.Instance)];
        DeclarationCheck.Check(sorted, problems);
        return new Seed(ontology, sorted);
    }
}
