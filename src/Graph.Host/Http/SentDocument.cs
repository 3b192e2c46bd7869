using Microsoft.Extensions.Options;

namespace Graph.Host;

/// <summary>How a client names what it wants answered: a text, an id, a hash, or text and hash.</summary>
/// <param name="Text">The document itself; null when only an id or a hash is sent.</param>
/// <param name="Id">Of a trusted document.</param>
/// <param name="Hash">SHA-256 of an automatic persisted query.</param>
internal readonly record struct SentDocument(string? Text, string? Id, string? Hash);

/// <summary>Finds the text of what a client names, and refuses what may not be asked.</summary>
internal sealed class DocumentFinder
{
    private readonly HttpOptions _options;
    private readonly TrustedDocuments _trusted;
    private readonly PersistedQueries _persisted;

    public DocumentFinder(IOptions<HttpOptions> options)
    {
        _options = options.Value;
        _trusted = _options.TrustedDocuments is { } folder ? TrustedDocuments.Read(folder) : TrustedDocuments.None;
        _persisted = new PersistedQueries(_options.PersistedQueries);
    }

    /// <summary>The text to answer. Throws <see cref="PersistedQueryNotFoundException"/> or <see cref="BadRequestException"/>.</summary>
    public string Find(SentDocument sent) => sent switch
    {
        { Text: { } text } => Given(text, sent),
        { Id: { } id } => _trusted.Find(id) ?? throw new PersistedQueryNotFoundException(),
        { Hash: { } hash } => _trusted.Find(hash) ?? _persisted.Find(hash) ?? throw new PersistedQueryNotFoundException(),
        _ => throw new BadRequestException("There is no 'query'.", RequestReader.Shape),
    };

    private string Given(string text, SentDocument sent)
    {
        if (_options.TrustedDocumentsOnly)
            return _trusted.Contains(text) ? text : throw new BadRequestException(
                "Only trusted documents are answered here.", "Ask with the id of one of them.", StatusCodes.Status403Forbidden);
        if (sent.Hash is { } hash)
            _persisted.Add(hash, text);
        return text;
    }
}
