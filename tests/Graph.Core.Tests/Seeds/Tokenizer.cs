using System.Text;
using System.Text.RegularExpressions;
using Graph.Core;

namespace Graph.CoreTests;

/// <summary>Finds the tokens of a Chinese text that an audit holds a graph to.</summary>
/// <remarks>
/// 一 before a counter (一场, 一家) is the article "a" and no number; before a unit of time or a multiple it is one.
/// A number in Han characters counts only with a unit: 百亿设备 states no measured amount.
/// </remarks>
internal static partial class Tokenizer
{
    /// <summary>Words that count pieces. One may stand for another: a graph counts in pieces.</summary>
    public static readonly IReadOnlySet<string> Counters = new HashSet<string>(
        "个 款 句 大 次 项 家 条 种 位 名 支 段 场 批 步 件 座 所 部 类 品类 轮 届".Split(' '), StringComparer.Ordinal);

    private const string Number = "(?:[0-9]+(?:[.][0-9]+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)";
    private const string Units = "个月|季度|参数|品类|系列|阵营|美元|小时|分钟|公里|毫秒|元|年|月|周|天|日|秒|倍|%|人|台|辆|岁|米|代|期|吨|克" +
        "|名|个|款|句|大|次|项|家|条|种|位|支|段|场|批|步|件|座|所|部|类|轮|届";

    private const string Pattern =
        "(?<quoted>“[^”]*”|「[^」]*」|‘[^’]*’|《[^》]*》)" +
        "|(?<date>[0-9]{4}年(?:底|初|末)?|(?:去年|今年|明年|前年)?(?<![0-9])(?:1[0-2]|[1-9])月(?:底|初|末|中旬)?|(?:去年|今年|明年|前年)(?:年?底|年?初|末)?" +
            "|上个?月|本月|下个?月|上周|本周|" + Number + "年(?:前|后|来)|(?:未来|近|过去|今后)" + Number + "(?:年|个月|天)|前" + Number + "个?季度|第?[一二三四]季度" +
            "|年末|年底|年初|不久之?[前后]|当年|这一年|同年|次年|每年|每月|近年来?|近日|日前|此前|目前)" +
        "|(?<ordinal>(?:第|前|首)(?<place>" + Number + "|(?<=首))(?<ounit>" + Units + ")?)" +
        "|(?<latin>(?<![A-Za-z0-9.])[0-9]*[A-Za-z][A-Za-z0-9]*(?:[-. +&/'][A-Za-z0-9]+)*)" +
        "|(?<number>(?<before>超过|突破|多于|不足|不到|大约|至少|最多|超|逾|约|近)?" +
            "(?<amount>" + Number + ")(?:[-~至到](?<max>" + Number + "))?(?:(?<more>[多余])(?<scale>[万亿]+)?)?(?<unit>" + Units + ")?(?<after>多|以上|以内|左右)?)" +
        "|(?<marker>据说|据悉|据(?<who>[^,。;:“”]{1,8}?)(?<verb>透露|披露|报道|显示|介绍|称)" +
            "|透露|披露|目标|计划|或许|也许|可能|预计|有望|坊间|传闻|戏称|众所周知|方面|超过|突破|不足)";

    /// <summary>The text in NFKC: what token offsets count in.</summary>
    public static string Normal(string text) => text.Normalize(NormalizationForm.FormKC);

    /// <summary>By place. What stands in quotation marks is one token, and is searched for tokens as well.</summary>
    public static IReadOnlyList<AuditToken> Tokens(string text)
    {
        var normal = Normal(text);
        var tokens = new List<AuditToken>();
        Collect(normal, 0, normal.Length, tokens);
        return tokens;
    }

    private static void Collect(string text, int from, int to, List<AuditToken> tokens)
    {
        for (var at = from; at < to;)
        {
            var match = TokenPattern().Match(text, at);
            if (!match.Success || match.Index >= to)
                return;
            at = match.Index + match.Length;
            if (match.Groups["quoted"].Success)
            {
                tokens.Add(new QuotedToken(match.Value[1..^1], match.Index + 1));
                Collect(text, match.Index + 1, at - 1, tokens);
            }
            else if (Token(match) is { } token)
            {
                tokens.Add(token);
                at = token.End;
            }
            else
            {
                at = match.Index + 1;
            }
        }
    }

    // Null where the match is no token after all.
    private static AuditToken? Token(Match match)
    {
        if (match.Groups["date"].Success)
            return new DateToken(match.Value, match.Index);
        if (match.Groups["latin"].Success)
            return new LatinToken(match.Value, match.Index);
        if (match.Groups["ordinal"].Success)
            return Ordinal(match);
        if (match.Groups["number"].Success)
            return NumberOf(match);
        var verb = match.Groups["verb"];
        return new MarkerToken(match.Value, match.Index, verb.Success ? verb.Value : match.Value, match.Groups["who"].Value);
    }

    private static OrdinalToken? Ordinal(Match match)
    {
        var (place, unit) = (match.Groups["place"].Value, match.Groups["ounit"].Value);
        if (place.Length == 0 && unit.Length == 0)
            return null; // 首 of another word
        return new OrdinalToken(match.Value, match.Index, place.Length == 0 ? 1 : ChineseNumeral.Parse(place), unit, match.Value[0] == '前');
    }

    private static NumberToken? NumberOf(Match match)
    {
        string amount = match.Groups["amount"].Value, max = match.Groups["max"].Value, unit = match.Groups["unit"].Value;
        if (ChineseNumeral.Digits.Contains(amount[0], StringComparison.Ordinal) && (unit.Length == 0 || (amount == "一" && Counters.Contains(unit))))
            return null;
        var scale = match.Groups["scale"].Value; // 200多万
        if (max.Length > 0 && char.IsAsciiDigit(amount[^1]))
            amount += max.TrimStart([.. "0123456789."]); // 15-20亿 begins at 15亿
        return new NumberToken(match.Value, match.Index, ChineseNumeral.Parse(amount + scale), max.Length > 0 ? ChineseNumeral.Parse(max + scale) : null, unit, BoundOf(match));
    }

    private static Bound? BoundOf(Match match) => (match.Groups["before"].Value, match.Groups["more"].Value + match.Groups["after"].Value) switch
    {
        ("超过" or "突破" or "多于" or "超" or "逾", _) => Bound.Over,
        ("不足" or "不到", _) => Bound.Under,
        ("大约" or "约" or "近", _) => Bound.About,
        ("至少", _) => Bound.AtLeast,
        ("最多", _) => Bound.AtMost,
        (_, "多" or "余") => Bound.Over,
        (_, "以上") => Bound.AtLeast,
        (_, "以内") => Bound.AtMost,
        (_, "左右") => Bound.About,
        _ => null,
    };

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TokenPattern();
}
