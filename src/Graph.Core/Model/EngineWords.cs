using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>The few words that the engine itself adds to what the ontology and the articles say, in one language. All of them stand here.</summary>
/// <remarks>Composite formats of <see cref="string.Format(IFormatProvider, string, object?)"/>. A language without words of its own uses those of its main language, else English.</remarks>
internal sealed partial record EngineWords
{
    // Bounds of an amount, and ranks.
    public required string About { get; init; }
    public required string Over { get; init; }
    public required string Under { get; init; }
    public required string AtLeast { get; init; }
    public required string AtMost { get; init; }
    public required string Rank { get; init; }
    public required string TopRank { get; init; }

    /// <summary>Words for powers of ten, ascending; numbers below the first are written in digits.</summary>
    public required IReadOnlyList<(decimal Factor, string Word)> Scales { get; init; }

    /// <summary>Between thousands.</summary>
    public required string DigitGroups { get; init; }

    /// <summary>Between a number and a word.</summary>
    public required string Space { get; init; }

    // Dates: year, quarter or month by name, day.
    public required string Year { get; init; }
    public required string Quarter { get; init; }
    public required string Month { get; init; }
    public required string Day { get; init; }
    public required IReadOnlyList<string> Quarters { get; init; }
    public required IReadOnlyList<string> Months { get; init; }

