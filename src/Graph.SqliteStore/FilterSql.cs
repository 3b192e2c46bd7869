using System.Runtime.CompilerServices;
using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Writes what filters of both kinds share. Every condition is 0 or 1, never NULL, so that NOT may stand before any.</summary>
internal abstract class FilterSql(SqlText sql, Ontology ontology)
{
    private static readonly ConditionalWeakTable<Ontology, string[]> Symmetric = []; // looked for in every operation

    public const string True = "1", False = "0";

    protected SqlText Sql { get; } = sql;

    protected Ontology Ontology { get; } = ontology;

    protected static string All(IEnumerable<string> conditions) => Join(conditions, " AND ", True);

    protected static string Any(IEnumerable<string> conditions) => Join(conditions, " OR ", False);

    /// <summary>Names of the symmetric relationship types.</summary>
    protected string[] SymmetricTypes => Symmetric.GetValue(Ontology, static o => [.. o.RelationshipTypes.Where(t => t.Symmetric).Select(t => t.Name)]);

    /// <summary>The relationship types that are symmetric, as a test of <paramref name="column"/>; null when there are none.</summary>
    protected string? IsSymmetric(string column) => SymmetricTypes.Length == 0 ? null : $"{column} {Sql.OneOf(SymmetricTypes)}";

    protected string Text(string column, TextMatch match) => match.Operator switch
    {
        TextOperator.In => $"{column} {Sql.OneOf(match.Values)}",
        TextOperator.Contains => $"instr({column}, {Sql.Value(match.Value)}) > 0",
        TextOperator.StartsWith => StartsWith(column, match.Value),
        TextOperator.Gt => $"{column} > {Sql.Value(match.Value)}",
        TextOperator.Gte => $"{column} >= {Sql.Value(match.Value)}",
        TextOperator.Lt => $"{column} < {Sql.Value(match.Value)}",
        TextOperator.Lte => $"{column} <= {Sql.Value(match.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    protected string StartsWith(string column, string prefix) => prefix.Length == 0 ? True
        : $"{column} >= {Sql.Value(prefix)}" + (Utf8Prefix.End(prefix) is { } end ? $" AND {column} < {Sql.Value(end)}" : "");

    private static string Join(IEnumerable<string> conditions, string by, string none)
    {
        var all = conditions.ToArray();
        return all.Length switch { 0 => none, 1 => all[0], _ => "(" + string.Join(by, all.Select(c => $"({c})")) + ")" };
    }
}
