using System.Runtime.CompilerServices;

namespace Graph.HostTests;

/// <summary>The seeds of these tests, in their own fields.</summary>
internal static class Seeds
{
    public static string Harbour => Folder("harbour");

    public static string Garden => Folder("garden");

    public static Ontology OntologyOf(string folder) => OntologyReader.Read(Path.Combine(folder, "ontology.yaml"), "ontology.yaml").OrThrow();

    /// <summary>A seed elsewhere in the repository.</summary>
    public static string FromRoot(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    private static string Folder(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Seeds", name);
}
