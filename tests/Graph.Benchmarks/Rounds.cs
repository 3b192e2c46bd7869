namespace Graph.Benchmarks;

/// <summary>Asks contestants the same questions in turn.</summary>
internal static class Rounds
{
    /// <summary>Rounds that count, and clients that ask at the same time.</summary>
    public const int Count = 3, Clients = 16;

    /// <summary>Requests a second, the median of the rounds, for each question by contestant.</summary>
    /// <remarks>A whole round over all questions goes before and does not count: a server that has just started, or has just been loaded, is slower than it will be.</remarks>
    public static async Task<double[][]> Medians(IReadOnlyList<Shape> questions, IReadOnlyList<Contestant> contestants, TimeSpan time)
    {
        var rates = questions.Select(_ => contestants.Select(_ => new List<double>()).ToArray()).ToArray();
        for (var round = 0; round <= Count; round++)
        {
            for (var question = 0; question < questions.Count; question++)
            {
                for (var i = 0; i < contestants.Count; i++)
                {
                    var rate = await contestants[i].Rate(questions[question], Clients, time);
                    if (round > 0)
                        rates[question][i].Add(rate);
                }
            }
        }
        return [.. rates.Select(q => q.Select(r => r.Order().ElementAt(Count / 2)).ToArray())];
    }
}
