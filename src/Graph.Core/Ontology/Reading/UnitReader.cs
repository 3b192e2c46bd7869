using System.Text.RegularExpressions;

namespace Graph.Core;

/// <summary>The section <c>units</c>.</summary>
internal static partial class UnitReader
{
    public static void Read(OntologyDraft draft)
    {
        foreach (var (code, line, map) in draft.Entries("units", Spelling().IsMatch, "[A-Za-z][A-Za-z0-9_]*"))
        {
            var name = draft.Text(map, "name");
            var symbol = Symbol(draft, map);
            var baseCode = map.String("base", draft.Problems);
            draft.Units.Add(code, new Unit(code, name, symbol, baseCode ?? code, Factor(draft, map, baseCode)), map, line);
            map.RejectUnknown($"the unit {code}", draft.Problems);
        }
        foreach (var unit in draft.Units.Values)
            CheckBase(draft, unit);
    }

    private static void CheckBase(OntologyDraft draft, Unit unit)
    {
        var map = draft.Units.Map(unit.Code);
        if (map.Take("base") is null)
            return;
        var line = map.LineOf("base");
        if (unit.IsBase)
            draft.Problems.Error(map.File, line, $"the unit {unit.Code} is its own base", "Remove 'base' and 'factor': a unit without them is a base unit.");
        else if (draft.Units.Find(unit.Base) is not { } found)
            draft.Problems.Error(map.File, line, $"'base' names '{unit.Base}', which is no unit", OntologyDraft.Suggest(unit.Base, draft.Units.Names.Where(u => u != unit.Code), "Declare it under 'units'."));
        else if (!found.IsBase)
            draft.Problems.Error(map.File, line, $"'base' names '{unit.Base}', which is itself a multiple of '{found.Base}'", "Name a unit without 'base', and give the factor to it.");
    }

    private static decimal Factor(OntologyDraft draft, YamlMap map, string? baseCode)
    {
        if (baseCode is null)
        {
            draft.Reject(map, "factor", "goes with 'base' only", "Add 'base:', or remove 'factor'.");
            return 1;
        }
        var factor = map.Number("factor", draft.Problems);
        if (map.Take("factor") is null)
            draft.Problems.Error(map, "'factor' is missing", $"Add 'factor:', how many {baseCode} one of this is.");
        else if (factor <= 0)
            draft.Problems.Error(map.File, map.LineOf("factor"), "'factor' is not above 0", $"Write how many {baseCode} one of this is.");
        return factor is > 0 ? factor.Value : 1;
    }

    // "" says that a language writes no symbol; a language that is missing was forgotten.
    private static LocalText? Symbol(OntologyDraft draft, YamlMap map)
    {
        if (map.Take("symbol") is not YamlMap symbols)
        {
            draft.Text(map, "symbol");
            return null;
        }
        foreach (var language in draft.Languages.Where(l => symbols.Take(l) is null && !symbols.Mistypes(l, draft.Languages)))
            draft.Problems.Error(symbols, $"'symbol' has no text in '{language}'", $"Add {language}: ..., or {language}: \"\" when none is written.");
        return YamlReading.ReadText(symbols, "symbol", draft.Languages, draft.Problems);
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*\z")]
    private static partial Regex Spelling();
}
