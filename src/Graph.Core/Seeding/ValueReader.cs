namespace Graph.Core;

/// <summary>Reads the values that statements are made of: dates, periods, quantities, speakers and qualifiers.</summary>
internal sealed class ValueReader(Ontology ontology, ProblemList problems)
{
    public const string DateForm = "Write 2022, 2022-Q3, 2023-10 or 2023-10-24, with ~ (about) or ? (inferred) behind it";

    public PartialDate? Date(YamlMap map, string key) => map.Take(key) is { } node ? Date(node, key) : null;

    public PartialDate? Date(YamlNode node, string key)
    {
        if (node is YamlScalar scalar && PartialDate.TryParse(scalar.Value.Trim(), out var date, marks: true))
            return date;
        problems.Error(node, $"'{key}' is {node.What}, which is no date", DateForm + ".");
        return null;
    }

    /// <summary>An observation's period: one of at, during, by, since, and words; or words alone.</summary>
    public Period? Period(YamlMap statement)
    {
        if (statement.Take("period") is YamlScalar scalar)
        {
            problems.Error(scalar, $"'period' is {scalar.What}, which does not say how it holds then",
                $"Write {{at: date}} (a level), {{during: date}} (within), {{by: date}} (a deadline) or {{since: date}}.");
            return null;
        }
        if (statement.Map("period", problems) is not { } map)
            return null;
        var text = map.Text("text", ontology.Languages, problems);
        var given = Enum.GetValues<PeriodRole>().Where(r => map.Take(Key(r)) is not null).ToArray();
        var ends = given.Select(r => Ends(map.Take(Key(r))!, r)).ToArray();
        map.RejectUnknown("'period'", problems);
        if (given.Length > 1)
        {
            problems.Error(map, $"the period has both '{Key(given[0])}' and '{Key(given[1])}'", "Keep one of at, during, by, since.");
            return null;
        }
        if (given.Length == 1)
            return ends[0] is var (from, to) ? Period(map, given[0], from, to, text) : null;
        return Period(map, PeriodRole.During, null, null, text);
    }

    /// <summary>The validity of a relationship: <c>validFrom</c>, <c>validTo</c>, <c>validText</c>.</summary>
    public Period? Validity(YamlMap statement)
    {
        var (from, to, text) = (Date(statement, "validFrom"), Date(statement, "validTo"), statement.Text("validText", ontology.Languages, problems));
        if (from is null && to is null && text is null)
            return null;
        if (Core.Period.Fault(PeriodRole.During, from, to, text) is not { } fault)
            return Core.Period.Of(PeriodRole.During, from, to, text);
        problems.Error(statement.File, statement.LineOf("validTo"), fault, "Exchange validFrom and validTo, or correct one.");
        return null;
    }

    /// <summary>The nearest speaker: a key, words, or both.</summary>
    public Speaker? Speaker(YamlMap statement)
    {
        switch (statement.Take("by"))
        {
            case null:
                return null;
            case YamlScalar key:
                return new Speaker(key.Value, null);
            case YamlMap map:
                var entity = map.String("entity", problems);
                var words = Words(map, "'by'");
                if (entity is null && words is null)
                    problems.Error(map, "'by' names nobody", "Write a key, or words per language.");
                return entity is null && words is null ? null : new Speaker(entity, words);
            case var node:
                problems.Error(node, $"'by' is {node.What}", "Write a key, or words per language: {zh: ..., en: ...}.");
                return null;
        }
    }

    public IReadOnlyList<Qualifier> Qualifiers(YamlMap statement)
    {
        var found = new List<Qualifier>();
        foreach (var (key, line, node) in statement.Map("qualifiers", problems)?.Entries ?? [])
        {
            if (ontology.FindQualifier(key) is not { } type)
                problems.Error(node.File, line, $"the qualifier '{QuoteFinder.Shown(key)}' is not in the ontology",
                    EntityReader.Known(key, ontology.Qualifiers.Select(q => q.Key)));
            else if (Qualifier(type, node) is { } value)
                found.Add(new Qualifier(key, value));
        }
        return found;
    }

    /// <summary><c>{amount, amountMax, unit, bound, text}</c>, turned into the base unit exactly.</summary>
    public Quantity? Quantity(YamlMap map, string baseUnit, string what)
    {
        var unit = Unit(map, baseUnit, what);
        var (amount, max) = (Amount(map, "amount", unit), Amount(map, "amountMax", unit));
        if (map.Take("amount") is null)
            problems.Error(map, $"{what} has no 'amount'", "Add amount: digits with an optional '.'.");
        var bound = map.Enum("bound", max is null ? Bound.Exact : Bound.Range, problems);
        var text = map.Text("text", ontology.Languages, problems);
        map.RejectUnknown(what, problems);
        if (amount is null || unit is null)
            return null;
        if (Core.Quantity.Fault(amount.Value, max, bound) is not { } fault)
            return Core.Quantity.Of(amount.Value, baseUnit, bound, max, text);
        if (map.Take("amountMax") is null || max is not null) // else its own fault is told already
            problems.Error(map, $"in {what}, {fault}", "Write {amount: 1, amountMax: 2, bound: RANGE, unit: ...} for a range, else only amount.");
        return null;
    }

