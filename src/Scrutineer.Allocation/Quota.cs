using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// Votes per seat, from the sum V of the votes and the size S of the house. A rounded quota is rounded because the law
/// says so; the others are exact fractions.
/// </summary>
public sealed class Quota
{
    private readonly Func<ulong, ulong, (ulong Numerator, ulong Denominator)> formula;

    private Quota(string name, Func<ulong, ulong, (ulong Numerator, ulong Denominator)> formula) =>
        (Name, this.formula) = (name, formula);

    /// <summary>Hare: V/S.</summary>
    public static Quota Hare { get; } = new("hare", (v, s) => (v, s));

    /// <summary>Hare to the nearest whole vote, a half going up.</summary>
    public static Quota HareRounded { get; } = new("hare-rounded", RoundHalfUp);

    /// <summary>Droop: ⌊V/(S+1)⌋ + 1.</summary>
    public static Quota Droop { get; } = new("droop", (v, s) => ((v / (s + 1)) + 1, 1));

    /// <summary>Hagenbach-Bischoff: V/(S+1).</summary>
    public static Quota HagenbachBischoff { get; } = new("hagenbach-bischoff", (v, s) => (v, s + 1));

    /// <summary>Hagenbach-Bischoff, a fraction going up to the next whole vote.</summary>
    public static Quota HagenbachBischoffCeiling { get; } =
        new("hagenbach-bischoff-ceiling", (v, s) => ((v / (s + 1)) + (v % (s + 1) == 0 ? 0UL : 1), 1));

    /// <summary>Hagenbach-Bischoff to the nearest whole vote, a half going up (Slovakia).</summary>
    public static Quota HagenbachBischoffRounded { get; } =
        new("hagenbach-bischoff-rounded", (v, s) => RoundHalfUp(v, s + 1));

    /// <summary>Imperiali: V/(S+2); it can award more seats than there are.</summary>
    public static Quota Imperiali { get; } = new("imperiali", (v, s) => (v, s + 2));

    /// <summary>Every quota.</summary>
    public static ImmutableArray<Quota> All { get; } =
    [Hare, HareRounded, Droop, HagenbachBischoff, HagenbachBischoffCeiling, HagenbachBischoffRounded, Imperiali];

    /// <summary>The name by which the quota is called in data, such as <c>hagenbach-bischoff</c>.</summary>
    public string Name { get; }

    /// <summary>The quota of that name, or null.</summary>
    public static Quota? Named(string name) => All.FirstOrDefault(q => q.Name == name);

    /// <summary>
    /// Votes per seat; null where there is no such quota, because it would be nought or there is no seat to divide by.
    /// </summary>
    /// <param name="total">The sum of the votes.</param>
    /// <param name="seats">Size of the house.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Rational? Of(long total, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        return TryFraction(total, seats, out var numerator, out var denominator)
            ? new Rational(numerator, denominator)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The quota as a fraction of two positive numbers, at most 2⁶³ and 2³¹, not reduced.</summary>
    internal bool TryFraction(long total, int seats, out ulong numerator, out ulong denominator)
    {
        (numerator, denominator) = formula((ulong)total, (ulong)seats);
        return numerator > 0 && denominator > 0;
    }

    private static (ulong Numerator, ulong Denominator) RoundHalfUp(ulong votes, ulong parts)
    {
        if (parts == 0)
        {
            return (0, 0);
        }

        var (whole, rest) = Math.DivRem(votes, parts);
        return (whole + (2 * rest >= parts ? 1UL : 0), 1);
    }
}
