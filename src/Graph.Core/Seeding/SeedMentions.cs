namespace Graph.Core;

/// <summary>Links the passages of a seed, and warns of names that tell nothing by themselves.</summary>
internal static class SeedMentions
{
    public static IReadOnlyList<Mention> Link(MentionLinker linker, Passage passage, SeedLine at, ProblemList problems)
    {
        var found = new List<Mention>();
        var told = new HashSet<string>();
        foreach (var (language, text) in passage.Texts)
        {
            var linked = linker.Link(text, passage.Chosen.Where(m => m.Language == language));
            found.AddRange(linked.Spans.Select(s => new Mention(passage.Id, language, s.Start, s.End, s.Entity)));
            foreach (var shared in linked.Shared.Where(s => told.Add(s.Text)))
                problems.Warn(at.File, at.Line,
                    $"'{shared.Text}' in passage {passage.Id.Number} is a name of {string.Join(" and ", shared.Entities)}, and links to none",
                    $"Say which: mentions: [{{text: {shared.Text}, entity: {shared.Entities[0]}}}].");
        }
        return found;
    }
}
