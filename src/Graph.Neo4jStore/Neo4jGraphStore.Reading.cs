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
        Tuple<string?, string?>? before = null;
        for (var reads = 1; ; reads++)
        {
            var found = await _reads.Read(body, columns, parameters, cancellation) ?? throw MetaIsGone();
            var marks = Tuple.Create(found.Done, found.Begun);
            if (marks.Item1 == marks.Item2 || marks.Equals(_passedOver))
                return found.Rows;
            if (reads == MostReads)
            {
                if (marks.Equals(before))
                    _passedOver = marks;
                return found.Rows;
            }
            before = marks;
            await Task.Delay(TimeSpan.FromMilliseconds(1 << reads), _time, cancellation);
        }
    }
}
