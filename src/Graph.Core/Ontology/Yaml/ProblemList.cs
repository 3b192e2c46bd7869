namespace Graph.Core;

/// <summary>Collects what is wrong while reading goes on. Beyond <see cref="Most"/> it only counts.</summary>
internal sealed class ProblemList
{
    public const int Most = 1000;

    private readonly List<Problem> _all = [];
    private readonly Dictionary<string, (int Index, int More)> _once = [];

    public bool HasErrors { get; private set; }

    /// <summary>How many there were beyond those that are kept.</summary>
    public long More { get; private set; }

    /// <summary>Nothing more is kept: a costly remedy is not worth computing.</summary>
    public bool IsFull => _all.Count >= Most;

    public void Error(string file, int line, string message, string remedy) => Add(new Problem(file, line, message, remedy));

    public void Error(YamlNode at, string message, string remedy) => Error(at.File, at.Line, message, remedy);

    public void Warn(string file, int line, string message, string remedy) => Add(new Problem(file, line, message, remedy, Severity.Warning));

    public void Warn(YamlNode at, string message, string remedy) => Warn(at.File, at.Line, message, remedy);

    public void Add(Problem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        if (_all.Count < Most)
            _all.Add(problem);
        else
            More++;
    }

    /// <summary>Tells of several problems with one cause the first, and how many more there are.</summary>
    public void AddOnce(string cause, Problem problem)
    {
        if (_once.TryGetValue(cause, out var told))
        {
            _once[cause] = told with { More = told.More + 1 };
            return;
        }
        if (!IsFull)
            _once.Add(cause, (_all.Count, 0));
        Add(problem);
    }

    /// <summary>By file and line, errors first where they share one.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. WithCounts().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Severity)];

    private Problem[] WithCounts()
    {
        Problem[] all = [.. _all];
        foreach (var (index, more) in _once.Values.Where(o => o.More > 0))
            all[index] = all[index] with { Message = $"{all[index].Message}, nor in {more} more place{(more == 1 ? "" : "s")}" };
        return all;
    }

    public Checked<T> Result<T>(T? value)
        where T : class => new(HasErrors ? null : value, Sorted());
}
