using System.Diagnostics;
using Xunit;

namespace Graph.StoreTests;

/// <summary>Faults done to the real process and its file: what was acknowledged is there, what was not is absent, and what is broken is said.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private const int People = 300, Relationships = 8_000;

    private readonly GraphProcess _graph = new();

    [Fact]
    public async Task An_import_that_is_killed_is_whole_or_absent()
    {
        Done(_graph.Run("import", _graph.WriteBulk("first", 3, 2)));
        var before = await Whole(_graph.Database);
        var file = _graph.WriteBulk("second", People, Relationships);
        var whole = Count(before) + 1 + 1 + People + Relationships;
        var undisturbed = Stopwatch.StartNew();
        Done(_graph.Run("import", file, "--file", _graph.In("elsewhere.db")));
        undisturbed.Stop();
        foreach (var part in new[] { 0.5, 0.7, 0.9 })
        {
            using var process = _graph.Start("import", file);
            process.WaitForExit(undisturbed.Elapsed * part);
            process.Kill(); // SIGKILL
            process.WaitForExit();
            var after = await Whole(_graph.Database);
            Assert.True(after == before || Count(after) == whole, "It is there in part.");
        }
        Done(_graph.Run("import", file));
        Assert.Equal(whole, Count(await Whole(_graph.Database)));
    }

    [Fact]
    public async Task A_full_disk_ends_an_import_clearly_and_keeps_what_was_there()
    {
        var disk = Directory.CreateDirectory(_graph.In("disk")).FullName;
        Assert.SkipWhen(Shell($"mount -t tmpfs -o size=3m tmpfs '{disk}'") != 0, "This user may not mount a small disk.");
        try
        {
            string[] here = ["--file", Path.Combine(disk, "small.db")];
            Done(_graph.Run(["import", _graph.WriteBulk("first", 3, 2), .. here]));
            var before = await Whole(here[1]);
            var full = _graph.Run(["import", _graph.WriteBulk("second", People, Relationships), .. here]);
            Assert.Equal(1, full.Code);
            Assert.Contains("no room left", full.Errors, StringComparison.Ordinal);
            Assert.Equal(before, await Whole(here[1]));
            await File.WriteAllBytesAsync(Path.Combine(disk, "ballast"), new byte[1_500_000], TestContext.Current.CancellationToken);
            var export = _graph.Run(["export", Path.Combine(disk, "export.jsonl"), "--file", Filled()]);
            Assert.Equal(1, export.Code);
            Assert.Contains("cannot be written", export.Errors, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(disk, "export*"));
        }
        finally
        {
            Shell($"umount '{disk}'");
        }
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("a page of zeros")]
    [InlineData("garbage")]
    public void A_damaged_file_is_said_to_be(string how)
    {
        var file = Filled();
        using (var stream = new FileStream(file, FileMode.Open))
        {
            var page = 8192 * (stream.Length / 8192 / 2);
            if (how == "truncated")
                stream.SetLength(page);
            else
            {
                stream.Position = page;
                var damage = new byte[8192 * 3];
                if (how == "garbage")
                    new Random(1).NextBytes(damage);
                stream.Write(damage);
            }
        }
        var check = _graph.Run("check", "--store", "--file", file);
        Assert.Equal(1, check.Code);
        Assert.NotEmpty(check.Errors);
        Assert.DoesNotContain("   at ", check.Errors, StringComparison.Ordinal); // no stack
        var export = _graph.Run("export", "--file", file);
        Assert.DoesNotContain("Unhandled", export.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_into_one_file_both_succeed_or_one_says_why_not()
    {
        Done(_graph.Run("import", _graph.WriteBulk("zero", 3, 2)));
        string[] names = ["one", "two"];
        var processes = names.Select(n => _graph.Start("import", _graph.WriteBulk(n, People, 3000))).ToArray();
        var results = processes.Select(GraphProcess.End).ToArray();
        foreach (var process in processes)
            process.Dispose();
        var text = await Whole(_graph.Database);
        foreach (var (name, result) in names.Zip(results))
        {
            Assert.Equal(result.Code == 0, text.Contains($"\"{name}-7\"", StringComparison.Ordinal));
            Assert.True(result.Code == 0 || result.Errors.Contains("again", StringComparison.Ordinal), result.Errors);
        }
        Assert.Contains(results, r => r.Code == 0);
    }

    [Fact]
    public void Input_with_faults_ends_with_2_and_another_programs_file_with_1()
    {
        var file = _graph.WriteBulk("first", 3, 2);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"One\"", "\"Two\"", StringComparison.Ordinal));
        var faulty = _graph.Run("import", file);
        Assert.Equal(2, faulty.Code);
        Assert.Contains($"{file}:7: error: 'Two' does not stand at 0 to 3", faulty.Errors, StringComparison.Ordinal);
        var other = _graph.In("other.db");
        File.WriteAllText(other, "This is a letter.");
        Assert.Equal(1, _graph.Run("import", file, "--file", other).Code);
        Assert.Equal("This is a letter.", File.ReadAllText(other));
    }

    public void Dispose() => _graph.Dispose();

    private string Filled()
    {
        var file = _graph.In("filled.db");
        if (!File.Exists(file))
            Done(_graph.Run("import", _graph.WriteBulk("filled", People, Relationships), "--file", file));
        return file;
    }

    /// <summary>What the store holds, which is whole.</summary>
    private static async Task<string> Whole(string file)
    {
        await using var store = GraphProcess.Open(file);
        Assert.Empty(await store.Check(TestContext.Current.CancellationToken));
        return await BulkFile.Export(store);
    }

    private static void Done(GraphProcess.Result result) => Assert.True(result.Code == 0, result.Errors);

    private static int Count(string export) => export.Count(c => c == '\n');

    private static int Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command + " 2>/dev/null"]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