    // Periods.
    public required string FromTo { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string By { get; init; }
    public required string Since { get; init; }

    /// <summary>Whether any period can stand where a template has <c>{period}</c>; else only a plain date or range without days, and others are added behind.</summary>
    public required bool AnyPeriodFits { get; init; }

    // Around a sentence.
    public required string Denied { get; init; }
    public required string Said { get; init; }
    public required string Hedged { get; init; }
    public required string Note { get; init; }
    public required string NoteSeparator { get; init; }
    public required string Labelled { get; init; }
    public required string Quoted { get; init; }
    public required string AmongOthers { get; init; }

    /// <summary>The hedge of hearsay whose own words are missing.</summary>
    public required string Reportedly { get; init; }

    /// <summary>What marks a status, unless the hedge has one of its words.</summary>
    public required IReadOnlyDictionary<Status, (string Mark, Regex SaidBy)> Statuses { get; init; }

    /// <summary>Hedges that can lead a sentence; others are quoted behind it.</summary>
    public required Regex LeadingHedge { get; init; }

    /// <summary>Whether a sentence begins with a capital.</summary>
    public required bool Capitals { get; init; }

    public static EngineWords For(string language) => Languages.GetValueOrDefault(language) ?? Languages.GetValueOrDefault(language.Split('-')[0]) ?? English;

    public static EngineWords English { get; } = new()
    {
        About = "about {0}",
        Over = "over {0}",
        Under = "under {0}",
        AtLeast = "at least {0}",
        AtMost = "at most {0}",
        Rank = "no. {0}",
        TopRank = "top {0}",
        Scales = [(1e6m, "million"), (1e9m, "billion"), (1e12m, "trillion")],
        DigitGroups = ",",
        Space = " ",
        Year = "{0}",
        Quarter = "{1} {0}",
        Month = "{1} {0}",
        Day = "{2} {1} {0}",
        Quarters = ["Q1", "Q2", "Q3", "Q4"],
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        FromTo = "{0}–{1}",
        From = "from {0}",
        To = "until {0}",
        By = "by {0}",
        Since = "since {0}",
        AnyPeriodFits = false,
        Denied = "it is not so that {0}",
        Said = "{1}, according to {0}",
        Hedged = "{0}, {1}",
        Note = " ({0})",
        NoteSeparator = "; ",
        Labelled = "{0}: {1}",
        Quoted = "“{0}”",
        AmongOthers = "among others",
        Reportedly = "reportedly",
        Statuses = new Dictionary<Status, (string, Regex)>
        {
            [Status.Derived] = ("calculated", EnglishArithmetic()),
            [Status.Implied] = ("implied", EnglishInference()),
            [Status.Planned] = ("planned", EnglishPlan()),
            [Status.Possible] = ("possible", EnglishDoubt()),
            [Status.Opinion] = ("opinion", EnglishOpinion()),
        },
        LeadingHedge = EnglishAdverb(),
        Capitals = true,
    };

    private static EngineWords Chinese { get; } = new()
    {
        About = "约{0}",
        Over = "超过{0}",
        Under = "不足{0}",
        AtLeast = "至少{0}",
        AtMost = "至多{0}",
        Rank = "第{0}",
        TopRank = "前{0}",
        Scales = [(1e4m, "万"), (1e8m, "亿"), (1e12m, "万亿")],
        DigitGroups = "",
        Space = "",
        Year = "{0}年",
        Quarter = "{0}年第{1}季度",
        Month = "{0}年{1}月",
        Day = "{0}年{1}月{2}日",
        Quarters = ["一", "二", "三", "四"],
        Months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        FromTo = "{0}至{1}",
        From = "{0}起",
        To = "至{0}",
        By = "到{0}",
        Since = "{0}以来",
        AnyPeriodFits = true,
        Denied = "并非{0}",
        Said = "{0}称，{1}",
        Hedged = "{0}，{1}",
        Note = "（{0}）",
        NoteSeparator = "；",
        Labelled = "{0}：{1}",
        Quoted = "“{0}”",
        AmongOthers = "等",
        Reportedly = "据称",
        Statuses = new Dictionary<Status, (string, Regex)>
        {
            [Status.Derived] = ("推算", ChineseArithmetic()),
            [Status.Implied] = ("推知", ChineseInference()),
            [Status.Planned] = ("计划", ChinesePlan()),
            [Status.Possible] = ("可能", ChineseDoubt()),
            [Status.Opinion] = ("观点", ChineseOpinion()),
        },
        LeadingHedge = ChineseAdverb(),
        Capitals = false,
    };

    private static readonly Dictionary<string, EngineWords> Languages = new() { ["en"] = English, ["zh"] = Chinese };

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(calculat|comput|deriv|total|altogether|in all)", Options)]
    private static partial Regex EnglishArithmetic();

    [GeneratedRegex(@"\b(impl|infer|it follows|hence|therefore)", Options)]
    private static partial Regex EnglishInference();

    [GeneratedRegex(@"\b(plan|goal|aim|target|intend|will|would|going to|expect)", Options)]
    private static partial Regex EnglishPlan();

    [GeneratedRegex(@"\b(may|might|could|perhaps|maybe|possibl|probabl|likely|seem|apparently)", Options)]
    private static partial Regex EnglishDoubt();

    [GeneratedRegex(@"\b(think|believe|opinion|view|consider|judge|feel)", Options)]
    private static partial Regex EnglishOpinion();

    [GeneratedRegex(@"^(reportedly|allegedly|supposedly|purportedly|apparently|seemingly|presumably|probably|possibly|perhaps|maybe|according to .+)\z", Options)]
    private static partial Regex EnglishAdverb();

    [GeneratedRegex("推算|计算|合计|共计|总计|相当于", Options)]
    private static partial Regex ChineseArithmetic();

    [GeneratedRegex("推知|推断|可知|可见|意味", Options)]
    private static partial Regex ChineseInference();

    [GeneratedRegex("计划|目标|打算|拟|将|力争|预计|希望", Options)]
    private static partial Regex ChinesePlan();

    [GeneratedRegex("或许|也许|可能|大概|恐怕|似乎|好像|疑似", Options)]
    private static partial Regex ChineseDoubt();

    [GeneratedRegex("认为|觉得|看来|在.+看", Options)]
    private static partial Regex ChineseOpinion();

    [GeneratedRegex(@"^(据.{1,12}|或许|也许|可能|大概|恐怕|似乎|好像|疑似|估计|传闻|听说)\z", Options)]
    private static partial Regex ChineseAdverb();
}
