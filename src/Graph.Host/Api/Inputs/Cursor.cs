using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Graph.Core;

namespace Graph.Host;

/// <summary>A place in an order: base64url of a mark (over field, filter and order) and the row's sort key. It names no row number, so it stands while rows come and go.</summary>
internal static class Cursor
{
    private const int MarkLength = 8;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(string mark, string key)
    {
        var bytes = new byte[MarkLength + Encoding.UTF8.GetByteCount(key)];
        Convert.FromHexString(mark, bytes, out _, out _);
        Encoding.UTF8.GetBytes(key, bytes.AsSpan(MarkLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The sort key in a cursor. Throws <see cref="BadCursorException"/> when it bears another mark, or is no cursor.</summary>
    public static string Key(string cursor, string mark, string argument)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(cursor);
            if (bytes.Length > MarkLength && Convert.ToHexString(bytes.AsSpan(0, MarkLength)) == mark)
                return Strict.GetString(bytes.AsSpan(MarkLength));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // No cursor of ours: the same answer as for a foreign one.
        }
        throw new BadCursorException(argument);
    }

    /// <summary>The mark of all cursors of one field, filter and order, as hex.</summary>
    public static string Mark(string scope, SortBy by, bool descending, InputObject? where)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{scope}\n{by} {descending}\n");
        Append(text, where?.Members);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, MarkLength));
    }

    // The same filter gives the same text, however it was sent: members by name, nulls left out.
    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case IDictionary<string, object?> members:
                text.Append('{');
                foreach (var (name, member) in members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal))
                    Append(text.Append(name).Append(':'), member);
                text.Append('}');
                break;
            case string s:
                text.Append(CultureInfo.InvariantCulture, $"{s.Length}\"{s},");
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                    Append(text, item);
                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value},");
                break;
        }
    }
}
