using System.Globalization;

namespace Graph.Neo4jStore;

/// <summary>Gathers a statement's parameters as its text is made: every value from outside goes this way. Numbers variables, so that nested parts do not hide each other's.</summary>
internal sealed class Arguments
{
    private int _variables;

    public Parameters Parameters { get; } = [];

    /// <summary>The <c>$name</c> that stands for the value.</summary>
    public string Add(object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{Parameters.Count}");
        Parameters.Add(name, value is IReadOnlySet<string> set ? set.ToArray() : value);
        return "$" + name;
    }

    public string Variable(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{_variables++}");
}

/// <summary>Where rows come from: a reading clause that binds a variable.</summary>
/// <param name="Clause">Such as <c>MATCH (s:_Statement)</c>.</param>
/// <param name="TakesWhere">Whether a WHERE may follow it; else the variable is passed on first.</param>
internal readonly record struct Source(string Clause, string Variable, bool TakesWhere = true)
{
    public string Where(string predicate) => TakesWhere ? $"{Clause} WHERE {predicate}" : $"{Clause} WITH {Variable} WHERE {predicate}";
}
