using Graph.Host;
using GraphQL.Types;

namespace Graph.HostTests;

public class SchemaTests
{
    [Fact]
    public void The_schema_of_an_ontology_with_everything_is_as_approved() => Approval.Verify(GraphApi.SchemaOf(Seeds.OntologyOf(Seeds.Harbour)), "harbour.graphql");

    [Fact]
    public void What_an_ontology_lacks_is_absent_from_its_schema() => Approval.Verify(GraphApi.SchemaOf(Seeds.OntologyOf(Seeds.Garden)), "garden.graphql");

    [Fact]
    public void Everything_has_a_description()
    {
        var schema = SchemaBuilder.Build(Seeds.OntologyOf(Seeds.Harbour)).Schema;
        var silent = new List<string>();
        foreach (var type in schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            if (string.IsNullOrWhiteSpace(type.Description))
                silent.Add(type.Name);
            foreach (var field in (type as IComplexGraphType)?.Fields ?? Enumerable.Empty<FieldType>())
            {
                if (string.IsNullOrWhiteSpace(field.Description))
                    silent.Add($"{type.Name}.{field.Name}");
                silent.AddRange((field.Arguments ?? []).Where(a => string.IsNullOrWhiteSpace(a.Description)).Select(a => $"{type.Name}.{field.Name}({a.Name})"));
            }
            silent.AddRange(((type as EnumerationGraphType)?.Values ?? Enumerable.Empty<EnumValueDefinition>()).Where(v => string.IsNullOrWhiteSpace(v.Description)).Select(v => $"{type.Name}.{v.Name}"));
        }
        Assert.Empty(silent);
    }

    [Fact]
    public void No_ontology_can_take_a_name_that_the_schema_has_of_its_own()
    {
        var ontology = Seeds.OntologyOf(Seeds.Harbour);
        var schema = SchemaBuilder.Build(ontology).Schema;
        var kinds = ontology.Kinds.Select(k => k.Name).ToHashSet();
        var relations = ontology.RelationshipTypes.SelectMany(t => new[] { t.Out.Field, t.In.Field }).ToHashSet();
        var roots = ontology.Kinds.SelectMany(k => new[] { k.Field, k.PluralField }).ToHashSet();

        var types = schema.AllTypes.Select(t => t.Name).Where(n => !n.StartsWith("__", StringComparison.Ordinal) && !kinds.Contains(n))
            .Where(n => !ReservedNames.TypeEndings.Any(e => n.EndsWith(e, StringComparison.Ordinal)));
        Assert.Empty(types.Except(ReservedNames.Types));
        Assert.Empty(schema.Query.Fields.Select(f => f.Name).Except(roots).Except(ReservedNames.RootFields));
        var entity = (IComplexGraphType)schema.AllTypes["Entity"]!;
        Assert.Empty(entity.Fields.Select(f => f.Name).Except(ReservedNames.EntityFields));
        var where = (IComplexGraphType)schema.AllTypes["EntityFilter"]!;
        Assert.Empty(where.Fields.Select(f => f.Name).Except(relations).Except(ReservedNames.EntityFields).Except(["AND", "OR", "NOT"]));
    }
}
