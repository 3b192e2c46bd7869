using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

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
    /// <summary>UTF-16 units of all documents remembered; parsed, they take some fifty times as many bytes.</summary>
    private const int MaxLength = 1_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byHash = [];
    private readonly LinkedList<Entry> _byUse = [];
    private readonly GraphQLDocumentBuilder _parser = new() { IgnoreComments = true, MaxDepth = 4 * options.MaxNesting };

    private int _length;

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
        var document = Parse(text);
        DocumentLimits.Check(document, options);
        return Add(new Entry(hash, text.Length, new CachedDocument(document)));
    }

    private GraphQLDocument Parse(string text)
    {
        var broken = ShortLines.Of(text);
        try
        {
            var document = _parser.Build(broken);
            document.Source = text;
            return document;
        }
        catch (SyntaxError e) when (!ReferenceEquals(broken, text) && e.InnerException is GraphQLParserException fault)
        {
            var (line, column) = ShortLines.Original(text, broken, fault.Location.Line, fault.Location.Column);
            e.Locations![0] = new GraphQLParser.Location(line, column);
            throw;
        }
    }

    private CachedDocument Add(Entry entry)
    {
        lock (_lock)
        {
            Parsed++;
            if (_byHash.TryGetValue(entry.Hash, out var known))
                return known.Value.Document;
            _byHash.Add(entry.Hash, _byUse.AddFirst(entry));
            _length += entry.Length;
            while (_byUse.Count > options.CachedDocuments || _length > MaxLength)
                DropLast();
            return entry.Document;
        }
    }

    private void DropLast()
    {
        var last = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _byHash.Remove(last.Hash);
        _length -= last.Length;
    }

    private readonly record struct Entry(string Hash, int Length, CachedDocument Document);
}
