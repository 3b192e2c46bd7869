using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace Graph.Host;

/// <summary>A document that was parsed and kept to the limits, and what validation said of it.</summary>
internal sealed class CachedDocument(GraphQLDocument document)
{
    public GraphQLDocument Document { get; } = document;

    /// <summary>Null before the rules that depend on the document alone have run; none when it is valid.</summary>
    public IReadOnlyList<ExecutionError>? Verdict { get; set; }
}

/// <summary>Documents by their text, the least recently used dropped first, so that each distinct one is parsed and validated once. Safe for concurrent use.</summary>
internal sealed class DocumentCache(ApiOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Hash, CachedDocument Document)>> _byHash = [];
    private readonly LinkedList<(string Hash, CachedDocument Document)> _byUse = [];
    private readonly GraphQLDocumentBuilder _parser = new() { IgnoreComments = true, MaxDepth = 4 * options.MaxNesting };

    /// <summary>How many documents were parsed so far.</summary>
    public int Parsed { get; private set; }

    /// <summary>Throws <see cref="Core.LimitExceededException"/> or <see cref="SyntaxError"/>.</summary>
    public CachedDocument Get(string text)
    {
        DocumentScan.Check(text, options);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        lock (_lock)
        {
            if (_byHash.TryGetValue(hash, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Document;
            }
        }
        var document = _parser.Build(text);
        DocumentLimits.Check(document, options);
        return Add(hash, new CachedDocument(document));
    }

    private CachedDocument Add(string hash, CachedDocument document)
    {
        lock (_lock)
        {
            Parsed++;
            if (_byHash.TryGetValue(hash, out var known))
                return known.Value.Document;
            if (options.CachedDocuments == 0)
                return document;
            _byHash.Add(hash, _byUse.AddFirst((hash, document)));
            while (_byUse.Count > options.CachedDocuments)
            {
                _byHash.Remove(_byUse.Last!.Value.Hash);
                _byUse.RemoveLast();
            }
            return document;
        }
    }
}
