namespace Graph.BrowserTests;

/// <summary>Tests that use the one Neo4j database, and what else should not run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class OneDatabase
{
    public const string Name = "one database";
}
