using System.Collections.Concurrent;
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

    /// <summary>Its operations, compiled; by name, the empty one for what is asked for without.</summary>
    public ConcurrentDictionary<string, CompiledOperation> Operations { get; } = new();
}

/// <summary>Documents by their text, the least recently used dropped first, so that each distinct one is parsed and validated once. Safe for concurrent use.</summary>
internal sealed class DocumentCache(ApiOptions options)
{
    /// <summary>UTF-16 units of all documents remembered; parsed, they take some fifty times as many bytes.</summary>
    private const int MaxLength = 1_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = [];
    private readonly GraphQLDocumentBuilder _parser = new() { IgnoreComments = true, MaxDepth = 4 * options.MaxNesting };

    private int _length;

    /// <summary>How many documents were parsed so far.</summary>
    public int Parsed { get; private set; }

    /// <summary>Throws <see cref="Core.LimitExceededException"/> or <see cref="SyntaxError"/>.</summary>
    public CachedDocument Get(string text)
    {
        lock (_lock)
        {
            if (_byText.TryGetValue(text, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Document;
            }
        }
        DocumentScan.Check(text, options);
        var document = Parse(text);
        DocumentLimits.Check(document, options);
        return Add(new Entry(text, new CachedDocument(document)));
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
            if (_byText.TryGetValue(entry.Text, out var known))
                return known.Value.Document;
            _byText.Add(entry.Text, _byUse.AddFirst(entry));
            _length += entry.Text.Length;
            while (_byUse.Count > options.CachedDocuments || _length > MaxLength)
                DropLast();
            return entry.Document;
        }
    }

    private void DropLast()
    {
        var last = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _byText.Remove(last.Text);
        _length -= last.Text.Length;
    }

    private readonly record struct Entry(string Text, CachedDocument Document);
}
