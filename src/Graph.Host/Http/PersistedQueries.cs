using System.Security.Cryptography;
using System.Text;
using Graph.Core;

namespace Graph.Host;

/// <summary>A hash or id that no document is known by. The message is the one that Apollo's and urql's clients look for before they send
/// the document itself.</summary>
internal sealed class PersistedQueryNotFoundException() : GraphException(
    ErrorCode.PersistedQueryNotFound, "PersistedQueryNotFound",
    "Send the query itself together with its hash; an id has to be one of the trusted documents.");

/// <summary>Automatic persisted queries (https://www.apollographql.com/docs/apollo-server/performance/apq): documents that clients sent
/// with their SHA-256, the least recently used dropped first. Safe for concurrent use.</summary>
internal sealed class PersistedQueries(int capacity)
{
    /// <summary>UTF-16 units of all documents remembered.</summary>
    private const int MaxLength = 5_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Hash, string Text)>> _byHash = [];
    private readonly LinkedList<(string Hash, string Text)> _byUse = [];

    private int _length;

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The document of this hash; null when it is not known.</summary>
    public string? Find(string hash)
    {
        lock (_lock)
        {
            if (!_byHash.TryGetValue(hash, out var known))
                return null;
            _byUse.Remove(known);
            _byUse.AddFirst(known);
            return known.Value.Text;
        }
    }

    /// <summary>Remembers a document by its hash. Throws <see cref="BadRequestException"/> when it has another.</summary>
    public void Add(string hash, string text)
    {
        if (HashOf(text) != hash)
        {
            throw new BadRequestException("'extensions.persistedQuery.sha256Hash' is not the SHA-256 of 'query'.",
                "Send the lower-case hexadecimal SHA-256 of the query's UTF-8 text.");
        }
        lock (_lock)
        {
            if (capacity == 0 || _byHash.ContainsKey(hash))
                return;
            _byHash.Add(hash, _byUse.AddFirst((hash, text)));
            _length += text.Length;
            while (_byUse.Count > capacity || _length > MaxLength)
                DropLast();
        }
    }

    private void DropLast()
    {
        var (hash, text) = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _byHash.Remove(hash);
        _length -= text.Length;
    }
}
