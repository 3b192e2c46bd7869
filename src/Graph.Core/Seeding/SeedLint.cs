namespace Graph.Core;

/// <summary>What <c>graph check</c> holds every seed to, beyond its being readable. Rules are errors, advice is warnings.</summary>
public static class SeedLint
{
    /// <summary>
    /// Errors: a STATED relationship without a quoted sentence that names both ends; a statement that another implies; a passage without a statement that does not say why.
    /// Warnings: shared names that link to none, names not yet linked, speakers of what is said to be STATED, parts of the ontology that nothing uses.
    /// </summary>
    /// <param name="seed">Read by <see cref="SeedReader.ReadFolder"/>.</param>
    public static IReadOnlyList<Problem> Check(Seed seed)
    {
        var problems = new ProblemList();
        var names = NamesOf(seed);
        var linker = new MentionLinker(names);
        var ends = new EndsNamed(names, linker, problems);
        var unlinked = new UnlinkedNames(names, problems);
        foreach (var article in seed.Articles)
        {
            foreach (var passage in article.Passages)
            {
                SeedMentions.Link(linker, passage.Passage, passage.At, problems);
                unlinked.Check(passage);
            }
            ends.Check(article);
            Stated(article, problems);
            Voices(article, problems);
        }
        ImpliedStatements.Check(seed, problems);
        UnusedOntology.Check(seed, problems);
        return problems.Sorted();
    }

    private static List<(string Entity, EntityName Name)> NamesOf(Seed seed) =>
        [.. seed.Articles.SelectMany(a => a.Entities).SelectMany(e => e.Declaration.Names.Select(n => (e.Key, n)))];

    private static void Stated(SeedArticle article, ProblemList problems)
    {
        var quoted = article.Statements.SelectMany(s => s.Statement.Evidence).Select(e => e.Passage).ToHashSet();
        foreach (var (passage, at) in article.Passages.Select(p => (p.Passage, p.At)))
        {
            if (!quoted.Contains(passage.Id) && passage.Unstated is null)
                problems.Error(at.File, at.Line, $"no statement rests on passage {passage.Id.Number}",
                    "State what it says, or say why not: unstated: ...");
            else if (quoted.Contains(passage.Id) && passage.Unstated is not null)
                problems.Warn(at.File, at.Line, $"passage {passage.Id.Number} says why no statement rests on it, but one does", "Remove 'unstated'.");
        }
    }

    // "The first that applies": someone's words are REPORTED at the least.
    private static void Voices(SeedArticle article, ProblemList problems)
    {
        foreach (var (statement, at) in article.Statements.Where(s => s.Statement.Status == Status.Stated).Select(s => (s.Statement, s.At)))
        {
            if (statement.Speaker is not null)
                problems.Warn(at.File, at.Line, "the statement has a speaker, but is STATED",
                    "Give it the status that applies: REPORTED, or one before it.");
        }
    }
}
