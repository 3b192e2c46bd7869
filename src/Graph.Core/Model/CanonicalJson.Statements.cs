using System.Text.Json;

namespace Graph.Core;

public static partial class CanonicalJson
{
    public static string Of(Statement statement) => Text(json =>
    {
        if (statement.Id != default)
            json.WriteString("id", statement.Id.ToString());
        Write(json, statement);
        json.WriteString("status", Upper(statement.Status));
        if (statement.Polarity == Polarity.Negated)
            json.WriteString("polarity", Upper(statement.Polarity));
        if (statement.Speaker is { } speaker)
        {
            json.WriteStartObject("speaker");
            Write(json, "entity", speaker.Entity);
            Write(json, "text", speaker.Text);
            json.WriteEndObject();
        }
        Write(json, "hedge", statement.Hedge);
        WriteQualifiers(json, statement.Qualifiers);
        if (statement.AmongOthers)
            json.WriteBoolean("amongOthers", true);
        WriteEvidence(json, statement.Evidence);
        WriteList(json, "derivedFrom", statement.DerivedFrom.Select(id => id.ToString()));
        if (statement.FromApi)
            json.WriteBoolean("fromApi", true);
    });

    /// <summary>Throws <see cref="JsonException"/>, <see cref="KeyNotFoundException"/>, <see cref="FormatException"/> or <see cref="ArgumentException"/> for text that <see cref="Of(Statement)"/> did not make.</summary>
    public static Statement ReadStatement(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadStatement(document.RootElement);
    }

    /// <summary>Without an id in the text, that of the statement is the default.</summary>
    internal static Statement ReadStatement(JsonElement json)
    {
        var id = String(json, "id") is { } given ? StatementId.Parse(given) : default;
        Statement statement = String(json, "metric") is not { } metric
            ? new Relationship
            {
                Id = id,
                Type = json.GetProperty("type").GetString()!,
                Source = json.GetProperty("source").GetString()!,
                Target = json.GetProperty("target").GetString()!,
                Validity = ReadPeriod(json, "validity"),
            }
            : new Observation
            {
                Id = id,
                Type = metric,
                Entity = json.GetProperty("entity").GetString()!,
                Value = ReadValue(json.GetProperty("value")),
                Period = ReadPeriod(json, "period"),
            };
        return statement with
        {
            Status = Enum(String(json, "status"), Status.Stated),
            Polarity = Enum(String(json, "polarity"), Polarity.Affirmed),
            Speaker = json.TryGetProperty("speaker", out var speaker) ? new Speaker(String(speaker, "entity"), LocalText(speaker, "text")) : null,
            Hedge = LocalText(json, "hedge"),
            Qualifiers = json.TryGetProperty("qualifiers", out var qualifiers)
                ? [.. qualifiers.EnumerateObject().Select(q => new Qualifier(q.Name, ReadValue(q.Value)))] : [],
            AmongOthers = Flag(json, "amongOthers"),
            Evidence = json.TryGetProperty("evidence", out var evidence) ? [.. evidence.EnumerateArray().Select(ReadEvidence)] : [],
            DerivedFrom = json.TryGetProperty("derivedFrom", out var premises) ? [.. premises.EnumerateArray().Select(p => StatementId.Parse(p.GetString()!))] : [],
            FromApi = Flag(json, "fromApi"),
        };
    }

    private static void Write(Utf8JsonWriter json, Statement statement)
    {
        if (statement is Relationship relationship)
        {
            json.WriteString("source", relationship.Source);
            json.WriteString("type", relationship.Type);
            json.WriteString("target", relationship.Target);
            WritePeriod(json, "validity", relationship.Validity);
        }
        else if (statement is Observation observation)
        {
            json.WriteString("entity", observation.Entity);
            json.WriteString("metric", observation.Type);
            json.WritePropertyName("value");
            WriteValue(json, observation.Value);
            WritePeriod(json, "period", observation.Period);
        }
    }

