using MathNet.Numerics.Distributions;

namespace Scrutineer.Numerics;

/// <summary>The normal and the inverse Gaussian distribution, and logarithms of binomial chances.</summary>
internal static class Distribution
{
    /// <summary>The chance of a standard normal number at most this one.</summary>
    public static double NormalBelow(double value) => Normal.CDF(0, 1, value);

    /// <summary>The number below which a standard normal one stays with this chance.</summary>
    public static double NormalQuantile(double chance) => Normal.InvCDF(0, 1, chance);

    /// <summary>The logarithm of the chance of just so many successes.</summary>
    public static double LogBinomial(int trials, int successes, double share) =>
        MathNet.Numerics.SpecialFunctions.BinomialLn(trials, successes)
        + (successes == 0 ? 0 : successes * Math.Log(share))
        + (successes == trials ? 0 : (trials - successes) * Math.Log(1 - share));

    /// <summary>The least number of successes that is not exceeded with this chance.</summary>
    public static int BinomialQuantile(int trials, double share, double chance)
    {
        var below = 0.0;
        for (var successes = 0; successes < trials; successes++)
        {
            below += Math.Exp(LogBinomial(trials, successes, share));
            if (below >= chance)
            {
                return successes;
            }
        }

        return trials;
    }

    /// <summary>
    /// The quantile of the first time at which a random walk with drift reaches a height, taken as Brownian motion.
    /// </summary>
    /// <param name="height">The height, above nought.</param>
    /// <param name="drift">The mean of a step, above nought.</param>
    /// <param name="variance">The variance of a step.</param>
    /// <param name="chance">The chance.</param>
    /// <remarks>Source: Wald, "Sequential Analysis" (1947), appendix A.6; the inverse Gaussian distribution.</remarks>
    public static double FirstPassageQuantile(double height, double drift, double variance, double chance)
    {
        var (low, high) = (0.0, height / drift);
        while (FirstPassageBelow(high, height, drift, variance) < chance)
        {
            high *= 2;
        }

        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = FirstPassageBelow(middle, height, drift, variance) < chance ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double FirstPassageBelow(double time, double height, double drift, double variance)
    {
        if (time <= 0)
        {
            return 0;
        }

        var deviation = Math.Sqrt(variance * time);
        return deviation == 0
            ? (drift * time >= height ? 1 : 0)
            : NormalBelow(((drift * time) - height) / deviation)
                + (Math.Exp(2 * drift * height / variance) * NormalBelow((-(drift * time) - height) / deviation));
    }
}
