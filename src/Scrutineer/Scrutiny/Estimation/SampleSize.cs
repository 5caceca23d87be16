using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// How large a sample must be for a margin of error: <c>n₀ = z² S²/(ε² x̄²)</c>, with the finite population
/// <c>n = n₀/(1 + n₀/N)</c>, divided by the share of stations expected to answer.
/// </summary>
/// <remarks>Source: Cochran, "Sampling Techniques", 3rd ed., sections 4.6, 5.5, 5.9 and 6.4.</remarks>
public static class SampleSize
{
    /// <summary>Units drawn at random from the whole.</summary>
    /// <param name="prior">The spread of an earlier election.</param>
    /// <param name="margin">Half the width of the interval, as a share: 0.01 for one point.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    public static double Simple(PriorSpread prior, double margin, double confidence)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return Finite(Needed(prior, margin, confidence) * prior.Deviation * prior.Deviation, prior.Units);
    }

    /// <summary>Units drawn in each stratum in proportion to its units.</summary>
    /// <inheritdoc cref="Simple"/>
    public static double Proportional(PriorSpread prior, double margin, double confidence)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var within = prior.Strata.Sum(s => s.Units * s.Deviation * s.Deviation) / prior.Units;
        return Finite(Needed(prior, margin, confidence) * within, prior.Units);
    }

    /// <summary>Units drawn in each stratum in proportion to its units times their spread (Neyman).</summary>
    /// <inheritdoc cref="Simple"/>
    public static double Neyman(PriorSpread prior, double margin, double confidence)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var mean = prior.Strata.Sum(s => s.Units * s.Deviation) / prior.Units;
        var within = prior.Strata.Sum(s => s.Units * s.Deviation * s.Deviation) / prior.Units;
        var needed = Needed(prior, margin, confidence);
        return needed * mean * mean / (1 + (needed * within / prior.Units));
    }

    /// <summary>Half the width of the interval that an allocation is expected to give.</summary>
    /// <param name="prior">The spread of an earlier election.</param>
    /// <param name="drawn">For each stratum how many units are drawn.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentException">There is not one number for each stratum.</exception>
    public static double Margin(PriorSpread prior, IReadOnlyList<int> drawn, double confidence)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(drawn);
        if (drawn.Count != prior.Strata.Count)
        {
            throw new ArgumentException("There is one number for each stratum.", nameof(drawn));
        }

        var variance = prior
            .Strata.Zip(drawn)
            .Where(s => s.Second > 0)
            .Sum(s =>
                (double)s.First.Units * (s.First.Units - s.Second) * s.First.Deviation * s.First.Deviation / s.Second
            );
        return Quantiles.Normal((1 + confidence) / 2) * Math.Sqrt(variance) / (prior.Units * prior.MeanBase);
    }

    /// <summary>
    /// Voters by the formula of the NDI handbook, <c>pq/(ε²/z² + pq/N)</c> with p = ½, to be divided by the voters of a station. It
    /// takes the voters of one station for voters drawn one by one, and is here to be compared with, not to be used.
    /// </summary>
    /// <param name="voters">All voters.</param>
    /// <param name="margin">Half the width of the interval, as a share.</param>
    /// <param name="z">The normal quantile, such as 1.96 or 2.58.</param>
    /// <remarks>
    /// Estok, Nevitte and Cowan, "The Quick Count and Election Observation" (NDI, 2002), chapter 5. For Peru 2001 (14,570,774 voters,
    /// 0.32 points, z 2.58) the handbook prints 163,185; its own formula gives 160,717.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above nought.</exception>
    public static double Legacy(double voters, double margin, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(voters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);
        const double Spread = 0.25;
        return Spread / ((margin * margin / (z * z)) + (Spread / voters));
    }

    /// <summary>1/V, by which a variance of units becomes a number of them: <c>z²/(ε² x̄²)</c>.</summary>
    private static double Needed(PriorSpread prior, double margin, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var z = Quantiles.Normal((1 + confidence) / 2);
        return z * z / (margin * margin * prior.MeanBase * prior.MeanBase);
    }

    private static double Finite(double first, int units) => first / (1 + (first / units));
}
