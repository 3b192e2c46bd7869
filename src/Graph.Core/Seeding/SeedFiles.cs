namespace Graph.Core;

/// <summary>Finds the files of a seed: which of them belong to one article, and where its ontology stands.</summary>
internal static class SeedFiles
{
    public const string OntologyFile = "ontology.yaml";

    /// <summary>The files of one article. <paramref name="ShownAs"/> is its folder, or its only file, as its author named it.</summary>
    public sealed record Article(string ShownAs, IReadOnlyList<(string Path, string ShownAs)> Files);

    /// <summary>The articles under what a user names: a seed, an article's folder, or an article's only file.</summary>
    public static IReadOnlyList<Article> Under(string path, ProblemList problems)
    {
        if (File.Exists(path))
            return [new Article(path, [(path, path)])];
        if (!Directory.Exists(path))
        {
            problems.Error(path, 0, "there is no such file or folder",
                $"Name a seed's folder, an article's folder or an article's file{YamlFile.Meant(path)}.");
            return [];
        }
        try
        {
            var own = Yaml(path, path, problems);
            var articles = own.Any(f => !IsOntology(f.Path)) && !own.Any(f => IsOntology(f.Path)) ? [new Article(path, own)]
                : InFolders(path, own, problems);
            if (articles.Count == 0)
                problems.Error(path, 0, "no article is in this folder", "Put its *.yaml files into a folder of their own.");
            return articles;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, $"the folder cannot be read: {e.Message.TrimEnd('.')}", "Check its permissions.");
            return [];
        }
    }

    /// <summary>Whether a seed's folder and its ontology are there; if not, that is reported.</summary>
    public static bool HasOntology(string folder, ProblemList problems)
    {
        if (!Directory.Exists(folder))
            problems.Error(folder, 0, "there is no such folder", $"Name the folder of a seed{YamlFile.Meant(folder)}.");
        else if (!File.Exists(Path.Combine(folder, OntologyFile)))
            problems.Error(folder, 0, $"the folder has no {OntologyFile}",
                "Name the seed itself, in which the ontology stands beside the articles' folders.");
        else
            return true;
        return false;
    }

    private static List<Article> InFolders(string seed, IReadOnlyList<(string Path, string ShownAs)> own, ProblemList problems)
    {
        foreach (var (path, shownAs) in own.Where(f => !IsOntology(f.Path)))
            problems.Error(shownAs, 0, $"{Path.GetFileName(path)} stands beside {OntologyFile}, in no article's folder",
                "Move it into a folder of its own.");
        return [.. Directory.GetDirectories(seed)
            .Where(d => Path.GetFileName(d) is { } name && name[0] is not ('.' or '_'))
            .Order(StringComparer.Ordinal)
            .Select(d => new Article(Shown(seed, d), Yaml(d, Shown(seed, d), problems)))
            .Where(a => a.Files.Count > 0)];
    }

    private static List<(string Path, string ShownAs)> Yaml(string folder, string shownAs, ProblemList problems)
    {
        foreach (var path in Directory.GetFiles(folder, "*.yml").Order(StringComparer.Ordinal))
            problems.Error(Shown(shownAs, path), 0, "only files named *.yaml are read", "Rename it.");
        return [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => (f, Shown(shownAs, f)))];
    }

    private static bool IsOntology(string path) => Path.GetFileName(path) == OntologyFile;

    /// <summary>The path as its author would write it: below what was named, with slashes.</summary>
    public static string Shown(string folder, string path) => folder.TrimEnd('/', '\\') + "/" + Path.GetFileName(path);
}
