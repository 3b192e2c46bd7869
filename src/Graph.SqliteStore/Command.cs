using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Graph.SqliteStore;

/// <summary>A prepared statement. Disposing resets it for the next use; columns count from 0, parameters from 1.</summary>
internal sealed class Command(Connection connection, sqlite3_stmt handle, string sql) : IDisposable
{
    private const int StackBytes = 512;

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw connection.Failure(code, sql),
        };
    }

    /// <summary>Runs a statement that gives no rows, and resets it.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            raw.sqlite3_reset(handle);
        }
    }

    /// <summary>Binds parameters from ?1 on. Arguments behind the last parameter that the text uses are of no use, and left.</summary>
    public void Bind(IReadOnlyList<object?> arguments)
    {
        var count = Math.Min(arguments.Count, raw.sqlite3_bind_parameter_count(handle));
        for (var i = 0; i < count; i++)
        {
            switch (arguments[i])
            {
                case null: raw.sqlite3_bind_null(handle, i + 1); break;
                case string text: Bind(i + 1, text); break;
                case long number: Bind(i + 1, number); break;
                case var other: throw new ArgumentException($"Cannot bind a {other.GetType()}.", nameof(arguments));
            }
        }
    }

    public void Bind(int parameter, long value) => raw.sqlite3_bind_int64(handle, parameter, value);

    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(handle, parameter);
            return;
        }
        if (value.Length == 0)
        {
            raw.sqlite3_bind_text(handle, parameter, ""); // an empty span would bind NULL
            return;
        }
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = size > StackBytes ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = rented ?? stackalloc byte[StackBytes];
        var code = raw.sqlite3_bind_text(handle, parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        if (code != raw.SQLITE_OK)
            throw connection.Failure(code, sql);
    }

    public long Integer(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>The text, U+0000 in it included.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The text's UTF-8, until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => raw.sqlite3_reset(handle);

    public void Finish() => handle.Dispose();
}
