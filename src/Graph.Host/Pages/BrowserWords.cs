namespace Graph.Host;

/// <summary>The words of the guide that come from no ontology and no article, in one language. A language without words of its own reads English.</summary>
/// <remarks>Composite formats: <c>{0}</c> and so on are names and numbers of the graph.</remarks>
internal sealed record BrowserWords
{
    public required string Welcome { get; init; }
    public required string Dress { get; init; }
    public required string Undress { get; init; }
    public required string OtherLanguage { get; init; }
    public required string Reading { get; init; }
    public required string Kinds { get; init; }
    public required string Center { get; init; }
    public required string CenterText { get; init; }
    public required string Ranking { get; init; }
    public required string World { get; init; }
    public required string WhatIsSaid { get; init; }
    public required string Facts { get; init; }
    public required string Types { get; init; }
    public required string TypesText { get; init; }
    public required string Against { get; init; }
    public required string Between { get; init; }
    public required string SideBySide { get; init; }
    public required string InCommon { get; init; }
    public required string Series { get; init; }
    public required string SeriesText { get; init; }
    public required string ByYear { get; init; }
    public required string OfYear { get; init; }
    public required string Plans { get; init; }
    public required string PlansText { get; init; }
    public required string Hearsay { get; init; }
    public required string HearsayText { get; init; }
    public required string Voices { get; init; }
    public required string VoicesText { get; init; }
    public required string Denials { get; init; }
    public required string DenialsText { get; init; }
    public required string Path { get; init; }
    public required string PathText { get; init; }
    public required string AllPaths { get; init; }
    public required string Proof { get; init; }
    public required string ProofText { get; init; }
    public required string Paragraph { get; init; }
    public required string Picture { get; init; }
    public required string Table { get; init; }

    /// <summary>Before the label of a relationship that is denied.</summary>
    public required string Not { get; init; }

    public static BrowserWords For(string language) => language.Split('-')[0] == "zh" ? Chinese : English;

    private static BrowserWords English { get; } = new()
    {
        Welcome = "{0} things and {1} statements, read from {2}. Click a block of code to run it. Double-click a circle to unfold its neighbours.",
        Dress = "First, dress the graph: colours by kind, readable labels.",
        Undress = "Drop `graph.grass` on this page first: it gives colours by kind and readable labels.",
        OtherLanguage = "This guide in another language:",
        Reading = "White circles are observations: a value, a date or some words, with their period. A red arrow with ✗ is what the text expressly denies. Every arrow and every white circle carries the words that prove it: click one and read `quote`.",
        Kinds = "What there is",
        Center = "At the centre: {0}",
        CenterText = "Nothing here has more connections.",
        Ranking = "The most connected",
        World = "The world of {0}",
        WhatIsSaid = "All that is said of {0}, with the proof",
        Facts = "What is measured, dated or worded about {0}",
        Types = "How things connect",
        TypesText = "The connections that occur most.",
        Against = "{0} and {1}",
        Between = "What lies between them, denials too",
        SideBySide = "Their observations side by side",
        InCommon = "What both are connected to",
        Series = "Over time: {0} of {1}",
        SeriesText = "The same measured at several times.",
        ByYear = "Observations by year",
        OfYear = "What is said of {0}",
        Plans = "Plans, and who voiced them",
        PlansText = "What is intended, aimed at or expected is kept apart from what is.",
        Hearsay = "Hearsay and judgement",
        HearsayText = "What somebody says, reports or thinks has the status REPORTED, OPINION or POSSIBLE; `hedge` is the text's own word of distance.",
        Voices = "Who speaks",
        VoicesText = "The speaker of a statement stands in `speaker`: the key of an entity, or words such as \"an analyst\".",
        Denials = "What the text denies",
        DenialsText = "A denial has a type of its own, NOT_ and the type, so that nobody takes it for a yes.",
        Path = "From {0} to {1}",
        PathText = "The shortest way between two that are not directly connected.",
        AllPaths = "All shortest ways",
        Proof = "The evidence",
        ProofText = "Each relationship has its words in `quote` and the number of their paragraph. The paragraph itself is a node that no arrow leads to:",
        Paragraph = "Everything that paragraph {0} states",
        Picture = "{0} (picture)",
        Table = "{0} (table)",
        Not = "✗ ",
    };

    private static BrowserWords Chinese { get; } = new()
    {
        Welcome = "共{0}个实体、{1}条陈述，读自{2}。点击代码块即可运行。双击一个圆，展开它的邻居。",
        Dress = "先给图上色：颜色对应类别，箭头用中文。",
        Undress = "先把 `graph.grass` 拖到本页上：颜色对应类别，箭头用中文。",
        OtherLanguage = "本导览的其他语言：",
        Reading = "白色的圆是观测：数值、日期或一段话，带有时间。带✗的红色箭头是原文明确否认的事。每个箭头、每个白色的圆都带有证明它的原话：点开看 `quote`。",
        Kinds = "图中有什么",
        Center = "中心：{0}",
        CenterText = "它的联系最多。",
        Ranking = "联系最多的实体",
        World = "{0}的世界",
        WhatIsSaid = "关于{0}的全部说法，附证据",
        Facts = "{0}的数值、日期与描述",
        Types = "事物如何相连",
        TypesText = "出现最多的关系。",
        Against = "{0}与{1}",
        Between = "两者之间的关系，含否认",
        SideBySide = "两者的观测并列",
        InCommon = "与两者都相连的实体",
        Series = "{1}历年的{0}",
        SeriesText = "同一指标在不同时间的数值。",
        ByYear = "按年份看观测",
        OfYear = "关于{0}年",
        Plans = "计划，以及是谁说的",
        PlansText = "打算、目标、预期与既成事实分开存放。",
        Hearsay = "传闻与看法",
        HearsayText = "别人说的、听说的、认为的，状态是 REPORTED、OPINION 或 POSSIBLE；`hedge` 是原文自己的措辞。",
        Voices = "谁在说话",
        VoicesText = "说话者记在 `speaker`：实体的键，或“一位分析师”这样的字句。",
        Denials = "原文否认了什么",
        DenialsText = "否认有自己的类型：NOT_ 加原类型，谁也不会把它看成肯定。",
        Path = "从{0}到{1}",
        PathText = "两个并不直接相连的实体之间最短的路。",
        AllPaths = "所有最短路径",
        Proof = "证据在哪里",
        ProofText = "每个关系的 `quote` 是原话，`paragraph` 是段落编号。段落本身是一个没有箭头相连的节点：",
        Paragraph = "第{0}段说了什么",
        Picture = "{0}（图）",
        Table = "{0}（表）",
        Not = "✗ ",
    };
}
