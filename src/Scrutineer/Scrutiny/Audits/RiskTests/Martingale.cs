using System.Collections.Immutable;

namespace Scrutineer.Scrutiny.Audits.RiskTests;

/// <summary>
/// Tests by betting: if the mean of the population is at most that of the hypothesis, the fortune of somebody who bets
/// against it is not expected to grow, so by Ville's inequality it reaches 1/α with a chance of at most α.
/// </summary>
public static class Martingale
{
    /// <summary>The p-values of a sample, with or without replacement.</summary>
    /// <param name="sample">The values in the order of the draws, between 0 and the population's upper bound.</param>
    /// <param name="population">The population.</param>
    /// <param name="bet">How much is set on each draw.</param>
    /// <remarks>Source: Stark (2023), equation 3; equal to Waudby-Smith and Ramdas (2024), equation 24.</remarks>
    /// <exception cref="ArgumentException">The sample is larger than the population, or a value is out of its bounds.</exception>
    public static PHistory Test(ReadOnlySpan<double> sample, Population population, Bet bet)
    {
        ArgumentNullException.ThrowIfNull(bet);
        Check(sample, population);
        var values = ImmutableArray.CreateBuilder<double>(sample.Length);
        var so = default(SampleSoFar);
        var fortune = 1.0;
        foreach (var value in sample)
        {
            var mean = population.NullAfter(so.Count, so.Sum);
            var open = mean > Tiny && mean < population.Upper - Tiny;
            if (open)
            {
                fortune *= 1 + (bet.Fraction(so, population, mean) * (value - mean));
            }

            so = so.With(value);
            values.Add(
                mean < -Tiny ? 0
                : mean > population.Upper + Tiny ? 1
                : !open || fortune <= Tiny ? 1
                : Math.Min(1, 1 / fortune)
            );
        }

        return Certain(values, so, population);
    }

    /// <summary>Kaplan's test of a mean by the product of the values over it, made safe against noughts by a padding.</summary>
    /// <param name="sample">The values, not negative.</param>
    /// <param name="mean">The mean under the hypothesis.</param>
    /// <param name="padding">What is added to every value and to the mean.</param>
    /// <param name="inOrder">Whether the sample is in the order of the draws.</param>
    /// <remarks>Source: Stark, "Risk-limiting post-election audits: P-values from common probability inequalities" (2009), equation 9 (Kaplan–Markov).</remarks>
    public static PHistory KaplanMarkov(
        ReadOnlySpan<double> sample,
        double mean,
        double padding,
        bool inOrder = true
    ) => Product(sample, inOrder, value => (value + padding) / (mean + padding));

    /// <summary>Kaplan's test made safe against noughts by setting only a part of the fortune.</summary>
    /// <param name="sample">The values, not negative.</param>
    /// <param name="mean">The mean under the hypothesis.</param>
    /// <param name="kept">The part of the fortune that is kept back, from 0 to 1.</param>
    /// <param name="inOrder">Whether the sample is in the order of the draws.</param>
    /// <remarks>Source: Stark and Teague, "Verifiable European Elections" (JETS 2014), section 4 (Kaplan–Wald).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The part is not between 0 and 1.</exception>
    public static PHistory KaplanWald(ReadOnlySpan<double> sample, double mean, double kept, bool inOrder = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kept);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kept, 1);
        return Product(sample, inOrder, value => ((1 - kept) * value / mean) + kept);
    }

    /// <summary>The Kaplan–Markov test for draws without replacement.</summary>
    /// <param name="sample">The values, not negative.</param>
    /// <param name="population">The population, of known size.</param>
    /// <param name="padding">What is added to every value and to the mean.</param>
    /// <remarks>Source: Stark (2020), section 4 (Kaplan–Kolmogorov).</remarks>
    public static PHistory KaplanKolmogorov(ReadOnlySpan<double> sample, Population population, double padding)
    {
        Check(sample, population);
        var padded = population with { Null = population.Null + padding };
        var values = ImmutableArray.CreateBuilder<double>(sample.Length);
        var (fortune, sum) = (1.0, 0.0);
        for (var i = 0; i < sample.Length; i++)
        {
            var mean = padded.NullAfter(i, sum);
            fortune *= (sample[i] + padding) / mean;
            sum += sample[i] + padding;
            values.Add(mean <= 0 ? 0 : Math.Min(1, 1 / fortune));
        }

        return new PHistory(values.ToImmutable());
    }

    private const double Tiny = 2 * 2.220446049250313e-16;

    private static PHistory Product(ReadOnlySpan<double> sample, bool inOrder, Func<double, double> factor)
    {
        var values = ImmutableArray.CreateBuilder<double>(sample.Length);
        var fortune = 1.0;
        foreach (var value in sample)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(sample));
            fortune *= factor(value);
            values.Add(Math.Min(1, 1 / fortune));
        }

        return new PHistory(values.ToImmutable(), inOrder);
    }

    /// <summary>Where the values drawn exceed all that the hypothesis allows together, it is false beyond doubt.</summary>
    private static PHistory Certain(ImmutableArray<double>.Builder values, SampleSoFar sample, Population population)
    {
        if (values.Count > 0 && population.Size is { } size && sample.Sum > size * population.Null)
        {
            values[^1] = 0;
        }

        return new PHistory(values.ToImmutable());
    }

    private static void Check(ReadOnlySpan<double> sample, Population population)
    {
        if (population.Size < sample.Length)
        {
            throw new ArgumentException("The sample is larger than the population.", nameof(sample));
        }

        foreach (var value in sample)
        {
            // Values computed from fractions may stand a rounding error beyond their bound.
            if (!(value >= 0 && value <= population.Upper * (1 + 1e-9)))
            {
                throw new ArgumentException($"{value} is not between 0 and {population.Upper}.", nameof(sample));
            }
        }
    }
}
