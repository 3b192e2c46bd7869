using Graph.Core;

namespace Graph.SqliteStore;

/// <summary>Where and how the embedded store keeps its file.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>Path of the file; it and its folder are made when missing. Beside it SQLite keeps <c>-wal</c> and <c>-shm</c> files while the store is open.</summary>
    public required string File { get; init; }

    /// <summary>How long a write waits for another writer before it fails. 0 to 10 minutes; defaults to 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Page cache of each connection in MiB, 1 to 4096; defaults to 16. Nothing else is cached.</summary>
    public int CacheMegabytes { get; init; } = 16;

    /// <summary>How much of the file is read through a memory map, in MiB, 0 (none) to 65536; defaults to 2048.</summary>
    /// <remarks>Takes address space and the system's file cache, not the process's own memory.</remarks>
    public int MapMegabytes { get; init; } = 2048;

    /// <summary>Read connections kept open, 1 to 64; defaults to four for each processor, as threads that wait for a processor hold theirs. More readers at once open more and close them again.</summary>
    public int Readers { get; init; } = Math.Clamp(4 * Environment.ProcessorCount, 4, 64);

    /// <summary>Largest size of the file in MiB, beyond which writes fail as on a full disk; null, the default, for none.</summary>
    public int? MaxMegabytes { get; init; }

    /// <summary>What is wrong with the options, all of it; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. File.Length == 0 || File.Contains('\0', StringComparison.Ordinal) ? ["File: give a path"] : Array.Empty<string>(),
        .. Range(nameof(BusyTimeout), BusyTimeout.TotalSeconds, 0, 600),
        .. Range(nameof(CacheMegabytes), CacheMegabytes, 1, 4096),
        .. Range(nameof(MapMegabytes), MapMegabytes, 0, 65_536),
        .. Range(nameof(Readers), Readers, 1, 64),
        .. Range(nameof(MaxMegabytes), MaxMegabytes ?? 1, 1, int.MaxValue),
    ];

    internal SqliteStoreOptions Valid() => Faults() is { Count: > 0 } faults
        ? throw new BadInputException(string.Join("; ", faults), "Correct the store's options.")
        : this;

    private static IEnumerable<string> Range(string name, double value, double least, double most) =>
        value >= least && value <= most ? [] : [FormattableString.Invariant($"{name}: {value} is not in {least} to {most}")];
}
