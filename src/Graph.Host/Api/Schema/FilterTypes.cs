using Graph.Core;
using GraphQL.Types;

namespace Graph.Host;

internal sealed partial class SchemaBuilder
{
    private readonly FilterTypes _filters;

    /// <summary>The input types of <c>where</c>. All conditions of one object must hold; <see cref="FilterReader"/> reads them.</summary>
    private sealed class FilterTypes
    {
        private readonly SchemaBuilder _schema;
        private readonly InputObjectGraphType _ids, _texts, _ints, _decimals, _statuses, _polarities, _within;
        private readonly InputObjectGraphType? _relationshipTypes;

        public FilterTypes(SchemaBuilder schema)
        {
            _schema = schema;
            _ids = Operators("IdFilter", "ids or keys", schema._id);
            _texts = Operators("TextFilter", "texts, ordered by their UTF-8 bytes", schema._string, "contains", "startsWith", "gt", "gte", "lt", "lte");
            _ints = Operators("IntFilter", "whole numbers", schema._int, "gt", "gte", "lt", "lte");
            _decimals = Operators("DecimalFilter", "amounts", schema._decimal, "gt", "gte", "lt", "lte");
            _statuses = Operators("StatusFilter", "statuses", schema._statusEnum);
            _polarities = Operators("PolarityFilter", "polarities", schema._polarityEnum);
            _within = Add(new InputObjectGraphType { Name = "PeriodFilter", Description = "A time that must overlap: what surely lies outside is out, what has no date of its own is in." },
                Input("from", schema._date, "Its start; open when not given."), Input("to", schema._date, "Its end; open when not given."));
            Entity = new InputObjectGraphType { Name = "EntityFilter", Description = "Which entities. All conditions given must hold." };
            _relationshipTypes = schema._hasTypes ? Operators("RelationshipTypeFilter", "relationship types", schema._typeEnum!) : null;
            if (schema._hasTypes)
                Relationship = Statements("Relationship", "relationships", [.. Ends(), .. Type()]);
            if (schema._hasMetrics)
                Observation = Statements("Observation", "observations", [.. Observed()]);
            if (schema.HasStatements)
                Statement = Statements("Statement", "statements", []);
            FillEntity();
        }

        public InputObjectGraphType Entity { get; }

        public InputObjectGraphType? Relationship { get; }

        public InputObjectGraphType? Observation { get; }

        public InputObjectGraphType? Statement { get; }

        private void FillEntity()
        {
            var kinds = Operators("KindFilter", "kinds; one with children covers them", _schema._kindEnum);
            Add(Entity,
                Input("key", _texts, "The key."),
                Input("kind", kinds, "The kind."),
                Input("name", _texts, "Any of its names, in every language, folded: case, width and traditional forms do not matter."));
            if (_schema._hasTypes)
            {
                Add(Entity, Input("degree", _ints, "How many affirmed relationships touch it."));
                Add(Entity, Input("relationships", Quantified("RelationshipsFilter", "relationships of any type", Connected("AnyRelationConditionFilter", [.. Type()])), "Relationships that touch it."));
                var related = Quantified("RelationFilter", "relationships", Connected("RelationConditionFilter", []));
                Add(Entity, _schema.Directions().Select(d => Input(d.Wording.Field, related, $"`{d.Type.Name}` relationships, as the field of this name gives them.")));
            }
            if (_schema._hasMetrics)
                Add(Entity, Input("observations", Quantified("ObservationsFilter", "observations", Observation!), "What is observed of it."));
            Combine(Entity);
        }

        private IEnumerable<FieldType> Type() => [Input("type", _relationshipTypes!, "The type.")];

        private IEnumerable<FieldType> Ends() =>
        [
            Input("source", _ids, "The source. With `target`, one assignment of a symmetric type's ends must match both."),
            Input("target", _ids, "The target."),
        ];

        private IEnumerable<FieldType> Observed() =>
        [
            Input("metric", Operators("MetricFilter", "metrics", _schema._metricEnum!), "The metric."),
            Input("entity", _ids, "Whom it is said of."),
            Input("amount", _decimals, "The amount in the base unit; of a range the lesser."),
        ];

        private InputObjectGraphType Statements(string of, string what, IEnumerable<FieldType> more)
        {
            var type = Add(new InputObjectGraphType { Name = of + "Filter", Description = $"Which {what}. All conditions given must hold." },
                [Input("id", _ids, "The id."), .. more, Input("polarity", _polarities, "Whether the text says it or denies it."), .. Common()]);
            Combine(type);
            return type;
        }

        // What a connection to another entity must fulfil. Denials are no connections, so there is no polarity to ask for.
        private InputObjectGraphType Connected(string name, IEnumerable<FieldType> more)
        {
            var type = Add(new InputObjectGraphType { Name = name, Description = "What a relationship must fulfil, and the entity at its other end." },
                [Input("node", Entity, "The entity at the other end."), .. more, .. Common()]);
            return type;
        }

        private IEnumerable<FieldType> Common() =>
        [
            Input("status", _statuses, "How it is held."),
            Input("speaker", _ids, "The entity that says it."),
            Input("hasSpeaker", _schema._boolean, "Whether someone is said to say it, named or not."),
            Input("article", _ids, "The article that says it."),
            Input("passage", _ids, "The passage that says it."),
            Input("about", _ids, "An entity with any part in it: end, observed, speaker, or in a qualifier."),
            Input("period", _within, "When it holds. What surely does not hold then is out; what is not dated may, and is in."),
            Input("asOf", _schema._date, "Holds then. What surely does not is out; what is not dated may, and is in."),
        ];

        private static InputObjectGraphType Quantified(string name, string what, IGraphType condition) => Add(
            new InputObjectGraphType { Name = name, Description = $"Whether there are such {what}. Denials do not count." },
            Input("some", condition, "At least one fulfils this."), Input("none", condition, "None fulfils this."));

        private static void Combine(InputObjectGraphType type) => Add(type,
            Input("AND", new ListGraphType(new NonNullGraphType(type)), "All of these hold."),
            Input("OR", new ListGraphType(new NonNullGraphType(type)), "At least one of these holds."),
            Input("NOT", type, "This does not hold."));

        private static InputObjectGraphType Operators(string name, string what, IGraphType value, params string[] more) => Add(
            new InputObjectGraphType { Name = name, Description = $"Compares {what}. All operators given must hold." },
            [
                Input("eq", value, "Equals this."),
                Input("in", new ListGraphType(new NonNullGraphType(value)), "Equals one of these."),
                .. more.Select(o => Input(o, value, Meanings[o])),
            ]);

        private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
        {
            ["contains"] = "Contains this.", ["startsWith"] = "Begins with this.",
            ["gt"] = "Is greater than this.", ["gte"] = "Is this or greater.", ["lt"] = "Is less than this.", ["lte"] = "Is this or less.",
        };
    }
}
