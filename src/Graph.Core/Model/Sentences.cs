namespace Graph.Core;

/// <summary>Any statement as a sentence in any language: the ontology's template filled, with the denial, hedge, speaker, status and narrowing that belong to it.</summary>
/// <remarks>
/// A hedge that can lead the sentence does ("据说，..."), another is quoted behind it; hearsay without words of its own gets the engine's. Qualifiers and dates that the template does not show stand behind
/// the sentence in brackets, with the mark of what is not simply said (calculated, implied, planned, possible, an opinion) unless the hedge says it, and that the text's list is open. The words of a validity
/// stand there when a date is missing that they may tell. The sentence ends without a full stop.
/// </remarks>
public static class Sentences
{
    /// <summary>The sentence.</summary>
    /// <param name="nameOf">An entity's name in the language, by key.</param>
    /// <param name="fromTarget">As seen from a relationship's target; no difference for observations.</param>
    public static string Of(Statement statement, string language, Ontology ontology, Func<string, string> nameOf, bool fromTarget = false) =>
        new Writer(statement, language, ontology, nameOf, fromTarget).Sentence();

    /// <summary>Several sentences as one text, parted as the language does it.</summary>
    public static string Joined(IReadOnlyList<string> sentences, string language) => string.Join(EngineWords.For(language).NoteSeparator, sentences);

    private sealed class Writer(Statement statement, string language, Ontology ontology, Func<string, string> nameOf, bool fromTarget)
    {
        private readonly EngineWords _words = EngineWords.For(language);
        private readonly List<string> _notes = [];

        private string? Hedge => statement.Hedge?.In(language);

        public string Sentence()
        {
            var (template, denies) = Template();
            var shown = SentenceTemplate.Shown(template, Value).ToHashSet();
            var text = SentenceTemplate.Fill(template, Value);
            if (statement.Polarity == Polarity.Negated && !denies)
                text = ValueText.Format(_words.Denied, text);
            AddNotes(shown);
            text = WithNotes(text, template);
            var hedge = LeadingHedge();
            if (hedge is not null)
                text = ValueText.Format(_words.Hedged, hedge, text);
            if (Speaker() is { } speaker && hedge?.Contains(speaker, StringComparison.OrdinalIgnoreCase) != true)
                text = ValueText.Format(_words.Said, speaker, text);
            return Begun(text);
        }

        // "..." in brackets; in those with which the template itself ends, when it does.
        private string WithNotes(string text, string template)
        {
            if (_notes.Count == 0)
                return text;
            var (notes, close) = (string.Join(_words.NoteSeparator, _notes), _words.Note[^1]);
            return text.EndsWith(close) && template.EndsWith($"{close}]", StringComparison.Ordinal) ? text[..^1] + _words.NoteSeparator + notes + close : text + ValueText.Format(_words.Note, notes);
        }

        private string? Speaker() => statement.Speaker is not { } speaker ? null : speaker.Entity is { } key ? nameOf(key) : speaker.Text!.Best(language, ontology.Languages);

        private (string Text, bool Denies) Template()
        {
            var denied = statement.Polarity == Polarity.Negated;
            if (statement is Observation)
                return (ontology.FindMetric(statement.Type)!.Sentence.Best(language, ontology.Languages), false);
            var type = ontology.FindType(statement.Type)!;
            var (wording, other) = fromTarget ? (type.In, type.Out) : (type.Out, type.In);
            var text = denied ? wording.Denial ?? other.Denial : null;
            return ((text ?? wording.Sentence).Best(language, ontology.Languages), text is not null);
        }

        // What a template may ask for; null leaves its bracket out.
        private string? Value(string placeholder) => (placeholder, statement) switch
        {
            ("source", Relationship r) => nameOf(IsSwapped(r) ? r.Target : r.Source),
            ("target", Relationship r) => nameOf(IsSwapped(r) ? r.Source : r.Target),
            ("from", Relationship r) => r.Validity?.From is { } from ? ValueText.Of(from, language) : null,
            ("to", Relationship r) => r.Validity?.To is { } to ? ValueText.Of(to, language) : null,
            ("entity", Observation o) => nameOf(o.Entity),
            ("value", Observation o) => ValueText.Of(o.Value, language, ontology, nameOf),
            ("period", Observation o) => o.Period is { } period && FitsTemplate(period) ? PeriodText(period) : null,
            _ => statement.QualifierValue(placeholder) is { } value ? ValueText.Of(value, language, ontology, nameOf) : null,
        };

        // A symmetric type has one wording for both ends.
        private bool IsSwapped(Relationship relationship) => fromTarget && ontology.IsSymmetric(relationship.Type);

        private bool FitsTemplate(Period period) => _words.AnyPeriodFits
            || (period is { From: { Precision: not DatePrecision.Day }, To: { Precision: not DatePrecision.Day } } && period.Role is PeriodRole.At or PeriodRole.During);

        // Dates before words: "last year" is no help once the article is old.
        private string PeriodText(Period period) => period.IsDated ? ValueText.OfDates(period, language) : ValueText.Of(period, language, ontology);

        private void AddNotes(HashSet<string> shown)
        {
            AddDates(shown);
            foreach (var qualifier in statement.Qualifiers.Where(q => !shown.Contains(q.Key)))
            {
                var label = ontology.FindQualifier(qualifier.Key)?.Label.Best(language, ontology.Languages) ?? qualifier.Key;
                _notes.Add(ValueText.Format(_words.Labelled, label, ValueText.Of(qualifier.Value, language, ontology, nameOf)));
            }
            if (statement.AmongOthers)
                _notes.Add(_words.AmongOthers);
            if (_words.Statuses.TryGetValue(statement.Status, out var status) && (Hedge is null || !status.SaidBy.IsMatch(Hedge)))
                _notes.Add(status.Mark);
            if (Hedge is { } hedge && LeadingHedge() is null)
                _notes.Add(ValueText.Format(_words.Quoted, hedge));
        }

        private void AddDates(HashSet<string> shown)
        {
            if (statement.When is not { } period || shown.Contains("period"))
                return;
            var (from, to) = (shown.Contains("from") ? null : period.From, shown.Contains("to") ? null : period.To);
            if (from == period.From && to == period.To)
                _notes.Add(PeriodText(period));
            else if (from is not null || to is not null)
                _notes.Add(ValueText.OfDates(Period.Of(period.Role, from, to), language));
            if (WordsOfOpenEnd(period) is { } words)
                _notes.Add(ValueText.Format(_words.Quoted, words));
        }

        // "until her death" says what no date does; words that name the year say nothing more than it.
        private string? WordsOfOpenEnd(Period period) =>
            statement is Relationship && (period.From is null) != (period.To is null) && period.Text?.In(language) is { } words
                && !words.Contains(ValueText.Year((period.From ?? period.To)!.Value), StringComparison.Ordinal) ? words : null;

        private string? LeadingHedge() => Hedge is { } hedge ? _words.LeadingHedge.IsMatch(hedge) ? hedge : null
            : statement is { Status: Status.Reported, Speaker: null } ? _words.Reportedly : null;

        // A first word with a capital inside, such as iPhone, is written as it is.
        private string Begun(string text) =>
            _words.Capitals && !text.TakeWhile(c => c != ' ').Any(char.IsUpper) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}
