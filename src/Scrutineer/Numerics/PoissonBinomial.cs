namespace Scrutineer.Numerics;

/// <summary>How many of many independent trials succeed, each with a chance of its own.</summary>
public static class PoissonBinomial
{
    /// <summary>Up to so many trials the tail is summed exactly; beyond, the normal distribution stands for it.</summary>
    public const int SummedUpTo = 10_000;

    /// <summary>The probability that at least so many succeed.</summary>
    /// <param name="chances">The chance of each trial, from 0 to 1.</param>
    /// <param name="least">How many.</param>
    /// <remarks>
    /// The recursion of the number of successes, trial by trial; only counts within ten standard deviations of the mean and of
    /// <paramref name="least"/> are carried, which leaves out less than 10⁻²⁰. Source: Hong, "On computing the distribution
    /// function for the Poisson binomial distribution", CSDA 59 (2013), section 2.3.
    /// </remarks>
    public static double AtLeast(ReadOnlySpan<double> chances, int least)
    {
        if (least <= 0)
        {
            return 1;
        }

        if (least > chances.Length)
        {
            return 0;
        }

        double mean = 0;
        double variance = 0;
        foreach (var p in chances)
        {
            mean += p;
            variance += p * (1 - p);
        }

        if (variance == 0)
        {
            return mean >= least ? 1 : 0;
        }

        var sd = Math.Sqrt(variance);
        return chances.Length > SummedUpTo
            ? NormalTail.Above((least - 0.5 - mean) / sd)
            : Sum(chances, least, (10 * sd) + 20, Math.Max(0, least - mean));
    }

    private static double Sum(ReadOnlySpan<double> chances, int least, double reach, double above)
    {
        // mass[k] is the probability of k successes so far; from `least` upwards they are kept together in one cell.
        var mass = new double[least + 1];
        mass[0] = 1;
        double mean = 0;
        for (var i = 0; i < chances.Length; i++)
        {
            var p = chances[i];
            mean += p;
            var high = (int)Math.Min(Math.Min(i + 1, least), Math.Ceiling(mean + above + reach));
            var low = (int)Math.Max(0, Math.Floor(mean - reach));
            for (var k = high; k >= Math.Max(low, 1); k--)
            {
                var stays = k == least ? mass[k] : mass[k] * (1 - p);
                mass[k] = stays + (mass[k - 1] * p);
            }

            if (low == 0)
            {
                mass[0] *= 1 - p;
            }
            else
            {
                mass[low - 1] = 0;
            }
        }

        return Math.Min(1, mass[least]);
    }
}
