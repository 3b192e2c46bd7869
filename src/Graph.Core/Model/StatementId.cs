namespace Graph.Core;

/// <summary>A statement's id: <c>r_TYPE.HASH</c> or <c>o_METRIC.HASH</c>. Ids order by form, type, then hash, as their text does by UTF-8 bytes.</summary>
public readonly record struct StatementId : IComparable<StatementId>
{
    /// <summary>Lower-case base32hex characters of the 16 bytes of the hash.</summary>
    public const int HashLength = 26;

    private readonly string? _text;

    private StatementId(string text) => _text = text;

    public StatementForm Form => Text[0] == 'r' ? StatementForm.Relationship : StatementForm.Observation;

    public string Type => Text[2..^(HashLength + 1)];

    public string Hash => Text[^HashLength..];

    private string Text => _text ?? throw new InvalidOperationException("The default of StatementId is no id.");

    public static StatementId Of(StatementForm form, string type, ReadOnlySpan<byte> hash) =>
        new($"{(form == StatementForm.Relationship ? 'r' : 'o')}_{type}.{Base32Hex.Encode(hash)}");

    public static StatementId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a statement's id.");

    public static bool TryParse(string text, out StatementId id)
    {
        id = default;
        var dot = text.Length - HashLength - 1;
        if (dot < 3 || text[0] is not ('r' or 'o') || text[1] != '_' || text[dot] != '.' || !text.AsSpan(dot + 1).TrimStart(Base32Hex.Alphabet).IsEmpty)
            return false;
        if (!char.IsAsciiLetterUpper(text[2]) || text.AsSpan(2, dot - 2).ContainsAnyExcept(TypeCharacters))
            return false;
        id = new StatementId(text);
        return true;
    }

    public int CompareTo(StatementId other) => string.CompareOrdinal(Text, other.Text); // ASCII, so the same as by bytes

    public static bool operator <(StatementId left, StatementId right) => left.CompareTo(right) < 0;

    public static bool operator >(StatementId left, StatementId right) => left.CompareTo(right) > 0;

    public static bool operator <=(StatementId left, StatementId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StatementId left, StatementId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;

    private static readonly System.Buffers.SearchValues<char> TypeCharacters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}

/// <summary>Base32 with the extended hex alphabet in lower case and without padding (RFC 4648, section 7): it keeps the order of the bytes.</summary>
internal static class Base32Hex
{
    public const string Alphabet = "0123456789abcdefghijklmnopqrstuv";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> result = stackalloc char[((bytes.Length * 8) + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
                result[at++] = Alphabet[(buffer >> (bits - 5)) & 31];
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            result[at] = Alphabet[(buffer << (5 - bits)) & 31];
        return new string(result);
    }
}
