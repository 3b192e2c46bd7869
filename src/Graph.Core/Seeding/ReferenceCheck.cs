namespace Graph.Core;

/// <summary>Whether the entities that articles use exist, and are of the kinds that types, metrics and qualifiers allow.</summary>
internal sealed class ReferenceCheck(Ontology ontology, ProblemList problems, OpenDeclarations? open = null)
{
    // Above it, looking for a similar key costs more than it helps.
    private const int MostCandidates = 5_000;

    /// <summary>The kind of every entity declared. One on which articles disagree is left open.</summary>
    public static Dictionary<string, string> KindsOf(IEnumerable<SeedArticle> articles, OpenDeclarations open)
    {
        var kinds = articles.SelectMany(a => a.Entities).ToLookup(e => e.Key, e => e.Kind);
        foreach (var entity in kinds.Where(e => e.Distinct().Count() > 1))
            open.Add(entity.Key);
        return kinds.Where(e => e.Distinct().Count() == 1).ToDictionary(e => e.Key, e => e.First());
    }

    /// <param name="kinds">Of every entity that there is.</param>
    public void Check(IEnumerable<SeedArticle> articles, IReadOnlyDictionary<string, string> kinds)
    {
        foreach (var article in articles)
        {
            var unknown = new HashSet<string>();
            foreach (var statement in article.Statements)
                Check(statement, kinds, unknown);
            foreach (var (entity, at) in article.Passages.SelectMany(p => p.Mentioned))
                Kind(entity, at, "the mention names", kinds, unknown);
        }
    }

    private void Check(SeedStatement at, IReadOnlyDictionary<string, string> kinds, HashSet<string> unknown)
    {
        var statement = at.Statement;
        if (statement is Relationship r)
        {
            var (from, to) = (Kind(r.Source, at.At, "the relationship begins at", kinds, unknown),
                Kind(r.Target, at.At, "the relationship ends at", kinds, unknown));
            if (from is not null && to is not null && WrongEnds(ontology, r, from, to) is { } fault)
                problems.Error(at.At.File, at.At.Line, fault.Message, fault.Remedy);
        }
        else if (statement is Observation o && Kind(o.Entity, at.At, "the observation is of", kinds, unknown) is { } kind
            && !ontology.MetricApplies(o.Type, kind))
            problems.Error(at.At.File, at.At.Line, $"the metric {o.Type} is not said of a {kind} ('{o.Entity}')",
                $"It applies to {string.Join(", ", ontology.FindMetric(o.Type)!.Kinds)}: use another, or extend its 'kinds'.");
        if (statement.Speaker?.Entity is { } speaker)
            Kind(speaker, at.At, "'by' names", kinds, unknown);
        foreach (var qualifier in statement.Qualifiers)
            Check(qualifier, at.LineOf(qualifier), kinds, unknown);
        foreach (var referent in at.Refers)
            Kind(referent.Entity, referent.At, "'refers' names", kinds, unknown);
    }

    /// <summary>Whether a statement's entities are all there, and of the right kinds.</summary>
    public static bool Fits(Ontology ontology, Statement statement, IReadOnlyDictionary<string, string> kinds)
    {
        var problems = new ProblemList();
        new ReferenceCheck(ontology, problems).Check(new SeedStatement(statement, null, [], default), kinds, []);
        return !problems.HasErrors;
    }

    /// <summary>What is wrong with the kinds of a relationship's ends, or null.</summary>
    private static (string Message, string Remedy)? WrongEnds(Ontology ontology, Relationship relationship, string from, string to)
    {
        var type = relationship.Type;
        if (ontology.Allows(type, from, to))
            return null;
        var allowed = string.Join(", ", ontology.FindType(type)!.Pairs);
        return ontology.Allows(type, to, from)
            ? ($"{type} leads from a {to} to a {from}, not from a {from} ('{relationship.Source}') to a {to} ('{relationship.Target}')",
                $"Exchange the ends. Allowed: {allowed}.")
            : ($"{type} does not lead from a {from} ('{relationship.Source}') to a {to} ('{relationship.Target}')",
                $"Allowed: {allowed}. Use another type, or extend its 'pairs'.");
    }

    private void Check(Qualifier qualifier, SeedLine at, IReadOnlyDictionary<string, string> kinds, HashSet<string> unknown)
    {
        if (qualifier.Value is not EntityValue { Key: var key }
            || Kind(key, at, $"the qualifier '{qualifier.Key}' names", kinds, unknown) is not { } kind)
            return;
        var allowed = ontology.FindQualifier(qualifier.Key)!.Kinds;
        if (allowed.Count > 0 && !allowed.Any(k => ontology.ConcreteKinds(k).Contains(kind)))
            problems.Error(at.File, at.Line, $"the qualifier '{qualifier.Key}' is not of a {kind} ('{key}')",
                $"It takes {string.Join(", ", allowed)}.");
    }

    // Null for an unknown entity, which is told once an article, and for one that is left open.
    private string? Kind(string key, SeedLine at, string use, IReadOnlyDictionary<string, string> kinds, HashSet<string> unknown)
    {
        if (kinds.TryGetValue(key, out var kind))
            return kind;
        if (open?.MayHold(key) != true && unknown.Add(key))
        {
            var nearest = kinds.Count > MostCandidates || problems.IsFull ? null : YamlReading.Nearest(key, kinds.Keys);
            problems.Error(at.File, at.Line, $"{use} '{QuoteFinder.Shown(key)}', which is declared nowhere",
                nearest is null ? "Declare it under 'entities'." : $"Did you mean '{nearest}'? Else declare it under 'entities'.");
        }
        return null;
    }
}
