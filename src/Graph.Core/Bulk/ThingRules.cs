namespace Graph.Core;

/// <summary>What is wrong with an article, passage or entity by itself, held against the ontology.</summary>
internal static class ThingRules
{
    public static IEnumerable<(string Message, string Remedy)> Of(Article article, Ontology ontology)
    {
        if (!KeyForm.IsKey(article.Key) || article.Key == Sources.Api)
            yield return ($"'{Shown(article.Key)}' is no key of an article", KeyForm.Remedy);
        if (!ontology.Languages.Contains(article.Language))
            yield return OtherLanguage(article.Language, ontology);
        if (article.Url is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
            yield return ($"'url' is '{Shown(url)}', not a web address", "Write it in full: https://...");
        foreach (var fault in Texts(article.Title, ontology))
            yield return fault;
    }

    public static IEnumerable<(string Message, string Remedy)> Of(Passage passage, Ontology ontology)
    {
        if (passage.Id.Number > PassageId.MaxNumber)
            yield return ($"the passage's number is {passage.Id.Number}", $"At most {PassageId.MaxNumber}.");
        if (passage.Sha256 is { } hash && (hash.Length != 64 || hash.Any(c => !char.IsAsciiHexDigitLower(c) && !char.IsAsciiDigit(c))))
            yield return ("'sha256' is not 64 hexadecimal digits", "Take it from: printf %s \"the paragraph\" | sha256sum.");
        foreach (var fault in Texts(passage.Texts, ontology))
            yield return fault;
        foreach (var (language, text) in passage.Texts.Where(t => t.Value.Length > Passage.MaxLength))
            yield return ($"the text in '{language}' has {text.Length} characters, at most {Passage.MaxLength} are read",
                "Make several passages of it.");
        foreach (var chosen in passage.Chosen)
        {
            if (passage.Texts.In(chosen.Language) is not { } text || chosen.Start < 0 || chosen.Start >= chosen.End
                || chosen.End > text.Length)
                yield return ($"'chosen' names the place {chosen.Start} to {chosen.End}, which the text in '{chosen.Language}' does not have", "Correct the offsets.");
        }
    }

    /// <param name="isArticle">Whether there is such an article.</param>
    public static IEnumerable<(string Message, string Remedy)> Of(Entity entity, Ontology ontology, Func<string, bool> isArticle)
    {
        if (!KeyForm.IsKey(entity.Key))
            yield return ($"'{Shown(entity.Key)}' is no key", KeyForm.Remedy);
        if (ontology.FindKind(entity.Kind) is not { } kind)
            yield return ($"the kind '{Shown(entity.Kind)}' is not in the ontology", "Write one of its kinds, or add it there.");
        else if (kind.IsAbstract)
            yield return ($"the kind '{kind.Name}' covers others, so that no entity is directly of it",
                $"Write one of {string.Join(", ", kind.Children)}.");
        if (entity.Declarations.DistinctBy(d => d.Source).Count() < entity.Declarations.Count)
            yield return ("a source declares it twice", "Unite its declarations.");
        foreach (var declaration in entity.Declarations)
        {
            if (declaration.Source != Sources.Api && !isArticle(declaration.Source))
                yield return ($"the source '{Shown(declaration.Source)}' is no article above",
                    $"Give its article first, or write '{Sources.Api}'.");
            foreach (var fault in declaration.Names.SelectMany(n => Of(n, ontology)).Concat(Texts(declaration.Summary, ontology))
                .Concat(declaration.Identifiers.SelectMany(i => OfIdentifier(i.Key, i.Value))))
                yield return fault;
        }
    }

    /// <summary>Languages that the ontology does not have.</summary>
    public static IEnumerable<(string Message, string Remedy)> Texts(LocalText? text, Ontology ontology) =>
        text is null ? [] : text.Where(t => !ontology.Languages.Contains(t.Key)).Select(t => OtherLanguage(t.Key, ontology));

    public static string Shown(string text) => QuoteFinder.Shown(text);

    private static IEnumerable<(string Message, string Remedy)> OfIdentifier(string scheme, string value)
    {
        if (!IdentifierForm.IsScheme(scheme))
            yield return ($"'{Shown(scheme)}' is no name of an identifier scheme", IdentifierForm.SchemeRemedy);
        else if (!IdentifierForm.IsValue(value))
            yield return ($"the identifier '{scheme}' has {value.Length} characters, from 1 to {IdentifierForm.MaxLength} are allowed",
                IdentifierForm.ValueRemedy);
    }

    private static IEnumerable<(string Message, string Remedy)> Of(EntityName name, Ontology ontology)
    {
        if (name.Text.Length is 0 or > EntityName.MaxLength)
            yield return ($"a name has {name.Text.Length} characters", $"From 1 to {EntityName.MaxLength} are allowed.");
        else if (name.Text.AsSpan().ContainsAny('\n', '\r', '\t') || char.IsWhiteSpace(name.Text[0]) || char.IsWhiteSpace(name.Text[^1]))
            yield return ($"the name '{Shown(name.Text)}' has white space around it, or several lines", "Trim it.");
        if (!ontology.Languages.Contains(name.Language))
            yield return OtherLanguage(name.Language, ontology);
    }

    private static (string Message, string Remedy) OtherLanguage(string language, Ontology ontology) =>
        ($"the language '{Shown(language)}' is not in the ontology", $"Write one of {string.Join(", ", ontology.Languages)}.");
}
