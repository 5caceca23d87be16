namespace Scrutineer.Scrutiny.Audits.RiskTests;

/// <summary>
/// How much of the fortune is set on the next value being above its mean under the hypothesis. A bet may look at earlier
/// draws and never at the next one.
/// </summary>
/// <remarks>
/// Betting the fraction λ multiplies the fortune by 1 + λ(x − m). ALPHA's estimate η of the mean is the same bet:
/// λ = (η/m − 1) ÷ (u − m) (Stark, "ALPHA: Audit that Learns from Previously Hand-Audited Ballots", AOAS 17 (2023), section 2.4).
/// </remarks>
public abstract record Bet
{
    /// <summary>The fraction λ for the next draw.</summary>
    /// <param name="before">The draws so far.</param>
    /// <param name="population">The population.</param>
    /// <param name="mean">The mean m of what is left, under the hypothesis.</param>
    public abstract double Fraction(SampleSoFar before, Population population, double mean);

    /// <summary>The fraction that an estimate of the mean of what is left amounts to.</summary>
    private protected static double OfEstimate(double estimate, double mean, double upper) =>
        ((estimate / mean) - 1) / (upper - mean);
}

/// <summary>The same fraction on every draw.</summary>
/// <param name="Lambda">The fraction.</param>
public sealed record FixedBet(double Lambda) : Bet
{
    /// <inheritdoc/>
    public override double Fraction(SampleSoFar before, Population population, double mean) => Lambda;
}

/// <summary>ALPHA with a fixed alternative: the mean of all is taken to be one number (Stark 2023, section 2.5.1).</summary>
/// <param name="Mean">The alternative η.</param>
public sealed record FixedAlternative(double Mean) : Bet
{
    /// <inheritdoc/>
    public override double Fraction(SampleSoFar before, Population population, double mean) =>
        OfEstimate(population.MeanAfter(Mean, before.Count, before.Sum), mean, population.Upper);
}

/// <summary>
/// ALPHA with the truncated shrinkage estimate: the sample's mean drawn to a first guess, then to the upper bound, and
/// kept above the mean of the hypothesis (Stark 2023, section 2.5.2).
/// </summary>
/// <param name="Guess">The first guess η₀ of the mean.</param>
/// <param name="C">How far above the mean of the hypothesis it is kept: C ÷ √(D + j − 1).</param>
/// <param name="D">The weight of the guess, in draws.</param>
/// <param name="F">The weight of the upper bound, over the standard deviation.</param>
/// <param name="LeastDeviation">The least standard deviation that is believed.</param>
public sealed record ShrinkTruncate(double Guess, double C, double D, double F = 0, double LeastDeviation = 1e-6) : Bet
{
    /// <inheritdoc/>
    public override double Fraction(SampleSoFar before, Population population, double mean)
    {
        var upper = population.Upper;
        var deviation = before.Count < 2 ? 1 : Math.Max(LeastDeviation, Math.Sqrt(before.Variance));
        var weight = D + before.Count;
        var shrunk = (((D * Guess) + before.Sum) / weight + (upper * F / deviation)) / (1 + (F / deviation));
        var estimate = Math.Min(upper * (1 - 2.220446049250313e-16), Math.Max(shrunk, mean + (C / Math.Sqrt(weight))));
        return OfEstimate(estimate, mean, upper);
    }
}

/// <summary>
/// The approximate growth-rate-adaptive bet: (x̄ − m) ÷ (s² + (x̄ − m)²), between 0 and a share of the most that can be set.
/// </summary>
/// <remarks>Source: Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting" (JRSS B 2024), section B.3 (aGRAPA).</remarks>
/// <param name="First">The fraction of the first draw.</param>
/// <param name="Share">The share c of 1/m above which nothing is set.</param>
public sealed record Agrapa(double First, double Share) : Bet
{
    /// <inheritdoc/>
    public override double Fraction(SampleSoFar before, Population population, double mean)
    {
        var gain = before.Mean - mean;
        var wanted = before.Count == 0 ? First : gain / (before.Variance + (gain * gain));
        return Math.Max(0, Math.Min(Share / mean, wanted));
    }
}

/// <summary>
/// The bet that is best for comparing ballots one by one, if a small share of the records is overstated by two votes and
/// the others are right.
/// </summary>
/// <remarks>Source: Spertus, "COBRA: Comparison-Optimal Betting for Risk-limiting Audits" (2023), section 3.</remarks>
/// <param name="TwoVoteRate">The share of records overstated by two votes.</param>
public sealed record ComparisonOptimal(double TwoVoteRate) : Bet
{
    /// <inheritdoc/>
    public override double Fraction(SampleSoFar before, Population population, double mean)
    {
        var right = population.Upper * (1 - TwoVoteRate);
        return OfEstimate(((1 - right) / (2 - (2 * population.Upper))) + right - 0.5, mean, population.Upper);
    }
}
