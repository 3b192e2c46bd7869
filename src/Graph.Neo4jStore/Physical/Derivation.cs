using System.Globalization;
using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>What of an ontology stands on nodes and relationships: names in the default language and the others, the words of units, labels of ancestors, order keys. <c>_Meta</c> keeps it as
/// lines of text (<c>made</c>) beside the ontology, so that what was made of another one is found and made anew.</summary>
internal sealed class Derivation : List<string>
{
    // Raise it when the same ontology makes other properties than before: every store is then renewed once.
    private const string Version = "version 2";

    private const string Kind = "kind ";

    private Derivation(IEnumerable<string> lines)
        : base(lines)
    {
    }

    public static Derivation Of(Ontology ontology) => new(
    [
        Version,
        "languages " + string.Join(", ", ontology.Languages),
        .. ontology.Units.Select(u => string.Create(CultureInfo.InvariantCulture,
            $"unit {u.Code} = {u.Factor} {u.Base}{string.Concat(ontology.Languages.Select(l => $", {u.SymbolIn(l)}"))}")).Order(StringComparer.Ordinal),
        .. ontology.Kinds.Select(k => Kind + string.Join(" < ", ontology.Lineage(k.Name).Select(a => a.Name))).Order(StringComparer.Ordinal),
    ]);

    /// <summary>What <c>_Meta</c> holds; null when the graph is being renewed, or was last written by a version that kept none.</summary>
    public static Derivation? Read(object? value) => value is IReadOnlyList<object?> lines ? new Derivation(lines.Select(l => (string)l!)) : null;

    /// <summary>Whether what was made of the other is as this one would make it, in all that both know.</summary>
    public bool Agrees(Derivation? made) => HasWordsOf(made) && HasLabelsOf(made);

    /// <summary>The same languages and units. Every unit counts: one more may fit an amount better.</summary>
    public bool HasWordsOf(Derivation? made) => made is not null && made.Where(IsWord).SequenceEqual(this.Where(IsWord));

    /// <summary>The same ancestors of every kind of both: one that is only added has no entity yet, and one that was in use is not taken away.</summary>
    public bool HasLabelsOf(Derivation? made)
    {
        var lines = this.ToHashSet();
        var kinds = this.Where(l => !IsWord(l)).Select(Name).ToHashSet();
        return made is not null && made.Where(l => !IsWord(l)).All(l => lines.Contains(l) || !kinds.Contains(Name(l)));
    }

    private static bool IsWord(string line) => !line.StartsWith(Kind, StringComparison.Ordinal);

    private static string Name(string line) => line.Split(' ')[1];
}
