using GraphQL;
using GraphQL.Types;

namespace Graph.Host;

/// <summary>A schema in the schema definition language.</summary>
internal static class SchemaText
{
    public static string Of(ISchema schema) => schema.Print().ReplaceLineEndings("\n").TrimEnd() + "\n";
}
