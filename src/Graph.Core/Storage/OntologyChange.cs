namespace Graph.Core;

/// <summary>What it means to serve a filled store with another ontology than it was loaded with.</summary>
/// <remarks>
/// Compared is what data can depend on. Wording, colours, fields, additions and <c>functional</c> (conflicts are computed when read) are always fine, and so are
/// units and factors: values are kept in the metric's base unit, so only that one counts.
/// </remarks>
public static class OntologyChange
{
    /// <summary>What <paramref name="before"/> allows and <paramref name="after"/> does not. Empty when anything that fits the one fits the other.</summary>
    public static IReadOnlyList<Narrowing> Compare(Ontology before, Ontology after)
    {
        var parts = new OntologyComparison(before, after);
        return [.. parts.Languages(), .. parts.Kinds(), .. parts.Types(), .. parts.Metrics(), .. parts.Qualifiers()];
    }

    /// <summary>Those narrowings that the store's content stands against. Everything is asked for by name, so it does not matter with which ontology the store was opened.</summary>
    public static async ValueTask<IReadOnlyList<OntologyUse>> Uses(IGraphStore store, IReadOnlyList<Narrowing> narrowings, CancellationToken cancellation)
    {
        var uses = new OntologyUses(store, cancellation);
        var result = new List<OntologyUse>();
        foreach (var narrowing in narrowings)
        {
            if (await uses.Of(narrowing) is { } use)
                result.Add(use);
        }
        return result;
    }

    /// <summary>Takes the ontology given at start into force, unless it narrows what the store uses. Called before anything else writes.</summary>
    /// <exception cref="OntologyInUseException">It does; nothing was changed.</exception>
    /// <exception cref="ConflictException">The ontology that the store keeps is not readable by this version.</exception>
    public static async ValueTask AdoptInto(IGraphStore store, Ontology given, CancellationToken cancellation)
    {
        var state = await store.State(cancellation);
        if (!state.IsEmpty && state.OntologyText is { } text && text != given.SourceText)
        {
            var uses = await Uses(store, Compare(Kept(text), given), cancellation);
            if (uses.Count > 0)
                throw new OntologyInUseException(uses);
        }
        await store.Adopt(given, cancellation);
    }

    private static Ontology Kept(string text)
    {
        var kept = OntologyReader.Parse(text, "the store's ontology");
        return kept.Value ?? throw new ConflictException($"The ontology that the store was loaded with cannot be read by this version: {kept.Problems[0]}",
            "Export the store with the version that wrote it, and import that into a new one.");
    }
}
