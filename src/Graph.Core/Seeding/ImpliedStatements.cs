namespace Graph.Core;

/// <summary>Finds relationships that another one of the seed implies: the same seen from the other end, or the same held less firmly.</summary>
internal static class ImpliedStatements
{
    public static void Check(Seed seed, ProblemList problems)
    {
        var inverses = Inverses(seed.Ontology);
        var all = seed.Articles.SelectMany(a => a.Statements).Where(s => s.Statement is Relationship).ToLookup(s => Ends((Relationship)s.Statement));
        var told = new HashSet<(SeedLine, SeedLine)>();
        foreach (var at in all.SelectMany(g => g))
        {
            var statement = (Relationship)at.Statement;
            foreach (var type in inverses[statement.Type])
            {
                foreach (var other in all[(statement.Target, type, statement.Source)]
                    .Where(o => Alike((Relationship)o.Statement, statement) && told.Add((at.At, o.At))))
                {
                    told.Add((other.At, at.At));
                    problems.Error(other.At.File, other.At.Line,
                        $"{statement.Target} {type} {statement.Source} is what {at.At} says, seen from the other end",
                        type == statement.Type ? $"Remove one of them; if {type} always holds both ways, declare it symmetric."
                            : $"Remove one of them; {statement.Type} and {type} are each other's inverse, of which the ontology needs one.");
                }
            }
            bool Firmer(SeedStatement o) => o.Statement.Status == Status.Stated && Alike((Relationship)o.Statement, statement, but: true);
            if (statement.Status == Status.Implied && all[Ends(statement)].FirstOrDefault(Firmer) is { } firmer)
                problems.Error(at.At.File, at.At.Line,
                    $"{statement.Source} {statement.Type} {statement.Target} is IMPLIED here and STATED in {firmer.At}",
                    "Remove this one; its evidence may join the other's.");
        }
    }

    private static (string, string, string) Ends(Relationship relationship) => (relationship.Source, relationship.Type, relationship.Target);

    // In all but the ends (and, with "but", the status).
    private static bool Alike(Relationship a, Relationship b, bool but = false) => (but || a.Status == b.Status) && a.Polarity == b.Polarity
        && a.Speaker?.Entity == b.Speaker?.Entity && a.Speaker is null == b.Speaker is null && a.Qualifiers.SequenceEqual(b.Qualifiers)
        && a.Validity?.From == b.Validity?.From && a.Validity?.To == b.Validity?.To;

    // A type of which one direction is called what the other direction of a type is called; also a type that is called the same both ways.
    private static ILookup<string, string> Inverses(Ontology ontology)
    {
        var directed = ontology.RelationshipTypes.Where(t => !t.Symmetric).ToArray();
        return (from a in directed from b in directed where SameLabel(a.Out, b.In) || SameLabel(a.In, b.Out) select (a.Name, Other: b.Name))
            .Distinct().ToLookup(p => p.Name, p => p.Other);
    }

    private static bool SameLabel(Wording a, Wording b) => a.Label.Any(l =>
        b.Label.In(l.Key) is { } other && Folding.Fold(other) == Folding.Fold(l.Value));
}
