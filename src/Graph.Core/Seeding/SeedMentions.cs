namespace Graph.Core;

/// <summary>Links the passages of a seed, and warns of names that tell nothing by themselves.</summary>
internal static class SeedMentions
{
    public static IReadOnlyList<Mention> Link(MentionLinker linker, SeedPassage passage, ProblemList problems)
    {
        var found = new List<Mention>();
        var told = new HashSet<string>();
        foreach (var (language, text) in passage.Passage.Texts)
        {
            var linked = linker.Link(text, passage.Mentions.Where(m => m.Language == language));
            found.AddRange(linked.Spans.Select(s => new Mention(passage.Passage.Id, language, s.Start, s.End, s.Entity)));
            foreach (var shared in linked.Shared.Where(s => told.Add(s.Text)))
                problems.Warn(passage.At.File, passage.At.Line, $"'{shared.Text}' in passage {passage.Passage.Id.Number} is a name of {string.Join(" and ", shared.Entities)}, and links to none", $"Say which: mentions: [{{text: {shared.Text}, entity: {shared.Entities[0]}}}].");
        }
        return found;
    }
}
