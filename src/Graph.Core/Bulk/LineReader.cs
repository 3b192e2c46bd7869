using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace Graph.Core;

/// <summary>A line of a file, without its end.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
/// <param name="IsCut">Whether the file ends with it, without a line's end.</param>
internal readonly record struct RawLine(int Number, ReadOnlyMemory<byte> Bytes, string? Fault, bool IsCut);

/// <summary>Reads the lines of a file, plain or gzipped, one after the other in little memory.</summary>
internal sealed class LineReader : IDisposable
{
    private const int FirstBuffer = 1 << 20;

    private readonly FileStream _file;
    private readonly Stream _text;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public LineReader(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var zipped = _file.ReadByte() == 0x1f && _file.ReadByte() == 0x8b;
        _file.Position = 0;
        _text = zipped ? new GZipStream(_file, CompressionMode.Decompress) : _file;
    }

    /// <summary>Of the file, for progress.</summary>
    public long BytesRead => _file.Position;

    public long Length => _file.Length;

    /// <summary>Why reading stopped before the end; null when it did not.</summary>
    public string? Broken { get; private set; }

    /// <summary>Lower-case hex of the SHA-256 of all text that was read.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>All lines. The bytes of one are overwritten by the next.</summary>
    public IEnumerable<RawLine> Lines()
    {
        for (var number = 1; ; number++)
        {
            var length = NextLine(out var tooLong);
            if (length < 0)
                yield break;
            var bytes = _buffer.AsMemory(_start, length);
            var fault = tooLong ? $"the line is longer than {BulkFormat.MostInLine / 1024 / 1024} MB"
                : Utf8.IsValid(bytes.Span) ? null : "the line is not UTF-8";
            var isCut = _start + length == _end;
            _start = Math.Min(_end, _start + length + 1);
            yield return new RawLine(number, number == 1 ? WithoutMark(bytes) : bytes, fault, isCut);
        }
    }

    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
        _hash.Dispose();
    }

    // Where the line ends, seen from _start; -1 at the end. What is too long is passed over without keeping it.
    private int NextLine(out bool tooLong)
    {
        tooLong = false;
        for (var searched = 0; ;)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                tooLong |= searched + found > BulkFormat.MostInLine;
                return searched + found;
            }
            searched = _end - _start;
            if (searched > BulkFormat.MostInLine)
            {
                tooLong = true;
                (_start, _end, searched) = (0, 0, 0);
            }
            if (!Fill())
                return _end > _start || tooLong ? _end - _start : -1;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = Read(_buffer.AsSpan(_end));
        _hash.AppendData(_buffer, _end, read);
        _end += read;
        return read > 0;
    }

    private int Read(Span<byte> into)
    {
        try
        {
            return _text.Read(into);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            Broken = fault.Message.TrimEnd('.');
            return 0;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
