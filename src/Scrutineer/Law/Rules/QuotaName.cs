using Scrutineer.Allocation;

namespace Scrutineer.Law.Rules;

/// <summary>The named quotas: votes per seat, from the sum of the votes and the number of seats.</summary>
public enum QuotaName
{
    /// <summary>Votes ÷ seats, exact (Hare).</summary>
    Hare,

    /// <summary>Votes ÷ seats, to the nearest whole vote.</summary>
    HareRounded,

    /// <summary>Votes ÷ seats, where it is not whole raised to the next whole vote.</summary>
    HareRoundedUp,

    /// <summary>Votes ÷ (seats + 1), rounded down, plus one (Droop).</summary>
    Droop,

    /// <summary>Votes ÷ (seats + 1), exact (Hagenbach-Bischoff).</summary>
    HagenbachBischoff,

    /// <summary>Votes ÷ (seats + 1), to the nearest whole vote.</summary>
    HagenbachBischoffRounded,

    /// <summary>Votes ÷ (seats + 2), exact (Imperiali).</summary>
    Imperiali,

    /// <summary>Votes ÷ (seats + 2), to the nearest whole vote.</summary>
    ImperialiRounded,
}

/// <summary>The quotas in words and in numbers.</summary>
internal static class QuotaNames
{
    /// <summary>The name as literature writes it.</summary>
    public static string InWords(QuotaName quota) =>
        quota switch
        {
            QuotaName.HareRounded => "rounded Hare",
            QuotaName.HareRoundedUp => "raised Hare",
            QuotaName.HagenbachBischoff => "Hagenbach-Bischoff",
            QuotaName.HagenbachBischoffRounded => "rounded Hagenbach-Bischoff",
            QuotaName.ImperialiRounded => "rounded Imperiali",
            _ => quota.ToString(),
        };

    /// <summary>How many are added to the seats before the votes are divided by them.</summary>
    public static int Added(QuotaName quota) =>
        quota switch
        {
            QuotaName.Hare or QuotaName.HareRounded or QuotaName.HareRoundedUp => 0,
            QuotaName.Imperiali or QuotaName.ImperialiRounded => 2,
            _ => 1,
        };

    /// <summary>The formula in words.</summary>
    public static string Formula(QuotaName quota) =>
        $"divided by the number of seats{Added(quota) switch { 1 => " plus one", 2 => " plus two", _ => "" }}, "
        + quota switch
        {
            QuotaName.Droop => "rounded down, plus one",
            QuotaName.HareRoundedUp => "raised to the next whole vote",
            QuotaName.HareRounded or QuotaName.HagenbachBischoffRounded or QuotaName.ImperialiRounded =>
                "rounded to the nearest whole vote",
            _ => "not rounded",
        };

    /// <summary>Votes per seat; nothing where there would be none.</summary>
    public static Rational? Value(QuotaName quota, Rational votes, int seats)
    {
        if (seats + Added(quota) == 0)
        {
            return null;
        }

        var exact = votes / (seats + Added(quota));
        var value = quota switch
        {
            QuotaName.Droop => exact.Floor() + 1,
            QuotaName.HareRoundedUp => exact.Ceiling(),
            QuotaName.HareRounded or QuotaName.HagenbachBischoffRounded or QuotaName.ImperialiRounded =>
                exact.RoundHalfUp(),
            _ => exact,
        };
        return value.Sign > 0 ? value : null;
    }

    /// <summary>The quota of the allocation library.</summary>
    public static Quota Of(QuotaName quota) =>
        Allocation.Quota.Named(ScalarWord(quota))
        ?? throw new ArgumentOutOfRangeException(
            nameof(quota),
            $"Territories are not apportioned by the {InWords(quota)} quota."
        );

    private static string ScalarWord(QuotaName quota) => Files.ScalarType.Word(quota);
}