    private static void WritePeriod(Utf8JsonWriter json, string name, Period? period)
    {
        if (period is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("role", Upper(period.Role));
        Write(json, "from", period.From?.ToMarkedString());
        Write(json, "to", period.To?.ToMarkedString());
        Write(json, "text", period.Text);
        json.WriteEndObject();
    }

    private static Period? ReadPeriod(JsonElement parent, string name) => parent.TryGetProperty(name, out var json)
        ? Period.Of(Enum(String(json, "role"), PeriodRole.During), Date(json, "from"), Date(json, "to"), LocalText(json, "text"))
        : null;

    private static void WriteQualifiers(Utf8JsonWriter json, IReadOnlyList<Qualifier> qualifiers)
    {
        if (qualifiers.Count == 0)
            return;
        json.WriteStartObject("qualifiers");
        foreach (var qualifier in qualifiers)
        {
            json.WritePropertyName(qualifier.Key);
            WriteValue(json, qualifier.Value);
        }
        json.WriteEndObject();
    }

    // Told apart by the one member that each has: amount, date, entity, text.
    private static void WriteValue(Utf8JsonWriter json, StatementValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case QuantityValue { Quantity: var quantity }:
                json.WritePropertyName("amount");
                json.WriteRawValue(Quantity.Digits(quantity.Amount));
                if (quantity.AmountMax is { } max)
                {
                    json.WritePropertyName("amountMax");
                    json.WriteRawValue(Quantity.Digits(max));
                }
                json.WriteString("unit", quantity.Unit);
                json.WriteString("bound", Upper(quantity.Bound));
                Write(json, "text", quantity.Text);
                break;
            case DateValue date:
                json.WriteString("date", date.Date.ToMarkedString());
                Write(json, "text", date.Words);
                break;
            case EntityValue entity:
                json.WriteString("entity", entity.Key);
                break;
            case TextValue text:
                Write(json, "text", text.Text);
                break;
        }
        json.WriteEndObject();
    }

    private static StatementValue ReadValue(JsonElement json) =>
        (json.TryGetProperty("amount", out var amount), Date(json, "date"), String(json, "entity"), LocalText(json, "text")) switch
        {
            (true, null, null, var words) => ReadQuantity(json, amount, words),
            (false, { } date, null, var words) => new DateValue(date, words),
            (false, null, { } entity, null) => new EntityValue(entity),
            (false, null, null, { } text) => new TextValue(text),
            _ => throw new JsonException("a value is one of amount (with its unit), date, entity and text"),
        };

    private static QuantityValue ReadQuantity(JsonElement json, JsonElement amount, LocalText? words)
    {
        decimal? max = json.TryGetProperty("amountMax", out var m) ? Exact(m) : null;
        var unit = String(json, "unit") ?? throw new JsonException("an amount has a unit");
        return new QuantityValue(Quantity.Of(Exact(amount), unit, Enum(String(json, "bound"), Bound.Exact), max, words));
    }

    private static decimal Exact(JsonElement number) => ExactDecimal.TryParse(number.GetRawText(), out var value) ? value
        : throw new JsonException($"{number.GetRawText()} is not a number of at most 28 digits without exponent.");

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count == 0)
            return;
        json.WriteStartArray("evidence");
        foreach (var item in evidence)
        {
            json.WriteStartObject();
            json.WriteString("passage", item.Passage.ToString());
            WriteSpan(json, item.Language, item.Start, item.End);
            json.WriteString("quote", item.Quote);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static Evidence ReadEvidence(JsonElement json) => new(ReadPassageId(json.GetProperty("passage")), json.GetProperty("language").GetString()!,
        json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32(), json.GetProperty("quote").GetString()!);

    private static PassageId ReadPassageId(JsonElement json) =>
        PassageId.TryParse(json.GetString()!, out var id) ? id : throw new JsonException($"'{json.GetString()}' is not a passage's id.");

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var list = values.ToArray();
        if (list.Length == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in list)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
