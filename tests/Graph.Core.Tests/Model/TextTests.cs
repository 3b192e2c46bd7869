using CsCheck;
using Graph.Core;
using Graph.SharedTests;
using Xunit;

namespace Graph.CoreTests;

public class TextTests
{
    [Fact]
    public void A_text_is_given_in_the_language_asked_for_else_in_the_first_that_has_one()
    {
        var text = new LocalText([new("zh", "小米"), new("en", "Xiaomi")]);
        Assert.Equal("Xiaomi", text.Best("en", ["zh", "en"]));
        Assert.Equal("小米", text.Best("fr", ["zh", "en"]));
        Assert.Equal("Xiaomi", text.Best(null, ["fr", "en"]));
        Assert.Equal("Xiaomi", text.Best("fr", [])); // any at all: the first by tag
        Assert.Null(text.In("fr"));
        Assert.Null(text.In("z"));
    }

    [Fact]
    public void The_order_in_which_languages_are_given_does_not_matter()
    {
        LocalText one = new([new("zh", "小米"), new("en", "Xiaomi")]), other = new([new("en", "Xiaomi"), new("zh", "小米")]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(["en", "zh"], one.Select(t => t.Key));
        Assert.NotEqual(one, LocalText.Of("zh", "小米"));
    }

    [Fact]
    public void A_text_is_never_empty_and_has_each_language_once()
    {
        Assert.Throws<ArgumentException>(() => new LocalText([]));
        Assert.Throws<ArgumentException>(() => LocalText.Of("zh", ""));
        Assert.Throws<ArgumentException>(() => new LocalText([new("zh", "小米"), new("zh", "小")]));
        Assert.Null(LocalText.OrNull([new("zh", "")]));
        Assert.Equal(LocalText.Of("en", "x"), LocalText.OrNull([new("zh", ""), new("en", "x")]));
    }

    [Theory]
    [InlineData("OperatingSystem", "OPERATING_SYSTEM", "operatingSystem")]
    [InlineData("AIModel", "AI_MODEL", "aiModel")]
    [InlineData("Company", "COMPANY", "company")]
    [InlineData("AI", "AI", "ai")]
    [InlineData("Gen3Chip", "GEN3_CHIP", "gen3Chip")]
    [InlineData("XRay", "X_RAY", "xRay")]
    public void Kinds_are_spelt_as_the_design_says(string kind, string enumValue, string field)
    {
        Assert.Equal(enumValue, Spelling.EnumValue(kind));
        Assert.Equal(field, Spelling.Field(kind));
    }

    [Theory]
    [InlineData("INFLUENCED_BY", "influencedBy")]
    [InlineData("RD_SPENDING", "rdSpending")]
    [InlineData("TOP_5", "top5")]
    [InlineData("MADE", "made")]
    public void Types_become_fields(string type, string field) => Assert.Equal(field, Spelling.Field(type));

    [Theory]
    [InlineData("zh", "ZH")]
    [InlineData("zh-Hant", "ZH_HANT")]
    public void Languages_become_enum_values(string tag, string value) => Assert.Equal(value, Spelling.LanguageEnumValue(tag));

    [Theory]
    [InlineData("{a} met {b}", "A met B")]
    [InlineData("[{none}, ]{a}", "A")]
    [InlineData("{a}[ in {b}][ for {none}]", "A in B")]
    [InlineData("{a}[ {b} and {none}]", "A")]
    [InlineData("{a}{none}.", "A.")]
    [InlineData("[always]{a}", "alwaysA")]
    [InlineData("", "")]
    public void A_template_leaves_out_brackets_that_lack_a_value(string template, string expected) => Assert.Equal(expected, SentenceTemplate.Fill(template, Filling));

    [Fact]
    public void A_value_with_braces_or_brackets_is_left_as_it_is() => Assert.Equal("[x] {b}!", SentenceTemplate.Fill("{a}!", _ => "[x] {b}"));

    [Fact]
    public void A_template_tells_its_placeholders()
    {
        const string template = "[{period}, ]{entity}: {value}[ ({scope} {none})]";
        Assert.Equal(["period", "entity", "value", "scope", "none"], SentenceTemplate.Placeholders(template));
        Assert.Equal(["entity", "value"], SentenceTemplate.Required(template));
        Assert.Equal(["period", "entity", "value"], SentenceTemplate.Shown(template, n => n == "none" ? null : n));
    }

    [Theory]
    [InlineData("[{a}", true)]
    [InlineData("{a", true)]
    [InlineData("a}", true)]
    [InlineData("a]", true)]
    [InlineData("[[{a}]]", true)]
    [InlineData("{{a}}", true)]
    [InlineData("[{a]}", true)]
    [InlineData("{a[}]", true)]
    [InlineData("}{", true)]
    [InlineData("[{a}] {b}", false)]
    [InlineData("plain", false)]
    public void Brackets_and_braces_must_close_and_not_nest(string template, bool faulty) => Assert.Equal(faulty, SentenceTemplate.Faults(template) is not null);

    [Fact]
    public void A_template_without_fault_leaves_no_brace_behind() => Gen.String[Gen.Char["ab[]{} "], 0, 12].Where(t => SentenceTemplate.Faults(t) is null).Sample(template =>
        Assert.DoesNotContain(SentenceTemplate.Fill(template, _ => "x"), c => c is '[' or ']' or '{' or '}'), iter: 2000);

    private static string? Filling(string name) => name switch { "a" => "A", "b" => "B", _ => null };
}
