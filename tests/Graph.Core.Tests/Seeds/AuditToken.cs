using Graph.Core;

namespace Graph.CoreTests;

/// <summary>A piece of a Chinese text that states something countable, datable or attributable: a closed union.</summary>
/// <param name="Text">As written, in NFKC.</param>
/// <param name="Start">In UTF-16 units of the text in NFKC.</param>
internal abstract record AuditToken(string Text, int Start)
{
    public int End => Start + Text.Length;
}

/// <summary>A number with its unit: 不足60亿元, 15-20年, 200多个.</summary>
/// <param name="Max">Of a range, else null.</param>
/// <param name="Unit">The word behind the number; empty for a bare number.</param>
/// <param name="Bound">What the words around the number say; null when they say nothing.</param>
internal sealed record NumberToken(string Text, int Start, decimal Amount, decimal? Max, string Unit, Bound? Bound) : AuditToken(Text, Start);

/// <summary>A place in an order (第三代, 首场), or the first so many of it (前五).</summary>
/// <param name="Leading">The first so many.</param>
internal sealed record OrdinalToken(string Text, int Start, decimal Place, string Unit, bool Leading) : AuditToken(Text, Start);

/// <summary>A date or a word for one: 2018年, 去年底, 十年前, 每年.</summary>
internal sealed record DateToken(string Text, int Start) : AuditToken(Text, Start);

/// <summary>Latin words, with the digits that belong to them: MiLM-6B, Pixel 8 Pro.</summary>
internal sealed record LatinToken(string Text, int Start) : AuditToken(Text, Start);

/// <summary>What stands in quotation marks, without them.</summary>
internal sealed record QuotedToken(string Text, int Start) : AuditToken(Text, Start);

/// <summary>A word that says how sure something is or who says so: 据说, 目标, 或许.</summary>
/// <param name="Word">The word to look for in the graph: of 据某人透露 it is 透露.</param>
/// <param name="Who">The speaker named within it; empty when none is.</param>
internal sealed record MarkerToken(string Text, int Start, string Word, string Who) : AuditToken(Text, Start);
