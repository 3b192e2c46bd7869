using CsCheck;
using Graph.Core;

namespace Graph.SharedTests;

/// <summary>Random values that are valid under <see cref="TestOntology"/>. Pools are small, so that things meet.</summary>
internal static class AnyValue
{
    public static Gen<bool> Seldom { get; } = Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)));

    /// <summary>Texts that are hard to store, fold or sort: both languages, case, width, quotes, an operator of full text, outside the BMP.</summary>
    public static Gen<string> Words { get; } = Gen.OneOf("小米", "小", "小米集团", "Xiaomi", "XIAOMI", "xiaomi 14", "ＸＩＡＯＭＩ", "雷军", "Lei Jun", "Åse", "a", "ab", "a b", "O'Neil \"x\"",
        "50%_off\\", "AND OR NOT *", "😀", "\uFF5E", "澎湃 HyperOS", "{x} [y]");

    public static Gen<LocalText> Text { get; } = Gen.Select(Words, Words, Gen.Int[0, 2], (zh, en, which) =>
        which switch { 0 => LocalText.Of("zh", zh), 1 => LocalText.Of("en", en), _ => TestOntology.Both(zh, en) });

    /// <summary>Years 2020 to 2024 mostly, sometimes the ends of the calendar.</summary>
    public static Gen<PartialDate> Date { get; } = Gen.Select(
        Gen.Frequency((12, Gen.Int[2020, 2024]), (1, Gen.Int[1, 2]), (1, Gen.Int[9998, 9999])), Gen.Enum<DatePrecision>(), Gen.Int[1, 12], Gen.Int[1, 31], Seldom, Seldom,
        (year, precision, month, day, about, inferred) => PartialDate.Parse(precision switch
        {
            DatePrecision.Year => $"{year:0000}",
            DatePrecision.Quarter => $"{year:0000}-Q{((month - 1) / 3) + 1}",
            DatePrecision.Month => $"{year:0000}-{month:00}",
            _ => $"{year:0000}-{month:00}-{Math.Min(day, DateTime.DaysInMonth(year, month)):00}",
        }) with { About = about, Inferred = inferred });

    /// <summary>All bounds of both signs, with up to 27 digits, some of them behind the point.</summary>
    public static Gen<decimal> Amount { get; } = Gen.OneOf(
        Gen.Int[-3, 12].Select(n => (decimal)n),
        Gen.Select(Gen.Int[-2000, 2000], Gen.Byte[0, 4], (n, scale) => new decimal(Math.Abs(n), 0, 0, n < 0, scale)),
        Gen.Select(Gen.Int, Gen.Int, Gen.Int[0, 1 << 24], Gen.Bool, Gen.Byte[0, 28], (low, mid, high, negative, scale) => new decimal(low, mid, high, negative, scale)),
        Gen.Int[1, 3000].Select(n => n * 100_000_000m));

    public static Gen<Period> Period { get; } = Gen.Select(Gen.Enum<PeriodRole>(), Date.Nullable(), Date.Nullable(), Text.Null(),
            (role, from, to, text) => (Role: role, From: role == PeriodRole.By ? null : from, To: role == PeriodRole.Since ? null : to, Text: text))
        .Where(p => Core.Period.Fault(p.Role, p.From, p.To, p.Text) is null).Select(p => Core.Period.Of(p.Role, p.From, p.To, p.Text));

    public static Gen<Period> Validity { get; } = Gen.Select(Date.Nullable(), Date.Nullable(), Text.Null(), (from, to, text) => (from, to, text))
        .Where(p => Core.Period.Fault(PeriodRole.During, p.from, p.to, p.text) is null).Select(p => Core.Period.Of(PeriodRole.During, p.from, p.to, p.text));

    public static Gen<Quantity> Quantity(string unit) => Gen.Select(Amount, Gen.Enum<Bound>(), Gen.Int[1, 100], Text.Null(),
        (amount, bound, width, text) => bound != Bound.Range ? Core.Quantity.Of(amount, unit, bound, null, text)
            : amount + width > amount ? Core.Quantity.Of(amount, unit, bound, amount + width, text) : Core.Quantity.Of(amount, unit, Bound.Exact, null, text));
}
