using Graph.Core;
using SQLitePCL;

namespace Graph.SqliteStore;

/// <summary>SQLite's result codes as the errors that callers know. The one place that translates them, and the one place of these messages.</summary>
/// <remarks>Codes: https://sqlite.org/rescode.html</remarks>
internal static class SqliteFailure
{
    private const int ForeignKey = 787; // SQLITE_CONSTRAINT_FOREIGNKEY

    public static Exception Of(int code, string detail, string file, string? sql, CancellationToken cancellation) => (code & 0xff) switch
    {
        raw.SQLITE_INTERRUPT => new OperationCanceledException(cancellation),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy(file),
        raw.SQLITE_CONSTRAINT => code == ForeignKey
            ? BrokenReference()
            : new ConflictException($"The change adds what is there already ({detail}).", "Read the store again and make the change anew."),
        raw.SQLITE_NOTADB => NotOurs(file),
        raw.SQLITE_CORRUPT => Permanent($"'{file}' is damaged ({detail}).", "Restore it from a copy, or move it away and import the seed anew.", code),
        raw.SQLITE_FULL => Permanent($"There is no room left to write '{file}'; nothing of the change was kept.", "Free space on the disk or allow a larger file, then try again.", code),
        raw.SQLITE_READONLY => ReadOnly(file),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => Permanent($"'{file}' cannot be opened ({detail}).", "Check the path and the rights to file and folder.", code),
        raw.SQLITE_IOERR => new StoreUnavailableException($"'{file}' cannot be read or written ({detail}).", "Check the disk, then try again.", isTransient: true, new SqliteCode(code)),
        raw.SQLITE_NOMEM => new StoreUnavailableException("There is no memory left for the store.", "Try again when less is going on.", isTransient: true, new SqliteCode(code)),
        raw.SQLITE_TOOBIG => Permanent("A text is too large for the store (1 GB).", "Write less at once, or record counts only.", code),
        _ => new InvalidOperationException($"SQLite says '{detail}' ({code}) to: {sql}"),
    };

    public static ConflictException BrokenReference() =>
        new("Something that the change names does not exist, or something that it removes is still named.", "Read the store again and make the change anew.");

    public static StoreUnavailableException Busy(string file) => new($"Another writer holds '{file}'.", "Try again when it has finished.", isTransient: true);

    public static StoreUnavailableException NotOurs(string file) =>
        new($"'{file}' is not a graph store.", "Choose another file; this one was left as it is.", isTransient: false);

    public static StoreUnavailableException Newer(string file, long format) =>
        new($"'{file}' has format {format}; this program knows formats up to {Schema.Format}.", "Use the newer program that wrote it.", isTransient: false);

    public static StoreUnavailableException ReadOnly(string file) =>
        new($"'{file}' cannot be written.", "Give the program the right to write the file and its folder.", isTransient: false);

    public static StoreUnavailableException Folder(string file) => new($"'{file}' is a folder.", "Name a file.", isTransient: false);

    public static StoreUnavailableException NoFolder(string file, Exception inner) =>
        new($"The folder of '{file}' cannot be made: {inner.Message}", "Choose another path.", isTransient: false, inner);

    private static StoreUnavailableException Permanent(string message, string hint, int code) => new(message, hint, isTransient: false, new SqliteCode(code));
}

/// <summary>SQLite's extended result code, kept for logs as the inner exception.</summary>
internal sealed class SqliteCode(int code) : Exception(FormattableString.Invariant($"SQLite result code {code}"))
{
    public int Code { get; } = code;
}
