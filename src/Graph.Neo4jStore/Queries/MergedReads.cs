using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Graph.Core;

namespace Graph.Neo4jStore;

/// <summary>What one read found, and the marks of commits around it; see <see cref="ChangeCypher.Committing"/>.</summary>
internal sealed record Found(IReadOnlyList<Row> Rows, string? Done, string? Begun);

/// <summary>Reads by themselves as long as the server keeps up; those of the same text that would have to wait go together in one statement.</summary>
/// <remarks>
/// Most of the cost of a small read over the Query API is the request (1.2 ms of server time, against 0.2 ms for each read more in it), so that a busy service does several times as much this way, and an idle one
/// waits for nothing. Nothing is kept: every read is done for who asked. Slow ones are left apart, so that they use all processors of the server.
/// </remarks>
internal sealed partial class MergedReads(IConnection connection, TimeProvider time)
{
    private const int AtOnce = 2, MostTogether = 64, MostTexts = 2000;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<(string Body, string Columns), Template> _templates = new();

    /// <returns>Null when the nodes of <c>_Meta</c> are gone: somebody emptied the database.</returns>
    /// <param name="body">Reading clauses; they end where RETURN would stand. A parameter behind LIMIT is the same for all that go together.</param>
    public ValueTask<Found?> Read(string body, string columns, Parameters parameters, CancellationToken cancellation)
    {
        if (_templates.Count > MostTexts)
            _templates.Clear();
        var template = _templates.GetOrAdd((body, columns), static t => new Template(t.Body, t.Columns));
        return template.LaneOf(parameters, this).Read(parameters, cancellation);
    }

    [GeneratedRegex(@"LIMIT \$(\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Limits { get; }

    [GeneratedRegex(@"LIMIT \$\w+|\$(?<name>\w+)|CALL \((?<scope>[\w, ]*)\) \{", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter { get; }

    /// <summary>The two texts of a read: by itself, and for many sets of parameters.</summary>
    internal sealed class Template
    {
        private readonly string[] _shared;
        private readonly ConcurrentDictionary<string, Lane> _lanes = new();

        public Template(string body, string columns)
        {
            var read = $"{body} RETURN collect([{columns}]) AS found";
            _shared = [.. LimitNames(read)];
            Alone = Marked(read, "found");
            Together = Marked($"UNWIND range(0, size($each) - 1) AS n WITH n, $each[n] AS q CALL (q) {{ {ForEach(read)} }} RETURN collect([n, found]) AS founds", "founds");
        }

        public string Alone { get; }

        public string Together { get; }

        public Lane LaneOf(Parameters parameters, MergedReads reads)
        {
            if (_lanes.Count > MostTexts)
                _lanes.Clear();
            var shared = new Parameters();
            foreach (var name in _shared)
                shared[name] = parameters[name];
            return _lanes.GetOrAdd(string.Join(' ', shared.Values), static (_, a) => new Lane(a.Template, a.Shared, a.Reads), (Template: this, Shared: shared, Reads: reads));
        }

        private static IEnumerable<string> LimitNames(string read) => Limits.Matches(read).Select(m => m.Value["LIMIT $".Length..]).Distinct();

        private static string Marked(string read, string result) =>
            "CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }\nCALL () {\n" + read + " }\n"
            + $"CALL () {{ MATCH (w:_Meta {{name: 'commits'}}) RETURN w.begun AS begun }}\nRETURN {result}, done, begun";

        // Parameters become members of q, which every subquery takes in; LIMIT may depend on no variable.
        private static string ForEach(string read) => Parameter.Replace(read, m =>
            m.Groups["name"] is { Success: true } name ? $"q.{name.Value}"
            : m.Groups["scope"] is { Success: true } scope ? $"CALL (q{(scope.Length == 0 ? "" : $", {scope.Value}")}) {{"
            : m.Value);
    }

    /// <summary>A read that waits for others to go with. It gets what was found, or false when the statement of all failed.</summary>
    internal sealed class Waiting(Parameters parameters)
    {
        public Parameters Parameters { get; } = parameters;

        public TaskCompletionSource<(bool IsAnswered, Found? Found)> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class Lane(Template template, Parameters shared, MergedReads reads)
    {
        private readonly Lock _lock = new();
        private readonly Queue<Waiting> _waiting = new();
        private int _running;
        private double _ticks; // of the server for one read, on average: those that run at once share it

        public async ValueTask<Found?> Read(Parameters parameters, CancellationToken cancellation)
        {
            Waiting? waiting = null;
            lock (_lock)
            {
                if (MayStart)
                    _running++;
                else
                    _waiting.Enqueue(waiting = new Waiting(parameters));
            }
            if (waiting is null)
                return await Alone(parameters, cancellation);
            var (isAnswered, found) = await waiting.Result.Task.WaitAsync(cancellation);
            if (isAnswered)
                return found;
            lock (_lock)
                _running++;
            return await Alone(parameters, cancellation);
        }

        // The same for those that come and for those that wait, so that nobody waits without end behind others.
        private bool MayStart => _running < AtOnce || _ticks > Quick.Ticks;

        private async ValueTask<Found?> Alone(Parameters parameters, CancellationToken cancellation)
        {
            var start = reads.Now;
            try
            {
                return await reads.Send(template.Alone, parameters, cancellation) is { } row ? Marked(row, row, 0) : null;
            }
            finally
            {
                Ended(start, 1);
            }
        }

        private async Task Together(Waiting[] all)
        {
            var start = reads.Now;
            try
            {
                var parameters = new Parameters { ["each"] = all.Select(w => w.Parameters).ToArray() };
                foreach (var (name, value) in shared)
                    parameters[name] = value;
                var row = await reads.Send(template.Together, parameters, CancellationToken.None);
                foreach (var found in row?.List(0) ?? [])
                    all[found.Number(0)].Result.TrySetResult((true, Marked(row!.Value, found, 1)));
                foreach (var waiting in all)
                    waiting.Result.TrySetResult((true, null)); // where there is nothing to read from any more
            }
            catch (Exception fault) when (all.Length == 1)
            {
                all[0].Result.TrySetException(fault);
            }
            catch (Exception)
            {
                foreach (var waiting in all) // it may be the fault of one of them: each goes alone now
                    waiting.Result.TrySetResult((false, null));
            }
            finally
            {
                Ended(start, all.Length);
            }
        }

        private static Found Marked(Row marks, Row found, int column) => new([.. found.List(column)], marks.TextOrNull(1), marks.TextOrNull(2));

        private void Ended(long start, int count)
        {
            Waiting[] next = [];
            lock (_lock)
            {
                _ticks += ((reads.Since(start).Ticks / (double)(count * _running)) - _ticks) / 16;
                _running--;
                if (_waiting.Count > 0 && MayStart)
                {
                    next = new Waiting[Math.Min(_waiting.Count, MostTogether)];
                    for (var i = 0; i < next.Length; i++)
                        next[i] = _waiting.Dequeue();
                    _running++;
                }
            }
            if (next.Length > 0)
                _ = Together(next);
        }
    }

    private long Now => time.GetTimestamp();

    private TimeSpan Since(long start) => time.GetElapsedTime(start);

    private async ValueTask<Row?> Send(string cypher, Parameters parameters, CancellationToken cancellation) =>
        (await connection.Read(cypher, parameters, cancellation)).First;
}