    private static string Key(PeriodRole role) => Spelling.Field(role.ToString());

    private (PartialDate? From, PartialDate? To)? Ends(YamlNode node, PeriodRole role)
    {
        var key = Key(role);
        if (node is not YamlMap map)
            return Date(node, key) is not { } date ? null
                : role switch { PeriodRole.By => (null, date), PeriodRole.Since => (date, null), _ => (date, date) };
        var (from, to) = (Date(map, "from"), Date(map, "to"));
        var complete = (from is not null || map.Take("from") is null) && (to is not null || map.Take("to") is null);
        map.RejectUnknown($"'{key}'", problems);
        if (complete && from is null && to is null)
            problems.Error(map, $"'{key}' has neither 'from' nor 'to'", DateForm + ", or {from: ..., to: ...}.");
        return complete && (from is not null || to is not null) ? (from, to) : null;
    }

    private Period? Period(YamlNode at, PeriodRole role, PartialDate? from, PartialDate? to, LocalText? text)
    {
        if (Core.Period.Fault(role, from, to, text) is not { } fault)
            return Core.Period.Of(role, from, to, text);
        problems.Error(at, fault, "Write {at: date}, {during: date or {from: , to: }}, {by: date}, {since: date}, or words: {text: {...}}.");
        return null;
    }

    private LocalText? Words(YamlMap map, string what)
    {
        var words = LocalText.OrNull(ontology.Languages.Select(l => new KeyValuePair<string, string>(l, map.String(l, problems)?.Trim() ?? "")));
        map.RejectUnknown(what, problems);
        return words;
    }

    private StatementValue? Qualifier(QualifierType type, YamlNode node)
    {
        var what = $"the qualifier '{type.Key}'";
        switch (type.Type)
        {
            case QualifierValueType.Text:
                return YamlReading.ReadText(node, type.Key, ontology.Languages, problems) is { } text ? new TextValue(text) : null;
            case QualifierValueType.Date:
                return Date(node, type.Key) is { } date ? new DateValue(date) : null;
            case QualifierValueType.Entity when node is YamlScalar { IsNull: false } key:
                return new EntityValue(key.Value);
            case QualifierValueType.Quantity when node is YamlMap map:
                return Quantity(map, type.Unit!, what) is { } quantity ? new QuantityValue(quantity) : null;
            case QualifierValueType.Quantity when node is YamlScalar scalar:
                return Exact(scalar, type.Key) is { } amount ? new QuantityValue(Core.Quantity.Of(amount, type.Unit!)) : null;
            default:
                problems.Error(node, $"{what} is {node.What}", type.Type == QualifierValueType.Entity ? "Write the key of an entity."
                    : $"Write a number in {type.Unit}, or {{amount: , unit: }}.");
                return null;
        }
    }

    private Unit? Unit(YamlMap map, string baseUnit, string what)
    {
        string Family() => string.Join(", ", ontology.Units.Where(u => u.Base == baseUnit).Select(u => u.Code));
        var code = map.String("unit", problems);
        if (code is null)
        {
            if (map.Take("unit") is null)
                problems.Error(map, $"{what} has no 'unit'", $"Add unit: one of {Family()}.");
            return null;
        }
        var unit = ontology.FindUnit(code);
        if (unit?.Base == baseUnit)
            return unit;
        problems.Error(map.File, map.LineOf("unit"),
            unit is null ? $"the unit '{QuoteFinder.Shown(code)}' is not in the ontology"
                : $"the unit '{code}' is of {unit.Base}, but {what} is measured in {baseUnit}",
            $"Write one of {Family()}.");
        return null;
    }

    private decimal? Amount(YamlMap map, string key, Unit? unit)
    {
        if (map.Take(key) is not { } node || Exact(node, key) is not { } amount || unit is null)
            return null;
        if (ExactDecimal.TryMultiply(amount, unit.Factor, out var inBase))
            return inBase;
        problems.Error(node, $"'{key}' is {node.What} {unit.Code}, which does not fit 28 digits in {unit.Base}", "Write fewer digits.");
        return null;
    }

    private decimal? Exact(YamlNode node, string key)
    {
        if (node is YamlScalar scalar && ExactDecimal.TryParse(scalar.Value, out var amount))
            return amount;
        problems.Error(node, $"'{key}' is {node.What}, not a number of at most 28 digits",
            "Write digits with an optional '.', without separators or unit.");
        return null;
    }
}
