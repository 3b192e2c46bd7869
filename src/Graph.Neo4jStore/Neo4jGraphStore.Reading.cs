using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    // Waits of 2, 4, ... 128 ms: in all a quarter of a second.
    private const int MostReads = 8;

    // A commit that never ended, as its writer did, or that goes on for long: nobody waits for it twice.
    private volatile Tuple<string?, string?>? _passedOver;

    /// <summary>Reads in one statement; see the remarks on the class. A row that went while it was read has nulls.</summary>
    /// <param name="body">Reading clauses; they end where RETURN would stand.</param>
    private async ValueTask<IReadOnlyList<Row>> ReadWhole(string body, string columns, Parameters parameters, CancellationToken cancellation)
    {
        var cypher = $"CALL () {{ MATCH (w:_Meta {{name: 'commits'}}) RETURN w.done AS done }}\nCALL () {{\n{body} RETURN collect([{columns}]) AS found }}\n"
            + "CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }\nRETURN found, done, begun";
        Tuple<string?, string?>? before = null;
        for (var reads = 1; ; reads++)
        {
            var row = (await _connection.Read(cypher, parameters, cancellation)).First ?? throw MetaIsGone();
            var marks = Tuple.Create(row.TextOrNull(1), row.TextOrNull(2));
            if (marks.Item1 == marks.Item2 || marks.Equals(_passedOver))
                return [.. row.List(0)];
            if (reads == MostReads)
            {
                if (marks.Equals(before))
                    _passedOver = marks;
                return [.. row.List(0)];
            }
            before = marks;
            await Task.Delay(TimeSpan.FromMilliseconds(1 << reads), _time, cancellation);
        }
    }
}
