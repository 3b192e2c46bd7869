using System.ComponentModel.DataAnnotations;

namespace Graph.Host;

/// <summary>What one request may ask for. Section <c>Graph:Api</c>, environment <c>GRAPH__API__...</c>; all faults are reported at start.</summary>
public sealed class ApiOptions
{
    public const string Section = "Graph:Api";

    /// <summary>Bytes of a request's body. Defaults to 262,144; 1,024 to 16,777,216.</summary>
    [Range(1_024, 16_777_216)]
    public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>Bytes of a query document in UTF-8. Defaults to 100,000; 256 to 1,000,000.</summary>
    [Range(256, 1_000_000)]
    public int MaxDocumentBytes { get; set; } = 100_000;

    /// <summary>Tokens of a document. Defaults to 10,000; 100 to 100,000.</summary>
    [Range(100, 100_000)]
    public int MaxTokens { get; set; } = 10_000;

    /// <summary>How deep braces, brackets and parentheses may nest. Defaults to 60; 10 to 100.</summary>
    [Range(10, 100)]
    public int MaxNesting { get; set; } = 60;

    /// <summary>How deep fields may nest, fragments counted where they are spread. Defaults to 20; 3 to 40.</summary>
    [Range(3, 40)]
    public int MaxDepth { get; set; } = 20;

    /// <summary>Fields of a document, fragments counted wherever they are spread. Defaults to 2,000; 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int MaxFields { get; set; } = 2_000;

    /// <summary>Aliases of a document, fragments counted wherever they are spread. Defaults to 100; 0 to 10,000.</summary>
    [Range(0, 10_000)]
    public int MaxAliases { get; set; } = 100;

    /// <summary>How often one field may stand in one selection, fragments taken together. Defaults to 100; 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxRepetitions { get; set; } = 100;

    /// <summary>Fragments that one selection may have, those within them counted. Defaults to 50; 1 to 500.</summary>
    [Range(1, 500)]
    public int MaxFragments { get; set; } = 50;

    /// <summary>Operations, fragments and variables that a document defines. Defaults to 500; 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int MaxDefinitions { get; set; } = 500;

    /// <summary>Directives of a document. Defaults to 100; 0 to 10,000.</summary>
    [Range(0, 10_000)]
    public int MaxDirectives { get; set; } = 100;

    /// <summary>Values that an answer may hold by the page sizes asked for, and the work of walks; see <see cref="QueryCost"/>. Defaults to 50,000; 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int MaxCost { get; set; } = 50_000;

    /// <summary>Rows of a page when neither <c>first</c> nor <c>last</c> is given. Defaults to 25; 1 to 10,000, at most <see cref="MaxPageSize"/>.</summary>
    [Range(1, 10_000)]
    public int DefaultPageSize { get; set; } = 25;

    /// <summary>Rows of a page at the most, and ids in one argument. Defaults to 200; 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxPageSize { get; set; } = 200;

    /// <summary>Conditions and values of one filter. Defaults to 200; 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxFilterSize { get; set; } = 200;

    /// <summary>How deep one filter may nest. Defaults to 8; 1 to 30.</summary>
    [Range(1, 30)]
    public int MaxFilterDepth { get; set; } = 8;

    /// <summary>Conditions on connections (<c>some</c>, <c>none</c>) of one filter, each of which a store has to plan. Defaults to 20; 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxFilterConnections { get; set; } = 20;

    /// <summary>UTF-16 units of a text searched or filtered for. Defaults to 500; 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxTextLength { get; set; } = 500;

    /// <summary>How long a request may be worked on. Defaults to 10 s; 50 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Errors that one answer lists. Defaults to 20; 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxErrors { get; set; } = 20;

    /// <summary>The link that <c>statistics { browserGuide }</c> gives. Default: none, or what <c>graph serve</c> finds when the graph is kept in Neo4j.</summary>
    public string? BrowserGuide { get; set; }

    /// <summary>Distinct documents whose parsing and validation are remembered. Defaults to 500; 0 to 100,000.</summary>
    [Range(0, 100_000)]
    public int CachedDocuments { get; set; } = 500;

    /// <summary>Answer questions about the schema: <c>__schema</c>, <c>__type</c> and <c>/graphql?sdl</c>; errors then suggest names too. Defaults to true.</summary>
    public bool Introspection { get; set; } = true;
}
