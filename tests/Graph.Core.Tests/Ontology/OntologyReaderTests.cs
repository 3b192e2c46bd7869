using Graph.Core;
using Xunit;

namespace Graph.CoreTests;

public class OntologyReaderTests
{
    private static readonly Ontology _ontology = SmallOntology.Whole;

    [Fact]
    public void A_right_file_has_no_problems() => Assert.Empty(OntologyReader.Parse(SmallOntology.Text, "o.yaml").Problems);

    [Fact]
    public void Head_and_text_are_kept()
    {
        Assert.Equal("small-town", _ontology.Id);
        Assert.Equal("Eine kleine Stadt", _ontology.Title.In("de"));
        Assert.Equal(["en", "de"], _ontology.Languages);
        Assert.Equal(SmallOntology.Text, _ontology.SourceText);
    }

    [Fact]
    public void Kinds_form_a_tree_and_a_parent_covers_its_children()
    {
        Assert.Equal(["Person", "OldTree"], _ontology.FindKind("Being")!.Children);
        Assert.True(_ontology.FindKind("Being")!.IsAbstract);
        Assert.Equal(["OldTree", "Person"], _ontology.ConcreteKinds("Being").Order());
    }

    [Fact]
    public void Fields_of_kinds_are_made_of_their_names_unless_given()
    {
        Assert.Equal(("oldTree", "oldTrees"), (_ontology.FindKind("OldTree")!.Field, _ontology.FindKind("OldTree")!.PluralField));
        Assert.Equal(("person", "people"), (_ontology.FindKind("Person")!.Field, _ontology.FindKind("Person")!.PluralField));
    }

    [Fact]
    public void A_kind_without_colour_has_its_parents_else_one_of_its_own()
    {
        Assert.Equal("#A1B2C3", _ontology.FindKind("OldTree")!.Color);
        Assert.Matches("^#[0-9A-F]{6}$", _ontology.FindKind("Club")!.Color);
        Assert.NotEqual(_ontology.FindKind("Club")!.Color, _ontology.FindKind("Feast")!.Color);
    }

    [Fact]
    public void A_relationship_type_is_worded_from_both_ends()
    {
        var type = _ontology.FindType("MEMBER_OF")!;
        Assert.Equal(("memberOf", "members"), (type.Out.Field, type.In.Field));
        Assert.Equal("hat Mitglied", type.In.Label.In("de"));
        Assert.Equal(["member"], type.In.Roles["en"]);
        Assert.NotNull(type.Out.Denial);
        Assert.Null(type.In.Denial);
        Assert.True(_ontology.Allows("MEMBER_OF", "Person", "Club"));
        Assert.False(_ontology.Allows("MEMBER_OF", "Club", "Person"));
    }

    [Fact]
    public void A_symmetric_type_reads_the_same_from_both_ends() => Assert.Same(_ontology.FindType("KNOWS")!.Out, _ontology.FindType("KNOWS")!.In);

    [Fact]
    public void Metrics_have_value_unit_and_kinds()
    {
        Assert.Equal((MetricValue.Quantity, "m"), (_ontology.FindMetric("HEIGHT")!.Value, _ontology.FindMetric("HEIGHT")!.Unit));
        Assert.Equal((MetricValue.Date, null), (_ontology.FindMetric("BORN")!.Value, _ontology.FindMetric("BORN")!.Unit));
        Assert.Equal((true, false), (_ontology.FindMetric("MONEY")!.AddsUpOverTime, _ontology.FindMetric("MONEY")!.AddsUpOverParts));
        Assert.True(_ontology.MetricApplies("HEIGHT", "OldTree"));
        Assert.False(_ontology.MetricApplies("HEIGHT", "Club"));
    }

    [Fact]
    public void Units_know_base_factor_and_what_is_written()
    {
        Assert.True(_ontology.FindUnit("m")!.IsBase);
        Assert.Equal(("m", 1000m), (_ontology.FindUnit("km")!.Base, _ontology.FindUnit("km")!.Factor));
        Assert.Equal(("", "Platz"), (_ontology.FindUnit("rank")!.SymbolIn("en"), _ontology.FindUnit("rank")!.SymbolIn("de")));
    }

    [Fact]
    public void Qualifiers_have_a_type()
    {
        Assert.Equal(["Feast"], _ontology.FindQualifier("at")!.Kinds);
        Assert.Equal("rank", _ontology.FindQualifier("ordinal")!.Unit);
        Assert.Equal(["since when"], _ontology.FindQualifier("since")!.Phrases["en"]);
    }

    [Fact]
    public void Types_metrics_units_and_qualifiers_may_be_absent()
    {
        var bare = OntologyReader.Parse("id: a\ntitle: {en: A}\nlanguages: [en]\nkinds:\n  Thing: {label: {en: thing}}\n", "o.yaml").OrThrow();
        Assert.Empty(bare.RelationshipTypes);
        Assert.Empty(bare.Metrics);
    }

    [Fact]
    public void A_missing_file_is_a_problem_of_the_result()
    {
        var problem = Assert.Single(OntologyReader.Read("nowhere/ontology.yaml", "seed/ontology.yaml").Problems);
        Assert.Equal("seed/ontology.yaml", problem.File);
    }
}
