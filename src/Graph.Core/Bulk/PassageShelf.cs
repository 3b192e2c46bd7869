using System.Text;
using System.Text.Json;

namespace Graph.Core;

/// <summary>Passages put aside in a temporary file, so that quotes can be held to their texts whatever their number.</summary>
internal sealed class PassageShelf : IDisposable
{
    private const int Kept = 4096, MostBytes = 16 * 1024 * 1024; // passages in memory, and bytes of their texts

    private readonly KeyMap _numbers = new();
    private readonly List<(long Start, int Length)> _places = [];
    private readonly (string Id, Passage Passage)[] _recent = new (string, Passage)[Kept];
    private readonly FileStream _file = new(Path.Combine(Path.GetTempPath(), $"graph-{Guid.NewGuid():N}.tmp"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 16 });

    private long _end;
    private int _bytes; // read since the memory was last emptied
    private bool _isFlushed;

    /// <summary>False when there is one of this id.</summary>
    public bool TryAdd(Passage passage)
    {
        if (!_numbers.TryAdd(passage.Id.ToString(), _places.Count))
            return false;
        var bytes = Encoding.UTF8.GetBytes(CanonicalJson.Of(passage));
        _places.Add((_end, bytes.Length));
        _file.Write(bytes);
        _end += bytes.Length;
        _isFlushed = false;
        return true;
    }

    public Passage? Find(PassageId passage)
    {
        var id = passage.ToString();
        if (_numbers.Find(id) is not { } number)
            return null;
        ref var recent = ref _recent[number % Kept];
        if (recent.Id == id)
            return recent.Passage;
        var (start, length) = _places[number];
        var bytes = new byte[length];
        if (!_isFlushed)
            _file.Flush();
        _isFlushed = true;
        Fill(bytes, start);
        using var json = JsonDocument.Parse(bytes);
        var found = CanonicalJson.ReadPassage(json.RootElement);
        if (_bytes + (long)length > MostBytes)
        {
            Array.Clear(_recent);
            _bytes = 0;
        }
        if (length > MostBytes)
            return found;
        _bytes += length;
        recent = (id, found);
        return found;
    }

    public void Dispose() => _file.Dispose();

    private void Fill(Span<byte> bytes, long start)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(_file.SafeFileHandle, bytes[done..], start + done);
            if (read == 0)
                throw new EndOfStreamException("A temporary file is shorter than what was written to it.");
            done += read;
        }
    }
}
