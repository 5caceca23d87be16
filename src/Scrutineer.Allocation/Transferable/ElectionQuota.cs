using System.Numerics;

namespace Scrutineer.Allocation.Transferable;

/// <summary>The votes that elect, from the votes v of a stage and the seats s.</summary>
public sealed record ElectionQuota
{
    private readonly Func<Rational, int, Rational> formula;

    private ElectionQuota(string name, Func<Rational, int, Rational> formula) => (Name, this.formula) = (name, formula);

    /// <summary>Droop: ⌊v/(s+1)⌋ + 1; for one seat the majority.</summary>
    public static ElectionQuota Droop { get; } = DroopWith(0);

    /// <summary>Hagenbach-Bischoff: v/(s+1), exactly. More candidates than seats can have it.</summary>
    public static ElectionQuota HagenbachBischoff { get; } = new("hagenbach-bischoff", (v, s) => v / (s + 1));

    /// <summary>Hare: v/s, a fraction going up to the next whole vote.</summary>
    public static ElectionQuota Hare { get; } = HareWith(0);

    /// <summary>The name, such as <c>droop</c>.</summary>
    public string Name { get; }

    /// <summary>Droop in steps of 10^−decimals: v/(s+1) cut off, plus one step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ElectionQuota DroopWith(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var step = new Rational(1, BigInteger.Pow(10, decimals));
        return new ElectionQuota(
            decimals == 0 ? "droop" : $"droop-{decimals}-decimals",
            (v, s) => ((v / (s + 1) / step).Floor() * step) + step
        );
    }

    /// <summary>Hare in steps of 10^−decimals: v/s, a fraction of a step going up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ElectionQuota HareWith(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var step = new Rational(1, BigInteger.Pow(10, decimals));
        return new ElectionQuota(
            decimals == 0 ? "hare" : $"hare-{decimals}-decimals",
            (v, s) => (v / s / step).Ceiling() * step
        );
    }

    /// <summary>A share of the votes, exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public static ElectionQuota Share(Rational share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, Rational.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, Rational.One);
        return new ElectionQuota($"share-{share}", (v, _) => v * share);
    }

    /// <summary>The quota.</summary>
    /// <param name="votes">Votes of the stage.</param>
    /// <param name="seats">Seats, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The votes are negative, or there is no seat.</exception>
    public Rational Of(Rational votes, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(votes, Rational.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        return formula(votes, seats);
    }

    /// <summary>Equal when of the same name.</summary>
    public bool Equals(ElectionQuota? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
