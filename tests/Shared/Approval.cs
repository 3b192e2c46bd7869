using System.Runtime.CompilerServices;
using Xunit;

namespace Graph.SharedTests;

/// <summary>Compares a text with the approved one beside the tests. On a difference it writes NAME.received next to it: look at it, and rename it when it is right.</summary>
internal static class Approval
{
    public static void Verify(string text, string name, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Approved");
        string approved = Path.Combine(folder, name), received = approved + ".received";
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"{name} is not as approved. Compare {received} with it; rename it to {name} when it is right.");
    }
}
