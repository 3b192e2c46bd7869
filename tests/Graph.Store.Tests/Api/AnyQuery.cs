using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Graph.Core;
using Graph.SharedTests;

namespace Graph.StoreTests;

/// <summary>Random GraphQL over <see cref="SharedTests.TestOntology"/>: valid documents, some of whose arguments are not.</summary>
internal static class AnyQuery
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Ontology Ontology = SharedTests.TestOntology.Instance;

    private static readonly string[] RelationFields = [.. Ontology.RelationshipTypes.SelectMany(t => new[] { t.Out.Field, t.In.Field }).Distinct()];

    private static readonly Gen<string> Key = Gen.OneOf([.. AnyEntity.Keys, "unknown"]).Select(Quoted);
    private static readonly Gen<string> Kind = Gen.OneOf([.. Ontology.Kinds.Select(k => k.EnumName)]);
    private static readonly Gen<string> Type = Gen.OneOf([.. Ontology.RelationshipTypes.Select(t => t.Name)]);
    private static readonly Gen<string> Metric = Gen.OneOf([.. Ontology.Metrics.Select(m => m.Name)]);
    private static readonly Gen<string> Word = AnyValue.Words.Select(Quoted);
    private static readonly Gen<string> Date = AnyValue.Date.Select(d => Quoted((d with { About = false, Inferred = false }).ToString()));
    private static readonly Gen<string> Amount = AnyValue.Amount.Select(Core.Quantity.Digits);
    private static readonly Gen<string> Status = Gen.Enum<Status>().Select(s => Spelling.EnumValue(s.ToString()));
    private static readonly Gen<string> Direction = Gen.OneOf("ANY", "OUT", "IN");

    private static readonly Gen<string> Common = Gen.OneOf(
        Status.SelectMany(Is).Select(o => $"status:{o}"), Key.SelectMany(Is).Select(o => $"speaker:{o}"), Gen.Bool.Select(b => $"hasSpeaker:{(b ? "true" : "false")}"),
        Gen.OneOf("\"first-news\"", "\"a_second\"", "\"unknown\"").SelectMany(Is).Select(o => $"article:{o}"),
        Gen.OneOf([.. AnyEntity.Passages.Select(p => Quoted(p.Id.ToString())), "\"nonsense\""]).SelectMany(Is).Select(o => $"passage:{o}"),
        Key.SelectMany(Is).Select(o => $"about:{o}"), Date.Select(d => $"asOf:{d}"), Gen.Select(Date, Date, (a, b) => $"period:{{from:{a}, to:{b}}}"), Date.Select(d => $"period:{{to:{d}}}"));

    /// <summary>A page that can be walked: all but the part of the order, which the test adds before the closing bracket. Its field is <c>p</c>.</summary>
    public static Gen<(string Head, string Selection)> Page { get; } = Gen.OneOf(
        Entities(2), Statements("relationships", RelationshipFilter(2), "ID", "VALID_FROM"), Statements("observations", ObservationFilter(2), "ID", "PERIOD"),
        Statements("observations", Gen.Select(Metric, ObservationFilter(1), (m, f) => $"{{metric:{{eq:{m}}}, AND:[{f}]}}"), "AMOUNT"), Statements("statements", StatementFilter(2), "ID", "PERIOD", "POSITION"));

    /// <summary>A whole document of one or two fields.</summary>
    public static Gen<string> Document { get; } = Gen.OneOf(
        Page.SelectMany(p => PageSize.Select(size => $"{{ {p.Head}, {size}){p.Selection} }}")),
        Page.SelectMany(p => PageSize.Select(size => $"{{ {p.Head}, {size}){p.Selection} }}")),
        Gen.Select(Word, Kind.Array[0, 2], Gen.Int[1, 12], (text, kinds, first) => $"{{ search(text:{text}{(kinds.Length == 0 ? "" : $", kinds:[{string.Join(',', kinds)}]")}, first:{first}){{ score matchedOn{{ text language role }} entity{{ key }} }} }}"),
        Gen.Select(Key, Key, Gen.Int[1, 4], Gen.Int[1, 6], Direction, Narrow,
            (from, to, hops, limit, direction, more) => $"{{ paths(from:{from}, to:{to}, maxHops:{hops}, limit:{limit}, direction:{direction}{more}){{ length complete sentence(lang:EN) hops{{ from{{ key }} to{{ key }} reversed sentence relationship{{ id }} also{{ id }} }} }} }}"),
        Gen.Select(Key.Array[1, 3], Gen.Int[1, 3], Gen.Int[1, 12], Kind.Array[0, 2], Narrow,
            (of, hops, limit, kinds, more) => $"{{ neighborhood(of:[{string.Join(',', of)}], hops:{hops}, limit:{limit}{(kinds.Length == 0 ? "" : $", kinds:[{string.Join(',', kinds)}]")}{more}){{ truncated entities{{ key degree }} relationships{{ id sentence }} }} }}"),
        Gen.Select(Key.Array[1, 3], Gen.Int[1, 4], Key.Null(0.6), Narrow,
            (of, limit, after, more) => $"{{ common(of:[{string.Join(',', of)}], limit:{limit}{(after is null ? "" : $", after:{after}")}{more}){{ complete entity{{ key }} relationships{{ id }} }} }}"),
        Gen.Select(Word, Kind, (name, kind) => $"{{ entity(name:{name}){{ {EntityScalars} }} {Ontology.Kinds.First(k => k.EnumName == kind).PluralField}(orderBy:{{field:NAME}}){{ totalCount nodes{{ key }} aggregates{{ kinds{{ kind count }} }} }} }}"),
        Key.Array[1, 4].Select(ids => $"{{ nodes(ids:[{string.Join(',', ids)},\"p_first-news.1\",\"a_second\",\"r_NONE.0\"]){{ id ... on Entity{{ {EntityScalars} }} ... on Passage{{ text statements{{ totalCount nodes{{ id }} }} mentions(last:3){{ nodes{{ start entity{{ key }} }} }} }} ... on Article{{ title passages{{ number }} }} }} }}"),
        Gen.Const("{ statistics{ entities relationships observations articles passages statuses{ status count } } ontology{ kinds{ name count } relationshipTypes{ name count } metrics{ name count } } articles{ id passages{ id } } }"));

    private const string EntityScalars = "key kind name(lang:EN) names{ text language role } summary degree identifiers{ scheme value }";

    private const string PageInfo = "pageInfo{ hasNextPage hasPreviousPage startCursor endCursor }";

    private const string StatementScalars = """
        id status polarity hedge sentence(lang:EN) attributedTo{ entity{ key } text } qualifiers{ key value entity{ key } } evidence(lang:ZH){ quote passage{ number } } conflictsWith{ id } derivedFrom{ id }
        ... on Statement{ ... on Relationship{ type source{ key } target{ key } validFrom validTo } ... on Observation{ metric entity{ key } value(lang:EN) quantity{ amount amountMax bound } period{ from to role text } } }
        """;

    private static Gen<string> PageSize => Gen.Frequency((8, Gen.Int[0, 8].Select(n => $"first:{n}")), (4, Gen.Int[0, 8].Select(n => $"last:{n}")), (1, Gen.OneOf("first:-1", "last:201", "first:1, last:1", "after:\"bad\"", "before:null")));

    private static Gen<string> Narrow => Gen.Select(Type.Array[0, 2], Date.Null(0.6),
        (types, asOf) => (types.Length == 0 ? "" : $", types:[{string.Join(',', types)}]") + (asOf is null ? "" : $", asOf:{asOf}"));

    private static Gen<(string, string)> Entities(int depth) => Gen.Select(EntityFilter(depth), Gen.OneOf("KEY", "NAME", "DEGREE"), Gen.OneOf("ASC", "DESC"), Children, Gen.Select(Direction, Type.Array[0, 2]),
        (where, field, order, children, degree) => ($"p:entities(where:{where}, orderBy:{{field:{field}, order:{order}}}",
            $"{{ totalCount {PageInfo} aggregates{{ kinds{{ kind count }} }} edges{{ cursor node{{ {EntityScalars} some:degree(direction:{degree.Item1}, types:[{string.Join(',', degree.Item2)}]) {children} }} }} }}"));

    private static Gen<(string, string)> Statements(string field, Gen<string> where, params string[] orders) => Gen.Select(where, Gen.OneOf(orders), Gen.OneOf("ASC", "DESC"), Aggregates(field),
        (filter, by, order, aggregates) => ($"p:{field}(where:{filter}, orderBy:{{field:{by}, order:{order}}}", $"{{ totalCount {PageInfo} {aggregates} edges{{ cursor node{{ {StatementScalars} }} }} }}"));

    private static Gen<string> Children => Gen.OneOf(
        Gen.Const(""),
        Gen.Select(RelationshipFilter(1), Direction, PageSize, Gen.OneOf("ID", "VALID_FROM"), Aggregates("relationships"), (where, direction, size, by, aggregates) =>
            $"relationships(direction:{direction}, where:{where}, orderBy:{{field:{by}, order:DESC}}, {size}){{ totalCount {PageInfo} {aggregates} edges{{ cursor reversed sentence other{{ key }} node{{ id }} }} }}"),
        Gen.Select(ObservationFilter(1), PageSize, Gen.OneOf("ID", "PERIOD"), Aggregates("observations"), (where, size, by, aggregates) =>
            $"observations(where:{where}, orderBy:{{field:{by}}}, {size}){{ totalCount {PageInfo} {aggregates} nodes{{ id value }} }}"),
        Gen.Select(StatementFilter(1), PageSize, Gen.OneOf("ID", "PERIOD", "POSITION"), Aggregates("statements"), (where, size, by, aggregates) =>
            $"statements(where:{where}, orderBy:{{field:{by}}}, {size}){{ totalCount {PageInfo} {aggregates} nodes{{ id }} }}"),
        PageSize.Select(size => $"mentions({size}){{ totalCount {PageInfo} edges{{ cursor node{{ start end language passage{{ id }} }} }} }}"),
        Gen.Select(PageSize, RelationshipFilter(1), (size, where) => $"... on Company{{ competesWith(where:{where}, {size}){{ totalCount {PageInfo} aggregates{{ statuses{{ status count }} }} edges{{ cursor sentence node{{ key }} properties{{ id }} }} }} }} ... on Person{{ heads({size}){{ nodes{{ key degree }} }} }}"));

    private static Gen<string> Aggregates(string of) => Gen.Select(Gen.Bool, Metric, (given, metric) =>
    {
        var metrics = of == "relationships" ? "" : $" metrics{{ metric count }} least(metric:{metric}){{ id }} greatest(metric:{metric}){{ id quantity{{ amount }} }}";
        var types = of == "observations" ? "" : " types{ type count }";
        return given ? $"aggregates{{ statuses{{ status count }} polarities{{ polarity count }} speakers(first:3){{ speaker{{ key }} count }}{types}{metrics} }}" : "";
    });

    private static Gen<string> EntityFilter(int depth)
    {
        var leaf = Gen.OneOf(
            Key.SelectMany(Texts).Select(o => $"{{key:{o}}}"), Word.SelectMany(Texts).Select(o => $"{{name:{o}}}"), Kind.SelectMany(Is).Select(o => $"{{kind:{o}}}"),
            Gen.Int[0, 4].Select(n => $"{n}").SelectMany(Numbers).Select(o => $"{{degree:{o}}}"), Gen.Const("{}"));
        if (depth == 0)
            return leaf;
        var condition = Gen.Select(Common.Null(0.4), EntityFilter(depth - 1).Null(), (c, node) => $"{{{string.Join(", ", new[] { c, node is null ? null : $"node:{node}" }.OfType<string>())}}}");
        var any = Gen.OneOf("some", "none");
        return Gen.Frequency((4, leaf), (1, Combined(EntityFilter(depth - 1))),
            (2, Gen.Select(Gen.OneOf(RelationFields), any, condition, (field, quantor, c) => $"{{{field}:{{{quantor}:{c}}}}}")),
            (1, Gen.Select(any, Type.SelectMany(Is), EntityFilter(depth - 1), (quantor, type, node) => $"{{relationships:{{{quantor}:{{type:{type}, node:{node}}}}}}}")),
            (1, Gen.Select(any, ObservationFilter(depth - 1), (quantor, f) => $"{{observations:{{{quantor}:{f}}}}}")));
    }

    private static Gen<string> RelationshipFilter(int depth) => Filter(depth, Gen.OneOf(
        Common, Type.SelectMany(Is).Select(o => $"type:{o}"), Gen.OneOf("AFFIRMED", "NEGATED").SelectMany(Is).Select(o => $"polarity:{o}"), Gen.Select(Key.SelectMany(Is), Key.SelectMany(Is), (s, t) => $"source:{s}, target:{t}"),
        Key.SelectMany(Is).Select(o => $"target:{o}")));

    private static Gen<string> ObservationFilter(int depth) => Filter(depth, Gen.OneOf(
        Common, Metric.SelectMany(Is).Select(o => $"metric:{o}"), Gen.OneOf("AFFIRMED", "NEGATED").SelectMany(Is).Select(o => $"polarity:{o}"), Key.SelectMany(Is).Select(o => $"entity:{o}"), Amount.SelectMany(Numbers).Select(o => $"amount:{o}")));

    private static Gen<string> StatementFilter(int depth) => Filter(depth, Common);

    private static Gen<string> Filter(int depth, Gen<string> condition)
    {
        var leaf = Gen.Frequency((6, condition.Select(c => $"{{{c}}}")), (1, Gen.Const("{}")));
        return depth == 0 ? leaf : Gen.Frequency((4, leaf), (2, Combined(Filter(depth - 1, condition))));
    }

    private static Gen<string> Combined(Gen<string> inner) => Gen.OneOf(
        inner.Array[0, 3].Select(all => $"{{AND:[{string.Join(',', all)}]}}"), inner.Array[0, 3].Select(any => $"{{OR:[{string.Join(',', any)}]}}"), inner.Select(f => $"{{NOT:{f}}}"));

    private static Gen<string> Is(string value) => Gen.OneOf($"{{eq:{value}}}", $"{{in:[{value}]}}", "{in:[]}", $"{{eq:{value}, in:[{value}]}}");

    private static Gen<string> Texts(string value) => Gen.OneOf("eq", "contains", "startsWith", "gt", "gte", "lt", "lte").Select(o => $"{{{o}:{value}}}");

    private static Gen<string> Numbers(string value) => Gen.OneOf("eq", "gt", "gte", "lt", "lte").Select(o => $"{{{o}:{value}}}");

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Relaxed);
}
